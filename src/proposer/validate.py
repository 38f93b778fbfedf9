"""Everything that is wrong with a catalog's folder: its files, the checks over the whole, and its scenarios."""

from __future__ import annotations

from pathlib import Path

from proposer.check import check_catalog
from proposer.diagnostics import Outcome
from proposer.load.catalog import load_catalog
from proposer.load.scenarios import load_scenarios
from proposer.model.catalog import Catalog

__all__ = ["validate"]


def validate(folder: Path) -> Outcome[Catalog]:
    """The catalog of a folder, if it could be loaded, with all findings; scenarios are read, not run."""
    loaded = load_catalog(folder)
    if loaded.value is None:
        return loaded
    scenarios = load_scenarios(folder, loaded.value)
    found = (*loaded.diagnostics, *check_catalog(loaded.value), *scenarios.diagnostics)
    return Outcome(loaded.value, tuple(dict.fromkeys(found)))
