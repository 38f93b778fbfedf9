"""`catalog.yaml`: the provider, what it sells through, and the levels of service that it promises."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from proposer.load.shapes.fields import Choice, Percent, Shape, Terms, Text, as_list, fault, part, quantity_in

STATUS_WORDS = {
    "on-net": "It is in the building.",
    "near-net": "It can be built to the building; construction may cost extra.",
    "off-net": "It is there through another carrier.",
    "none": "It is not there.",
    "refused": "It is there, and the customer does not want it.",
}
STATUSES = tuple(STATUS_WORDS)
Status = Annotated[str, Choice(STATUS_WORDS)]


class ProviderShape(Shape):
    """Who signs the proposals."""

    name: Text = Field(description="The name on the proposals.")
    legal_name: Text = Field(description="The company that signs.")
    notice: Text = Field("", description="Printed on every proposal.")
    phone: Text = ""
    email: Text = ""
    web: Text = ""
    address: Text = ""


class FamilyShape(Shape):
    """A family of offerings; its id is a folder's name."""

    name: Text = Field(description="What customers read.")
    in_short: Text = Field("", description="One sentence about the family.")


class AccessShape(Shape):
    """A way into a building."""

    label: Text = Field(description="What customers read.")
    entrance: Annotated[Text | None, part("offering")] = Field(
        None, description="The offering that brings it into the building; without it nothing needs to be built."
    )
    assumed: Status = Field("none", description="Its status at a site where the needs say nothing.")


def as_minutes(value: object) -> int:
    """A length of time in whole minutes: `5 minutes`, `4 hours`."""
    minutes = quantity_in(value, "minutes", "a length of time such as `4 hours`").amount
    if minutes != minutes.to_integral_value() or minutes < 1:
        raise fault(f"`{value}` is not a number of minutes", "such as `5 minutes`")
    return int(minutes)


class OutageShape(Shape):
    """The share of the monthly charge that is credited for an outage, up to a length."""

    under: Annotated[int, BeforeValidator(as_minutes), part("text")] | None = Field(
        None, description="Shorter than this: `5 minutes`, `4 hours`; only the last step is without."
    )
    share: Percent = Field(description="Of the monthly charge of the service that was out.")


class ServiceLevelShape(Shape):
    """What is promised and what is credited."""

    title: Text = Field(description="What customers read.")
    availability: Text = Field("", description="Such as `99.99 %`.")
    repair: Text = Field("", description="Such as `4 hours mean time to repair`.")
    objectives: dict[str, Text] = Field(default_factory=dict, description="What is measured → what is promised.")
    outages: Annotated[tuple[OutageShape, ...], BeforeValidator(as_list)] = Field(
        (), description="What an outage is credited with, by its length."
    )
    credits: dict[str, Text] = Field(
        default_factory=dict, description="What else is credited, in words: how long it is away → what is credited."
    )
    words: Text = Field("", description="One paragraph.")


class CatalogShape(Shape):
    """The whole file."""

    provider: ProviderShape = Field(description="Who signs the proposals.")
    currency: Text = Field("USD", description="Three letters: `USD`.")
    locale: Text = Field("en_US", description="How numbers, dates and money are written.")
    terms: Terms = Field(description="The contract's terms that are sold, in months.")
    families: dict[str, FamilyShape] = Field(description="Id (a folder below `offerings/`) → family.")
    accesses: dict[str, AccessShape] = Field(description="Id → a way into a building.")
    service_levels: dict[str, ServiceLevelShape] = Field(
        default_factory=dict, description="Id → what is promised and credited."
    )
