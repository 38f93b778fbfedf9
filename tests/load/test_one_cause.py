"""One cause, one message: what is only a consequence of another fault is not said."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_fixtures import TINY, changed, tiny_catalog

from proposer.validate import validate

FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*.yaml"))
FIELDS = [  # a key is misspelt, on which much of the catalog depends
    ("catalog.yaml", "families:", "familis:"),
    ("catalog.yaml", "accesses:", "acceses:"),
    ("catalog.yaml", "service_levels:", "service_level:"),
    ("questions.yaml", "site:", "sites:"),
    ("questions.yaml", "seats: {type: count", "seats: {tpe: count"),
    ("capabilities.yaml", "internet: {at: site", "internet: {att: site"),
    ("tables.yaml", "source:", "sourc:"),
    ("offerings/access/internet.yaml", "characteristics:", "characteristic:"),
    ("offerings/access/internet.yaml", "name:", "nam:"),
    ("price-books/2026.yaml", "prices:", "price:"),
    ("price-books/2026.yaml", "valid:", "vald:"),
    ("scenarios/one-office.yaml", "needs:", "neds:"),
    ("rules/demands.yaml", "because:", "becuse:"),
]


@pytest.mark.parametrize("file", FILES)
def test_a_file_that_cannot_be_parsed(file: str, tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    text = (catalog / file).read_text("utf-8")
    (catalog / file).write_text(text + "\n x: [\n", "utf-8")
    assert [(each.code, each.span.file) for each in validate(catalog).diagnostics] == [("YML105", file)]


@pytest.mark.parametrize(("file", "old", "new"), FIELDS)
def test_a_misspelt_key(file: str, old: str, new: str, tmp_path: Path) -> None:
    found = validate(changed(tiny_catalog(tmp_path), file, old, new)).diagnostics
    assert [(each.code, each.span.file) for each in found] == [("CAT101", file)]


def test_a_name_that_many_use_is_missing_once(tmp_path: Path) -> None:
    catalog = changed(tiny_catalog(tmp_path), "capabilities.yaml", "internet:", "internett:")
    (found,) = validate(catalog).diagnostics
    assert found.message == "unknown capability `internet`, here and at 3 other places"
    assert found.nearest == "internett"
