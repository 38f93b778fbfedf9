"""The places of a question: what each demands, what could be of use there, and how much of it at most.

A place's need of an amount is what is demanded and what its items could draw. Nothing is there without need, so there are
no more pieces of a variant than one that tips the balance, or than can be ordered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from benchmarks.peers.assortment import Assortment
from proposer.configure.question import Question
from proposer.configure.relevance import Relevance
from proposer.configure.requirements import Requirements, merge
from proposer.model.candidates import Variant
from proposer.model.catalog import At
from proposer.model.demands import ACCOUNT, Demand

MOST = 10_000  # pieces of what has no limit of its own
PASSES = 3  # through chains of items that draw on each other


@dataclass(frozen=True, slots=True)
class Place:
    """A site or the account; `most` are the pieces of each variant, `pools` the amounts that others draw on here."""

    name: str
    wanted: Requirements
    pools: frozenset[str]
    assortment: Assortment
    most: Sequence[int]


def places_of(question: Question) -> Iterator[Place]:
    """All sites and the account."""
    relevance = Relevance()
    assortments: dict[int, Assortment] = {}  # by the identity of what they hold
    demands: dict[str, list[Demand]] = {}
    for demand in question.demands:
        demands.setdefault(demand.site, []).append(demand)
    shared = {name for variants in question.candidates.variants for v in variants for name in v.linked}
    for name in [*question.sites, ACCOUNT]:
        wanted = merge(demands.get(name, ()), question.capabilities)
        pools = frozenset(pool for pool in shared if holder_of(question, pool) == name)
        useful = relevance.among(question.candidates.at(name), {*wanted.services, *wanted.amounts, *pools})
        assortment = assortments.setdefault(id(useful), Assortment(question, useful))
        yield Place(name, wanted, pools, assortment, _most(assortment, wanted.amounts, pools))


def holder_of(question: Question, pool: str) -> str:
    """The place that a pool stands at."""
    return (question.hub or ACCOUNT) if question.capabilities[pool].at is At.SITE else ACCOUNT


def _most(assortment: Assortment, demanded: Mapping[str, int], pools: frozenset[str]) -> Sequence[int]:
    most = [MOST if variant.most is None else variant.most for variant in assortment.variants]
    for _ in range(PASSES):
        needs = _needs(assortment, most, demanded)
        most = [_of_use(v, now, needs, pools) for v, now in zip(assortment.variants, most, strict=True)]
    return most


def _needs(assortment: Assortment, most: Sequence[int], demanded: Mapping[str, int]) -> Mapping[str, int]:
    """The most that could be drawn of each amount, demands included."""
    needs = dict(demanded)
    for name in assortment.consumed:
        drawn: dict[str, int] = {}  # by offering
        for index, amount in assortment.nets(name):
            variant = assortment.variants[index]
            pieces = variant.most or most[index]
            if amount < 0:
                drawn[variant.offering.id] = max(drawn.get(variant.offering.id, 0), -amount * pieces)
        needs[name] = needs.get(name, 0) + sum(drawn.values())
    return needs


def _of_use(variant: Variant, now: int, needs: Mapping[str, int], pools: frozenset[str]) -> int:
    """The most pieces of a variant that a place could have need of."""
    if now == 1 or not pools.isdisjoint(variant.provides):
        return now
    tipping = (
        -(-needs.get(name, 0) // given)
        for name, gross in variant.provides.items()
        if (given := gross - variant.consumes.get(name, 0)) > 0
    )
    return min(now, max(variant.least, *tipping, 1))
