"""The months of the contract in the proposal: none where they are alike, else rows that sum to the contract value."""

from dataclasses import replace

import proposal_samples as samples
from proposal_wording import SAY

from proposer.model.quote import QuoteOption, Stretch
from proposer.propose.content.months import MonthsRow, months_rows


def option(*stretches: Stretch) -> QuoteOption:
    return replace(samples.dentist().chosen, schedule=stretches)


def test_like_months_have_no_table() -> None:
    assert months_rows(option(), SAY) == ()
    assert months_rows(option(Stretch(1, 36, 100_00, 0, 100_00)), SAY) == ()
    first = Stretch(1, 1, 100_00, 500_00, 600_00)
    assert months_rows(option(first, Stretch(2, 36, 100_00, 0, 100_00)), SAY) == ()  # only what is due once differs


def test_a_promotion_ends_and_a_site_begins() -> None:
    """500.00 + 3 × 80.00 = 740.00; 3 × 100.00 = 300.00; 250.00 + 30 × 150.00 = 4,750.00."""
    told = option(
        Stretch(1, 1, 80_00, 500_00, 740_00),
        Stretch(2, 3, 80_00, 0, 0),
        Stretch(4, 6, 100_00, 0, 100_00),
        Stretch(7, 7, 150_00, 250_00, 400_00),
        Stretch(8, 36, 150_00, 0, 150_00),
    )
    assert months_rows(told, SAY) == (
        MonthsRow("1–3", "$80.00", "$500.00", "$740.00"),
        MonthsRow("4–6", "$100.00", "–", "$300.00"),
        MonthsRow("7–36", "$150.00", "$250.00", "$4,750.00"),
    )


def test_one_month_alone_is_named_alone() -> None:
    told = option(Stretch(1, 1, 0, 0, 0), Stretch(2, 36, 10_00, 0, 10_00))
    assert [row.months for row in months_rows(told, SAY)] == ["1", "2–36"]
