"""Installation sooner than an offering's interval: only where the customer asked for it, and only where it helps."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from proposer.dates import calendar_days
from proposer.model.candidates import Variant
from proposer.model.prices import Expedite
from proposer.model.quantities import Quantity
from proposer.pricing import standard_interval


def expedited(variant: Variant, expedite: Expedite | None, wanted: date | None, day: date) -> Variant:
    """The variant, expedited where its interval ends after the day that is wanted and the shorter one does not."""
    interval = standard_interval(variant.offering, variant.item)
    if (
        expedite is None
        or wanted is None
        or interval is None
        or not _end(expedite.within, day) <= wanted < _end(interval, day)
    ):
        return variant
    return replace(variant, item=replace(variant.item, here=replace(variant.item.here, expedited=True)))


def _end(interval: Quantity, day: date) -> date:
    return day + timedelta(days=calendar_days(int(interval.amount), interval.unit))
