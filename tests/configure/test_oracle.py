"""The engine against brute force, on random small worlds in which every coupling binds in some."""

from __future__ import annotations

from collections import Counter

from choice_oracle import best
from choice_worlds import world

from proposer.configure import Unsolved, configure

WORLDS = 120


def test_the_engine_finds_what_brute_force_finds() -> None:
    seen: Counter[str] = Counter()
    for seed in range(WORLDS):
        question = world(seed)
        answer, expected = configure(question), best(question)
        if expected is None:
            assert isinstance(answer, Unsolved), f"world {seed}: an answer where there is none"
            seen["no answer"] += 1
            continue
        assert not isinstance(answer, Unsolved), f"world {seed}: no answer, but {expected.value} is one"
        assert answer.proof.objective == expected.value, f"world {seed}"
        assert answer.proof.bound <= expected.value, f"world {seed}: a bound above the best"
        seen.update(expected.bundles)
        seen.update({"volume tier": expected.tiered, "pool": expected.pooled, "proven": answer.proof.proven})
    assert min(seen[name] for name in ("no answer", "double", "fleet", "glass-house", "volume tier", "pool")) >= 3, seen
    assert seen["proven"] >= 0.95 * (WORLDS - seen["no answer"]), seen
