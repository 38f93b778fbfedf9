"""Two engines on the same worlds, too large for brute force: the least value and the verdict are the same."""

from __future__ import annotations

import sys

import pytest
from engines_report import differences
from loosened import WITHOUT
from oracle_report import compared

WORLDS = 40
SAMPLED = 16


@pytest.mark.skipif(
    sys.platform == "win32", reason="the second engine is started as a process of its own, measured on POSIX"
)
def test_the_second_engine_agrees() -> None:
    assert list(differences(7_000_000, WORLDS)) == []


def test_couplings_decide_the_answer_in_the_worlds_that_are_compared() -> None:
    results = [compared(seed, every=1) for seed in range(9_000_000, 9_000_000 + SAMPLED)]
    assert [difference for difference, _ in results if difference] == []
    binding = {name for _, names in results for name in names} & set(WITHOUT)
    assert len(binding) >= 8, set(WITHOUT) - binding
