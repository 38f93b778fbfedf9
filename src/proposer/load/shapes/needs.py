"""The needs file's fixed frame; every other field of customer, network and sites is a question of the catalog."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field

from proposer.load.shapes.fields import Day, Flag, Money, Raw, Shape, Terms, Text, Texts, part

ADDRESS = ("street", "city", "state", "zip")
TOPOLOGY_WORDS = {
    "hub-and-spoke": "Every site is linked to one hub.",
    "any-to-any": "Every site reaches every other.",
}
TOPOLOGIES = tuple(TOPOLOGY_WORDS)


class ContactShape(Shape):
    """A person."""

    name: Text = ""
    title: Text = ""
    email: Text = ""
    phone: Text = ""


class CustomerShape(Shape):
    """The customer; questions stand beside these fields."""

    model_config = ConfigDict(extra="ignore")

    name: Text = Field("", description="The name on the proposal. Required.")
    industry: Text = Field("", description="What they do: `healthcare`.")
    contact: ContactShape = Field(ContactShape(), description="Who gets the proposal.")


class TodayShape(Shape):
    """What the customer has now."""

    provider: Text = Field("", description="Who serves them now.")
    monthly: Money | None = Field(None, description="What they pay a month now; the proposal compares.")
    contract_ends: Day | None = Field(None, description="When their contract ends.")


class BudgetShape(Shape):
    """What the customer can spend."""

    monthly: Money = Field(description="The most that all monthly charges may come to.")


class CasePriceShape(Shape):
    """The price of an individual case."""

    site: Text | None = Field(None, description="The site's `id`; without it the account.")
    offering: Annotated[Text, part("offering")] = Field(
        description="What is priced: an individual case of the catalog."
    )
    monthly: Money | None = Field(None, description="A month, for one piece.")
    once: Money | None = Field(None, description="Once, for one piece.")
    until: Day = Field(description="The first day on which the price no longer holds.")
    by: Text = Field(description="Who priced it.")


class GoalShape(Shape):
    """A goal with the rep's own answer."""

    said: Text = Field(description="The goal in the customer's words.")
    answer: Text = Field(
        "", description="How the proposal meets it, in a sentence; without it the catalog's answer, if it has one."
    )


class ProposalShape(Shape):
    """What the document leaves out."""

    without: Annotated[Texts, part("annexes")] = Field((), description="Annexes that are left out.")


class NeedsShape(Shape):
    """What a customer needs."""

    customer: Annotated[Raw, part("customer")] = Field(
        description="Who they are, and what holds for the whole account."
    )
    goals: Annotated[Raw, part("goals")] = Field(
        None, description="What they want to reach, in their own words; `{said: …, answer: …}` answers one yourself."
    )
    today: TodayShape = Field(TodayShape(), description="What they have now.")
    prepared_by: ContactShape = Field(ContactShape(), description="Who prepared the proposal.")
    term: Annotated[Terms, part("sold_terms")] = Field(
        description="The contract's term in months; of several the one with the lowest average month wins."
    )
    budget: BudgetShape | None = Field(None, description="What they can spend.")
    install_by: Day | None = Field(None, description="When it must be installed.")
    expedite: Flag = Field(
        False, description="Whether what could not be there by `install_by` is to be sooner, at the catalog's charge."
    )
    network: Annotated[Raw, part("network")] = Field(
        None, description="The private network of the sites; without it they stand alone."
    )
    discounts: Annotated[Raw, part("discounts")] = Field(
        None, description="Offering → the discount that was negotiated: `5 %`."
    )
    comments: Texts = Field(
        (), description="For colleagues; only `price --internal` prints them, no customer sees them."
    )
    cover_note: Text = Field(
        "",
        description="A note of yours before the recommendation, signed by `prepared_by`: paragraphs, **bold**, *italic*, "
        "lists, links, and placeholders such as `{customer}`; at most 1,200 letters.",
    )
    logo: Text = Field("", description="The customer's logo: a PNG or JPEG beside this file, printed on the cover.")
    proposal: ProposalShape = Field(ProposalShape(), description="What the document leaves out.")
    icb: Annotated[Raw, part("icb")] = Field(
        None, description="Prices of individual cases, each by somebody until a day."
    )
    defaults: Annotated[Raw, part("site_defaults")] = Field(
        None, description="What holds at every site unless the site says otherwise."
    )
    sites_from: Text | None = Field(
        None, description="A CSV beside this file whose header has dotted names: `id,address.city,internet.down`."
    )
    sites: Annotated[Raw, part("sites")] = Field(None, description="The sites, each with its `id`.")
