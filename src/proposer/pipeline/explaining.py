"""Why not, what if, what instead, and what would have to change: questions that are answered by solving once more."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean, nearest
from proposer.load.characteristics import all_values
from proposer.load.values import value_of
from proposer.model.catalog import At, Catalog, Offering
from proposer.model.configuration import Blame, Conflict
from proposer.model.demands import Cause, Prohibition
from proposer.model.explanation import Comparison, Impossible
from proposer.model.needs import Needs
from proposer.model.quote import Quote
from proposer.offer import place_of
from proposer.pipeline.forcing import Forced
from proposer.pipeline.known import Known
from proposer.pipeline.possible import Answers
from proposer.pipeline.relaxing import Search
from proposer.pipeline.solving import Request, further_conflicts
from proposer.pipeline.whole import quote_of
from proposer.quote.comparing import compare

ACCOUNT_WORD = "account"
MOST_RELAXATIONS = 5
MOST_CONFLICTS = 10


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks about: an offering at a site (or `account`), with characteristics as they were typed."""

    site: str
    offering: str
    characteristics: Mapping[str, str]


def why_not(known: Known, needs: Needs, quote: Quote, wish: Wish) -> Outcome[Comparison | Conflict]:
    """What would differ if the wish were granted, or what it cannot stand with. The budget is left aside."""
    offering = known.catalog.offerings.get(wish.offering)
    if faults := _faults(known.catalog, needs, wish, offering):
        return Outcome(None, faults)
    assert offering is not None  # noqa: S101 - that would be a fault
    site = "" if wish.site == ACCOUNT_WORD else wish.site
    where = next((each.name for each in needs.sites if each.id == site), "the account")
    values = {name: str(value_of(text)) for name, text in wish.characteristics.items()}
    wanted = Forced(site, offering.id, offering.name, where, values)
    request = _like(quote, known, _without_budget(needs), forced=wanted)
    if unsold := _unsold(request, offering, site, where, quote.chosen.term):
        return Outcome(unsold)
    return _compared(request, quote, quote.chosen.term)


def instead(known: Known, needs: Needs, quote: Quote, site: str, offering: str) -> Outcome[Comparison | Conflict]:
    """The runner-up of a line: what would differ if its offering could not be had at that site."""
    barred = Prohibition(
        site, Cause("", "", f"{known.catalog.offerings[offering].name} is left out."), offering=offering
    )
    request = _like(quote, known, _without_budget(needs), barred=(barred,))
    return _compared(request, quote, quote.chosen.term)


def what_if(known: Known, needs: Needs, quote: Quote, term: int | None) -> Outcome[Comparison | Conflict]:
    """The chosen option of a quote beside the same option for other needs, or another term."""
    return _compared(_like(quote, known, needs), quote, term)


def impossible(known: Known, needs: Needs, conflict: Conflict, *, every: bool = False) -> Impossible:
    """All about needs that came to a conflict: with `every`, further minimal conflicts; the cheapest ways out."""
    further, all_found = further_conflicts(Request(known, needs), conflict, MOST_CONFLICTS) if every else ((), True)
    search = Search(Answers(known, needs))
    found = search.run(conflict, MOST_RELAXATIONS)
    return Impossible((conflict, *further), tuple(found), search.complete and all_found)


def _like(
    quote: Quote, known: Known, needs: Needs, forced: Forced | None = None, barred: tuple[Prohibition, ...] = ()
) -> Request:
    """A request of the same objective as a quote."""
    return Request(known, needs, quote.chosen.proof.least, forced, barred)


def _without_budget(needs: Needs) -> Needs:
    return replace(needs, budget_monthly=None)


def _compared(request: Request, quote: Quote, term: int | None) -> Outcome[Comparison | Conflict]:
    """The chosen option of a quote beside the same option of another request."""
    answer = quote_of(request, selected=quote.selected, term=term)
    if not isinstance(answer.value, Quote):
        return Outcome(answer.value, answer.diagnostics)
    compared = compare(quote.chosen, answer.value.chosen)
    return Outcome(replace(compared, approval=answer.value.approval), answer.diagnostics)


def _faults(catalog: Catalog, needs: Needs, wish: Wish, offering: Offering | None) -> tuple[Diagnostic, ...]:
    """A site, an offering, a characteristic or a value that there is not."""
    sites = [*(site.id for site in needs.sites), ACCOUNT_WORD]
    if wish.site not in sites:
        return (_unknown("site", wish.site, sites),)
    if offering is None:
        return (_unknown("offering", wish.offering, list(catalog.offerings)),)
    parts = {part.name: [str(value) for value in all_values(part)] for part in offering.characteristics}
    for name, text in wish.characteristics.items():
        if name not in parts:
            return (_unknown("characteristic", name, list(parts)),)
        if str(value_of(text)) not in parts[name]:
            return (_unknown(f"value of `{name}`", text, parts[name]),)
    return ()


def _unknown(what: str, name: str, known: list[str]) -> Diagnostic:
    return Diagnostic(
        "QUO104", f"unknown {what} `{name}`", Span(), help=did_you_mean(name, known), nearest=nearest(name, known)
    )


def _unsold(request: Request, offering: Offering, site: str, where: str, term: int) -> Conflict | None:
    """What no change of needs could bring about: it is not sold there, then, or in that state at all."""
    reason = next(_reasons(request, offering, site, where, term), "")
    if not reason:
        return None
    wish = request.forced.words if request.forced else ""
    blames = (Blame("", wish), Blame(f"offerings.{offering.id}", reason, offering.span.place))
    return Conflict(site, blames, "These cannot hold together.")


def _reasons(request: Request, offering: Offering, site: str, where: str, term: int) -> Iterator[str]:
    """In words, the first of which is enough."""
    name, needs = offering.name, request.needs
    spoke = needs.hub is not None and site not in ("", needs.hub)
    if (offering.per in (At.SITE, At.LINK)) != bool(site):
        yield f"{name} is ordered for {'a site' if offering.per in (At.SITE, At.LINK) else 'the account'}, not at {where}."
    if offering.per is At.LINK and not spoke:
        yield f"{name} links a site to the hub of its network, and {where} has no such link."
    if request.day not in offering.sold:
        yield f"{name} is not sold on {request.day}."
    state = next((each.address.state for each in needs.sites if each.id == site), "")
    if offering.states and state not in offering.states:
        yield f"{name} is sold in {', '.join(offering.states)} only, and {where} is in {state or 'no known state'}."
    if request.forced is not None and not _is_orderable(request, request.forced, site, term):
        yield f"{name} cannot be ordered with these characteristics together."


def _is_orderable(request: Request, forced: Forced, site: str, term: int) -> bool:
    """Whether something fits the wish once every access were there, at any term."""
    here = next((each for each in request.needs.sites if each.id == site), None)
    if here is None:
        return True
    place = place_of(request.catalog, request.needs, here, ())
    open_ = replace(place, accesses=frozenset((name, "on-net") for name in request.catalog.accesses))
    terms = (term, *request.catalog.terms)
    return any(forced.is_granted_by(request.sold_at(site, open_, months)) for months in terms)
