"""Seven faults at once: one run shows each at its place, and nothing that is only a consequence."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_fixtures import changed, tiny_catalog

from proposer.validate import validate

FAULTS = {  # what is typed wrong: (file, text, instead)
    "a misspelt id": ("bundles/office.yaml", "internet: 1", "internett: 1"),
    "a wrong unit": ("offerings/access/internet.yaml", "port: {label: Port, values: [100 Mbps", "port: {label: Port, values: [100 mbps"),
    "a price hole": ("price-books/2026.yaml", "{by: [access], on-net: 0, near-net: 4800.00,", "{by: [access], on-net: 0,"),
    "a tier that raises the total": ("price-books/2026.yaml", "{price: 15.00}", "{price: 25.00}"),
    "`yes` for a flag": ("promotions/launch.yaml", "new_customers: true", "new_customers: yes"),
    "a key twice": ("options.yaml", "  title: Recommended\n", "  title: Recommended\n  title: Best\n"),
    "broken indentation": ("rules/demands.yaml", "\n  because", "\n   because"),
}  # fmt: skip


def found(folder: Path, *faults: str) -> list[tuple[str, str, int, int]]:
    catalog = tiny_catalog(folder)
    for fault in faults or FAULTS:
        changed(catalog, *FAULTS[fault])
    return [(d.code, d.span.file, d.span.line, d.span.column) for d in validate(catalog).diagnostics]


def test_all_at_once(tmp_path: Path) -> None:
    assert found(tmp_path) == [
        ("CAT104", "bundles/office.yaml", 3, 11),
        ("CAT107", "offerings/access/internet.yaml", 5, 32),
        ("YML106", "options.yaml", 4, 3),
        ("PRC204", "price-books/2026.yaml", 5, 5),
        ("PRC206", "price-books/2026.yaml", 18, 55),
        ("CAT103", "promotions/launch.yaml", 3, 23),
        ("YML105", "rules/demands.yaml", 6, 4),
    ]


@pytest.mark.parametrize("fault", FAULTS)
def test_each_alone_is_one_finding(tmp_path: Path, fault: str) -> None:
    assert len(found(tmp_path, fault)) == 1
