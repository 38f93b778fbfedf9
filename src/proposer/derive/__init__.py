"""From needs to demands: each rule is asked at each place, and what it says carries its cause.

A demand names the rule, the facts that the rule read, the sentence for the customer and the formula with its numbers.
Nothing is chosen here: which offering meets a demand is a later stage's matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from proposer.derive.answers import Place, account_place, shared_by_all, site_place
from proposer.derive.growth import with_growth
from proposer.derive.judging import Judge
from proposer.derive.verdict import Verdict
from proposer.diagnostics import Diagnostic, Outcome
from proposer.model.catalog import At, Catalog, Option, Rule
from proposer.model.demands import Cause, Demand, Demands, NeedsFact, Prohibition, Recommendation
from proposer.model.needs import Needs

__all__ = ["derive"]


def derive(catalog: Catalog, needs: Needs, options: Sequence[Option], term: int) -> Outcome[Demands]:
    """All that the catalog's rules, and those of some options in their order, make of the needs over a term in months.

    Findings are the rules' own: a sentence that names an answer nobody gave, a formula without a result.
    """

    def ask(stated: Needs) -> Outcome[Demands]:
        return _derived(catalog, stated, options, term)

    return with_growth(needs, ask(needs), ask)


def _derived(catalog: Catalog, needs: Needs, options: Sequence[Option], term: int) -> Outcome[Demands]:
    places = _places(catalog, needs, term)
    judge = Judge(catalog, places[At.SITE])
    return _gathered(
        (rule, option, place, verdict)
        for rule, option in _rules(catalog, options)
        for place, verdict in judge.verdicts(rule, places[rule.at])
    )


def _rules(catalog: Catalog, options: Sequence[Option]) -> Iterator[tuple[Rule, str]]:
    standing = ((catalog.rules[name], "") for name in sorted(catalog.rules))
    return chain(standing, ((rule, option.id) for option in options for rule in option.adds))


def _places(catalog: Catalog, needs: Needs, term: int) -> dict[At, tuple[Place, ...]]:
    """Where rules of each scope are asked; the network only when there is one."""
    shared = shared_by_all(catalog, needs, term)
    return {
        At.SITE: tuple(site_place(needs, site, shared) for site in needs.sites),
        At.NETWORK: (account_place(At.NETWORK, shared),) if shared.networked else (),
        At.ACCOUNT: (account_place(At.ACCOUNT, shared),),
        At.LINK: (),
    }


def _gathered(found: Iterable[tuple[Rule, str, Place, Verdict]]) -> Outcome[Demands]:
    demands: list[Demand] = []
    prohibitions: list[Prohibition] = []
    recommendations: list[Recommendation] = []
    problems: dict[tuple[str, str], Diagnostic] = {}
    for rule, option, place, verdict in found:
        for problem in verdict.problems:
            problems.setdefault((rule.id, problem.code), problem)
        if not verdict.problems:
            facts = _facts(place, verdict)
            demands += _demands(rule, option, place, verdict, facts)
            cause = Cause(rule.id, rule.span.place, verdict.because, "", facts, option)
            prohibitions += [Prohibition(place.site, cause, access=access) for access in rule.forbids_accesses]
            prohibitions += [Prohibition(place.site, cause, offering=offering) for offering in rule.forbids_offerings]
            recommendations += [Recommendation(place.site, verdict.recommends, cause)] if verdict.recommends else []
    return Outcome(Demands(tuple(demands), tuple(prohibitions), tuple(recommendations)), tuple(problems.values()))


def _demands(rule: Rule, option: str, place: Place, verdict: Verdict, facts: tuple[NeedsFact, ...]) -> Iterator[Demand]:
    for sized in verdict.demands:
        cause = Cause(rule.id, rule.span.place, verdict.because, sized.working, facts, option)
        yield Demand(place.site, sized.capability, cause, sized.amount, sized.qualities)


def _facts(place: Place, verdict: Verdict) -> tuple[NeedsFact, ...]:
    """The facts that a rule has read at a place, each once, in the order of reading."""
    own = (place.fact(name) for name in verdict.names)
    return tuple(dict.fromkeys(fact for fact in chain(own, verdict.facts) if fact is not None))
