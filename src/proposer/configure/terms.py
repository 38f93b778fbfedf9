"""Terms that need no choice of their own: those at which nothing costs less, piece by piece, than at another.

Let all that is of use at one term be sold at another, where each piece, at every volume tier and with every bundle, counts
no more in the objective (a month on average, where that is the contract value), and no more a month where a budget
limits it. Then the best solution of the first term can stand at the other and is no better there than that one's best.
Where moreover something that is demanded can only be had from pieces that count less, it is worse.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction

from proposer.configure.kinds import Kind
from proposer.configure.question import Question
from proposer.model.catalog import Bundle
from proposer.model.configuration import Item
from proposer.model.objective import Objective
from proposer.pricing import ItemPrice


def is_beaten(question: Question, by: Question) -> bool:
    """Whether a question's best answer is worse than that of the same question at another term."""
    if not _ask_the_same(question, by) or _by_line(question) | _by_line(by):
        return False
    sold = [frozenset(variant.item for variant in place) for place in by.candidates.variants]
    cheaper: dict[Item, bool] = {}
    kinds = question.kinds()
    for kind in kinds:
        for item in (variant.item for variant in kind.variants):
            if item not in sold[question.candidates.of_site[kind.sites[0]]]:
                return False
            if item not in cheaper:
                compared = list(_compared(question, by, item))
                if any(less < 0 for less in compared):
                    return False
                cheaper[item] = all(less > 0 for less in compared)
    return any(_only_from(kind, name, cheaper) for kind in kinds for name in kind.requirements.names)


def _ask_the_same(one: Question, other: Question) -> bool:
    """Rules may speak of the term, so what they demand is compared."""
    wanted = [[(d.site, d.capability, d.amount, d.qualities) for d in each.demands] for each in (one, other)]
    return wanted[0] == wanted[1] and one.candidates.of_site == other.candidates.of_site


def _by_line(question: Question) -> frozenset[str]:
    """The offerings of use whose pieces do not tell what a line costs."""
    return frozenset(
        variant.offering.id
        for kind in question.kinds()
        for variant in kind.variants
        if variant.starts or question.prices.is_stepped(variant.offering.id)
    )


def _compared(question: Question, by: Question, item: Item) -> Iterator[Fraction]:
    """By how much a piece counts less at the other term; below zero where it counts more in anything that matters."""
    monthly = question.prices.deal.book.prices[item.offering].monthly
    bundles: list[Bundle | None] = [None, *(bundle for bundle in question.bundles if item.offering in bundle.on)]
    for tier in range(len(monthly.tiers) if monthly and monthly.tiers else 1):
        for bundle in bundles:
            here, there = (each.prices.price(item, tier, bundle) for each in (question, by))
            less = _counted(here, question) - _counted(there, by)
            dearer = question.budget is not None and there.monthly_net > here.monthly_net
            unpriced = (here.individual_case is None) != (there.individual_case is None)
            yield Fraction(-1) if dearer or unpriced else less


def _counted(price: ItemPrice, question: Question) -> Fraction:
    months = question.prices.deal.term if question.objective is Objective.TCV else 1
    return Fraction(price.worth(question.objective), months)


def _only_from(kind: Kind, demanded: str, cheaper: Mapping[Item, bool]) -> bool:
    """Whether everything that could serve a demand counts less at the other term."""
    return all(
        cheaper[variant.item]
        for variant in kind.variants
        if demanded in variant.provides or any(name == demanded for name, _ in variant.services)
    )
