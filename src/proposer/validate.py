"""Everything that is wrong with a catalog's folder: its files, the checks over the whole, and its scenarios."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from proposer.check import check_catalog
from proposer.check.catalog import Check
from proposer.check.conditions import always_true, dead_branches, never_true
from proposer.check.cost import above_cost
from proposer.check.holes import orderable_is_priced
from proposer.check.price_shape import monthly_rises, term_falls
from proposer.check.volume import tiers_that_pay, volume_tiers
from proposer.diagnostics import Diagnostic, Outcome
from proposer.load.catalog import load_what_stands
from proposer.load.gathered import gathered
from proposer.load.memory import Memory
from proposer.load.scenarios import load_scenarios
from proposer.load.soundness import SINGLE, Loaded
from proposer.model.catalog import Catalog

__all__ = ["validate"]

# what they say of one offering's prices or of one rule is true whatever else may be missing
ALONE: tuple[Check, ...] = (
    orderable_is_priced, volume_tiers, tiers_that_pay, monthly_rises, term_falls, above_cost,
    never_true, always_true, dead_branches,
)  # fmt: skip


def validate(folder: Path, memory: Memory | None = None) -> Outcome[Catalog]:
    """The catalog of a folder, if it could be loaded, with all findings; scenarios are read, not run.

    With a memory that was given before, only what changed since is read again; the findings are the same.
    """
    loaded = load_what_stands(folder, memory)
    if loaded.errors or loaded.catalog is None:
        return Outcome(None, _once((*gathered(loaded.found), *_beside(loaded), *_scenarios(folder, loaded))))
    scenarios = load_scenarios(folder, loaded.catalog, memory)
    return Outcome(
        loaded.catalog, _once((*loaded.found, *check_catalog(loaded.catalog), *scenarios.diagnostics), sort=False)
    )


def _beside(loaded: Loaded) -> Iterable[Diagnostic]:
    """What is wrong beside the errors and is no consequence of any of them."""
    sound = loaded.sound()
    return () if sound is None else (found for check in ALONE for found in check(sound))


def _scenarios(folder: Path, loaded: Loaded) -> Iterable[Diagnostic]:
    """What is wrong with the scenarios that name nothing with an error."""
    if loaded.catalog is None or loaded.faulty & set(SINGLE):
        return ()
    found = load_scenarios(folder, loaded.catalog).diagnostics
    doubtful = {file for file in {each.span.file for each in found} if _names_any(folder / file, loaded.lost)}
    return (each for each in found if each.span.file not in doubtful)


def _names_any(file: Path, names: Iterable[str]) -> bool:
    text = file.read_text("utf-8", "replace") if file.is_file() else ""
    return any(name in text for name in names)


def _once(found: Iterable[Diagnostic], *, sort: bool = True) -> tuple[Diagnostic, ...]:
    """Each finding once, by file and line."""
    each = dict.fromkeys(found)
    return tuple(sorted(each, key=lambda one: (one.span.file, one.span.line, one.span.column)) if sort else each)
