"""Quotes made by hand for the proposal's tests: no engine, every figure written here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from proposal_words import CONTRACT, LEVELS, PROVIDER, WORDS

from proposer.model.quote import (
    SCHEMA,
    BundleUse,
    Credit,
    CustomerFacts,
    Fee,
    Person,
    PlanStep,
    PriceStep,
    Proof,
    Quote,
    QuoteDesign,
    QuotedSite,
    QuoteLine,
    QuoteOption,
    UnitPrice,
)

TERM = 36
AS_OF = date(2026, 11, 23)
PROVEN = Proof(proven=True, gap=0, gap_percent=Decimal(0), kinds=3, packages=41)


def unit(listed: int, *changes: tuple[str, int, str]) -> UnitPrice:
    """A unit price from its list price and the changes (step, cents, because)."""
    steps = [PriceStep("list", 0, listed, listed, "", "List price", "price-books/us-2026-h2.yaml:12")]
    for step, change, because in changes:
        before = steps[-1].after
        steps.append(PriceStep(step, before, change, before + change, "", because, "pricing.yaml:4"))
    return UnitPrice(steps[-1].after, tuple(steps))


def line(
    offering: str,
    description: str,
    monthly: UnitPrice | None,
    once: UnitPrice | None = None,
    *,
    count: int = 1,
    far_end: str = "",
    case: str | None = None,
    credits_: tuple[Credit, ...] = (),
) -> QuoteLine:
    words = next(w for w in WORDS if w.id == offering)
    month = monthly.net * count if monthly else 0
    install = once.net * count if once else 0
    off = sum(credit.months * credit.monthly for credit in credits_)
    return QuoteLine(
        id=offering,
        offering=offering,
        name=words.name,
        description=description,
        characteristics={},
        count=count,
        unit={"hosted-seat": "seat", "sip-trunk": "call path"}.get(offering, ""),
        access="Fibre",
        access_status="on-net",
        far_end=far_end,
        meets=("internet",),
        individual_case=case,
        monthly_unit=monthly,
        once_unit=once,
        credits=credits_,
        monthly=month,
        once=install,
        credit_total=off,
        contract_value=month * TERM + install - off,
        list_monthly=monthly.steps[0].after * count if monthly else 0,
        install_days="17 business days",
    )


def design(id_: str, title: str, sites: tuple[str, ...], lines: tuple[QuoteLine, ...]) -> QuoteDesign:
    return QuoteDesign(
        id_,
        title,
        sites,
        lines,
        sum(row.monthly for row in lines),
        sum(row.once for row in lines),
        sum(row.contract_value for row in lines),
    )


def option(id_: str, title: str, designs: tuple[QuoteDesign, ...], **changes: object) -> QuoteOption:
    times = [(each, max(1, len(each.site_ids))) for each in designs]
    monthly = sum(each.monthly * n for each, n in times)
    once = sum(each.once * n for each, n in times)
    off = sum(row.credit_total * n for each, n in times for row in each.lines)
    early = sum(c.monthly * min(c.months, 12) * n for each, n in times for row in each.lines for c in row.credits)
    plain = QuoteOption(
        id=id_,
        title=title,
        in_short="Everything you asked for, at the least cost over the term.",
        term=TERM,
        designs=designs,
        demands=(),
        added=(),
        not_added=(),
        monthly=monthly,
        once=once,
        credit_total=off,
        contract_value=monthly * TERM + once - off,
        first_year=monthly * 12 + once - early,
        list_monthly=sum(row.list_monthly * n for each, n in times for row in each.lines),
        over_budget=max(0, monthly - 750000),
        individual_cases=tuple(
            f"{each.title}: {row.name}: {row.individual_case}"
            for each in designs
            for row in each.lines
            if row.individual_case
        ),
        bundles=(),
        fees=(
            Fee("911 fees", "authority", 4200, "$1.65 for each voice line; set by the state"),
            Fee("Sales and communications taxes", "authority", 31080, "6 % of taxable charges"),
            Fee("Universal connectivity charge", "recovery", 12714, "37.6 % of the interstate share of voice"),
            Fee("Regulatory recovery fee", "provider", 3105, "1.5 % of voice charges"),
        ),
        fees_monthly=51099,
        proof=PROVEN,
    )
    return replace(plain, **changes)  # type: ignore[arg-type]  # tests pass fields by name


def three(designs: tuple[QuoteDesign, ...]) -> tuple[QuoteOption, ...]:
    """Essential, Recommended, Premier from one set of designs: the others cost a little less and more."""
    chosen = option(
        "recommended",
        "Recommended",
        designs,
        in_short="Room to grow, and a second way out when a cable is cut.",
        added=("A quarter more bandwidth than today's use", "LTE takes over when the line is down"),
        bundles=(BundleUse("connected-office", "Connected Office", "10 % off seats and Wi-Fi beside internet", 21400),),
    )
    less = replace(
        chosen,
        id="essential",
        title="Essential",
        in_short="What you asked for, at the least cost.",
        added=(),
        monthly=chosen.monthly * 86 // 100,
        contract_value=chosen.contract_value * 86 // 100,
        first_year=chosen.first_year * 86 // 100,
        over_budget=0,
    )
    more = replace(
        chosen,
        id="premier",
        title="Premier",
        in_short="Two entrances at the hub and the highest class of service.",
        added=("Premium class of service between all sites", "A second entrance at the hub", "Managed security edge"),
        not_added=("A second fibre entrance at West: not served there",),
        monthly=chosen.monthly * 131 // 100,
        contract_value=chosen.contract_value * 131 // 100,
        first_year=chosen.first_year * 131 // 100,
        over_budget=max(0, chosen.monthly * 131 // 100 - 750000),
        proof=replace(PROVEN, proven=False, gap=12345, gap_percent=Decimal("0.04")),
    )
    return less, chosen, more


def plan(sites: tuple[str, ...]) -> tuple[PlanStep, ...]:
    rows = (
        ("Order accepted, orders placed", (), 0, 5, "We check every address and name your project manager."),
        ("Fibre construction", sites[:1], 5, 60, "Permits, entrance and splice."),
        ("Circuits installed and tested", sites, 20, 75, "Each circuit is tested to its committed rate."),
        ("Numbers ported, voice cut over", sites, 75, 90, "Out of hours; your old lines stay until you agree."),
        ("Handover", (), 90, 95, "Acceptance, documents, training of your administrators."),
    )
    return tuple(PlanStep(t, s, a, b, AS_OF + timedelta(days=b), w) for t, s, a, b, w in rows)


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
    lan = replace(EVPL, far_end="", name="E-LAN connection")
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
