"""Promotions that stand together: the order of files plays no part, and one less never makes anything cheaper."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

from case_samples import AS_OF, catalog_of
from hypothesis import given, settings
from hypothesis import strategies as st
from price_samples import bundle, deal, flat, piece, priced, promotion

from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog, Promotion
from proposer.model.prices import Stacking
from proposer.model.quote import Quote
from proposer.pipeline import make_quote
from proposer.pricing import PriceList

T = TypeVar("T")
GROUPS = ("", "launch", "welcome")


@st.composite
def promotions(draw: st.DrawFn) -> tuple[Promotion, ...]:
    found = []
    for number in range(draw(st.integers(0, 5))):
        charge = draw(st.sampled_from(("monthly", "monthly", "once")))
        months = draw(st.sampled_from((None, 1, 2, 6, 40))) if charge == "monthly" else None
        made = promotion(f"p{number}", str(draw(st.integers(0, 100))), "seat", charge, months)
        match draw(st.sampled_from(("percent", "amount", "price"))):
            case "amount":
                made = replace(made, percent=Decimal(0), amount=draw(st.integers(0, 3000)))
            case "price":
                made = replace(made, percent=Decimal(0), price=draw(st.integers(0, 3000)))
        found.append(replace(made, group=draw(st.sampled_from(GROUPS)), bundle=draw(st.sampled_from(("", "", "five")))))
    return tuple(found)


@st.composite
def price_lists(draw: st.DrawFn) -> PriceList:
    prices = deal(priced("seat", flat(draw(st.integers(0, 4000))), flat(draw(st.integers(0, 9000)))), term=36)
    most = {
        charge: Decimal(draw(st.integers(0, 100))) for charge in draw(st.sets(st.sampled_from(("monthly", "once"))))
    }
    policy = replace(prices.deal.policy, stacking=Stacking(("launch", "welcome"), most))
    return PriceList(replace(prices.deal, policy=policy, promotions=draw(promotions())))


FIVE = bundle("five", "10", ["seat"], {"seat": (5, None)})


@given(price_lists(), st.randoms(use_true_random=False), st.sampled_from((None, FIVE)))
@settings(max_examples=500, deadline=None)
def test_the_order_of_promotions_plays_no_part(prices: PriceList, rng: random.Random, held: object) -> None:
    taken = FIVE if held else None
    shuffled = list(prices.deal.promotions)
    rng.shuffle(shuffled)
    other = PriceList(replace(prices.deal, promotions=tuple(shuffled)))
    assert other.price(piece("seat"), 0, taken) == prices.price(piece("seat"), 0, taken)


@given(price_lists())
@settings(max_examples=500, deadline=None)
def test_a_promotion_less_never_makes_anything_cheaper(prices: PriceList) -> None:
    whole = prices.price(piece("seat"), 0, FIVE).contract_value
    for left_out in prices.deal.promotions:
        rest = tuple(each for each in prices.deal.promotions if each is not left_out)
        assert PriceList(replace(prices.deal, promotions=rest)).price(piece("seat"), 0, FIVE).contract_value >= whole


@given(price_lists())
@settings(max_examples=500, deadline=None)
def test_promotions_never_take_off_more_than_there_is_nor_than_the_cap(prices: PriceList) -> None:
    price = prices.price(piece("seat"))
    without = PriceList(replace(prices.deal, promotions=())).price(piece("seat"))
    floor = prices.deal.policy.stacking.floor("monthly", without.monthly_net)
    for month in range(1, 37):
        off = sum(credit.within(month) - credit.within(month - 1) for credit in price.credits)
        assert off >= 0
        assert price.monthly_net - off >= floor


def test_the_order_of_files_plays_no_part(tmp_path: Path) -> None:
    """Promotions, bundles, offerings and books in any order of a folder give the same quote."""
    benefit = {"valid": {"from": "2026-01-01"}}
    seat = {"percent": "10", "on": ["seat"]}
    catalog = catalog_of(
        {
            "prices": {"seat": {"monthly": "20.00", "terms": [12]}, "trunk": {"monthly": "19.00", "terms": [12]}},
            "bundles": {
                name: {"name": name, "per": per, "members": {"seat": "5.."}, "benefit": seat}
                for name, per in (("zeta", "site"), ("alpha", "account"))
            },
            "promotions": {
                "z": {"name": "Z", **benefit, "benefit": {"percent": "15", "on": ["seat"]}, "group": "launch"},
                "y": {
                    "name": "Y",
                    **benefit,
                    "benefit": {"amount": "3.00", "on": ["seat", "trunk"]},
                    "group": "launch",
                },
                "x": {"name": "X", **benefit, "benefit": {"free_months": 1, "on": ["seat"]}, "group": "welcome"},
            },
            "pricing": {"stacking": {"groups": ["welcome", "launch"]}},
        },
        tmp_path,
    )
    file = tmp_path / "needs.yaml"
    file.write_text(
        "customer: {name: Test}\nterm: 12\nsites: [{id: a, seats: 6, paths: 3}, {id: b, seats: 2}]\n", "utf-8"
    )
    needs = load_needs(file, catalog).value
    assert needs is not None
    quotes = []
    for seed in range(6):
        quote = make_quote(_shuffled(catalog, random.Random(seed)), needs, AS_OF).value  # noqa: S311 - nothing secret
        assert isinstance(quote, Quote)
        quotes.append(quote.options)
    assert all(options == quotes[0] for options in quotes)


def _shuffled(catalog: Catalog, rng: random.Random) -> Catalog:
    def mixed(mapping: Mapping[str, T]) -> dict[str, T]:
        return dict(rng.sample(list(mapping.items()), len(mapping)))

    book = catalog.price_books[0]
    return replace(
        catalog,
        bundles=mixed(catalog.bundles),
        promotions=mixed(catalog.promotions),
        offerings=mixed(catalog.offerings),
        price_books=(replace(book, prices=mixed(book.prices)),),
    )
