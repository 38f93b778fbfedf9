"""One option at one term: derive, offer, configure; what an option would add but cannot is left out, and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from proposer.configure import Question, Unsolved, configure
from proposer.derive import derive
from proposer.diagnostics import Outcome
from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import At, Bundle, Capability, Catalog, Option, Promotion
from proposer.model.configuration import Configuration, Conflict
from proposer.model.demands import Demand, Demands, Prohibition
from proposer.model.needs import Fact, Needs
from proposer.model.objective import Objective
from proposer.offer import Place, offer, offer_at
from proposer.pipeline.disputes import conflict, every_conflict, refused_additions
from proposer.pipeline.forcing import Forced
from proposer.pricing import Deal, PriceList


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: catalog, needs, day, and for the sake of an explanation what is `forced`, and what is `barred`.

    Prices and candidates are worked out once for each term.
    """

    catalog: Catalog
    needs: Needs
    day: date
    objective: Objective | None = None  # None: what the pricing policy says
    forced: Forced | None = None
    barred: tuple[Prohibition, ...] = ()
    _prices: dict[int, PriceList] = field(default_factory=dict)
    _candidates: dict[tuple[int, frozenset[tuple[str, str, str]]], Candidates] = field(default_factory=dict)

    def prices(self, term: int) -> PriceList:
        """The prices of this deal at a term."""
        if term not in self._prices:
            self._prices[term] = _price_list(self, term)
        return self._prices[term]

    def candidates(self, prohibitions: Sequence[Prohibition], term: int) -> Candidates:
        """What can be sold at every site; options that forbid the same share it."""
        key = term, frozenset((p.site, p.access, p.offering) for p in prohibitions)
        if key not in self._candidates:
            found = offer(self.catalog, self.needs, prohibitions, self.prices(term), self.day)
            self._candidates[key] = self.forced.among(found) if self.forced else found
        return self._candidates[key]

    def sold_at(self, site: str, place: Place, term: int) -> tuple[Variant, ...]:
        """What could be sold at a site if its place were another."""
        variants = offer_at(self.catalog, place, self.prices(term), self.day)
        return self.forced.granted(site, variants) if self.forced else variants

    @property
    def capabilities(self) -> Mapping[str, Capability]:
        """What demands can be made of."""
        return self.forced.capabilities(self.catalog.capabilities) if self.forced else self.catalog.capabilities

    @property
    def least(self) -> Objective:
        """What the choice makes least."""
        return self.objective or self.catalog.policy.objective

    @property
    def wishes(self) -> tuple[Demand, ...]:
        """Demands that no rule made."""
        return (self.forced.demand(),) if self.forced else ()


@dataclass(frozen=True, slots=True)
class Solved:
    """An option's answer; `not_added` are additions that could not be made, in words."""

    demands: Demands
    configuration: Configuration
    not_added: tuple[str, ...] = ()


def solve(request: Request, options: Sequence[Option], term: int) -> Outcome[Solved | Conflict]:
    """The best configuration for the needs with the additions of some options, or the conflict.

    The customer's budget binds the first option only; the others are shown with what they cost above it.
    """
    derived = derive(request.catalog, request.needs, options, term)
    if derived.value is None:
        return Outcome(None, derived.diagnostics)
    demands = replace(derived.value, prohibitions=(*derived.value.prohibitions, *request.barred))
    not_added: list[str] = []
    while True:
        question = question_for(request, demands, term, budget=len(options) == 1)
        answer = configure(question)
        if isinstance(answer, Configuration):
            return Outcome(Solved(demands, answer, tuple(not_added)), derived.diagnostics)
        refused = refused_additions(request, question, answer)
        if not refused:
            return Outcome(conflict(request, question, answer, demands.prohibitions), derived.diagnostics)
        not_added += [sentence for sentence, _ in refused]
        demands = _without(demands, [demand for _, dropped in refused for demand in dropped])


def further_conflicts(request: Request, known: Conflict, most: int) -> tuple[tuple[Conflict, ...], bool]:
    """Minimal conflicts beside the known one, at the terms that were asked for, at most so many; and whether that is all."""
    found: dict[frozenset[str], Conflict] = {}
    complete = True
    for term in request.needs.terms:
        demands = derive(request.catalog, request.needs, request.catalog.options[:1], term).value
        if demands is None:
            continue
        question = question_for(request, demands, term, budget=True)
        answer = configure(question)
        if isinstance(answer, Unsolved):
            conflicts, all_found = every_conflict(request, question, answer, demands.prohibitions, most)
            complete = complete and all_found
            found.update({_members(each): each for each in conflicts})
    found.pop(_members(known), None)
    return tuple(found.values())[:most], complete and len(found) <= most


def _members(conflict: Conflict) -> frozenset[str]:
    """What makes two conflicts the same one: the place and the names of its members, whatever the term."""
    return frozenset({conflict.site, *(blame.name for blame in conflict.blames)})


def _without(demands: Demands, dropped: Sequence[Demand]) -> Demands:
    gone = {id(demand) for demand in dropped}
    return replace(demands, demands=tuple(d for d in demands.demands if id(d) not in gone))


def question_for(request: Request, demands: Demands, term: int, *, budget: bool) -> Question:
    """All that the choice depends on, at one term."""
    needs = request.needs
    return Question(
        sites=[site.id for site in needs.sites],
        hub=needs.hub,
        demands=(*demands.demands, *request.wishes),
        candidates=request.candidates(demands.prohibitions, term),
        capabilities=request.capabilities,
        bundles=bundles_on(request),
        prices=request.prices(term),
        budget=needs.budget_monthly if budget else None,
        objective=request.least,
        ties=request.catalog.policy.ties,
    )


def _price_list(request: Request, term: int) -> PriceList:
    """The day's book, promotions that hold, discounts that were negotiated."""
    book = request.catalog.price_book(request.day)
    if book is None:
        raise ValueError(f"no price book on {request.day}; the request is checked before")
    promotions = tuple(p for p in request.catalog.promotions.values() if _holds(p, request, term))
    discounts = {discount.offering: discount for discount in request.needs.discounts}
    return PriceList(Deal(term, book, request.catalog.policy, promotions, discounts))


def bundles_on(request: Request) -> tuple[Bundle, ...]:
    """The bundles that hold on the day."""
    return tuple(bundle for bundle in request.catalog.bundles.values() if request.day in bundle.valid)


def _holds(promotion: Promotion, request: Request, term: int) -> bool:
    new: Fact | None = request.needs.facts.get(At.ACCOUNT, {}).get("new")
    is_new = new is not None and new.value is True
    fits_term = not promotion.terms or term in promotion.terms
    return request.day in promotion.valid and fits_term and (is_new or not promotion.new_customers_only)
