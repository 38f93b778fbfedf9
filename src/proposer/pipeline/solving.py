"""One option at one term: derive, offer, configure; what an option would add but cannot is left out, and said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import partial

from proposer.configure import UNLIMITED, Question, Shelf, Unsolved, Watch, configure
from proposer.derive import derive
from proposer.diagnostics import Diagnostic, Outcome
from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import Capability, Catalog, Option
from proposer.model.configuration import Configuration, Conflict
from proposer.model.demands import Demand, Demands, Prohibition
from proposer.model.needs import Needs
from proposer.model.objective import Objective
from proposer.offer import Place, offer
from proposer.pipeline.disputes import conflict, every_conflict, refused_additions
from proposer.pipeline.forcing import Forced
from proposer.pipeline.known import Known
from proposer.pricing import PriceList

TOO_SHORT = "QUO105"


@dataclass(frozen=True, slots=True)
class Request:
    """What is asked: needs, of a catalog on a day, and for the sake of an explanation what is `forced`, what `barred`."""

    known: Known
    needs: Needs
    objective: Objective | None = None  # None: what the pricing policy says
    forced: Forced | None = None
    barred: tuple[Prohibition, ...] = ()
    watch: Watch = UNLIMITED
    _candidates: dict[tuple[object, ...], Candidates] = field(default_factory=dict)

    def shelf(self, term: int) -> Shelf:
        """The prices of this deal at a term, and what is known of packages at them."""
        return self.known.shelf(self.needs, term)

    def prices(self, term: int) -> PriceList:
        """The prices of this deal at a term."""
        return self.shelf(term).prices

    def candidates(self, demands: Demands, term: int) -> Candidates:
        """What can be sold at every site; options that forbid the same, and let the same grow, share it."""
        prohibited = frozenset((p.site, p.access, p.offering) for p in demands.prohibitions)
        key = term, prohibited, tuple(sorted(demands.growth.items(), key=lambda pair: pair[0]))
        if key not in self._candidates:
            prices, growth = self.prices(term), demands.growth
            sold_at = partial(self.known.sold_at, prices=prices)
            found = offer(self.catalog, self.needs, demands.prohibitions, sold_at, growth)
            self._candidates[key] = self.forced.among(found) if self.forced else found
        return self._candidates[key]

    def sold_at(self, site: str, place: Place, term: int) -> tuple[Variant, ...]:
        """What could be sold at a site if its place were another."""
        variants = self.known.sold_at(place, self.prices(term))
        return self.forced.granted(site, variants) if self.forced else variants

    @property
    def catalog(self) -> Catalog:
        """What is sold."""
        return self.known.catalog

    @property
    def day(self) -> date:
        """The day of the quote."""
        return self.known.day

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
        if not answer.proven and question.watch.is_over():
            return Outcome(None, (*derived.diagnostics, _too_short(options[-1].title, term)))
        question = replace(question, watch=UNLIMITED)  # to say why takes as long as it takes
        refused = refused_additions(request, question, answer)
        if not refused:
            return Outcome(conflict(request, question, answer, demands.prohibitions), derived.diagnostics)
        not_added += [sentence for sentence, _ in refused]
        demands = _without(demands, [demand for _, dropped in refused for demand in dropped])


def _too_short(title: str, term: int) -> Diagnostic:
    """Neither an answer nor the proof that there is none."""
    message = f"the search for {title} at {term} months was ended before it found a solution; there may be one"
    return Diagnostic(TOO_SHORT, message, help="let it go on: more seconds with --time or none, and no Ctrl-C")


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


def first_question(request: Request, term: int) -> Question | None:
    """The question of the first option at a term; None where the rules have findings."""
    demands = derive(request.catalog, request.needs, request.catalog.options[:1], term).value
    if demands is None:
        return None
    allowed = replace(demands, prohibitions=(*demands.prohibitions, *request.barred))
    return question_for(request, allowed, term, budget=True)


def question_for(request: Request, demands: Demands, term: int, *, budget: bool) -> Question:
    """All that the choice depends on, at one term."""
    needs = request.needs
    return Question(
        sites=[site.id for site in needs.sites],
        hub=needs.hub,
        demands=(*demands.demands, *request.wishes),
        candidates=request.candidates(demands, term),
        capabilities=request.capabilities,
        bundles=request.known.bundles,
        prices=request.prices(term),
        shelf=request.shelf(term),
        budget=needs.budget_monthly if budget else None,
        objective=request.least,
        ties=request.catalog.policy.ties,
        watch=request.watch,
    )
