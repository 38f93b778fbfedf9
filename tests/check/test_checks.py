"""What each check finds is in `tests/fixtures/bad/<code>/`; here is what they leave alone, and that each is listed."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import proposer.check
from proposer.check import CHECKS, check_catalog
from proposer.dates import Interval
from proposer.load.catalog import load_catalog
from proposer.model.catalog import Catalog
from proposer.model.prices import Charge, Tier

ROOT = Path(__file__).parents[2]


def tiny() -> Catalog:
    catalog = load_catalog(ROOT / "tests" / "fixtures" / "tiny").value
    assert catalog is not None
    return catalog


def checks_in_the_package() -> Iterator[str]:
    for module in pkgutil.iter_modules(proposer.check.__path__, "proposer.check."):
        for name, function in inspect.getmembers(importlib.import_module(module.name), inspect.isfunction):
            takes = list(inspect.signature(function).parameters.values())
            if (
                not name.startswith("_")
                and [p.annotation for p in takes] == ["Catalog"]
                and "Diagnostic" in str(inspect.signature(function).return_annotation)
            ):
                yield name


def test_every_check_is_listed() -> None:
    assert {check.__name__ for check in CHECKS} == set(checks_in_the_package()) - {"check_catalog"}


def test_the_small_catalog_is_clean() -> None:
    assert check_catalog(tiny()) == ()


def test_books_that_meet_are_no_hole() -> None:
    catalog = tiny()
    (book,) = catalog.price_books
    following = replace(book, id="2027", valid=Interval(date(2027, 1, 1), None))
    assert check_catalog(replace(catalog, price_books=(book, following))) == ()


def test_a_catalog_without_a_book() -> None:
    found = check_catalog(replace(tiny(), price_books=()))
    assert [each.code for each in found if each.code.startswith("PRC")] == ["PRC201"]


def test_an_offering_that_ends_needs_no_later_price() -> None:
    catalog = tiny()
    (book,) = catalog.price_books
    ended = replace(catalog.offerings["seat"], sold=Interval(None, date(2027, 1, 1)))
    prices = {name: price for name, price in book.prices.items() if name != "seat"}
    following = replace(book, id="2027", valid=Interval(date(2027, 1, 1), None), prices=prices)
    changed = replace(catalog, offerings={**catalog.offerings, "seat": ended}, price_books=(book, following))
    assert check_catalog(changed) == ()


def test_factors_that_rise_with_the_term() -> None:
    catalog = tiny()
    (book,) = catalog.price_books
    seat = book.prices["seat"]
    assert seat.monthly is not None
    dearer = Charge(
        tiers=(Tier(None, 100, seat.span),), term_factors={12: Decimal(1), 36: Decimal("1.1")}, span=seat.span
    )
    prices = {**book.prices, "seat": replace(seat, monthly=dearer)}
    found = check_catalog(replace(catalog, price_books=(replace(book, prices=prices),)))
    assert [each.message for each in found] == ["`seat`: the factor at 36 months is above that at 12 months"]
