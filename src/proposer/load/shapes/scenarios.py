"""Scenarios: the catalog's own tests."""

from __future__ import annotations

from proposer.load.shapes.fields import Day, Money, Months, Raw, Shape, Text, Texts


class TotalsShape(Shape):
    """Totals of the quote."""

    monthly: Money | None = None
    once: Money | None = None
    contract_value: Money | None = None


class ExpectShape(Shape):
    """What must hold."""

    conflict: Texts = ()
    term: Months | None = None
    items: Raw = None
    absent: Raw = None
    totals: TotalsShape = TotalsShape()
    individual_case: Raw = None
    causes: Raw = None
    open_points: Texts = ()


class ScenarioShape(Shape):
    """The whole file."""

    as_of: Day
    each: Raw = None
    needs: Raw
    option: Text = "essential"
    expect: ExpectShape
