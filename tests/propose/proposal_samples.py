"""Quotes made by hand for the proposal's tests: no engine, every figure written here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from proposal_parts import AS_OF, design, line, plan, three, unit
from proposal_words import CONTRACT, LEVELS, PROVIDER, WORDS

from proposer.model.quote import (
    SCHEMA,
    Credit,
    CustomerFacts,
    Ending,
    FirstInvoice,
    Person,
    Quote,
    QuoteDesign,
    QuotedSite,
)


def quote(name: str, sites: tuple[QuotedSite, ...], designs: tuple[QuoteDesign, ...], network: str = "") -> Quote:
    return Quote(
        schema=SCHEMA,
        id="Q-7F3K-2026",
        revision=2,
        as_of=AS_OF,
        valid_until=AS_OF + timedelta(days=60),
        currency="USD",
        locale="en_US",
        catalog_digest="sha256:4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee4be1c0ffee0000",
        needs_digest="sha256:77aa",
        price_book="US list prices, second half of 2026",
        provider=PROVIDER,
        customer=CustomerFacts(
            name=name,
            industry="healthcare",
            contact=Person("Dana Reyes", "Chief Operating Officer", "dana.reyes@lakeside.example", "814-555-0170"),
            goals=("Patients reach a nurse instead of a busy signal", "One bill for all clinics"),
            today_provider="Regional Telco",
            today_monthly=612000,
            today_contract_ends=date(2027, 3, 31),
            budget_monthly=750000,
            install_by=date(2027, 3, 1),
            network=network,
        ),
        prepared_by=Person("Robin Hale", "Account Executive", "robin.hale@meridian.example", "1-800-555-0142"),
        sites=sites,
        selected="recommended",
        options=three(designs),
        offerings=WORDS,
        service_levels=LEVELS,
        plan=plan(tuple(site.id for site in sites)),
        contract=CONTRACT,
        approval="",
        endings=(Ending("price-book", "Second half", date(2026, 12, 1)),),
        other_book="First half",
        first_invoice=FirstInvoice(date(2027, 3, 17), "30/360", 14, 30, 300000, 120000),
    )


def site(id_: str, name: str, city: str, *, hub: bool = False, number: int = 400) -> QuotedSite:
    access = {"Fibre": "on-net", "Coax (HFC)": "on-net"} if hub else {"Coax (HFC)": "on-net", "Fibre": "near-net"}
    return QuotedSite(id_, name, f"{number} Harbor Avenue", city, "PA", f"165{number % 100:02d}", access, hub)


COAX = line("business-internet", "500 Mbps down, 35 Mbps up", unit(15900, ("term", -2400, "36-month term")), unit(9900))
SEATS = line(
    "hosted-seat",
    "Standard",
    unit(2495, ("volume", -300, "Volume: 23 to 99 seats"), ("bundle", -220, "Connected Office")),
    unit(1500, ("promotion", -1500, "Seats switched on without charge")),
    count=8,
    credits_=(Credit(3, 15800, "First three months of seats free", "promotions/free-quarter.yaml:2"),),
)
STATIC = line("static-ip", "Block of 5 addresses", unit(0), None)
EDI = line(
    "dedicated-internet", "500 Mbps on a 1 Gbps port", unit(141000, ("term", -28200, "36-month term")), unit(50000)
)
EVPL = line("evpl", "100 Mbps, Priority", unit(41000, ("term", -8200, "36-month term")), unit(25000), far_end="main")
SIP = line("sip-trunk", "Domestic calling", unit(1900, ("volume", -200, "Tier 23–99")), unit(0), count=25)
DIVERSE = line("diverse-entrance", "Second entrance", None, None, case="needs a survey of the building and the street")


def dentist() -> Quote:
    """One coax site; no network, everything on two lines."""
    only = site("office", "Harbor Dental", "Erie")
    made = quote("Harbor Dental", (only,), (design("A", "Harbor Dental", ("office",), (COAX, SEATS, STATIC)),))
    return replace(made, customer=replace(made.customer, today_monthly=52000, budget_monthly=60000))


def _clinic_designs(ids: tuple[str, ...]) -> tuple[QuoteDesign, ...]:
    return (
        design("A", "Main clinic", ids[:1], (EDI, SIP, DIVERSE)),
        design("B", f"Design B: {len(ids[1:5])} clinics", ids[1:5], (EVPL, COAX, SEATS, STATIC)),
        design("C", f"Design C: {len(ids[5:])} clinics", ids[5:], (EVPL, SEATS)),
        design("account", "For the whole account", (), (line("toll-free", "One toll-free number", unit(500), None),)),
    )


CITIES = ("Erie", "Meadville", "Corry", "Girard", "Edinboro", "North East", "Union City", "Albion", "Fairview")


def clinics(count: int = 12) -> Quote:
    """Hub and spokes over mixed access, with an individual case at the hub."""
    rest = tuple(site(f"clinic-{n}", f"{CITIES[n % 9]} clinic", CITIES[n % 9], number=400 + n) for n in range(1, count))
    sites = (site("main", "Main clinic", "Erie", hub=True), *rest)
    return quote("Lakeside Family Clinics", sites, _clinic_designs(tuple(s.id for s in sites)), "hub-and-spoke")


def three_sites() -> Quote:
    """Any to any over three sites, and nothing known of today."""
    sites = tuple(site(f"plant-{n}", f"Plant {n}", CITIES[n], number=410 + n) for n in range(1, 4))
    lan = replace(EVPL, far_end="", name="E-LAN connection", meets=("wan",))
    made = quote(
        "Allegheny Castings",
        sites,
        (design("A", "Design A: 3 plants", tuple(s.id for s in sites), (EDI, lan)),),
        "any-to-any",
    )
    unknown = replace(made.customer, today_monthly=None, today_provider="", today_contract_ends=None, goals=())
    return replace(made, customer=unknown)


def retailer(stores: int = 500) -> Quote:
    """Many stores in eight designs."""
    sites = tuple(site(f"store-{n:04}", f"Store {n:04}", CITIES[n % 9], number=400 + n) for n in range(stores))
    size = -(-stores // 8)
    groups = [tuple(s.id for s in sites[start : start + size]) for start in range(0, stores, size)]
    designs = tuple(
        design(
            chr(65 + n),
            f"Design {chr(65 + n)}: {len(ids)} stores",
            ids,
            (replace(COAX), replace(SEATS, count=8), STATIC),
        )
        for n, ids in enumerate(groups)
    )
    made = quote("Penn Corner Markets", sites, designs, "hub-and-spoke")
    return replace(made, customer=replace(made.customer, today_monthly=18250000, budget_monthly=None))


def draft() -> Quote:
    """The clinics with a discount that nobody has approved yet, and words that would like to be code."""
    made = clinics(3)
    evil = replace(
        made.customer, name="<script>alert(1)</script> {{ 7 * 7 }} & Sons", goals=("{% raw %} <b>bold</b>", "</style>")
    )
    return replace(made, customer=evil, approval="Director of Sales")


def long_names() -> Quote:
    """Names of eighty characters wherever a name stands."""
    name = "The Consolidated Northwestern Pennsylvania Regional Health and Hospitals Network"
    made = clinics(4)
    sites = tuple(
        replace(s, name=f"{name[:70]} site {n}", city="Llanfairpwllgwyngyll") for n, s in enumerate(made.sites)
    )
    return replace(made, customer=replace(made.customer, name=name), sites=sites)


def nothing() -> Quote:
    """One site and not a single line."""
    only = site("office", "Harbor Dental", "Erie")
    made = quote("Harbor Dental", (only,), (design("A", "Harbor Dental", ("office",), ()),))
    empty = replace(made.chosen, fees=(), fees_monthly=0, bundles=(), over_budget=0)
    return replace(made, options=(empty,), plan=(), offerings=(), service_levels=())
