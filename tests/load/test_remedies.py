"""What findings of loading say beside their words: the nearest name, and the replacement only where it is certain."""

from __future__ import annotations

from pathlib import Path

import pytest
from load_fixtures import changed, tiny_catalog

from proposer.validate import validate

INTERNET, BOOK = "offerings/access/internet.yaml", "price-books/2026.yaml"
CERTAIN = [
    ("promotions/launch.yaml", "new_customers: true", "new_customers: off", "false"),
    ("questions.yaml", "type: flag,", "type: flag, default: Yes,", "true"),
    ("bundles/office.yaml", "internet: 1", "internett: 1", "internet"),
    (INTERNET, "service_level: fibre", "servce_level: fibre", "service_level"),
    (INTERNET, "[100 Mbps", "[100 mbps", "100 Mbps"),
    (INTERNET, "1 Gbps]}", "1 Gb/s]}", "1 Gbps"),
    ("offerings/access/seat.yaml", "100 kbps", "100 Kbit/s", "100 kbps"),
    (BOOK, "near-net: 4800.00", "near-net: $4800.00", "4800.00"),
    (BOOK, "near-net: 4800.00", "near-net: 4,800.00", "4800.00"),
    (BOOK, "near-net: 4800.00", "near-net: $4,800", "4800"),
]
OPEN = [
    ("bundles/office.yaml", "internet: 1", "inter: 1"),  # near, but not near enough
    ("bundles/office.yaml", "internet: 1", '"internett": 1'),  # the quotes may be meant
    (INTERNET, "[100 Mbps", "[100 Mbs"),  # which of two units?
    (BOOK, "[300.00,", "[about 300.00,"),
    ("promotions/launch.yaml", "new_customers: true", "new_customers: perhaps"),
]


@pytest.mark.parametrize(("file", "old", "new", "instead"), CERTAIN)
def test_a_certain_replacement(file: str, old: str, new: str, instead: str, tmp_path: Path) -> None:
    (found,) = validate(changed(tiny_catalog(tmp_path), file, old, new)).diagnostics
    assert found.fix is not None
    assert (found.fix.text, found.fix.span) == (instead, found.span)


@pytest.mark.parametrize(("file", "old", "new"), OPEN)
def test_no_replacement_where_it_would_be_a_guess(file: str, old: str, new: str, tmp_path: Path) -> None:
    (found,) = validate(changed(tiny_catalog(tmp_path), file, old, new)).diagnostics
    assert found.fix is None
