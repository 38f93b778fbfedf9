"""What a book does not price is not sold; what it calls an individual case is quoted without a price, and says so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from price_samples import deal, flat, grid, piece, priced

from proposer.model.prices import OfferingPrice
from proposer.pricing import ItemPrice, is_sold

BY_TERM = grid(["term"], {("12",): 1000, ("36",): 900})
BY_ACCESS = grid(["access"], {("on-net",): 0, ("near-net",): 480000, ("off-net",): None})


@pytest.mark.parametrize(
    ("price", "term"),
    [
        pytest.param(None, 12, id="not in the book"),
        pytest.param(priced("line", BY_TERM), 24, id="no cell for the term"),
        pytest.param(priced("line", flat(1000), terms=(12, 24)), 36, id="not at this term"),
        pytest.param(priced("line", flat(1000, factors={12: Decimal(1)})), 36, id="no factor for the term"),
        pytest.param(priced("line", flat(1000), BY_TERM), 24, id="no one-time cell for the term"),
        pytest.param(priced("line", grid(["port"], {("1 Gbps",): 1000})), 12, id="no cell for its values"),
        pytest.param(priced("line"), 12, id="no charge at all"),
    ],
)
def test_a_hole_is_not_sold(price: OfferingPrice | None, term: int) -> None:
    assert not is_sold(price, piece("line"), term)


@pytest.mark.parametrize(
    "price",
    [
        pytest.param(priced("line", BY_TERM), id="monthly only"),
        pytest.param(priced("line", once=flat(0)), id="once, and free"),
        pytest.param(priced("line", BY_TERM, flat(5000)), id="both"),
        pytest.param(priced("line", grid(["term"], {("36",): None})), id="an individual cell"),
        pytest.param(replace(priced("line"), individual_case="By survey."), id="an individual case"),
    ],
)
def test_what_has_its_prices_is_sold(price: OfferingPrice) -> None:
    assert is_sold(price, piece("line"), 36)


@pytest.mark.parametrize(("status", "cents"), [("on-net", 0), ("near-net", 480000)])
def test_a_price_by_access_follows_the_status(status: str, cents: int) -> None:
    price = deal(priced("entrance", once=BY_ACCESS)).price(piece("entrance", "fibre", status))

    assert (price.contract_value, price.individual_case) == (cents, None)


def test_an_individual_cell_leaves_the_item_without_any_price() -> None:
    prices = deal(priced("entrance", flat(1000), BY_ACCESS))

    assert prices.price(piece("entrance", "fibre", "off-net")) == ItemPrice(
        None, None, (), "Designed and priced case by case (off-net fibre).", 0
    )


def test_an_individual_case_gives_the_book_s_reason() -> None:
    prices = deal(replace(priced("survey"), individual_case="Both routes need a survey."))

    assert prices.price(piece("survey")) == ItemPrice(None, None, (), "Both routes need a survey.", 0)
