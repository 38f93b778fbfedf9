"""Promotions for the first pieces of an account: one price in two graduated tiers, of which the first alone takes the promotion.

Why so: what holds for graduated tiers over the account then holds for these, in the choice and in the quote, and nothing is counted twice.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from proposer.model.catalog import Promotion
from proposer.model.prices import Charge, PriceBook, Tier
from proposer.pricing.charges import ACCOUNT


def with_limits(book: PriceBook, promotions: Iterable[Promotion]) -> PriceBook:
    """The book as a deal has it, where some of its promotions have a limit."""
    prices = dict(book.prices)
    for promotion in (promotion for promotion in promotions if promotion.limit is not None):
        for offering in promotion.on:
            price = prices.get(offering)
            if price is not None and price.monthly is not None and is_one_price(price.monthly):
                prices[offering] = replace(price, monthly=_in_two(price.monthly, promotion.limit))
    return replace(book, prices=prices) if prices != book.prices else book


def is_one_price(charge: Charge) -> bool:
    """Whether every piece costs the same, wherever it is."""
    cell = charge.cells.get(())
    return not charge.by and cell is not None and cell.cents is not None


def _in_two(charge: Charge, limit: int | None) -> Charge:
    cell = charge.cells[()]
    tiers = (Tier(limit, cell.cents or 0, cell.span), Tier(None, cell.cents or 0, cell.span))
    return replace(charge, cells={}, tiers=tiers, counted_over=ACCOUNT, graduated=True)
