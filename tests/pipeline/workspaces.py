"""The shipped catalog, copies of it that a test may change, and needs as a rep would write them."""

from __future__ import annotations

import shutil
from datetime import date
from functools import cache
from pathlib import Path

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.configuration import Conflict
from proposer.model.needs import Needs
from proposer.model.quote import Quote, QuoteLine, QuoteOption
from proposer.pipeline import make_quote

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)


@cache
def shipped() -> Catalog:
    return load(ROOT / "catalog")


def load(folder: Path) -> Catalog:
    loaded = load_catalog(folder)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def copied(folder: Path) -> Path:
    """A copy of the shipped catalog to change."""
    shutil.copytree(ROOT / "catalog", folder / "catalog")
    return folder / "catalog"


def replaced(file: Path, old: str, new: str) -> None:
    """Change one place of a file; it must be there, once."""
    text = file.read_text("utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file.name}"
    file.write_text(text.replace(old, new), "utf-8")


def example(name: str, catalog: Catalog) -> Needs:
    loaded = load_needs(ROOT / "examples" / f"{name}.yaml", catalog)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def needs_of(text: str, folder: Path) -> Needs:
    """Needs written in a test."""
    file = folder / "needs.yaml"
    file.write_text(text, "utf-8")
    loaded = load_needs(file, shipped())
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def quoted(catalog: Catalog, needs: Needs, day: date = AS_OF, term: int | None = None) -> Quote:
    outcome = make_quote(catalog, needs, day, term=term)
    assert isinstance(outcome.value, Quote), outcome
    return outcome.value


def refused(catalog: Catalog, needs: Needs, day: date = AS_OF) -> Conflict:
    outcome = make_quote(catalog, needs, day)
    assert isinstance(outcome.value, Conflict), outcome
    return outcome.value


def line(option: QuoteOption, offering: str, site: str = "") -> QuoteLine:
    """The one line of an offering (at a site)."""
    found = [
        each
        for design in option.designs
        for each in design.lines
        if each.offering == offering and (not site or site in design.site_ids)
    ]
    assert len(found) == 1, [each.id for each in found]
    return found[0]


def offerings(option: QuoteOption) -> set[str]:
    return {each.offering for design in option.designs for each in design.lines}
