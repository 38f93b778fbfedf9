"""CSV that a spreadsheet opens without calculating what somebody wrote."""

from __future__ import annotations

import csv
from io import StringIO

import pytest

from proposer.report.csv_text import csv_text, harmless


@pytest.mark.parametrize("text", ["=1+1", "+1 330 555 0100", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "-", "-1e5", "+.5"])
def test_what_a_spreadsheet_would_calculate_is_kept_a_text(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "-12.50", "12.50", "+3", "West = East", "'=1", "a@b", "–"])
def test_all_else_stays_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_rows_come_back_as_they_were() -> None:
    rows = [['West, "the" clinic', "line\nbreak", "-1.00"], ["", "ü", "=x"]]
    text = csv_text(["a", "b", "c"], rows)

    assert list(csv.reader(StringIO(text))) == [["a", "b", "c"], rows[0], ["", "ü", "'=x"]]
