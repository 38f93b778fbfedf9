"""On what grounds a line stands in a quote: the demands it meets, and the other lines that need it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.model.catalog import At, Balance, Catalog, Offering
from proposer.model.needs import CasePrice
from proposer.model.quote import QuotedDemand, QuoteLine, QuoteOption
from proposer.report.lines import Place, places


@dataclass(frozen=True, slots=True)
class Grounds:
    """`demands` were asked for; `needed` are sentences about capabilities that other lines draw on."""

    demands: tuple[QuotedDemand, ...]
    needed: tuple[str, ...]
    offering_place: str
    priced_by: str = ""  # who priced the individual case that it is; for colleagues


def grounds_of(option: QuoteOption, place: Place, catalog: Catalog, cases: Sequence[CasePrice] = ()) -> Grounds:
    """All that speaks for a line at its site."""
    meets = set(place.line.meets)
    demands = tuple(d for d in option.demands if d.capability in meets and _reaches(d, place, catalog))
    asked = {demand.capability for demand in demands}
    needed = [text for capability in place.line.meets if (text := _needed(option, place, catalog, capability, asked))]
    offering = catalog.offerings.get(place.line.offering)
    here = (case.by for case in cases if (case.site, case.offering) == (place.site, place.line.offering))
    return Grounds(demands, tuple(needed), offering.span.place if offering else "", next(here, ""))


def _reaches(demand: QuotedDemand, place: Place, catalog: Catalog) -> bool:
    """A site's demand is met at the site; one of the account by whatever adds to it, wherever it stands."""
    capability = catalog.capabilities.get(demand.capability)
    return demand.site == place.site or (capability is not None and capability.at is not At.SITE)


def _needed(option: QuoteOption, place: Place, catalog: Catalog, capability: str, asked: set[str]) -> str:
    users = tuple(dict.fromkeys(other.name for other in _users(option, place, catalog, capability)))
    if not users:
        return ""
    declared = catalog.capabilities.get(capability)
    label = declared.label if declared else capability
    more = f" and {len(users) - 3} more" if len(users) > 3 else ""
    also = "also " if capability in asked else ""
    return f"{label}: {also}needed by {', '.join(users[:3])}{more}"


def _users(option: QuoteOption, place: Place, catalog: Catalog, capability: str) -> Iterator[Place]:
    """The lines that draw on a capability where `place` provides it."""
    for other in places(option):
        offering = catalog.offerings.get(other.line.offering)
        if offering is None or other.name == place.name:
            continue
        here = other.site == place.site
        rides = here and _rides(other.line, place.line, catalog)
        if rides or any(_draws(balance, capability, catalog, here=here) for balance in _drawn(offering)):
            yield other


def _drawn(offering: Offering) -> tuple[Balance, ...]:
    return (*offering.consumes, *offering.requires)


def _draws(balance: Balance, capability: str, catalog: Catalog, *, here: bool) -> bool:
    if balance.capability != capability:
        return False
    declared = catalog.capabilities.get(capability)
    everywhere = declared is not None and declared.at is not At.SITE
    return everywhere or balance.at_hub or here


def _rides(line: QuoteLine, entrance: QuoteLine, catalog: Catalog) -> bool:
    ways = (access for access in catalog.accesses.values() if line.access in (access.id, access.label))
    return any(access.entrance == entrance.offering for access in ways)
