"""A choice that is watched: whenever it is ended it says what it found, what that is worth, and what it does not know."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from itertools import count, pairwise
from math import inf

import pytest
from choice_worlds import world
from honest import claim, judged, least_of

from proposer.configure import UNLIMITED, Reached, Unsolved, Watch, configure, master

WORLDS = range(800, 840)


def over_after(calls: int) -> Callable[[], float]:
    """Seconds left, of a clock that strikes when it has been looked at so often."""
    looks = count(1)
    return lambda: 0.0 if next(looks) > calls else 9.0


@pytest.mark.parametrize("calls", [1, 2, 3, 5, 8, 13, 21, 34, 55])
def test_a_choice_that_is_ended_claims_what_it_knows(calls: int) -> None:
    seen = Counter(claim(seed, replace(world(seed), watch=Watch(over_after(calls)))) for seed in WORLDS)
    assert seen["open"] >= 20 if calls < 2 else seen["proven"], seen


def test_a_choice_without_any_time_claims_nothing() -> None:
    assert {claim(seed, replace(world(seed), watch=Watch(lambda: 0.0))) for seed in WORLDS} == {"open"}


def test_a_choice_that_is_ended_at_some_moment_has_an_answer_without_its_proof() -> None:
    seen = Counter(
        claim(seed, replace(world(seed), watch=Watch(over_after(calls))))
        for seed in WORLDS
        for calls in range(9, 30, 4)
    )
    assert seen["gap"] >= 5, seen


@pytest.mark.parametrize(("per_cent", "ended"), [(0, 0), (5, 1), (20, 4)])
def test_a_gap_that_is_good_enough_ends_the_search_there(per_cent: int, ended: int) -> None:
    gap, within = Fraction(per_cent, 100), 0
    for seed in WORLDS:
        question = replace(world(seed), watch=Watch(gap=gap))
        answer, least = configure(question), least_of(seed)
        judged(least, question, answer)
        assert isinstance(answer, Unsolved) == (least is None)
        if isinstance(answer, Unsolved) or least is None:
            continue
        proof = answer.proof
        assert proof.objective - proof.bound <= gap * proof.objective
        assert proof.objective * (1 - gap) <= least, "so far above the best"
        within += not proof.proven
    assert within >= ended if ended else within == 0


def told(seed: int) -> list[Reached]:
    """What is said on the way to an answer of a world."""
    said: list[Reached] = []
    configure(replace(world(seed), watch=Watch(tell=said.append)))
    return said


def test_what_is_told_grows_and_the_gap_shrinks() -> None:
    seen: Counter[str] = Counter()
    for seed in WORLDS:
        said = told(seed)
        stocking, searching = ([each for each in said if (each.best is None) is without] for without in (True, False))
        assert all(each.stocked <= each.kinds for each in said)
        for one, other in pairwise(stocking):  # where the kinds begin again, another network does
            assert other.stocked == 1 or (other.stocked, other.packages) >= (one.stocked, one.packages)
        for one, other in pairwise(searching):
            assert (one.way, one.ways) <= (other.way, other.ways)
            if one.way == other.way and one.best and other.best:
                assert other.best <= one.best
                assert other.gap <= one.gap
        seen.update(stocking=len(stocking), searching=len(searching), several=said[-1].ways > 1)
    assert min(seen.values()) >= 5, seen


def test_a_search_that_ends_early_told_the_gap_that_it_answers_with(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "MOST_NODES", 2)
    ended = 0
    for seed in WORLDS:
        said: list[Reached] = []
        answer = configure(replace(world(seed), watch=Watch(tell=said.append)))
        if not isinstance(answer, Unsolved) and not answer.proof.proven:
            ended += 1
            assert answer.proof.objective - answer.proof.bound <= max(each.gap for each in said)
    assert ended >= 3


def test_time_is_shared_by_the_choices_that_are_still_to_come() -> None:
    now = 0.0
    watch = Watch(left=lambda: 12.0 - now)
    first = watch.part(4)
    assert (first.left(), first.is_over(), first.is_all_over()) == (3.0, False, False)
    now = 2.0  # the first was quick: what it left is for the others
    second = watch.part(3)
    assert (first.left(), round(second.left(), 9)) == (1.0, round(10 / 3, 9))
    now = 7.0
    assert (second.is_over(), second.is_all_over()) == (True, False)
    last = watch.part(1)
    assert last.left() == 5.0
    now = 12.0
    assert (last.is_over(), last.is_all_over(), watch.is_over()) == (True, True, True)


def test_a_part_of_a_part_knows_when_all_is_over() -> None:
    now = 0.0
    inner = Watch(left=lambda: 12.0 - now, gap=Fraction(1, 10)).part(2).part(3)
    assert (inner.left(), inner.gap) == (2.0, Fraction(1, 10))
    now = 2.5
    assert (inner.is_over(), inner.is_all_over()) == (True, False)
    now = 12.0
    assert inner.is_all_over()


def test_without_a_limit_every_part_is_endless() -> None:
    assert UNLIMITED.part(3).part(2).left() == inf
    assert not UNLIMITED.part(3).is_over()
