"""Terms side by side on a terminal: aligned, the total in bold; and what is said of gaps, cases and approvals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from proposer.model.term_prices import AtTerm, OptionAtTerm, TermsTable
from proposer.report.plain import plain_text
from proposer.report.terminal import terminal_text
from proposer.report.terms_table import terms_sheet

AT_12 = OptionAtTerm("essential", "Essential", 12, 1_234_00, 0, 14_808_00, 14_808_00, 1_234_00, 0, 13_574_00, 0, 0, 0)
AT_36 = replace(
    AT_12, term=36, monthly=999_00, contract_value=35_964_00, average_month=999_00, individual_cases=2, gap=5_00
)
TABLE = TermsTable(
    "A customer", date(2026, 11, 23), "The book", "USD",
    (AtTerm(12, False, (AT_12,), approval="Finance"), AtTerm(36, True, (AT_36,), approval="Finance"), AtTerm(60, False, (), "no way")),
)  # fmt: skip


def test_the_total_is_bold_and_the_rest_is_not() -> None:
    lines = terminal_text(terms_sheet(TABLE), 100, color=True).splitlines()
    bold = [line for line in lines if "\x1b[1m" in line and "months" not in line]

    assert [line.split("\x1b[1m")[1].split("\x1b")[0].strip() for line in bold][1:2] == ["Total over the term"]
    assert not any("\x1b[1m" in line for line in lines if "Per month" in line or "Average" in line)


def test_columns_are_aligned() -> None:
    lines = [line for line in terminal_text(terms_sheet(TABLE), 100, color=False).splitlines() if line.endswith("–")]

    assert len(lines) == 8
    assert len({len(line) for line in lines}) == 1


def test_what_is_said_beside_the_amounts() -> None:
    text = plain_text(terms_sheet(TABLE), 100).splitlines()

    assert text[3] == "The needs do not name 12 or 60 months; priced all the same."
    assert text[4] == "DRAFT: needs approval by Finance at 12, 36 months."
    assert "Individual cases, unpriced           0          2          –" in text
    assert "At 36 months a better answer could save 5.00 at the most." in text
    assert text[-1] == "60 months: no way"


def test_no_figure_is_cut_off_on_a_narrow_terminal() -> None:
    """Columns stand closer together before that."""
    many = replace(TABLE, terms=tuple(AtTerm(each, True, (replace(AT_36, term=each),)) for each in (12, 24, 36, 60)))
    narrow, wide = (terminal_text(terms_sheet(many), width, color=False) for width in (74, 100))

    assert "Total over the term         35,964.00 35,964.00 35,964.00 35,964.00" in narrow
    assert "Total over the term           35,964.00   35,964.00   35,964.00   35,964.00" in wide
