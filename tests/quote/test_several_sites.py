"""Sites alike are designed once and counted as often as they are: in totals, fees, savings and what the hub carries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from example_quotes import AS_OF, catalog, option_of

from proposer.dates import Interval
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog, Promotion
from proposer.model.quote import BundleUse, Fee, Quote, QuoteOption
from proposer.pipeline import make_quote

TWO_SHOPS = """
customer: {name: Test}
term: 24
defaults: {access: {coax: on-net}, internet: {down: 100 Mbps}, seats: {standard: 6}}
sites: [{id: a}, {id: b}]
"""
# At 24 months a seat is 24.95 × 0.95 = 23.70, less 10 % in its bundle: 21.33; two shops have twelve of them.
SEATS = 12 * 2133


def essential(text: str, folder: Path, sold: Catalog | None = None, day: date = AS_OF) -> QuoteOption:
    file = folder / "needs.yaml"
    file.write_text(text, "utf-8")
    needs = load_needs(file, catalog()).value
    assert needs is not None
    quote = make_quote(sold or catalog(), needs, day).value
    assert isinstance(quote, Quote), quote
    return quote.options[0]


def test_totals_count_every_site_of_a_design(tmp_path: Path) -> None:
    option = essential(TWO_SHOPS, tmp_path)

    (design,) = option.designs
    assert (design.site_ids, design.monthly) == (
        ("a", "b"),
        6 * 2133 + 8900 + 600 + 300,
    )  # seats, internet, numbers, 911
    assert (option.monthly, option.once) == (2 * design.monthly, 2 * design.once)


def test_a_bundle_saves_at_every_site(tmp_path: Path) -> None:
    assert essential(TWO_SHOPS, tmp_path).bundles == (
        BundleUse(
            "connected-office",
            "Connected Office",
            "Ten per cent off standard seats and Wi-Fi when at least five seats come with Business Internet.",
            12 * 237,
        ),
    )


SAME = "illustrative"


def test_fees_are_estimated_over_all_sites(tmp_path: Path) -> None:
    option = essential(TWO_SHOPS, tmp_path)

    assert option.fees == (
        # 6.399
        Fee("Regulatory recovery fee", "recovery", 640, "2.5 % of $255.96", "regulatory-recovery", 640, 640, SAME),
        # 14.436, between 36 and 39 % of 38.394
        Fee("Universal connectivity charge", "recovery", 1444, "37.6 % of 15 % of $255.96", "universal-connectivity",
            1382, 1497, "illustrative, as in the first quarter of 2026"),
        # 12 × 0.20, 12 × 1.65
        Fee("911 fee", "authority", 900, "12 × $0.75", "e911-seats", 240, 1980, f"{SAME}; each state sets its own"),
        # 17.917, between 4 and 11 %
        Fee("State and local communications tax", "authority", 1792, "7 % of $255.96", "communications-tax",
            1024, 2816, f"{SAME}; each state and city sets its own"),
    )  # fmt: skip
    assert (option.fees_least, option.fees_most) == (640 + 1382 + 240 + 1024, 640 + 1497 + 1980 + 2816)
    assert option.fees_monthly == 640 + 1444 + 900 + 1792
    assert SEATS == 25596


@pytest.mark.parametrize(
    ("day", "rates"), [(date(2026, 12, 31), ["37.6 % of 15 %"]), (date(2027, 1, 1), ["38 % of 15 %"])]
)
def test_fees_are_those_of_the_day(day: date, rates: list[str], tmp_path: Path) -> None:
    fees = essential(TWO_SHOPS, tmp_path, day=day).fees

    assert [f.basis.rpartition(" of $")[0] for f in fees if f.name == "Universal connectivity charge"] == rates


@pytest.mark.parametrize(
    ("valid", "uses"),
    [(Interval(None, AS_OF), 0), (Interval(AS_OF, None), 1), (Interval(), 1), (Interval(date(2027, 1, 1), None), 0)],
)
def test_a_bundle_holds_in_its_interval(valid: Interval, uses: int, tmp_path: Path) -> None:
    dated = replace(catalog().bundles["connected-office"], valid=valid)
    sold = replace(catalog(), bundles={"connected-office": dated})

    assert len(essential(TWO_SHOPS, tmp_path, sold).bundles) == uses


LONG = Promotion("long", "Long", ("business-internet",), Interval(), "monthly", Decimal(50), months=18)


def test_the_first_year_has_the_credits_of_its_twelve_months(tmp_path: Path) -> None:
    plain = essential(TWO_SHOPS, tmp_path, replace(catalog(), promotions={}))

    option = essential(TWO_SHOPS, tmp_path, replace(catalog(), promotions={"long": LONG}))

    assert option.monthly == plain.monthly
    assert option.credit_total == 2 * 18 * 4450  # half of 89.00 at two sites
    assert option.first_year == plain.monthly * 12 + plain.once - 2 * 12 * 4450
    assert option.contract_value == plain.contract_value - 2 * 18 * 4450


@pytest.mark.parametrize(("terms", "credit"), [((), 2 * 18 * 4450), ((24, 36), 2 * 18 * 4450), ((36, 60), 0)])
def test_a_promotion_for_some_terms_holds_at_those(terms: tuple[int, ...], credit: int, tmp_path: Path) -> None:
    sold = replace(catalog(), promotions={"long": replace(LONG, terms=terms)})

    assert essential(TWO_SHOPS, tmp_path, sold).credit_total == credit


def test_the_hub_carries_the_circuits_of_all_sites() -> None:
    (at_hub,) = [d for d in option_of("school-district", "essential").demands if d.capability == "port-capacity"]

    assert (at_hub.site, at_hub.label) == ("district-office", "Hub port capacity: 15 Gbps")
    assert at_hub.because == "The circuits of 15 sites end here; together they may not exceed the ports."
    assert at_hub.working.endswith(" = 15 Gbps")
    assert sum(int(part.partition(" × ")[0]) for part in at_hub.working.split(" = ")[0].split(" + ")) == 15


def test_a_priced_term_is_chosen_before_one_with_an_individual_case(tmp_path: Path) -> None:
    book = catalog().price_book(AS_OF)
    assert book is not None
    long_internet = replace(book.prices["dedicated-internet"], terms=(12,))
    custom = replace(book.prices["dedicated-internet"], offering="dedicated-internet-custom")
    case = replace(custom, monthly=None, once=None, terms=(36,), individual_case="By design.")
    prices = {**book.prices, "dedicated-internet": long_internet, "dedicated-internet-custom": case}
    sold = replace(catalog(), price_books=(replace(book, prices=prices),))
    needs = "customer: {name: Test}\nterm: [12, 36]\nsites: [{id: a, access: {fibre: on-net}, internet: {down: 1 Gbps, up: 1 Gbps}}]"

    option = essential(needs, tmp_path, sold)

    assert (option.term, option.individual_cases) == (12, ())
