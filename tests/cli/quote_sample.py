"""A small quote made by hand: two sites, a seat line with every kind of price step, an individual case, a credit."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from proposer.model.configuration import Blame, Conflict
from proposer.model.quote import (
    SCHEMA,
    BundleUse,
    ContractWords,
    Credit,
    CustomerFacts,
    Ending,
    Fee,
    FeeChange,
    FirstInvoice,
    OfferingWords,
    Person,
    PriceStep,
    Proof,
    ProviderWords,
    Quote,
    QuotedDemand,
    QuoteDesign,
    QuotedSite,
    QuoteLine,
    QuoteOption,
    UnitPrice,
)

BOOK = "price-books/us-2026-h2.yaml"

INTERNET = QuoteLine(
    id="business-internet",
    offering="business-internet",
    name="Business Internet",
    description="300 Mbps down, 30 Mbps up",
    characteristics={"tier": "300 Mbps"},
    count=1,
    unit="",
    access="Coax (HFC)",
    access_status="on-net",
    far_end="",
    meets=("internet",),
    individual_case=None,
    monthly_unit=UnitPrice(
        13500,
        (
            PriceStep("list", 0, 15000, 15000, "", "List price at 12 months", f"{BOOK}:12"),
            PriceStep("term", 15000, -1500, 13500, "−10 %", "36 months", f"{BOOK}:13"),
        ),
    ),
    once_unit=UnitPrice(9900, (PriceStep("list", 0, 9900, 9900, "", "Installation", f"{BOOK}:14"),)),
    credits=(),
    monthly=13500,
    once=9900,
    credit_total=0,
    contract_value=495900,
    list_monthly=15000,
    install_days="10 business days",
)
SEATS = replace(
    INTERNET,
    id="hosted-seat-standard",
    offering="hosted-seat-standard",
    name="Hosted Seat, Standard",
    description="",
    characteristics={},
    count=8,
    unit="seats",
    access="",
    access_status="",
    meets=("seats",),
    monthly_unit=UnitPrice(
        2000,
        (
            PriceStep("list", 0, 2500, 2500, "", "List price at 12 months", f"{BOOK}:20"),
            PriceStep("volume", 2500, -300, 2200, "tier 5–22", "16 seats over the account", f"{BOOK}:22"),
            PriceStep("bundle", 2200, -200, 2000, "−10 %", "Connected Office", "bundles/connected-office.yaml:5"),
        ),
    ),
    once_unit=None,
    credits=(Credit(3, 16000, "First three months of seats free", "promotions/free-quarter.yaml:2"),),
    monthly=16000,
    once=0,
    credit_total=48000,
    contract_value=528000,
    list_monthly=20000,
)
DIVERSE = replace(
    INTERNET,
    id="diverse-entrance",
    offering="diverse-entrance",
    name="Diverse Entrance",
    description="Second path",
    meets=("diverse-entrance",),
    individual_case="A second path into the building needs a survey.",
    monthly_unit=None,
    once_unit=None,
    monthly=0,
    once=0,
    contract_value=0,
    list_monthly=0,
)
ENTRANCE = replace(
    INTERNET,
    id="coax-entrance",
    offering="coax-entrance",
    name="Coax Entrance",
    description="",
    meets=("coax-entrance",),
    monthly_unit=None,
    once_unit=UnitPrice(0, (PriceStep("list", 0, 0, 0, "", "On-net", f"{BOOK}:30"),)),
    monthly=0,
    once=0,
    contract_value=0,
    list_monthly=0,
)


def _design(id_: str, title: str, sites: tuple[str, ...], lines: tuple[QuoteLine, ...]) -> QuoteDesign:
    sums = (sum(getattr(line, name) for line in lines) for name in ("monthly", "once", "contract_value"))
    return QuoteDesign(id_, title, sites, lines, *sums)


DEMANDS = (
    QuotedDemand(
        "main",
        "internet",
        "Internet access: 200 Mbps down",
        "You asked for 200 Mbps.",
        "",
        "internet-as-stated",
        "rules/internet.yaml:3",
        (("sites.main.internet.down", "200 Mbps", "needs.yaml:9"),),
        "",
    ),
    QuotedDemand(
        "main",
        "seats",
        "Seats: 8",
        "Eight people need a phone.",
        "8 × 1 = 8",
        "seats-from-people",
        "rules/voice.yaml:8",
        (("sites.main.users", "8", "needs.yaml:8"),),
        "",
    ),
)
RECOMMENDED = QuoteOption(
    id="recommended",
    title="Recommended",
    in_short="Room to grow.",
    term=36,
    designs=(
        _design("A", "Main office", ("main",), (INTERNET, SEATS, ENTRANCE, DIVERSE)),
        _design("B", "Design B: 2 branches", ("east", "west"), (INTERNET, SEATS, ENTRANCE)),
    ),
    demands=DEMANDS,
    added=("A quarter more bandwidth.",),
    not_added=("LTE at west: no signal.",),
    monthly=88500,
    once=29700,
    credit_total=144000,
    contract_value=3071700,
    first_year=947700,
    list_monthly=105000,
    over_budget=8500,
    individual_cases=("Main office: Diverse Entrance: A second path into the building needs a survey.",),
    bundles=(BundleUse("connected-office", "Connected Office", "Ten per cent off seats.", 4800),),
    fees=(Fee("911 fee", "authority", 1800, "24 × $0.75", "e911", 480, 3960, "illustrative"),),
    fees_monthly=1800,
    fees_least=480,
    fees_most=3960,
    fee_changes=(FeeChange("911 fee", date(2026, 12, 1), "$0.75", ""),),
    proof=Proof(proven=True, gap=0, gap_percent=Decimal(0), kinds=2, packages=5),
)
ESSENTIAL = replace(
    RECOMMENDED,
    id="essential",
    title="Essential",
    in_short="What you asked for.",
    added=(),
    not_added=(),
    monthly=79000,
    contract_value=2729700,
    over_budget=0,
    proof=Proof(proven=False, gap=1234, gap_percent=Decimal("0.05"), kinds=2, packages=5),
)
QUOTE = Quote(
    schema=SCHEMA,
    id="Q-TEST",
    revision=1,
    as_of=date(2026, 11, 23),
    valid_until=date(2026, 12, 23),
    currency="USD",
    locale="en_US",
    catalog_digest="sha256:00",
    needs_digest="sha256:11",
    price_book="United States, second half of 2026",
    provider=ProviderWords("Meridian Business", "Meridian", "Fictional.", "", "", "", "", {}, {}),
    customer=CustomerFacts(
        "Harbor & Sons: Dental",
        "healthcare",
        Person("Dana Reyes", "", "", ""),
        (),
        "Regional Telco",
        90000,
        None,
        80000,
        None,
        "",
    ),
    prepared_by=Person("", "", "", ""),
    sites=tuple(
        QuotedSite(id_, name, "", "", "", "", {}, is_hub=False)
        for id_, name in (("main", "Main office"), ("east", "East"), ("west", "West"))
    ),
    selected="recommended",
    options=(ESSENTIAL, RECOMMENDED),
    offerings=(
        OfferingWords("business-internet", "Business Internet", "business-class", "Fast internet.", (), (), ""),
    ),
    service_levels=(),
    plan=(),
    contract=ContractWords(
        (), (), ("911 address of West: street",), ("Add Wi-Fi.",), (), (), (), "Not binding.", ("Sales tax",)
    ),
    approval="",
    endings=(Ending("promotion", "Seats in autumn", date(2026, 12, 1)),),
    other_book="",
    first_invoice=FirstInvoice(date(2027, 1, 17), "actual-days", 15, 31, 40887, 29700),
)
CONFLICT = Conflict(
    site="west",
    summary="60 calls at the same time do not fit the coax at west.",
    blames=(
        Blame(
            "sites.west.voice.concurrent_calls",
            "60 calls at the same time are asked for",
            "needs.yaml:12",
            "46 or fewer",
        ),
        Blame("sites.west.access.fibre", "fibre is refused", "needs.yaml:10", "accept fibre"),
    ),
    others=("east", "north"),
)
