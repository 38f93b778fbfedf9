"""Offerings, bundles and promotions."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, ConfigDict, Field

from proposer.load.shapes.fields import (
    Flag,
    Months,
    Percent,
    Pieces,
    Raw,
    Shape,
    SomeTexts,
    Terms,
    Text,
    Texts,
    Valid,
    one_of,
)

Per = Annotated[str, BeforeValidator(one_of("site", "link", "network", "account"))]


class CountShape(Shape):
    """Sold by the piece."""

    unit: Text
    units: Text = ""
    least: Pieces = 1
    most: Pieces | None = None


class WordsShape(Shape):
    """What the proposal prints of an offering."""

    in_short: Text = ""
    you_get: Texts = ()
    facts: dict[str, Text] = Field(default_factory=dict)
    assumes: Texts = ()
    excludes: Texts = ()
    asks_for: dict[str, Text] = Field(default_factory=dict)


class CharacteristicShape(Shape):
    """A feature; the other keys are values of the characteristic named by `by`."""

    model_config = ConfigDict(extra="allow")

    label: Text = ""
    by: Text | None = None
    values: Raw = None


class OfferingShape(Shape):
    """What can be ordered."""

    name: Text
    per: Per
    rides_on: Raw = None
    network: Text | None = None
    characteristics: Raw = None
    count: CountShape | None = None
    provides: Raw = None
    consumes: Raw = None
    requires: Raw = None
    excludes: Texts = ()
    sold: Valid = Valid()
    states: Texts = ()
    interval: Raw = None
    service_level: Text | None = None
    words: WordsShape = WordsShape()


class BundleBenefitShape(Shape):
    """A percentage off some members' monthly charge."""

    percent: Percent
    on: SomeTexts


class BundleShape(Shape):
    """Members with counts, and a benefit."""

    name: Text
    per: Annotated[str, BeforeValidator(one_of("site", "account"))]
    members: Raw
    benefit: BundleBenefitShape
    valid: Valid = Valid()
    words: Text = ""


class PromotionWhenShape(Shape):
    """Whom a promotion is for."""

    new_customers: Flag = False
    terms: Terms = ()


class PromotionBenefitShape(Shape):
    """A percentage off one charge, or free months."""

    percent: Percent | None = None
    of: Annotated[str, BeforeValidator(one_of("monthly", "once"))] = "monthly"
    months: Months | None = None
    free_months: Months | None = None
    on: SomeTexts


class PromotionShape(Shape):
    """A dated, conditional benefit."""

    name: Text
    valid: Valid
    when: PromotionWhenShape = PromotionWhenShape()
    benefit: PromotionBenefitShape
    words: Text = ""
