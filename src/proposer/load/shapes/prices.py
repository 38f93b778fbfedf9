"""Price books, the pricing policy, and the standing words of a contract."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator

from proposer.load.shapes.fields import (
    Count,
    Money,
    Percent,
    Pieces,
    Raw,
    Shape,
    SomeTexts,
    Terms,
    Text,
    Texts,
    Valid,
    as_list,
    one_of,
)

STEPS = ("list", "term", "volume", "bundle", "promotion", "negotiated")


class CostShape(Shape):
    """The provider's cost as a share of the price; it never leaves the house."""

    monthly: Percent | None = None
    once: Percent | None = None


class OfferingPriceShape(Shape):
    """The prices of one offering."""

    monthly: Raw = None
    once: Raw = None
    individual_case: Text | None = None
    terms: Terms | None = None
    cost: CostShape = CostShape()


class PriceBookShape(Shape):
    """A dated book."""

    name: Text
    valid: Valid
    prices: Raw


class TierShape(Shape):
    """A volume tier: the price of every unit, up to and with `to`."""

    to: Pieces | None = None
    price: Money


class ChargeShape(Shape):
    """A charge that is no grid: volume tiers or one price, with factors by term."""

    price: Money | None = None
    volume: Annotated[tuple[TierShape, ...], BeforeValidator(as_list)] | None = None
    counted_over: Annotated[str, BeforeValidator(one_of("account", "site"))] = "account"
    term_factors: Raw = None


class ApprovalShape(Shape):
    """Who must approve a discount above some per cent."""

    over: Percent
    by: Text


class NegotiatedShape(Shape):
    """How much a rep may give."""

    most: Percent
    approvals: Annotated[tuple[ApprovalShape, ...], BeforeValidator(as_list)] = ()


class FeeShape(Shape):
    """An estimated fee: a rate of monthly charges, or an amount for each unit."""

    id: Text
    name: Text
    kind: Annotated[str, BeforeValidator(one_of("authority", "provider", "recovery"))]
    on: SomeTexts
    rate: Percent | None = None
    of_which: Percent | None = None
    each: Money | None = None
    valid: Valid = Valid()
    source: Text = ""


class FeesShape(Shape):
    """The fees and what to say of them."""

    note: Text = ""
    list: Annotated[tuple[FeeShape, ...], BeforeValidator(as_list)] = ()


class PricingShape(Shape):
    """The pricing policy."""

    version: Text
    waterfall: Annotated[
        tuple[Annotated[str, BeforeValidator(one_of(*STEPS))], ...], BeforeValidator(as_list)
    ] = STEPS  # fmt: skip
    list_term: Raw
    negotiated: NegotiatedShape
    validity: Raw
    fees: FeesShape = FeesShape()


class ClauseShape(Shape):
    """A titled paragraph."""

    title: Text
    text: Text


class TerminationShape(Shape):
    """The share of what remains that is due when a contract ends early, up to a month."""

    to_month: Count | None = None
    share: Percent


class ContractShape(Shape):
    """The standing words of every proposal."""

    assumptions: Texts = ()
    exclusions: Texts = ()
    terms: Annotated[tuple[ClauseShape, ...], BeforeValidator(as_list)] = ()
    next_steps: Texts = ()
    early_termination: Annotated[tuple[TerminationShape, ...], BeforeValidator(as_list)] = ()
