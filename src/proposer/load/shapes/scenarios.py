"""Scenarios: the catalog's own tests. The descriptions are what an editor shows while one types."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from proposer.load.shapes.fields import Day, Money, Months, Raw, Shape, Text, Texts, part


class TotalsShape(Shape):
    """Totals of the quote."""

    monthly: Money | None = Field(None, description="All monthly charges.")
    once: Money | None = Field(None, description="All one-time charges.")
    contract_value: Money | None = Field(None, description="The total contract value.")
    credits: Money | None = Field(None, description="All credits of promotions that end before the term.")


class ExpectShape(Shape):
    """What must hold."""

    conflict: Texts = Field((), description="There is no solution, and the conflict names at least these.")
    term: Months | None = Field(None, description="The term that wins.")
    items: Annotated[Raw, part("items")] = Field(
        None, description="Site → offering → characteristics and `count`. Other lines may stand beside them."
    )
    absent: Annotated[Raw, part("offerings_at_sites")] = Field(
        None, description="Site → offerings that are not chosen."
    )
    individual_case: Annotated[Raw, part("offerings_at_sites")] = Field(
        None, description="Site → offerings that are quoted without a price."
    )
    totals: TotalsShape = Field(TotalsShape(), description="Totals of the quote, to the cent.")
    usage: dict[str, Money] = Field(
        default_factory=dict, description="Site → what usage beyond the included is estimated at, a month."
    )
    invoices: dict[str, Money] = Field(
        default_factory=dict, description="Month of the contract → what is invoiced in it, once and monthly."
    )
    causes: Annotated[Raw, part("causes")] = Field(
        None, description="Site → capability → the rule that its demand comes from."
    )
    open_points: Texts = Field((), description="Texts that some open point of the proposal holds.")


class ScenarioShape(Shape):
    """The whole file."""

    each: Annotated[Raw, part("each")] = Field(
        None, description="A table, column by column: a scenario for each row, with `$column` replaced by its value."
    )
    as_of: Day = Field(description="The day of the quote: it decides the price book and the promotions.")
    option: Annotated[Text, part("option")] = Field("essential", description="Which of the options is looked at.")
    needs: Annotated[Raw, part("needs")] = Field(
        description="What the customer needs, or the name of a file beside this."
    )
    expect: ExpectShape = Field(description="What must hold.")
