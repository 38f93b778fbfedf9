"""The shipped catalog, loaded once for all tests of what is sold."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposer.load.catalog import load_catalog
from proposer.model.catalog import Catalog

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    loaded = load_catalog(ROOT / "catalog")
    assert loaded.value is not None, [f"{d.span.place}: {d.message}" for d in loaded.diagnostics]
    assert loaded.diagnostics == ()
    return loaded.value
