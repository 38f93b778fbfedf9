"""A few cases of every property of prices; `make properties` takes thousands."""

from __future__ import annotations

import pytest
from price_properties import LEAST_SHARE, NO_CASE, PROPERTIES, Property

CASES = 14


@pytest.mark.parametrize("holds", PROPERTIES, ids=lambda each: each.__name__.replace("_", " "))
def test_it_holds(holds: Property) -> None:
    said = [holds(seed) for seed in range(CASES)]
    assert [each for each in said if each not in ("", NO_CASE)] == []
    assert said.count("") >= LEAST_SHARE * CASES, "too few cases"
