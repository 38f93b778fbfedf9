"""What is known of a catalog on a day, whatever the needs: prices by deal, what can be sold at a place, packages.

A quote, the questions about it and the changes to its needs share it, so that each is worked out once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from proposer.configure import Shelf
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle, Catalog, Promotion
from proposer.model.needs import Needs
from proposer.offer import Place, offer_at
from proposer.pricing import Deal, PriceList
from proposer.pricing.limits import with_limits


@dataclass
class Known:
    """Filled as it is asked."""

    catalog: Catalog
    day: date
    _shelves: dict[tuple[object, ...], Shelf] = field(default_factory=dict)
    _sold: dict[tuple[Place, int], tuple[Variant, ...]] = field(default_factory=dict)

    def shelf(self, needs: Needs, term: int) -> Shelf:
        """The prices of a deal at a term, with the packages that are known for them."""
        promotions = tuple(self._promotions(needs, term))
        discounts = {discount.offering: discount for discount in needs.discounts}
        cases = tuple(replace(case, expired=self.day >= case.until) for case in needs.cases)
        key = term, tuple(each.id for each in promotions), needs.discounts, cases
        if key not in self._shelves:
            book = self.catalog.price_book(self.day)
            if book is None:
                raise ValueError(f"no price book on {self.day}; the request is checked before")
            deal = Deal(term, with_limits(book, promotions), self.catalog.policy, promotions, discounts, cases)
            self._shelves[key] = Shelf(PriceList(deal), self.bundles)
        return self._shelves[key]

    def sold_at(self, place: Place, prices: PriceList) -> tuple[Variant, ...]:
        """Every variant that can be sold at a place, at a deal's prices."""
        key = place, id(prices)  # price lists are kept by their shelves
        if key not in self._sold:
            self._sold[key] = offer_at(self.catalog, place, prices, self.day)
        return self._sold[key]

    @property
    def bundles(self) -> tuple[Bundle, ...]:
        """The bundles that hold on the day."""
        return tuple(bundle for bundle in self.catalog.bundles.values() if self.day in bundle.valid)

    def _promotions(self, needs: Needs, term: int) -> Iterator[Promotion]:
        """The promotions that hold on the day, for such a customer and term."""
        new = needs.facts.get(At.ACCOUNT, {}).get("new")
        is_new = new is not None and new.value is True
        at_once = all(site.from_month == 1 and not site.growth for site in needs.sites)
        for promotion in self.catalog.promotions.values():
            fits_term = not promotion.terms or term in promotion.terms
            countable = promotion.limit is None or at_once  # the first pieces of which month, else?
            fits = fits_term and countable and (is_new or not promotion.new_customers_only)
            if self.day in promotion.valid and fits:
                yield promotion
