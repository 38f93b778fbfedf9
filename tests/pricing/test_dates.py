"""Half-open intervals, months from an anchor, business days."""

from __future__ import annotations

from datetime import date

import pytest

from proposer.dates import Interval, add_business_days, add_months


@pytest.mark.parametrize(
    ("anchor", "months", "day"),
    [
        (date(2027, 1, 31), 1, date(2027, 2, 28)),
        (date(2028, 1, 31), 1, date(2028, 2, 29)),
        (date(2027, 1, 31), 2, date(2027, 3, 31)),  # from the anchor, not from 28 February
        (date(2026, 11, 23), 36, date(2029, 11, 23)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2027, 3, 31), -1, date(2027, 2, 28)),
        (date(2027, 1, 15), -1, date(2026, 12, 15)),
    ],
)
def test_months_end_on_the_last_day_at_most(anchor: date, months: int, day: date) -> None:
    assert add_months(anchor, months) == day


@pytest.mark.parametrize(
    ("start", "days", "day"),
    [
        (date(2026, 11, 23), 0, date(2026, 11, 23)),  # a Monday
        (date(2026, 11, 23), 4, date(2026, 11, 27)),
        (date(2026, 11, 23), 5, date(2026, 11, 30)),
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # a Friday
        (date(2026, 11, 27), 17, date(2026, 12, 22)),
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # a Saturday
    ],
)
def test_business_days_pass_over_weekends(start: date, days: int, day: date) -> None:
    assert add_business_days(start, days) == day


@pytest.mark.parametrize(("days", "day"), [(5, date(2026, 12, 4)), (10, date(2026, 12, 11))])
@pytest.mark.parametrize("start", [date(2026, 11, 28), date(2026, 11, 29)])
def test_whole_weeks_from_a_weekend_end_on_a_friday(start: date, days: int, day: date) -> None:
    assert add_business_days(start, days) == day


def test_the_first_day_counts_and_the_last_does_not() -> None:
    half_year = Interval(date(2026, 7, 1), date(2027, 1, 1))
    days = [date(2026, 6, 30), date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1)]

    assert [day in half_year for day in days] == [False, True, True, False]


def test_intervals_that_touch_do_not_overlap() -> None:
    first, second = Interval(None, date(2027, 1, 1)), Interval(date(2027, 1, 1), None)

    assert not first.overlaps(second)
    assert not second.overlaps(first)
    assert first.overlaps(Interval(date(2026, 12, 31), None))
    assert Interval().overlaps(first)
