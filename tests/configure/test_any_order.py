"""The same question in any order has the same answer: the same items at the same sites, the same proof, after the same work."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import pytest
from choice_worlds import world

from proposer.configure import Question, configure, master
from proposer.model.candidates import Candidates
from proposer.model.objective import Objective
from proposer.pricing import PriceList

T = TypeVar("T")
WORLDS = range(600, 660)


def turned(question: Question, dice: random.Random) -> Question:
    """The same with everything in another order that has none by its nature.

    What is sold at a place stands in the order of ids, which is declared; places may be told in any.
    """
    deal = question.prices.deal
    book = replace(deal.book, prices=mixed_map(deal.book.prices, dice))
    return replace(
        question,
        sites=mixed(question.sites, dice),
        demands=mixed(question.demands, dice),
        candidates=moved(question.candidates, dice),
        capabilities=mixed_map(question.capabilities, dice),
        bundles=mixed(question.bundles, dice),
        prices=PriceList(replace(deal, book=book, promotions=tuple(mixed(deal.promotions, dice)))),
    )


def moved(candidates: Candidates, dice: random.Random) -> Candidates:
    """Each place's variants under another number."""
    order = mixed(range(len(candidates.variants)), dice)
    numbers = {old: new for new, old in enumerate(order)}
    of_site = mixed_map({site: numbers[number] for site, number in candidates.of_site.items()}, dice)
    return Candidates(tuple(candidates.variants[old] for old in order), of_site)


def mixed(things: Sequence[T], dice: random.Random) -> list[T]:
    return dice.sample(list(things), len(things))


def mixed_map(things: Mapping[str, T], dice: random.Random) -> dict[str, T]:
    return dict(mixed(list(things.items()), dice))


@pytest.mark.parametrize("objective", [Objective.TCV, Objective.ONE_TIME])  # the last has many ties
@pytest.mark.parametrize("without_solver", [60, 0])
def test_any_order_of_a_question_has_the_same_answer(
    objective: Objective, without_solver: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(master, "WITHOUT_SOLVER", without_solver)
    for seed in WORLDS:
        dice = random.Random(f"order {seed}")  # noqa: S311 - nothing secret
        question = replace(world(seed, sizes=(3, 4)), objective=objective, ties=(Objective.MONTHLY,))
        answers = [configure(question), *(configure(turned(question, dice)) for _ in range(3))]
        assert all(answer == answers[0] for answer in answers), f"world {seed}: {answers}"


def test_the_order_is_another_one() -> None:
    question = world(WORLDS[0], sizes=(4,))
    other = turned(question, random.Random(7))  # noqa: S311 - nothing secret
    assert (other.sites, other.demands) != (question.sites, question.demands)
    assert all(other.candidates.at(site) == question.candidates.at(site) for site in [*question.sites, ""])
    assert list(other.capabilities) != list(question.capabilities)
