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
    individual_case: Raw = None
    totals: TotalsShape = TotalsShape()
    causes: Raw = None
    open_points: Texts = ()


class ScenarioShape(Shape):
    """The whole file."""

    each: Raw = None
    as_of: Day
    option: Text = "essential"
    needs: Raw
    expect: ExpectShape
