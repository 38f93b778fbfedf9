"""The shipped catalog and needs, read once for the tests of the gallery."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.needs import Needs

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)


@cache
def catalog() -> Catalog:
    loaded = load_catalog(ROOT / "catalog")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


@cache
def needs(example: str) -> Needs:
    loaded = load_needs(ROOT / "examples" / f"{example}.yaml", catalog())
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value
