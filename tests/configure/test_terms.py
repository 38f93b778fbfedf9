"""Of several terms the best one is taken, whatever is made least: held against brute force over both terms of a world."""

from __future__ import annotations

from collections import Counter

import pytest
from choice_oracle import best
from choice_worlds import TERM, world
from oracle_report import difference
from term_worlds import LONGER, at_both_terms, best_term, chosen_term

from proposer.configure import configure
from proposer.model.configuration import Configuration, Proof
from proposer.model.objective import Objective
from proposer.pipeline.whole import rank

WORLDS = 8


@pytest.mark.parametrize("objective", list(Objective))
def test_the_term_is_the_one_that_brute_force_takes(objective: Objective) -> None:
    seen: Counter[int] = Counter()
    first = 700 + WORLDS * list(Objective).index(objective)
    for seed in range(first, first + WORLDS):
        questions = at_both_terms(seed, objective)
        answers, expected = [configure(each) for each in questions], [best(each) for each in questions]
        assert [each for each in map(difference, answers, expected) if each] == [], f"world {seed}"
        chosen = chosen_term(answers, objective)
        assert chosen == best_term(expected, objective), f"world {seed}"
        seen.update([chosen[0]] if chosen else [])
    assert sum(seen.values()) >= 3, seen


def test_the_shorter_term_of_a_world_is_the_world_itself() -> None:
    for seed in range(10):
        shorter, longer = at_both_terms(seed)
        answers = configure(world(seed)), configure(shorter)
        proofs = [answer.proof.objective for answer in answers if isinstance(answer, Configuration)]
        assert len(set(proofs)) == 1 or not proofs
        assert (shorter.prices.deal.term, longer.prices.deal.term) == (TERM, LONGER)


def choice(term: int, objective: int, cases: int = 0) -> Configuration:
    return Configuration(term, (), Proof(objective, objective, 1, 1, 1), cases)


@pytest.mark.parametrize(
    ("least", "choices", "taken"),
    [
        (Objective.TCV, [choice(12, 1200), choice(24, 2399)], 24),  # a cent less over the term: less a month
        (Objective.TCV, [choice(12, 1200), choice(24, 2400)], 12),  # equal: the shorter one
        (Objective.TCV, [choice(36, 3601), choice(12, 1200)], 12),
        (Objective.MONTHLY, [choice(12, 100), choice(24, 99)], 24),
        (Objective.ONE_TIME, [choice(12, 100), choice(24, 100)], 12),
        (Objective.FIRST_YEAR, [choice(12, 1200), choice(24, 1300)], 12),
        (Objective.TCV, [choice(12, 1, cases=1), choice(24, 9999)], 24),  # what has a price comes first
    ],
)
def test_the_rule_in_numbers(least: Objective, choices: list[Configuration], taken: int) -> None:
    assert min(choices, key=lambda each: rank(each, least)).term == taken
