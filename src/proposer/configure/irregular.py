"""Offerings whose prices keep no order: what is dearer by the piece or without a bundle may be cheaper otherwise.

Promotions that hang on a bundle, or that compete in months, make such prices, and so do charges for all pieces of a line together. Where a shortcut of the search would argue
from one price to another, these are left out of it; what they cost is always asked for as it stands.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.model.catalog import Bundle
from proposer.pricing import PriceList


@dataclass(frozen=True, slots=True)
class Irregular:
    """The offerings themselves, and those that a bundle counts which discounts one of them."""

    offerings: frozenset[str]
    counted: frozenset[str]

    @classmethod
    def of(cls, prices: PriceList, bundles: Sequence[Bundle]) -> Irregular:
        """From a deal's prices and bundles."""
        found = frozenset(name for name in prices.deal.book.prices if prices.is_irregular(name))
        uneasy = (bundle for bundle in bundles if found & set(bundle.on))
        return cls(found, frozenset(name for bundle in uneasy for name in bundle.members))

    @property
    def all(self) -> frozenset[str]:
        """Neither may take another's part, nor another theirs."""
        return self.offerings | self.counted
