"""The pricing policy, and the standing words of a contract; descriptions are what an editor shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from proposer.load.shapes.fields import (
    Choice,
    Count,
    Day,
    Money,
    Months,
    Percent,
    Raw,
    Shape,
    SomeTexts,
    Text,
    Texts,
    Valid,
    as_list,
    part,
)

STEP_WORDS = {
    "list": "The price at the `list_term`.",
    "term": "From there to the quoted term.",
    "volume": "The volume tier.",
    "bundle": "The best bundle that holds.",
    "promotion": "The best promotion on each charge.",
    "negotiated": "What the needs file grants under `discounts`.",
}
STEPS = tuple(STEP_WORDS)
ConstructionCharge = Annotated[
    str,
    Choice({
        "once": "A one-time charge.",
        "amortised": "A monthly charge until it is paid.",
    }),
]  # fmt: skip
ObjectiveName = Annotated[
    str,
    Choice({
        "tcv": "The total contract value: monthly × term + one-time − credits.",
        "monthly": "The monthly charge.",
        "first-year": "Twelve months and the one-time charges, less credits in them.",
        "one-time": "The one-time charge.",
    }),
]  # fmt: skip
FeeKindName = Annotated[
    str,
    Choice({
        "authority": "Imposed by an authority.",
        "provider": "Set by the provider.",
        "recovery": "Recovers what the provider must pay.",
    }),
]  # fmt: skip


ProrationName = Annotated[
    str,
    Choice({
        "actual-days": "By the days that are left of the month's own.",
        "30/360": "By the days that are left of thirty.",
        "none": "In full.",
    }),
]  # fmt: skip


class ApprovalShape(Shape):
    """Who must approve: discounts above some per cent, or deals below some margin."""

    over: Percent | None = Field(None, description="Discounts above this need the approval; not with `margin_below`.")
    margin_below: Percent | None = Field(
        None, description="Deals that leave less than this of what they bring in need the approval; not with `over`."
    )
    by: Text = Field(description="Who approves.")


class FloorShape(Shape):
    """What no negotiated discount may go below; of two, the higher holds."""

    over_cost: Percent | None = Field(None, description="Cost and so much of it: `10 %`.")
    of_price: Percent | None = Field(
        None, description="So much of the book's price at the quoted term and volume: `80 %`."
    )


class NegotiatedShape(Shape):
    """How much a rep may give."""

    most: Percent = Field(description="The most that a rep may give.")
    approvals: Annotated[tuple[ApprovalShape, ...], BeforeValidator(as_list)] = Field(
        (), description="Who must approve, from which per cent."
    )
    floor: FloorShape | None = Field(
        None, description="What no negotiated discount may go below. It never leaves the house."
    )


class FeeRateShape(Shape):
    """What a fee comes to from one day to another."""

    from_: Day | None = Field(None, description="The first day.")
    until: Day | None = Field(None, description="The first day that no longer counts.")
    rate: Percent | None = Field(None, description="Of the monthly charges; not with `each`.")
    each: Money | None = Field(None, description="For each piece a month; not with `rate`.")
    rate_from: Percent | None = Field(None, description="The least rate, where places differ.")
    rate_to: Percent | None = Field(None, description="The highest rate, where places differ.")
    each_from: Money | None = Field(None, description="The least amount, where places differ.")
    each_to: Money | None = Field(None, description="The highest amount, where places differ.")
    source: Text = Field("", description="Where the figure comes from.")

    model_config = ConfigDict(alias_generator=lambda name: name.rstrip("_"))


class FeeShape(Shape):
    """An estimated fee: a rate of monthly charges, or an amount for each unit; once, or dated under `rates`."""

    id: Text = Field(description="Its id.")
    name: Text = Field(description="What customers read on their bill.")
    kind: FeeKindName = Field(description="Who imposes it.")
    on: Annotated[SomeTexts, part("offerings")] = Field(description="The offerings that it comes with.")
    rate: Percent | None = Field(None, description="Of the monthly charges; not with `each`.")
    of_which: Percent | None = Field(
        None, description="The share of the charges that it is taken of, such as the interstate share of voice."
    )
    each: Money | None = Field(None, description="For each piece a month; not with `rate`.")
    rate_from: Percent | None = Field(None, description="The least rate, where places differ.")
    rate_to: Percent | None = Field(None, description="The highest rate, where places differ.")
    each_from: Money | None = Field(None, description="The least amount, where places differ.")
    each_to: Money | None = Field(None, description="The highest amount, where places differ.")
    valid: Valid = Field(Valid(), description="On which days it holds.")
    source: Text = Field("", description="Where the figure comes from.")
    states: Annotated[tuple[Text, ...], BeforeValidator(as_list), part("states")] = Field(
        (), description="The states in which it is due, such as `[OH, PA]`; without it everywhere."
    )
    rates: Annotated[tuple[FeeRateShape, ...], BeforeValidator(as_list)] = Field(
        (), description="Dated rates that follow each other without a hole, in place of `rate`, `each` and `valid`."
    )


class FeesShape(Shape):
    """The fees and what to say of them."""

    note: Text = Field("", description="Printed beside the estimate.")
    not_included: Texts = Field((), description="What the estimate does not hold, printed beside it.")
    list: Annotated[tuple[FeeShape, ...], BeforeValidator(as_list)] = Field((), description="The fees.")


class MostShape(Shape):
    """What all promotions on a charge take off together, at most."""

    monthly: Percent | None = Field(None, description="Of a month's charge, promotions of limited months included.")
    once: Percent | None = Field(None, description="Of the one-time charge.")


class StackingShape(Shape):
    """How promotions stand together on one charge."""

    groups: Texts = Field(
        (), description="A charge takes the best of each group, one after the other in this order; others come last."
    )
    most: MostShape = Field(MostShape(), description="The most that they take off together.")


class ConstructionShape(Shape):
    """How construction that the needs state is charged."""

    charge: ConstructionCharge = Field("once", description="At once, or over the term.")
    markup: Percent = Field(Decimal(0), description="On what the needs state.")
    months: Months | None = Field(None, description="Over at most so many months; without it the whole term.")
    rounding: Money = Field(1, description="The month's amount is rounded up to a multiple of this: `1.00`.")


class ChoiceShape(Shape):
    """What "best" means."""

    least: ObjectiveName = Field("tcv", description="What the choice makes least, unless a rep asks for another.")
    ties: Annotated[tuple[ObjectiveName, ...], BeforeValidator(as_list)] = Field(
        ("monthly", "one-time"), description="Of equals, the one that is lower by the first of these, then by the next."
    )


class PricingShape(Shape):
    """The pricing policy."""

    version: Text = Field(description="The policy's version, printed in the quote.")
    waterfall: Annotated[tuple[Annotated[str, Choice(STEP_WORDS)], ...], BeforeValidator(as_list)] = Field(
        STEPS, description="The steps from list price to net price, in their order; `list` is first."
    )
    list_term: Annotated[Raw, part("term")] = Field(description="The term whose price is the list price.")
    negotiated: NegotiatedShape = Field(description="How much a rep may give.")
    validity: Annotated[Raw, part("validity")] = Field(description="How long a quote holds: `30 days`.")
    choice: ChoiceShape = Field(ChoiceShape(), description="What the best solution is.")
    stacking: StackingShape = Field(StackingShape(), description="How promotions stand together on one charge.")
    construction: ConstructionShape = Field(
        ConstructionShape(), description="How construction that the needs state is charged."
    )
    fees: FeesShape = Field(FeesShape(), description="Estimated fees.")
    proration: ProrationName = Field(
        "actual-days",
        description="How the month in which service starts is charged, for the estimate of the first invoice.",
    )


class ClauseShape(Shape):
    """A titled paragraph."""

    title: Text = Field(description="The heading.")
    text: Text = Field(description="The paragraph.")


class TerminationShape(Shape):
    """The share of what remains that is due when a contract ends early, up to a month."""

    to_month: Count | None = Field(None, description="Up to this month; only the last step is without.")
    share: Percent = Field(description="Of the monthly charges that remain.")


class ContractShape(Shape):
    """The standing words of every proposal."""

    assumptions: Texts = Field((), description="What every proposal assumes.")
    exclusions: Texts = Field((), description="What no price covers.")
    terms: Annotated[tuple[ClauseShape, ...], BeforeValidator(as_list)] = Field((), description="The clauses.")
    next_steps: Texts = Field((), description="What happens after the signature.")
    answers: dict[str, Text] = Field(
        default_factory=dict,
        description="What a customer's goal may say (phrases between commas) → how every proposal answers it.",
    )
    early_termination: Annotated[tuple[TerminationShape, ...], BeforeValidator(as_list)] = Field(
        (), description="What is due when the contract ends early."
    )
