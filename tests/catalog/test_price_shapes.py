"""Every price book has the shape of real tables: dearer with bandwidth, cheaper by the megabit, cheaper for longer."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise

import pytest

from proposer.model.catalog import Catalog
from proposer.model.prices import Charge, PriceBook
from proposer.model.quantities import parse_quantity

BANDWIDTH = {
    "dedicated-internet": "bandwidth",
    "evpl": "cir",
    "epl": "cir",
    "e-lan": "cir",
    "business-internet": "tier",
    "ethernet-port": "speed",
    "class-priority": "cir",
    "class-premium": "cir",
}
ETHERNET = ("dedicated-internet", "evpl", "epl", "e-lan", "ethernet-port")
TERM_FACTORS = {24: (0.86, 0.94), 36: (0.69, 0.90), 60: (0.51, 0.81)}  # of the price at 12 months, as published
GROWTH = (0.36, 0.49)  # price grows as bandwidth to this power
CENT = 0.005

Column = tuple[str, ...]  # the values of all axes but the bandwidth


def columns(charge: Charge, axis: str) -> Mapping[Column, dict[int, int]]:
    """Each column of a grid: bandwidth in Mbps → cents."""
    at = charge.by.index(axis)
    found: dict[Column, dict[int, int]] = {}
    for key, cell in charge.cells.items():
        assert cell.cents is not None
        rest = key[:at] + key[at + 1 :]
        found.setdefault(rest, {})[int(parse_quantity(key[at], "Mbps").amount)] = cell.cents
    return {rest: dict(sorted(column.items())) for rest, column in found.items()}


def monthly(book: PriceBook, offering: str) -> Charge:
    charge = book.prices[offering].monthly
    assert charge is not None
    return charge


def ladders(catalog: Catalog) -> Iterator[tuple[str, Column, dict[int, int]]]:
    for book in catalog.price_books:
        for offering, axis in BANDWIDTH.items():
            for rest, column in columns(monthly(book, offering), axis).items():
                yield f"{book.id}: {offering}", rest, column


def rises_and_pays_off(column: Mapping[int, int]) -> bool:
    """More bandwidth costs more, and each megabit less."""
    return all(a < b and a * high > b * low for (low, a), (high, b) in pairwise(column.items()))


def test_more_bandwidth_costs_more_and_each_megabit_less(catalog: Catalog) -> None:
    flat = [(where, rest) for where, rest, column in ladders(catalog) if not rises_and_pays_off(column)]
    assert flat == []


def test_a_ladder_that_falls_is_seen() -> None:
    assert not rises_and_pays_off({10: 200_00, 20: 190_00})
    assert not rises_and_pays_off({10: 200_00, 20: 400_00})


def test_prices_grow_as_published(catalog: Catalog) -> None:
    for where, rest, column in ladders(catalog):
        (low, cheap), (high, dear) = next(iter(column.items())), list(column.items())[-1]
        power = math.log(dear / cheap) / math.log(high / low)
        # longer terms discount larger circuits more, so they grow a little more slowly
        assert GROWTH[0] - 0.03 <= power <= GROWTH[1], f"{where} {rest}: {power:.3f}"


def test_list_prices_of_circuits_grow_within_the_published_range(catalog: Catalog) -> None:
    for book in catalog.price_books:
        for offering in ETHERNET:
            for rest, column in columns(monthly(book, offering), BANDWIDTH[offering]).items():
                if rest[-1] == "12":
                    (low, cheap), (high, dear) = next(iter(column.items())), list(column.items())[-1]
                    assert GROWTH[0] <= math.log(dear / cheap) / math.log(high / low) <= GROWTH[1]


@pytest.mark.parametrize("offering", sorted(ETHERNET))
def test_longer_terms_cost_what_published_tables_take_off(catalog: Catalog, offering: str) -> None:
    for book in catalog.price_books:
        charge = monthly(book, offering)
        for key, cell in charge.cells.items():
            start = charge.cells[*key[:-1], "12"]
            assert cell.cents is not None
            assert start.cents is not None
            low, high = TERM_FACTORS.get(int(key[-1]), (1, 1))
            assert low - CENT <= cell.cents / start.cents <= high + CENT, f"{book.id}: {offering} {key}"


def test_no_price_rises_with_the_term(catalog: Catalog) -> None:
    for book in catalog.price_books:
        for price in book.prices.values():
            charge = price.monthly
            if charge is None or "term" not in charge.by:
                continue
            at = charge.by.index("term")
            for key, cell in charge.cells.items():
                longer = [t for t in price.terms if t > int(key[at])]
                for term in longer:
                    other = charge.cells[*key[:at], str(term), *key[at + 1 :]]
                    assert other.cents is not None
                    assert cell.cents is not None
                    assert other.cents <= cell.cents, f"{book.id}: {price.offering} {key}"


def test_larger_circuits_get_deeper_discounts(catalog: Catalog) -> None:
    for book in catalog.price_books:
        cells = monthly(book, "dedicated-internet").cells
        factors = [
            (cells[port, rate, "60"].cents or 0) / (cells[port, rate, "12"].cents or 1)
            for port, rate in (("100 Mbps", "10 Mbps"), ("1 Gbps", "1 Gbps"), ("10 Gbps", "10 Gbps"))
        ]
        assert factors == sorted(factors, reverse=True)


@pytest.mark.parametrize("offering", ["dedicated-internet", "evpl", "epl", "e-lan"])
def test_installation_is_a_tenth_to_one_and_a_half_months(catalog: Catalog, offering: str) -> None:
    for book in catalog.price_books:
        price = book.prices[offering]
        assert price.monthly is not None
        assert price.once is not None
        at = price.monthly.by.index("port")
        for key, cell in price.monthly.cells.items():
            once = price.once.cells[key[at], key[-1]]
            assert cell.cents is not None
            assert once.cents is not None
            assert 0.1 <= once.cents / cell.cents <= 1.5, f"{book.id}: {offering} {key}"


def test_known_levels(catalog: Catalog) -> None:
    """Public levels: a dedicated gigabit at three years, a coax line, a call path, a block of numbers."""
    for book in catalog.price_books:
        gigabit = monthly(book, "dedicated-internet").cells["1 Gbps", "1 Gbps", "36"].cents
        coax = monthly(book, "business-internet").cells["100 Mbps", "12"].cents
        block = monthly(book, "did-block").cells[()].cents
        paths = [tier.cents for tier in monthly(book, "sip-trunk").tiers]
        assert gigabit is not None
        assert coax is not None
        assert block is not None
        assert 1000_00 <= gigabit <= 1660_00
        assert coax < 300_00
        assert 4_55 <= block <= 9_00
        assert 12_52 <= min(paths) <= max(paths) <= 16_99


def test_the_second_book_follows_the_first_and_changes_prices(catalog: Catalog) -> None:
    first, second = catalog.price_books
    assert first.valid.end == second.valid.start
    changed = {
        offering
        for offering, price in first.prices.items()
        if price.monthly
        and (after := second.prices[offering].monthly)
        and [(k, c.cents) for k, c in price.monthly.cells.items()] != [(k, c.cents) for k, c in after.cells.items()]
    }
    assert {"business-internet", "dedicated-internet", "evpl", "did-block"} <= changed
    assert {"security-edge", "pri"}.isdisjoint(changed)
