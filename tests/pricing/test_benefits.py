"""Bundles and promotions: which ones hold, which one a line takes, and what free months are worth."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from price_samples import bundle, deal, flat, piece, priced, promotion, volume

from proposer.model.catalog import At, Bundle
from proposer.model.quote import Credit
from proposer.pricing.bundles import best_bundle, count_pieces, held_bundles, holds, price_in_place

OFFICE = bundle("office", "10", ["seat"], {"internet": (1, 1), "seat": (5, None), "wifi": (0, 2)})


@pytest.mark.parametrize(
    ("counts", "held"),
    [
        ({"internet": 1, "seat": 5}, True),
        ({"internet": 1, "seat": 4}, False),
        ({"seat": 5}, False),
        ({"internet": 2, "seat": 5}, False),
        ({"internet": 1, "seat": 500, "wifi": 2, "other": 9}, True),
        ({"internet": 1, "seat": 5, "wifi": 3}, False),
    ],
)
def test_a_bundle_holds_within_its_members_counts(counts: dict[str, int], *, held: bool) -> None:
    assert holds(OFFICE, counts) is held


def test_pieces_of_one_offering_are_counted_together() -> None:
    assert count_pieces([(piece("seat"), 3), (piece("line"), 1), (piece("seat", "coax"), 4)]) == {"seat": 7, "line": 1}


@pytest.mark.parametrize(
    ("bundles", "taken"),
    [
        ([("a", "5", "seat"), ("b", "12", "seat"), ("c", "10", "seat")], "b"),
        ([("b", "10", "seat"), ("a", "10", "seat")], "a"),
        ([("a", "5", "seat"), ("b", "50", "wifi")], "a"),
        ([("b", "50", "wifi")], None),
    ],
)
def test_a_line_takes_the_best_bundle(bundles: Sequence[tuple[str, str, str]], taken: str | None) -> None:
    best = best_bundle("seat", [bundle(id_, percent, [on], {}) for id_, percent, on in bundles])

    assert (best.id if best else None) == taken


def test_bundles_of_the_account_count_all_sites() -> None:
    here = bundle("here", "10", ["seat"], {"seat": (5, None)})
    everywhere = bundle("everywhere", "20", ["seat"], {"seat": (5, None)}, At.ACCOUNT)

    assert held_bundles([here, everywhere], {"seat": 3}, {"seat": 12}) == [everywhere]


@pytest.mark.parametrize(("held", "net"), [([], 2000), ([OFFICE], 1800)])
def test_a_held_bundle_is_in_the_price_in_place(held: list[Bundle], net: int) -> None:
    prices = deal(priced("seat", volume((None, 2000))))

    price, taken = price_in_place(prices, piece("seat"), {"seat": 5}, {"seat": 5}, held)

    assert (price.monthly_net, taken) == (net, held[0] if held else None)


def test_the_contract_value_is_the_months_and_the_one_time_charge() -> None:
    assert deal(priced("line", flat(1000), flat(5000)), term=36).price(piece("line")).contract_value == 41000


def test_free_months_are_a_credit_of_the_net_price() -> None:
    prices = deal(
        priced("seat", flat(2000), flat(1000)), term=36, promotions=[promotion("two", "100", "seat", months=2)]
    )

    price = prices.price(piece("seat"), 0, OFFICE)

    assert price.monthly_net == 1800  # the monthly price itself stays
    assert price.credits == (Credit(2, 1800, "Words of two.", "two.yaml:3"),)
    assert price.contract_value == 36 * 1800 + 1000 - 2 * 1800


def test_a_credit_lasts_no_longer_than_the_term() -> None:
    prices = deal(priced("seat", flat(1000)), term=12, promotions=[promotion("long", "10", "seat", months=24)])

    price = prices.price(piece("seat"))

    assert (price.credits[0].months, price.contract_value) == (12, 12 * 1000 - 12 * 100)


@pytest.mark.parametrize(
    ("offers", "taken"),
    [
        ([("a", "15", 12), ("b", "100", 2)], "b"),  # 180 against 200
        ([("a", "20", 12), ("b", "100", 2)], "a"),
        ([("b", "50", 4), ("a", "100", 2)], "a"),  # worth the same: the first id
        ([("a", "10", 60), ("b", "25", 6)], "b"),  # 60 months are only 12 here
    ],
)
def test_of_promotions_that_end_the_one_worth_most_counts(offers: Sequence[tuple[str, str, int]], taken: str) -> None:
    listed = [promotion(id_, percent, "seat", months=months) for id_, percent, months in offers]

    price = deal(priced("seat", flat(1000)), promotions=listed).price(piece("seat"))

    assert [credit.because for credit in price.credits] == [f"Words of {taken}."]


def test_of_promotions_that_last_the_highest_counts_for_its_charge() -> None:
    listed = [
        promotion("small", "5", "line"),
        promotion("large", "20", "line"),
        promotion("waived", "100", "line", "once"),
    ]

    price = deal(priced("line", flat(1000), flat(5000)), promotions=listed).price(piece("line"))

    assert (price.monthly_net, price.once and price.once.net) == (800, 0)


def test_a_credit_of_nothing_is_not_told() -> None:
    listed = [promotion("two", "100", "entrance", months=2)]

    assert deal(priced("entrance", once=flat(0)), promotions=listed).price(piece("entrance")).credits == ()
