"""When nothing holds: what to ask the conflict search, and which additions of an option stand in the way."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from proposer.configure import Question, Unsolved, configure
from proposer.configure.conflicts import (
    Circumstances,
    Closed,
    Stand,
    Suspect,
    Term,
    blames_of,
    every_minimal,
    holds_together,
    minimal,
)
from proposer.configure.kinds import Kind
from proposer.configure.packages import Servable
from proposer.configure.requirements import merge
from proposer.model.configuration import Blame, Configuration, Conflict
from proposer.model.demands import ACCOUNT, Demand, Prohibition
from proposer.model.needs import SiteNeeds
from proposer.model.objective import Objective
from proposer.model.phrases import said
from proposer.money import grouped
from proposer.offer import place_of, states_that_matter
from proposer.offer.place import Place

if TYPE_CHECKING:
    from proposer.pipeline.solving import Request

UNDECIDED = "No answer was found in good time."
MOST_COSTLY = 3  # sites at which a smaller need is looked for when the budget is short


def refused_additions(request: Request, question: Question, answer: Unsolved) -> list[tuple[str, list[Demand]]]:
    """For each rule of an option that makes some site impossible: a sentence, and the demands to leave out."""
    refused: dict[str, list[Demand]] = {}
    sites = {demand.site for demand in question.demands if demand.cause.option}
    for kind in (kind for kind in answer.kinds if not sites.isdisjoint(kind.sites)):
        at = _circumstances(request, question, answer, kind, ())
        members = () if _is_undecided(at, answer) else minimal(at)
        rules = {m.cause.rule for m in members if isinstance(m, Demand) and m.cause.option}
        added = [d for d in question.demands if d.site in kind.sites and d.cause.option and d.cause.rule in rules]
        for demand in added:
            refused.setdefault(demand.cause.rule, []).append(demand)
    return [(_left_out(request, demands), demands) for demands in refused.values()]


def _left_out(request: Request, demands: Sequence[Demand]) -> str:
    names = {site.id: site.name for site in request.needs.sites}
    sites = list(dict.fromkeys(names.get(demand.site, said("the_account")) for demand in demands))
    where = sites[0] if len(sites) == 1 else said("some_sites", n=len(sites))
    label = request.catalog.capabilities[demands[0].capability].label
    return said("not_added", what=label, where=where)


def conflict(request: Request, question: Question, answer: Unsolved, prohibitions: Sequence[Prohibition]) -> Conflict:
    """The minimal conflict of the first impossible site, or of what couples the sites."""
    if not answer.kinds:
        return _account_conflict(request, question, answer)
    at = _circumstances(request, question, answer, answer.kinds[0], prohibitions)
    others = [site for kind in answer.kinds for site in kind.sites if site != at.site]
    if _is_undecided(at, answer):
        return Conflict(at.site, (Blame("sites", UNDECIDED),), f"{_where(at)}, nothing was found.", tuple(others))
    return _told(at, minimal(at), others)


def every_conflict(
    request: Request, question: Question, answer: Unsolved, prohibitions: Sequence[Prohibition], most: int
) -> tuple[list[Conflict], bool]:
    """Minimal conflicts of every impossible kind of site, at most so many for each; and whether these are all."""
    found: list[Conflict] = []
    complete = True
    for kind in answer.kinds:
        at = _circumstances(request, question, answer, kind, prohibitions)
        members, all_found = ([], False) if _is_undecided(at, answer) else every_minimal(at, most)
        complete = complete and all_found
        found += [_told(at, each, kind.sites[1:]) for each in members]
    return found, complete


def _told(at: Circumstances, members: Sequence[Suspect], others: Sequence[str]) -> Conflict:
    return Conflict(at.site, blames_of(at, members), f"{_where(at)}, these cannot hold together.", tuple(others))


def _where(at: Circumstances) -> str:
    return f"At {at.site_words}" if at.site else "For the whole account"


def _is_undecided(at: Circumstances, answer: Unsolved) -> bool:
    """Whether the search ended at its bound on work, so that there may be an answer after all."""
    return not answer.proven and holds_together(at, at.suspects)


def _circumstances(
    request: Request, question: Question, answer: Unsolved, kind: Kind, prohibitions: Sequence[Prohibition]
) -> Circumstances:
    """The first site of a kind that cannot be served, and all that might be to blame."""
    site = kind.sites[0]
    demands = sorted(
        (d for d in question.demands if d.site == site), key=lambda d: (d.cause.option == "", d.capability)
    )
    stated = merge(demands, question.capabilities).amounts
    drawn = {n: a - stated.get(n, 0) for n, a in kind.requirements.amounts.items() if a > stated.get(n, 0)}
    here = [prohibition for prohibition in prohibitions if prohibition.site == site]
    term = Term(question.prices.deal.term, request.needs.terms_span.bare_place)
    suspects: list[Suspect] = [term, *demands, *here]
    needs_here = next((s for s in request.needs.sites if s.id == site), None)
    if needs_here is not None:
        suspects += _closed(request, needs_here)
    words = needs_here.name if needs_here else "the account"
    sell = _Seller(request, question, needs_here, tuple(here))
    capabilities = question.capabilities
    return Circumstances(site, words, suspects, drawn, answer.network, capabilities, sell, Servable(capabilities))


def _closed(request: Request, site: SiteNeeds) -> Iterator[Closed]:
    for name, access in request.catalog.accesses.items():
        fact = site.access.get(name)
        status = str(fact.value) if fact else access.assumed
        if status in ("none", "refused"):
            place = fact.span.bare_place if fact else site.span.bare_place
            yield Closed(name, access.label, status, f"sites.{site.id}.access.{name}", place)


class _Seller:
    """What could be sold at a site if accesses were open, prohibitions lifted, another term chosen."""

    def __init__(
        self, request: Request, question: Question, site: SiteNeeds | None, prohibitions: tuple[Prohibition, ...]
    ) -> None:
        self._request = request
        self._question = question
        self._site = site
        self._prohibitions = prohibitions
        self._known: dict[tuple[Place, int], Stand] = {}
        self._states = states_that_matter(request.catalog)

    def __call__(self, opened: frozenset[str], lifted: frozenset[Prohibition], any_term: bool) -> Iterator[Stand]:  # noqa: FBT001 - the protocol's three circumstances
        asked = self._question.prices.deal.term
        terms = self._request.catalog.terms if any_term else (asked,)
        return (self._stand(opened, lifted, months) for months in sorted(terms, key=lambda t: (t != asked, t)))

    def _stand(self, opened: frozenset[str], lifted: frozenset[Prohibition], months: int) -> Stand:
        if self._site is None:
            return self._question.candidates.at(ACCOUNT), self._question.prices
        place = self._place(self._site, opened, lifted)
        if (place, months) not in self._known:
            variants = self._request.sold_at(self._site.id, place, months)
            self._known[place, months] = variants, self._request.prices(months)
        return self._known[place, months]

    def _place(self, site: SiteNeeds, opened: frozenset[str], lifted: frozenset[Prohibition]) -> Place:
        catalog, needs = self._request.catalog, self._request.needs
        left = [p for p in self._prohibitions if p not in lifted]
        place = place_of(catalog, needs, site, left, self._states)
        forbidden = {p.access for p in left if p.access}
        more = {(access, "on-net") for access in opened - forbidden}
        known = {access for access, _ in place.accesses}
        return replace(place, accesses=place.accesses | {pair for pair in more if pair[0] not in known})


def _account_conflict(request: Request, question: Question, answer: Unsolved) -> Conflict:
    """The budget, or capacity that the sites share."""
    needs = request.needs
    least = (
        configure(replace(question, budget=None, objective=Objective.MONTHLY)) if question.budget is not None else None
    )
    if not isinstance(least, Configuration) or needs.budget_monthly is None:
        words = "Nothing on sale serves all sites together." if answer.proven else UNDECIDED
        return Conflict("", (Blame("sites", words),), "For the whole account, this cannot hold together.")
    needed, budget = grouped(least.proof.objective), grouped(needs.budget_monthly)
    place = needs.budget_span.bare_place
    costly = tuple(path for site in _costliest(request, least) for path in _stated(site))
    cost = f"What the sites need costs at least ${needed} a month."
    blames = (
        Blame("budget.monthly", f"The budget is ${budget} a month.", place, f"raise the budget to ${needed} a month",
              ("budget.monthly", "term")),
        Blame("sites", cost, "", "ask for less at some site", costly),
    )  # fmt: skip
    over = least.proof.objective - needs.budget_monthly
    return Conflict("", blames, "For the whole account, these cannot hold together.", over_budget=over)


def _costliest(request: Request, least: Configuration) -> list[SiteNeeds]:
    """The sites whose items cost most a month in the cheapest answer, one for each design."""
    prices = request.prices(least.term)
    cost = {
        design.sites[0]: sum(prices.price(item).monthly_net * item.count for item in design.items)
        for design in least.designs
    }
    dear = sorted(cost, key=lambda site: (-cost[site], site))[:MOST_COSTLY]
    return [site for name in dear for site in request.needs.sites if site.id == name]


def _stated(site: SiteNeeds) -> list[str]:
    """The fields of a site that somebody stated; flags first, since one look at each is enough."""
    said = [fact for fact in site.facts.values() if not fact.is_default]
    said.sort(key=lambda fact: (not isinstance(fact.value, bool), fact.path))
    return [f"sites.{site.id}.{fact.path}" for fact in said if fact.value is not False]
