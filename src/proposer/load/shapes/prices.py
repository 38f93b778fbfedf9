"""Price books; descriptions are what an editor shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, Field

from proposer.load.shapes.fields import (
    Choice,
    Flag,
    Money,
    Number,
    Percent,
    Pieces,
    Raw,
    Shape,
    Terms,
    Text,
    Valid,
    as_list,
    part,
)

LINE = "line"
CountedOver = Annotated[
    str,
    Choice({
        "account": "Pieces are counted over all sites.",
        "site": "Pieces are counted at each site.",
        LINE: "Pieces are counted for each line; volume tiers with `never_more_than_next_tier`.",
    }),
]  # fmt: skip
BILLED_MONTHS = {"monthly": 1, "quarterly": 3, "annually": 12}
Billed = Annotated[
    str,
    Choice({
        "monthly": "An invoice for each month.",
        "quarterly": "An invoice for three months.",
        "annually": "An invoice for twelve months.",
    }),
]  # fmt: skip


class CostShape(Shape):
    """The provider's cost as a share of the price; it never leaves the house."""

    monthly: Percent | None = Field(None, description="Of the monthly price.")
    once: Percent | None = Field(None, description="Of the one-time price.")


class UsageShape(Shape):
    """Usage: what a line includes a month, and what a unit beyond costs."""

    of: Text = Field(description="The site's question that states the usage: `voice.minutes`.")
    included: Number = Field(Decimal(0), description="So much a month is included, for each piece.")
    per: Text | None = Field(None, description="For each unit of this characteristic rather than for each piece.")
    each: Number = Field(description="What one unit beyond costs: `0.03`.")


class ExpediteShape(Shape):
    """Installation sooner than the offering's interval."""

    within: Annotated[Raw, part("duration")] = Field(None, description="The shorter time: `10 business days`.")
    once: Money = Field(description="What it costs once, for each piece.")


class OfferingPriceShape(Shape):
    """The prices of one offering, for one piece."""

    billed: Billed = Field("monthly", description="How often the monthly charge is invoiced, in advance.")

    monthly: Raw = Field(
        None, description="The monthly charge: an amount, a grid (`by: […]`), `volume: […]` or `graduated: […]`."
    )
    once: Raw = Field(
        None, description="The one-time charge: an amount, a grid (`by: […]`), `volume: […]` or `graduated: […]`."
    )
    usage: dict[str, UsageShape] = Field(
        default_factory=dict, description="Name → usage, pooled at the site: an estimate beside the quote, in no total."
    )
    individual_case: Text | None = Field(
        None, description="Why it has no price: it is quoted by hand. Not beside prices."
    )
    expedite: ExpediteShape | None = Field(
        None,
        description="Installation sooner than the interval, where the customer asks for it; without it there is none.",
    )
    terms: Terms | None = Field(None, description="The terms at which it is sold; without it those of its prices.")
    cost: CostShape = Field(CostShape(), description="The cost as a share of the price. It never leaves the house.")


class PriceBookShape(Shape):
    """A dated book."""

    name: Text = Field(description="What finance calls it.")
    valid: Valid = Field(description="On which days its prices hold; books follow each other without a hole.")
    prices: Annotated[Raw, part("prices")] = Field(description="Offering → its prices.")


class TierShape(Shape):
    """A volume tier: the price of every unit, up to and with `to`."""

    to: Pieces | None = Field(None, description="The tier's last piece; only the last tier is without.")
    price: Money = Field(
        description="The price of a piece: of every one in a volume tier, of its own in a graduated step."
    )


class ChargeShape(Shape):
    """A charge that is no grid: volume tiers, graduated steps or one price, with factors by term."""

    price: Money | None = Field(None, description="One price.")
    graduated: Annotated[tuple[TierShape, ...], BeforeValidator(as_list)] | None = Field(
        None,
        description="Steps, rising: each prices its own pieces, those before stay at theirs; of the line, or as `counted_over` says.",
    )
    included: Pieces | None = Field(None, description="So many pieces of the line, the first, cost nothing.")
    minimum: Money | None = Field(None, description="The line costs no less than this.")
    volume: Annotated[tuple[TierShape, ...], BeforeValidator(as_list)] | None = Field(
        None, description="Tiers, rising: `[{to: 22, price: 19.00}, {price: 17.00}]`. All pieces at the tier's price."
    )
    counted_over: CountedOver = Field(
        "account", description="Where pieces are counted for a tier; graduated steps without it are a line's."
    )
    never_more_than_next_tier: Flag = Field(
        False,
        description="A line costs no more than the first number of a higher tier would; with `counted_over: line`.",
    )
    term_factors: Annotated[Raw, part("term_factors")] = Field(
        None, description="Term → what the price is multiplied by: `{12: 1, 36: 0.9}`."
    )
