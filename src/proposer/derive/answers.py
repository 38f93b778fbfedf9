"""What is known at a place: the value of each name that a rule may read there, and the fact behind it.

An answer that nobody gave falls back to its question's default, which says so in its words and has no place in a file.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from proposer.expressions import Value
from proposer.expressions.printing import printed
from proposer.model.catalog import At, Catalog, Question, QuestionType
from proposer.model.demands import NeedsFact
from proposer.model.needs import Fact, Needs, SiteNeeds
from proposer.model.vocabulary import NO_TOPOLOGY, PREFIXES, base_unit

TOPOLOGY = "network.topology"


@dataclass(frozen=True, slots=True)
class Place:
    """A site, or the account ("") with its network; `fact` tells where a value came from, None where nobody said it.

    Why apart: every rule looks at values everywhere, but only rules that apply tell where theirs came from.
    """

    site: str
    values: Mapping[str, Value]
    fact: Callable[[str], NeedsFact | None]


@dataclass(frozen=True, slots=True)
class Shared:
    """What is the same at every place: the answers of network and customer, the term, and what sites do not say."""

    values: Mapping[str, Value]
    facts: Mapping[str, NeedsFact]
    defaults: Mapping[str, Value]  # of site questions and accesses
    units: Mapping[str, str]  # of site questions

    @property
    def networked(self) -> bool:
        """Whether the sites are joined in a network."""
        return self.values[TOPOLOGY] != NO_TOPOLOGY


def shared_by_all(catalog: Catalog, needs: Needs, term: int) -> Shared:
    """Gather what does not depend on the site."""
    values: dict[str, Value] = {
        TOPOLOGY: NO_TOPOLOGY,
        "network.sites": Decimal(len(needs.sites)),
        "term": Decimal(term),
    }
    facts = {
        TOPOLOGY: _assumed(TOPOLOGY, NO_TOPOLOGY),
        "term": NeedsFact("term", f"{term} months", needs.terms_span.bare_place),
    }
    for at, prefix in PREFIXES.items():
        for path, question in _questions(catalog, at).items():
            if (default := _default(question)) is not None:
                values[prefix + path] = default
                facts[prefix + path] = _assumed(prefix + path, default, question.unit)
        for path, fact in needs.facts.get(at, {}).items():
            values[prefix + path] = fact.value
            facts[prefix + path] = _stated(prefix + path, fact)
    return Shared(values, facts, _site_defaults(catalog), _site_units(catalog))


def site_place(needs: Needs, site: SiteNeeds, shared: Shared) -> Place:
    """What a rule for a site sees there."""
    values: dict[str, Value] = {**shared.values, **shared.defaults}
    values.update((path, fact.value) for path, fact in site.facts.items())
    values.update((f"access.{access}", fact.value) for access, fact in site.access.items())
    values |= {"site.is_hub": site.id == needs.hub, "site.in_network": shared.networked}
    values |= {"site.state": site.address.state} if site.address.state else {}

    def fact(name: str) -> NeedsFact | None:
        path = f"sites.{site.id}.{name}"
        access = name.removeprefix("access.")
        stated = site.access.get(access) if access != name else site.facts.get(name)
        if stated is not None:
            return _stated(path, stated)
        if name in shared.defaults:
            return _assumed(path, values[name], shared.units.get(name, ""))
        return _built_in(name, needs, site, shared) or shared.facts.get(name)

    return Place(site.id, values, fact)


def account_place(at: At, shared: Shared) -> Place:
    """What a rule for the network or the account sees; its own questions also without prefix."""
    prefix = PREFIXES[at]
    own = {name.removeprefix(prefix): name for name in shared.values if name.startswith(prefix)}
    values = {short: shared.values[name] for short, name in own.items()} | dict(shared.values)
    return Place("", values, lambda name: shared.facts.get(name) or shared.facts.get(own.get(name, "")))


def _built_in(name: str, needs: Needs, site: SiteNeeds, shared: Shared) -> NeedsFact | None:
    match name:
        case "site.is_hub" if needs.hub is not None:
            return shared.facts.get("network.hub") or NeedsFact("network.hub", needs.hub, "")
        case "site.in_network":
            return shared.facts[TOPOLOGY]
        case "site.state":
            return NeedsFact(f"sites.{site.id}.address.state", site.address.state, site.span.bare_place)
        case _:
            return None


def _stated(path: str, fact: Fact) -> NeedsFact:
    return (
        NeedsFact(path, f"{fact.text} (assumed)", "")
        if fact.is_default
        else NeedsFact(path, fact.text, fact.span.bare_place)
    )


def _assumed(path: str, value: Value, unit: str = "") -> NeedsFact:
    return NeedsFact(path, f"{printed(value, base_unit(unit))} (assumed)", "")


def _questions(catalog: Catalog, at: At) -> dict[str, Question]:
    return {path: question for (asked_at, path), question in catalog.questions.items() if asked_at is at}


def _default(question: Question) -> Value | None:
    """What holds where nobody answered; a flag without default is false."""
    return False if question.default is None and question.type is QuestionType.FLAG else question.default


def _site_defaults(catalog: Catalog) -> dict[str, Value]:
    asked = _questions(catalog, At.SITE).items()
    defaults = {path: default for path, question in asked if (default := _default(question)) is not None}
    return defaults | {f"access.{access.id}": access.assumed for access in catalog.accesses.values()}


def _site_units(catalog: Catalog) -> dict[str, str]:
    return {path: question.unit for path, question in _questions(catalog, At.SITE).items()}
