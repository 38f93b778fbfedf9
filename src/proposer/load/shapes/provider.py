"""`catalog.yaml`: the provider, what it sells through, and the levels of service that it promises."""

from __future__ import annotations

from typing import Annotated

from pydantic import BeforeValidator, Field

from proposer.load.shapes.fields import Shape, Terms, Text, one_of

STATUSES = ("on-net", "near-net", "off-net", "none", "refused")
Status = Annotated[str, BeforeValidator(one_of(*STATUSES))]


class ProviderShape(Shape):
    """Who signs the proposals."""

    name: Text
    legal_name: Text
    notice: Text = ""
    phone: Text = ""
    email: Text = ""
    web: Text = ""
    address: Text = ""


class FamilyShape(Shape):
    """A family of offerings; its id is a folder's name."""

    name: Text
    in_short: Text = ""


class AccessShape(Shape):
    """A way into a building."""

    label: Text
    entrance: Text | None = None
    assumed: Status = "none"


class ServiceLevelShape(Shape):
    """What is promised and what is credited."""

    title: Text
    availability: Text = ""
    repair: Text = ""
    objectives: dict[str, Text] = Field(default_factory=dict)
    credits: dict[str, Text] = Field(default_factory=dict)
    words: Text = ""


class CatalogShape(Shape):
    """The whole file."""

    provider: ProviderShape
    currency: Text = "USD"
    locale: Text = "en_US"
    terms: Terms
    families: dict[str, FamilyShape]
    accesses: dict[str, AccessShape]
    service_levels: dict[str, ServiceLevelShape] = Field(default_factory=dict)
