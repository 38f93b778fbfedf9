"""The needs file's fixed frame; every other field of customer, network and sites is a question of the catalog."""

from __future__ import annotations

from pydantic import ConfigDict

from proposer.load.shapes.fields import Day, Money, Raw, Shape, Terms, Text, Texts

ADDRESS = ("street", "city", "state", "zip")
TOPOLOGIES = ("hub-and-spoke", "any-to-any")


class ContactShape(Shape):
    """A person."""

    name: Text = ""
    title: Text = ""
    email: Text = ""
    phone: Text = ""


class CustomerShape(Shape):
    """The customer; questions stand beside these fields."""

    model_config = ConfigDict(extra="ignore")

    name: Text = ""
    industry: Text = ""
    contact: ContactShape = ContactShape()


class TodayShape(Shape):
    """What the customer has now."""

    provider: Text = ""
    monthly: Money | None = None
    contract_ends: Day | None = None


class BudgetShape(Shape):
    """What the customer can spend."""

    monthly: Money


class NeedsShape(Shape):
    """The whole file."""

    customer: Raw
    goals: Texts = ()
    today: TodayShape = TodayShape()
    prepared_by: ContactShape = ContactShape()
    term: Terms
    budget: BudgetShape | None = None
    install_by: Day | None = None
    network: Raw = None
    discounts: Raw = None
    defaults: Raw = None
    sites_from: Text | None = None
    sites: Raw = None
