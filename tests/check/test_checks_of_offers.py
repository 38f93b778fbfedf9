"""Bundles, promotions, accesses, tiers and books: the cases that one fixture for each code leaves open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from proposer.check.books import book_dates, terms_go_on
from proposer.check.bundles import bundle_together, bundles_win
from proposer.check.carrying import carried, sold_some_day
from proposer.check.catalog import Check
from proposer.check.cost import above_cost
from proposer.check.forbidding import forbidden_altogether
from proposer.check.payoff import benefits_pay
from proposer.check.promotions import promotions_in_life, promotions_win
from proposer.check.reach import within_reach
from proposer.check.volume import tiers_that_pay, volume_tiers
from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.load.catalog import load_catalog
from proposer.model.catalog import Access, At, Bundle, Catalog, Offering, Promotion
from proposer.model.prices import Charge, OfferingPrice, PriceBook, Tier
from proposer.model.quantities import Quantity

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"


@cache
def tiny() -> Catalog:
    catalog = load_catalog(TINY).value
    assert catalog is not None
    return catalog


def messages(check: Check, catalog: Catalog) -> list[str]:
    return [each.message for each in check(catalog)]


def with_offerings(*changed: Offering) -> Catalog:
    return replace(tiny(), offerings={**tiny().offerings, **{each.id: each for each in changed}})


def with_bundle(**changes: Any) -> Catalog:
    office = replace(tiny().bundles["office"], **changes)
    return replace(tiny(), bundles={"office": office})


def with_promotions(*promotions: Promotion) -> Catalog:
    return replace(tiny(), promotions={each.id: each for each in promotions})


def with_books(*books: PriceBook) -> Catalog:
    return replace(tiny(), price_books=books)


def seat() -> Offering:
    return tiny().offerings["seat"]


def internet() -> Offering:
    return tiny().offerings["internet"]


def book(id_: str, start: date, end: date | None, **prices: OfferingPrice) -> PriceBook:
    first = tiny().price_books[0]
    return replace(first, id=id_, valid=Interval(start, end), prices={**first.prices, **prices})


def promotion(id_: str, **changes: Any) -> Promotion:
    plain: dict[str, Any] = {
        "id": id_,
        "months": None,
        "terms": (),
        "new_customers_only": False,
        "percent": Decimal(10),
    }
    return replace(tiny().promotions["launch"], **{**plain, **changes})


def test_a_member_of_the_account_is_at_no_site() -> None:
    catalog = with_offerings(replace(seat(), per=At.ACCOUNT))
    reason = "`seat` belongs to the account, and the bundle counts at one site"
    assert messages(bundle_together, catalog) == [f"the bundle `office` can never hold: {reason}"]
    counted = {name: replace(each, per=At.ACCOUNT) for name, each in catalog.bundles.items()}
    assert messages(bundle_together, replace(catalog, bundles=counted)) == []


def test_members_of_two_kinds_of_network() -> None:
    catalog = with_offerings(replace(seat(), network="ring"), replace(internet(), network="star"))
    (found,) = messages(bundle_together, catalog)
    assert found.endswith("`seat` build the network in different ways")


def test_members_that_miss_each_other() -> None:
    until, since = Interval(None, date(2026, 3, 1)), Interval(date(2026, 3, 1), None)
    catalog = with_offerings(replace(seat(), sold=until), replace(internet(), sold=since))
    (found,) = messages(bundle_together, catalog)
    assert found.endswith("`internet` and `seat` are never sold on the same day")


def test_members_without_a_common_term() -> None:
    prices = tiny().price_books[0].prices
    short, long = replace(prices["seat"], terms=(12,)), replace(prices["internet"], terms=(36,))
    catalog = with_books(book("2026", date(2026, 1, 1), None, seat=short, internet=long))
    (found,) = messages(bundle_together, catalog)
    assert found.endswith("`internet` and `seat` have no term in common")


def test_an_optional_member_may_be_elsewhere() -> None:
    members: dict[str, tuple[int, int | None]] = {"internet": (1, 1), "seat": (0, None)}
    catalog = replace(with_offerings(replace(seat(), states=("OH",)), replace(internet(), states=("PA",))))
    assert len(messages(bundle_together, catalog)) == 1
    assert messages(bundle_together, replace(catalog, bundles=with_bundle(members=members).bundles)) == []


@pytest.mark.parametrize(
    ("members", "percent", "wins"),
    [
        ({"internet": (1, 1), "seat": (20, None)}, 8, False),
        ({"internet": (1, 1), "seat": (20, None)}, 12, True),
        ({"internet": (1, 1), "seat": (2, None)}, 8, True),
        ({"seat": (20, None)}, 8, True),
        ({"internet": (1, 1), "seat": (5, None)}, 10, False),
    ],
)
def test_bundles_against_each_other(members: dict[str, tuple[int, int | None]], percent: int, *, wins: bool) -> None:
    other: Bundle = replace(tiny().bundles["office"], id="second", members=members, percent=Decimal(percent))
    catalog = replace(tiny(), bundles={**tiny().bundles, "second": other})
    assert (messages(bundles_win, catalog) == []) is wins


def test_the_better_of_two_promotions() -> None:
    best = promotion("best", percent=Decimal(20))
    found = messages(promotions_win, with_promotions(best, promotion("less")))
    assert found == ["the promotion `less` never applies: `best` always takes off at least as much"]


@pytest.mark.parametrize(
    "best",
    [
        promotion("best", percent=Decimal(20), terms=(36,)),
        promotion("best", percent=Decimal(20), new_customers_only=True),
        promotion("best", percent=Decimal(20), months=6),
        promotion("best", percent=Decimal(20), charge="once"),
        promotion("best", percent=Decimal(20), on=("internet",)),
        promotion("best", percent=Decimal(20), valid=Interval(date(2026, 2, 1), None)),
    ],
)
def test_promotions_that_part_their_ways(best: Promotion) -> None:
    assert messages(promotions_win, with_promotions(best, promotion("less"))) == []


def test_of_two_alike_the_first_id_wins() -> None:
    found = messages(promotions_win, with_promotions(promotion("a"), promotion("b")))
    assert found == ["the promotion `b` never applies: `a` always takes off at least as much"]


def test_a_promotion_without_end() -> None:
    found = messages(promotions_in_life, with_promotions(promotion("ever", valid=Interval(date(2026, 5, 1), None))))
    assert found == ["the promotion `ever` has no end; the last price book ends on 2027-01-01"]


def test_a_benefit_at_a_term_without_price() -> None:
    price = replace(tiny().price_books[0].prices["seat"], terms=(12,))
    catalog = replace(tiny(), price_books=(book("2026", date(2026, 1, 1), None, seat=price),))
    (found,) = messages(benefits_pay, catalog)
    assert found.startswith("the promotion `launch` takes nothing off `seat`")


def test_an_entrance_elsewhere() -> None:
    entrance = tiny().offerings["fibre-entrance"]
    far = with_offerings(replace(entrance, states=("PA",)), replace(internet(), states=("OH",)))
    (found,) = messages(carried, far)
    assert found.endswith("`fibre-entrance`, the entrance of `fibre`, is sold in none of its states")
    gone = with_offerings(replace(entrance, sold=Interval(None, date(2026, 2, 1))), later(internet()))
    assert messages(carried, gone)[0].endswith("is not sold while it is")
    apart = with_offerings(replace(internet(), excludes=("fibre-entrance",)))
    assert messages(carried, apart)[0].endswith("and it exclude each other")


def later(offering: Offering) -> Offering:
    return replace(offering, sold=Interval(date(2026, 5, 1), None))


def test_one_access_of_two() -> None:
    two = {"fibre": {}, "coax": {"port": (Quantity(Decimal(1), "Mbps"),)}}
    catalog = replace(
        with_offerings(replace(internet(), rides_on=two)), accesses={**tiny().accesses, "coax": Access("coax", "Coax")}
    )
    found = list(carried(catalog))
    assert [(each.code, each.severity.word) for each in found] == [("CAT212", "warning")]


def test_an_offering_for_next_year() -> None:
    assert messages(sold_some_day, with_offerings(later(seat()))) == []
    never = replace(seat(), sold=Interval(date(2030, 1, 1), None))
    assert messages(sold_some_day, with_offerings(never)) == [
        "`seat` is never sold: no price book is valid while it is"
    ]


def tiers(*pairs: tuple[int | None, int]) -> Catalog:
    charge = Charge(tiers=tuple(Tier(most, cents, Span("b.yaml", at)) for at, (most, cents) in enumerate(pairs, 1)))
    price = replace(tiny().price_books[0].prices["seat"], monthly=charge)
    return with_books(book("2026", date(2026, 1, 1), None, seat=price))


def test_a_tier_that_raises_the_total() -> None:
    (found,) = volume_tiers(tiers((9, 600), (20, 500), (None, 700)))
    totals = "7.00 each after 5.00, so 21 cost 147.00, 20 cost 100.00"
    assert found.message == f"this volume tier of `seat` raises the total: {totals}"
    assert found.span.line == 3


@pytest.mark.parametrize(
    ("pairs", "found"),
    [
        (((9, 600), (None, 500)), 0),
        (((22, 1699), (99, 1549), (None, 1399)), 0),
        (((9, 600), (None, 200)), 1),
        (((9, 600), (None, 600)), 0),
        (((9, 0), (None, 0)), 0),
        (((9, 600), (10, 500), (None, 100)), 1),
    ],
)
def test_tiers_that_hardly_anybody_would_order(pairs: Iterable[tuple[int | None, int]], found: int) -> None:
    assert len(messages(tiers_that_pay, tiers(*pairs))) == found


def test_a_book_within_another() -> None:
    long, short = book("long", date(2026, 1, 1), None), book("short", date(2026, 3, 1), date(2026, 5, 1))
    assert messages(book_dates, with_books(long, short)) == [
        "the price books `long` and `short` overlap: from 2026-03-01 until 2026-05-01 two prices hold"
    ]


def test_a_book_hides_the_hole_behind_the_one_within_it() -> None:
    long = book("long", date(2026, 1, 1), date(2027, 1, 1))
    short, third = book("short", date(2026, 3, 1), date(2026, 5, 1)), book("third", date(2027, 1, 1), None)
    assert [each.code for each in book_dates(with_books(long, short, third))] == ["PRC202"]


def test_a_term_that_ends() -> None:
    shorter = replace(tiny().price_books[0].prices["internet"], terms=(12,))
    catalog = with_books(
        book("2026", date(2026, 1, 1), date(2027, 1, 1)), book("2027", date(2027, 1, 1), None, internet=shorter)
    )
    assert messages(terms_go_on, catalog) == ["no price for `internet` at 36 months from 2027-01-01"]


def test_a_lasting_promotion_counts_against_cost() -> None:
    price = replace(tiny().price_books[0].prices["seat"], monthly_cost_share=Decimal("0.7"))
    catalog = with_books(book("2026", date(2026, 1, 1), None, seat=price))
    assert messages(above_cost, catalog) == []
    (found,) = messages(above_cost, replace(catalog, promotions={"p": promotion("p")}))
    assert "68.85 % of it can be left (bundle 10 %, promotion 10 %, negotiated 15 %), and 70 % is cost" in found


def test_a_rule_that_leaves_nothing() -> None:
    rule = replace(tiny().rules["internet-as-asked"], forbids_accesses=("fibre",))
    found = list(forbidden_altogether(replace(tiny(), rules={rule.id: rule})))
    assert [each.severity.word for each in found] == ["warning", "error"]


def test_what_is_asked_at_most_is_no_wish() -> None:
    """A demand that may be small is met; only its least is held against what is sold."""
    assert messages(within_reach, tiny()) == []
