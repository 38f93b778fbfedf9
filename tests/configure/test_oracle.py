"""The engine against brute force, on random small worlds in which every coupling binds in some."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from choice_oracle import best
from choice_worlds import world

from proposer.configure import Unsolved, configure, master
from proposer.model.objective import Objective

WORLDS = 120
COUPLINGS = ("no answer", "double", "fleet", "glass-house", "volume tier", "pool")


def test_the_engine_finds_what_brute_force_finds() -> None:
    seen: Counter[str] = Counter()
    for seed in range(WORLDS):
        seen.update(_compare(seed))
    assert min(seen[name] for name in COUPLINGS) >= 3, seen
    assert seen["proven"] >= 0.95 * (WORLDS - seen["no answer"]), seen


def test_so_it_does_when_every_bound_comes_from_the_linear_relaxation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "WITHOUT_SOLVER", 0)
    seen: Counter[str] = Counter()
    for seed in range(WORLDS, WORLDS + 40):
        seen.update(_compare(seed))
    assert seen["proven"] >= 0.95 * (40 - seen["no answer"]), seen


@pytest.mark.parametrize("objective", [Objective.MONTHLY, Objective.FIRST_YEAR, Objective.ONE_TIME])
def test_whatever_is_made_least(objective: Objective) -> None:
    for seed in range(40):
        _compare(seed, objective)


def _compare(seed: int, objective: Objective = Objective.TCV) -> dict[str, bool]:
    """What bound in one world, after the engine's answer has been held against brute force."""
    question = replace(world(seed), objective=objective, ties=(Objective.MONTHLY, Objective.ONE_TIME))
    answer, expected = configure(question), best(question)
    if expected is None:
        assert isinstance(answer, Unsolved), f"world {seed}: an answer where there is none"
        return {"no answer": True}
    assert not isinstance(answer, Unsolved), f"world {seed}: no answer, but {expected.value} is one"
    assert answer.proof.objective == expected.value, f"world {seed}"
    assert answer.proof.bound <= expected.value, f"world {seed}: a bound above the best"
    bundles = dict.fromkeys(expected.bundles, True)
    return bundles | {"volume tier": expected.tiered, "pool": expected.pooled, "proven": answer.proof.proven}
