"""Puts bad fixtures together: a small good catalog, with the fixture's files in place of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

from proposer.diagnostics import Diagnostic
from proposer.load.catalog import load_catalog
from proposer.load.files import source_reader
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.report.text import render_diagnostics
from proposer.validate import validate

FIXTURES = Path(__file__).parents[1] / "fixtures"
TINY = FIXTURES / "tiny"
BAD = FIXTURES / "bad"
EXPECTED = "expected.txt"
REMOVED = "REMOVED"


def tiny_catalog(folder: Path) -> Path:
    """A copy of the small good catalog below `folder`."""
    catalog = folder / "catalog"
    shutil.copytree(TINY, catalog)
    return catalog


def overlaid(fixture: Path, folder: Path) -> Path:
    """The small good catalog with a fixture's files over it, and without those that it removes."""
    catalog = tiny_catalog(folder)
    shutil.copytree(
        fixture, catalog, dirs_exist_ok=True, ignore=shutil.ignore_patterns(EXPECTED, "needs.yaml", "*.csv")
    )
    removed = catalog / REMOVED
    for name in removed.read_text("utf-8").split() if removed.exists() else ():
        (catalog / name).unlink()
    for name in (REMOVED, "stores"):
        path = catalog / name
        if path.is_dir():
            shutil.rmtree(path)
        path.unlink(missing_ok=True)
    return catalog


def found_in(catalog: Path, needs: Path | None) -> tuple[Diagnostic, ...]:
    """Everything that loading and checking find."""
    outcome = validate(catalog)
    if outcome.value is None or needs is None:
        return outcome.diagnostics
    return (*outcome.diagnostics, *load_needs(needs, outcome.value).diagnostics)


def changed(catalog: Path, file: str, old: str, new: str) -> Path:
    """Replace a stretch of one file's text, which must stand there."""
    text = (catalog / file).read_text("utf-8")
    assert old in text
    (catalog / file).write_text(text.replace(old, new, 1), "utf-8")
    return catalog


def loaded_tiny() -> Catalog:
    catalog = load_catalog(TINY).value
    assert catalog is not None
    return catalog


def rendered(diagnostics: tuple[Diagnostic, ...], *folders: Path) -> str:
    return render_diagnostics(diagnostics, source_reader(folders), color=False)
