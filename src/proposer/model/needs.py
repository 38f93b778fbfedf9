"""What a rep brings back from a customer, as the stages see it. Facts are in base units (Mbps, %, counts)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from proposer.diagnostics import Span
from proposer.model.catalog import At
from proposer.model.touches import Touches

Answer = Decimal | str | bool


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that was stated: its dotted path below the site (or network, customer), its value, words and place."""

    path: str
    value: Answer
    text: str  # as it was written
    span: Span
    is_default: bool = False  # a question's default, nobody said it


@dataclass(frozen=True, slots=True)
class Address:
    """Where a site is; what is not known is empty."""

    street: str = ""
    city: str = ""
    state: str = ""
    zip: str = ""


@dataclass(frozen=True, slots=True)
class BuildCost:
    """What it costs to build an access at a site, in cents, and where that is stated."""

    cents: int
    span: Span


@dataclass(frozen=True, slots=True)
class Before:
    """What of a site's facts is otherwise before a month of the contract, from which more is needed; None: not stated yet."""

    month: int
    facts: Mapping[str, Fact | None]


@dataclass(frozen=True, slots=True)
class SiteNeeds:
    """One site: `facts` by path, `access` by access id (status: on-net, near-net, off-net, none, refused)."""

    id: str
    name: str
    address: Address
    access: Mapping[str, Fact]
    facts: Mapping[str, Fact]
    span: Span = field(default_factory=Span)
    from_month: int = 1  # the month of the contract in which its charges begin
    construction: Mapping[str, BuildCost] = field(default_factory=dict)  # by access
    growth: tuple[Before, ...] = ()  # by month; `facts` are what it comes to in the end


@dataclass(frozen=True, slots=True)
class Contact:
    """A person; what is not known is empty."""

    name: str = ""
    title: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class Today:
    """What the customer has now; cents a month."""

    provider: str = ""
    monthly: int | None = None
    contract_ends: date | None = None


@dataclass(frozen=True, slots=True)
class Discount:
    """Per cent off an offering's monthly charge that a rep has negotiated."""

    offering: str
    percent: Decimal
    span: Span


@dataclass(frozen=True, slots=True)
class CasePrice:
    """The price of one piece of an individual case at a site ("" is the account), by whom, and the first day it no longer
    holds. `expired` is for the day of the quote to say.
    """

    site: str
    offering: str
    monthly: int | None  # cents
    once: int | None
    until: date
    by: str
    span: Span
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Needs:
    """A customer's needs. `hub` is the id of the hub site of a hub-and-spoke network."""

    file: str
    customer: str
    industry: str
    contact: Contact
    goals: tuple[str, ...]
    today: Today
    terms: tuple[int, ...]
    terms_span: Span
    budget_monthly: int | None  # cents
    budget_span: Span
    install_by: date | None
    prepared_by: Contact
    hub: str | None
    facts: Mapping[At, Mapping[str, Fact]]  # of the network and the account (customer)
    sites: tuple[SiteNeeds, ...]
    discounts: tuple[Discount, ...]
    digest: str
    cases: tuple[CasePrice, ...] = ()
    expedite: bool = False  # whether what could not be there by `install_by` is to be sooner, at a charge
    comments: tuple[str, ...] = ()  # for colleagues; they never leave the house
    answers: Mapping[str, str] = field(default_factory=dict)  # goal → the rep's own answer, where there is one
    touches: Touches = field(default_factory=Touches)
