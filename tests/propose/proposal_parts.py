"""Lines, designs, options and plans from which the sample quotes are made; sums are worked out here."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from proposal_words import WORDS

from proposer.model.quote import (
    BundleUse,
    Credit,
    Fee,
    FeeChange,
    PlanStep,
    PriceStep,
    Proof,
    QuoteDesign,
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
            Fee("911 fees", "authority", 4200, "$1.65 for each voice line; set by the state", "911", 2000, 9000, ""),
            Fee(
                "Sales and communications taxes", "authority", 31080, "6 % of taxable charges", "tax", 31080, 31080, ""
            ),
            Fee(
                "Universal connectivity charge",
                "recovery",
                12714,
                "37.6 % of the interstate share",
                "usf",
                12714,
                12714,
                "",
            ),
            Fee("Regulatory recovery fee", "provider", 3105, "1.5 % of voice charges", "recovery", 3105, 3105, ""),
        ),
        fees_monthly=51099,
        fees_least=48899,
        fees_most=55899,
        fee_changes=(FeeChange("Universal connectivity charge", date(2027, 1, 1), "37.6 %", "38 %"),),
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
