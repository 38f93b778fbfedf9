"""A small share of `make fuzz`: whatever is done to a file, an answer with a place and no exception."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzzing import Fuzzer

SHIPPED = Path(__file__).parents[2] / "catalog"
COUNT = 60


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="the catalog is not beside the tests")
def test_mutants_of_the_shipped_catalog(tmp_path: Path) -> None:
    fuzzer = Fuzzer(SHIPPED, tmp_path)
    assert [complaint for number in range(COUNT) for complaint in fuzzer.complaints(f"1/{number}")] == []
