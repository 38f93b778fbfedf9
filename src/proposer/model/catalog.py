"""What is sold, as the stages see it: capabilities, questions, offerings, rules, bundles, promotions, options.

Immutable and already resolved: references have been checked, ranges expanded, expressions parsed. Prices are in
`model.prices`, the provider and its standing words in `model.provider`. Every part knows where it was written
(`span`), so that an explanation can name file and line.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.expressions import Expression, Template
from proposer.model.prices import PriceBook, PricingPolicy
from proposer.model.provider import Contract, Family, Provider, ServiceLevel
from proposer.model.quantities import Quantity

Value = Quantity | str  # a characteristic's value: an amount with a unit, or one of the declared names


class At(StrEnum):
    """Where a capability balances, a rule is asked, an offering lives."""

    SITE = "site"
    LINK = "link"  # offerings only: between a site and the hub of its network
    NETWORK = "network"
    ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Quality:
    """One quality of a service: an amount in `unit` (more is better), or `grades` in rising order."""

    name: str
    unit: str = ""
    grades: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Capability:
    """A service with qualities, which one provider must meet together, or an amount in `unit` that adds up."""

    id: str
    label: str
    at: At
    qualities: tuple[Quality, ...] = ()
    unit: str | None = None  # of an amount; None for a service
    span: Span = field(default_factory=Span)

    @property
    def is_amount(self) -> bool:
        """Whether it adds up."""
        return self.unit is not None


class QuestionType(StrEnum):
    """What kind of answer a question takes."""

    COUNT = "count"
    NUMBER = "number"  # with a unit
    CHOICE = "choice"
    FLAG = "flag"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that a rep may state of a customer, the network or a site; `path` is its dotted name in the needs."""

    path: str
    at: At
    type: QuestionType
    ask: str
    why: str = ""
    unit: str = ""
    choices: tuple[tuple[str, str], ...] = ()  # (name, words)
    default: Decimal | str | bool | None = None
    least: Decimal | None = None
    most: Decimal | None = None
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Table:
    """A named, sourced lookup for rules: choice → number."""

    id: str
    values: Mapping[str, Decimal]
    unit: str
    source: str
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Access:
    """A way into a building. `entrance` is the offering that brings it in; `assumed` its status where needs say nothing."""

    id: str
    label: str
    entrance: str | None = None
    assumed: str = "none"
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A feature with the values that can be ordered; `by` names another characteristic that they depend on.

    `values` maps that other characteristic's value, as text, to what can be ordered then; the one key is `""` without `by`.
    """

    name: str
    label: str
    values: Mapping[str, tuple[Value, ...]]
    by: str | None = None
    span: Span = field(default_factory=Span)


Amount = Decimal | str  # a number, or the characteristic that holds it


@dataclass(frozen=True, slots=True)
class Balance:
    """What one unit of an offering provides or consumes: an amount of a capability, here or at the hub.

    `qualities` is for services (quality → amount, grade or characteristic's name), `amount` for amounts.
    """

    capability: str
    amount: Amount | None = None
    qualities: Mapping[str, Amount] = field(default_factory=dict)
    at_hub: bool = False
    span: Span = field(default_factory=Span, compare=False)


@dataclass(frozen=True, slots=True)
class Count:
    """An offering sold by the piece: `unit` in the singular, and how few or many can be ordered at one place."""

    unit: str
    units: str
    least: int = 1
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Words:
    """What the proposal prints of an offering."""

    in_short: str
    you_get: tuple[str, ...] = ()
    facts: tuple[tuple[str, str], ...] = ()
    assumes: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()
    asks_for: Mapping[str, str] = field(default_factory=dict)  # address field or question → what is missing without it
    answers: Mapping[str, str] = field(default_factory=dict)  # a phrase of a customer's goal → how this answers it


@dataclass(frozen=True, slots=True)
class Offering:
    """What can be ordered (a ProductOffering). Its id is its file's name, its family its folder's."""

    id: str
    name: str
    family: str
    per: At
    words: Words
    rides_on: Mapping[str, Mapping[str, tuple[Value, ...]]] = field(
        default_factory=dict
    )  # access → limits on characteristics
    network: str | None = None  # how the network is built; all items of one network agree
    characteristics: tuple[Characteristic, ...] = ()
    count: Count | None = None  # None: one or none at a place
    provides: tuple[Balance, ...] = ()
    consumes: tuple[Balance, ...] = ()
    requires: tuple[Balance, ...] = ()  # services that must stand at the same place
    excludes: tuple[str, ...] = ()  # offerings that cannot stand at the same place
    sold: Interval = field(default_factory=Interval)
    states: tuple[str, ...] = ()  # postal codes of states; empty: everywhere
    interval: Mapping[str, Quantity] = field(default_factory=dict)  # access status → days or business days to install
    service_level: str | None = None
    span: Span = field(default_factory=Span)
    rides_on_span: Span = field(default_factory=Span)
    sold_span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Wanted:
    """A rule's demand before it is evaluated; a service has `qualities`, an amount has `amount`."""

    capability: str
    amount: Expression | None = None
    qualities: tuple[tuple[str, Expression], ...] = ()
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Rule:
    """Needs → demands, or a prohibition, or a recommendation, with the sentence that a customer may read."""

    id: str
    at: At
    because: Template
    when: Expression | None = None
    let: tuple[tuple[str, Expression], ...] = ()
    demands: tuple[Wanted, ...] = ()
    forbids_accesses: tuple[str, ...] = ()
    forbids_offerings: tuple[str, ...] = ()
    recommends: Template | None = None
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Bundle:
    """Members with lower and upper counts (upper None: no limit) and a percentage off some of them."""

    id: str
    name: str
    per: At  # site or account
    members: Mapping[str, tuple[int, int | None]]
    percent: Decimal
    on: tuple[str, ...]
    valid: Interval = field(default_factory=Interval)
    words: str = ""
    span: Span = field(default_factory=Span)
    members_span: Span = field(default_factory=Span)
    benefit_span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Promotion:
    """A dated benefit on some offerings: per cent or an amount off one charge, or another price for it (each for one piece),
    for `months` (None: the whole term).
    """

    id: str
    name: str
    on: tuple[str, ...]
    valid: Interval
    charge: str  # "monthly" or "once"
    percent: Decimal
    months: int | None = None
    new_customers_only: bool = False
    terms: tuple[int, ...] = ()  # empty: any
    words: str = ""
    amount: int | None = None  # cents off; then there is no percentage
    price: int | None = None  # cents instead of what it would be, where that is more
    states: tuple[str, ...] = ()  # of the site; empty: any
    bundle: str = ""  # only lines that take this bundle
    group: str = ""  # promotions of one group exclude each other
    limit: int | None = None  # only for the first so many pieces of the account
    group_span: Span = field(default_factory=Span)
    span: Span = field(default_factory=Span)
    valid_span: Span = field(default_factory=Span)
    benefit_span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Option:
    """One of the solutions side by side: its rules come on top of those of the options before it."""

    id: str
    title: str
    in_short: str
    adds: tuple[Rule, ...] = ()
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Catalog:
    """Everything that is sold, on any date. Mappings keep the order of ids, never that of files."""

    provider: Provider
    currency: str
    locale: str
    terms: tuple[int, ...]  # months that a contract may run
    families: Mapping[str, Family]
    accesses: Mapping[str, Access]
    service_levels: Mapping[str, ServiceLevel]
    capabilities: Mapping[str, Capability]
    questions: Mapping[tuple[At, str], Question]
    tables: Mapping[str, Table]
    offerings: Mapping[str, Offering]
    rules: Mapping[str, Rule]
    bundles: Mapping[str, Bundle]
    promotions: Mapping[str, Promotion]
    options: tuple[Option, ...]
    price_books: tuple[PriceBook, ...]  # by date
    policy: PricingPolicy
    contract: Contract
    digest: str  # sha256 over names and contents of its files

    def price_book(self, day: date) -> PriceBook | None:
        """The one price book that is valid on a day; None is a hole, for which there is no quote."""
        return next((book for book in self.price_books if day in book.valid), None)
