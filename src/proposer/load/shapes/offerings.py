"""Offerings, bundles and promotions. The descriptions are what an editor shows while one types."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from proposer.load.shapes.fields import (
    Choice,
    Flag,
    Money,
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
    part,
)

Per = Annotated[
    str,
    Choice({
        "site": "Ordered at a site.",
        "link": "Ordered for the link from a site to the hub of the network.",
        "network": "Ordered once for the customer's network.",
        "account": "Ordered once for the customer.",
    }),
]  # fmt: skip
BundlePer = Annotated[
    str, Choice({"site": "The members stand at one site.", "account": "The members are counted over all sites."})
]
ChargeName = Annotated[str, Choice({"monthly": "The monthly charge.", "once": "The one-time charge."})]


class CountShape(Shape):
    """Sold by the piece."""

    unit: Text = Field(description="One piece, in the singular: `call path`.")
    units: Text = Field("", description="Several of them, where that is not the singular with an s.")
    least: Pieces = Field(1, description="The fewest that can be ordered at one place.")
    most: Pieces | None = Field(None, description="The most that can be ordered at one place.")


class WordsShape(Shape):
    """What the proposal prints of an offering."""

    in_short: Text = Field("", description="One sentence: what the customer gets from it.")
    you_get: Texts = Field((), description="What comes with it, a line each.")
    facts: dict[str, Text] = Field(default_factory=dict, description="Label and value of what an engineer looks up.")
    assumes: Texts = Field((), description="Printed among the assumptions of a proposal that quotes it.")
    excludes: Texts = Field((), description="What the price does not cover, printed among the exclusions.")
    asks_for: dict[str, Text] = Field(
        default_factory=dict,
        description="An address field or a question → what is missing without it; an open point of the proposal.",
    )
    answers: dict[str, Text] = Field(
        default_factory=dict,
        description="What a customer's goal may say (phrases between commas) → how this answers it, in one sentence.",
    )


class CharacteristicShape(Shape):
    """A feature; the other keys are values of the characteristic named by `by`."""

    model_config = ConfigDict(extra="allow")

    label: Text = ""
    by: Text | None = None
    values: Raw = None


class OfferingShape(Shape):
    """What can be ordered. Its id is the file's name, its family the folder's."""

    name: Text = Field(description="What customers read.")
    per: Per = Field(description="Where it is ordered.")
    rides_on: Annotated[Raw, part("rides_on")] = Field(
        None,
        description="The accesses that carry it: `[fibre]`, or with limits: `{fibre: {}, coax: {port: [10 Mbps]}}`.",
    )
    network: Text | None = Field(
        None, description="How the network is built: all items of one customer's network have the same."
    )
    characteristics: Annotated[Raw, part("characteristics")] = Field(
        None, description="What is chosen when it is ordered: name → values, such as `[100 Mbps, 1 Gbps]`."
    )
    count: CountShape | None = Field(None, description="Sold by the piece; without it there is at most one at a place.")
    provides: Annotated[Raw, part("balances")] = Field(
        None, description="What one piece gives to demands: capability → amount, or its qualities."
    )
    consumes: Annotated[Raw, part("balances")] = Field(
        None, description="What one piece draws from what others provide; `at hub:` holds what it draws there."
    )
    requires: Annotated[Raw, part("requires")] = Field(None, description="Services that must stand at the same place.")
    excludes: Annotated[Texts, part("offerings")] = Field(
        (), description="Offerings that cannot stand at the same place."
    )
    sold: Valid = Field(Valid(), description="On which days it is sold; without it always.")
    states: Annotated[Texts, part("states")] = Field((), description="Sold in these states only, by postal code.")
    interval: Annotated[Raw, part("interval")] = Field(
        None, description="Access status → time to install; without access `{any: 5 business days}`."
    )
    service_level: Annotated[Text | None, part("service_level")] = Field(
        None, description="What is promised of it: one of `service_levels` of catalog.yaml."
    )
    words: WordsShape = Field(WordsShape(), description="What the proposal prints of it.")


class BundleBenefitShape(Shape):
    """A percentage off some members' monthly charge."""

    percent: Percent = Field(description="Off their monthly charge.")
    on: Annotated[SomeTexts, part("offerings")] = Field(description="The members that it is given on.")


class BundleShape(Shape):
    """Members with counts, and a benefit."""

    name: Text = Field(description="What customers read on their bill.")
    per: BundlePer = Field(description="Where the members are counted.")
    members: Annotated[Raw, part("members")] = Field(
        description="Offering → how many: `1`, `5..` (at least five) or `0..1` (up to one)."
    )
    benefit: BundleBenefitShape = Field(description="What is given when all members are there.")
    valid: Valid = Field(Valid(), description="On which days it holds; without it always.")
    words: Text = Field("", description="What the proposal says of it.")


class PromotionWhenShape(Shape):
    """Whom a promotion is for."""

    new_customers: Flag = Field(False, description="For customers who are new (`customer.new`).")
    terms: Terms = Field((), description="For these terms only; without it for all.")
    states: Annotated[Texts, part("states")] = Field((), description="For sites in these states only, by postal code.")
    bundle: Annotated[Text | None, part("bundle")] = Field(
        None, description="For lines that take this bundle only, where it counts as the best that holds."
    )


class PromotionBenefitShape(Shape):
    """A percentage or an amount off one charge, another price for it, or free months: one of the four."""

    percent: Percent | None = Field(None, description="Off the charge that `of` names.")
    amount: Money | None = Field(None, description="Off the charge that `of` names, for each piece.")
    price: Money | None = Field(None, description="What one piece costs instead, where that is less.")
    of: ChargeName = Field("monthly", description="The charge that it is given on.")
    months: Months | None = Field(None, description="For so many months; without it for the whole term.")
    free_months: Months | None = Field(None, description="The first months cost nothing.")
    limit: Pieces | None = Field(None, description="Only the first so many pieces of the account take it.")
    on: Annotated[SomeTexts, part("offerings")] = Field(description="The offerings that it is given on.")


class PromotionShape(Shape):
    """A dated, conditional benefit."""

    name: Text = Field(description="What customers read on their bill.")
    valid: Valid = Field(description="On which days it can be taken.")
    when: PromotionWhenShape = Field(PromotionWhenShape(), description="Whom it is for; without it everybody.")
    benefit: PromotionBenefitShape = Field(
        description="A percentage or an amount off one charge, another price for it, or free months."
    )
    group: Text = Field("", description="A charge takes one promotion of a group; see `stacking` in pricing.yaml.")
    words: Text = Field("", description="What the proposal says of it.")
