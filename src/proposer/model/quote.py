"""The quote: everything that the proposal prints, in one value that round-trips through JSON.

It is self-contained: words, service levels and terms are copied in, so that a saved quote renders to the same
document when the catalog has moved on. It holds what a customer may see and nothing else: no cost, no margin.
Amounts are whole cents in the program and texts such as `"1234.50"` in JSON.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from proposer.model.objective import Objective
from proposer.model.quote_estimates import Ending, Fee, FeeChange, FirstInvoice, Stretch, UsageEstimate
from proposer.model.quote_prices import Credit, PriceStep, UnitPrice
from proposer.model.quote_words import (
    ContractWords,
    CustomerFacts,
    LevelWords,
    OfferingWords,
    Person,
    PlanStep,
    ProviderWords,
    QuotedSite,
)
from proposer.model.touches import Touches
from proposer.money import Cents

__all__ = [
    "SCHEMA",
    "BundleUse",
    "ContractWords",
    "Credit",
    "CustomerFacts",
    "Ending",
    "Fee",
    "FeeChange",
    "FirstInvoice",
    "LevelWords",
    "OfferingWords",
    "Person",
    "PlanStep",
    "PriceStep",
    "Proof",
    "ProviderWords",
    "Quote",
    "QuoteDesign",
    "QuoteLine",
    "QuoteOption",
    "QuotedDemand",
    "QuotedSite",
    "Stretch",
    "Touches",
    "UnitPrice",
    "UsageEstimate",
]

SCHEMA = "proposer-quote/1"


@dataclass(frozen=True, slots=True)
class QuoteLine:
    """One quoted item at one site. Monthly and once are for the whole line (`count` units).

    `id` is unique within its design and readable (`dedicated-internet`, `hosted-seat-standard`). `individual_case` is the
    reason why it has no price; then every amount is zero, and the line counts in no total.
    `far_end` is the other end's site id of a link, or empty.
    """

    id: str
    offering: str
    name: str
    description: str  # characteristics in words: "500 Mbps on a 1 Gbps port"
    characteristics: dict[str, str]
    count: int
    unit: str  # "seat", "call path" in the singular; "" when sold one by one
    access: str
    access_status: str
    far_end: str
    meets: tuple[str, ...]  # capability ids
    individual_case: str | None
    monthly_unit: UnitPrice | None
    once_unit: UnitPrice | None
    credits: tuple[Credit, ...]
    monthly: Cents  # steady, after every discount that lasts the term
    once: Cents
    credit_total: Cents  # what promotions of limited months take off over the term
    contract_value: Cents  # monthly × months + once − credit_total
    list_monthly: Cents  # at list price, before the waterfall
    install_days: str  # "17 business days", or empty
    units: str = ""  # "seats", "call paths"
    whole: bool = False  # the unit prices are those of all pieces together
    billed: str = ""  # "quarterly", "annually" in advance; else by the month
    from_month: int = 1  # the month of the contract in which its charges begin
    construction: bool = False  # what it costs to build the access that the line of the same offering opens

    @property
    def remarks(self) -> str:
        """When it begins and how it is billed; nothing where it is by the month, from the first."""
        start = f"from month {self.from_month}" if self.from_month > 1 else ""
        return ", ".join(part for part in (start, f"billed {self.billed}" if self.billed else "") if part)

    def months(self, term: int) -> int:
        """For how many months of a term it is charged."""
        return max(0, term - self.from_month + 1)

    def within(self, months: int) -> int:
        """What it costs in the first so many months of the contract."""
        first = self.once if self.from_month <= months else 0
        return self.monthly * self.months(months) + first - sum(credit.within(months) for credit in self.credits)

    @property
    def times(self) -> int:
        """How many times the unit prices make the line."""
        return 1 if self.whole else self.count

    @property
    def pieces(self) -> str:
        """How many of what: "8 seats", "1 seat", or the bare number of what is sold one by one."""
        return f"{self.count:,} {self.unit if self.count == 1 or not self.units else self.units}".rstrip()


@dataclass(frozen=True, slots=True)
class QuoteDesign:
    """The lines that every site of one kind gets; a site's totals are its design's totals.

    `id` is "A", "B", … in the order of the sites. The account's own lines, if any, are the design "account".
    """

    id: str
    title: str  # "Design A: 213 stores", or the site's name when it is the only one
    site_ids: tuple[str, ...]  # empty for the account
    lines: tuple[QuoteLine, ...]
    monthly: Cents
    once: Cents
    contract_value: Cents


@dataclass(frozen=True, slots=True)
class QuotedDemand:
    """What a site needs and why, in words; `working` is the formula with its numbers, places are file:line."""

    site: str  # "" for the account
    capability: str
    label: str  # "Calls at the same time: 25"
    because: str
    working: str
    rule: str
    rule_place: str
    needs: tuple[tuple[str, str, str], ...]  # (path, words, file:line)
    option: str  # id of the option that added it, or ""


@dataclass(frozen=True, slots=True)
class Proof:
    """`gap` is the most that a better answer could save of what was made `least`; zero means proven optimal."""

    proven: bool
    gap: Cents
    gap_percent: Decimal
    kinds: int
    packages: int
    least: Objective = Objective.TCV


@dataclass(frozen=True, slots=True)
class BundleUse:
    """A bundle that holds, and what it saves over the account."""

    id: str
    name: str
    words: str
    saving_monthly: Cents


@dataclass(frozen=True, slots=True)
class QuoteOption:
    """One of the solutions side by side."""

    id: str
    title: str
    in_short: str
    term: int
    designs: tuple[QuoteDesign, ...]
    demands: tuple[QuotedDemand, ...]
    added: tuple[str, ...]  # what it adds to the option before it, a sentence each
    not_added: tuple[str, ...]  # what it would add but cannot, and why
    monthly: Cents
    once: Cents
    credit_total: Cents
    contract_value: Cents
    first_year: Cents  # 12 months and the one-time charges, less credits in them
    list_monthly: Cents
    over_budget: Cents  # how much a month above the customer's budget, or zero
    individual_cases: tuple[str, ...]  # "Main office: Diverse entrance: needs a survey…"
    bundles: tuple[BundleUse, ...]
    fees: tuple[Fee, ...]
    fees_monthly: Cents
    fees_least: Cents
    fees_most: Cents
    fee_changes: tuple[FeeChange, ...]
    proof: Proof
    schedule: tuple[Stretch, ...] = ()  # the months of the term; their sums are the contract value
    usage: tuple[UsageEstimate, ...] = ()

    @property
    def charged(self) -> list[tuple[QuoteLine, int]]:
        """Every line with the number of sites that have it; what belongs to the account counts once.

        A line that stands in several designs is there once, with the sites of all: most of a long quote's are alike.
        """
        lines: dict[int, QuoteLine] = {}
        sites: dict[int, int] = {}
        for design in self.designs:
            number = max(1, len(design.site_ids))
            for line in design.lines:
                key = id(line)
                lines[key] = line
                sites[key] = sites.get(key, 0) + number
        return [(line, sites[key]) for key, line in lines.items()]


@dataclass(frozen=True, slots=True)
class Quote:
    """The whole quote. `selected` is the id of the option that the document details."""

    schema: str
    id: str
    revision: int
    as_of: date
    valid_until: date
    currency: str
    locale: str
    catalog_digest: str
    needs_digest: str
    price_book: str
    provider: ProviderWords
    customer: CustomerFacts
    prepared_by: Person
    sites: tuple[QuotedSite, ...]
    selected: str
    options: tuple[QuoteOption, ...]
    offerings: tuple[OfferingWords, ...]
    service_levels: tuple[LevelWords, ...]
    plan: tuple[PlanStep, ...]
    contract: ContractWords
    approval: str  # "" or who must approve; then the document is a draft
    endings: tuple[Ending, ...]
    other_book: str  # the price book of the day on which installation is wanted, where that is another one, or ""
    first_invoice: FirstInvoice | None
    touches: Touches = field(default_factory=Touches)  # the rep's own
    catalog_locale: str = ""  # whose language the catalog's words are in, whatever that of the document

    @property
    def chosen(self) -> QuoteOption:
        """The option that the document details."""
        return next(option for option in self.options if option.id == self.selected)
