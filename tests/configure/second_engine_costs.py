"""What a solution costs in the second engine: one price for each tier and each set of bundles that hold."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ortools.sat.python import cp_model

from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle
from proposer.pricing import ItemPrice
from proposer.pricing.bundles import best_bundle
from proposer.pricing.charges import tier_range

if TYPE_CHECKING:
    from second_engine import Model

MOST_CENTS = 10**8
Where = tuple[str, int]  # place, variant
Linear = cp_model.LinearExprT
Literal = cp_model.LiteralT


@dataclass
class Costs:
    """The prices of a model's lines."""

    model: Model

    def _count(self, offering: str, places: Iterable[str]) -> Linear:
        return sum((self.model.pieces[w] for p in places for w, v in self.model.at(p) if v.offering.id == offering), 0)

    def minimise(self) -> None:
        """The budget as a condition, the value as what is made least."""
        held = {
            (b.id, p): self._held(b, [p])
            for b in self.model.question.bundles
            if b.per is At.SITE
            for p in self.model.places
        }
        over = {b.id: self._held(b, self.model.places) for b in self.model.question.bundles if b.per is At.ACCOUNT}
        values, months = [], []
        for place in self.model.places:
            state = {
                b.id: over[b.id] if b.per is At.ACCOUNT else held[b.id, place] for b in self.model.question.bundles
            }
            for where, variant in self.model.at(place):
                value, monthly = self._cost(place, where, variant, state)
                values.append(value)
                months.append(monthly)
        if self.model.question.budget is not None:
            self.model.cp.add(sum(months) <= self.model.question.budget)
        self.model.cp.minimize(sum(values))

    def _held(self, bundle: Bundle, places: list[str]) -> cp_model.IntVar:
        """Whether a bundle holds: all of its members' bounds do."""
        parts = []
        for offering, (least, most) in bundle.members.items():
            count = self._count(offering, places)
            parts.append(self._whether(count, least, most))
        return self._all(parts)

    def _whether(self, count: Linear, least: int, most: int | None) -> cp_model.IntVar:
        enough, few = self.model.cp.new_bool_var(""), self.model.cp.new_bool_var("")
        self.model.cp.add(count >= least).only_enforce_if(enough)
        self.model.cp.add(count <= least - 1).only_enforce_if(~enough)
        if most is None:
            return enough
        self.model.cp.add(count <= most).only_enforce_if(few)
        self.model.cp.add(count >= most + 1).only_enforce_if(~few)
        return self._all([enough, few])

    def _all(self, parts: list[cp_model.IntVar]) -> cp_model.IntVar:
        whole = self.model.cp.new_bool_var("")
        self.model.cp.add_bool_and(parts).only_enforce_if(whole)
        self.model.cp.add_bool_or([~part for part in parts]).only_enforce_if(~whole)
        return whole

    def _cost(
        self, place: str, where: Where, variant: Variant, state: Mapping[str, cp_model.IntVar]
    ) -> tuple[cp_model.IntVar, cp_model.IntVar]:
        """Value and month of one line: one price for each tier and each set of bundles that hold for its offering."""
        value, monthly = (self.model.cp.new_int_var(0, MOST_CENTS, f"{name}{where}") for name in ("value", "month"))
        fitting = [b for b in self.model.question.bundles if variant.offering.id in b.on]
        for tier, of_tier in self._tiers(place, variant):
            for number in range(2 ** len(fitting)):
                on = [b for i, b in enumerate(fitting) if number >> i & 1]
                literals: list[Literal] = [state[b.id] if b in on else ~state[b.id] for b in fitting]
                best = best_bundle(variant.offering.id, on)
                if self.model.question.prices.is_by_line(variant.offering.id):
                    self._priced_by_line(where, variant, best, (value, monthly), [*of_tier, *literals])
                    continue
                price = self.model.question.prices.price(variant.item, tier, best)
                self._priced(where, price, value, monthly, [*of_tier, *literals])
        return value, monthly

    def _priced_by_line(
        self,
        where: Where,
        variant: Variant,
        bundle: Bundle | None,
        costs: tuple[cp_model.IntVar, cp_model.IntVar],
        when: list[Literal],
    ) -> None:
        """The price of all pieces together, by their number."""
        question = self.model.question
        most = variant.most or 3
        prices = [question.prices.price(replace(variant.item, count=n), 0, bundle) for n in range(1, most + 1)]
        tables = ([price.worth(question.objective) for price in prices], [price.monthly_net for price in prices])
        for table, cost in zip(tables, costs, strict=True):
            found = self.model.cp.new_int_var(0, MOST_CENTS, "")
            self.model.cp.add_element(self.model.pieces[where], [0, *table], found)
            self.model.cp.add(cost == found).only_enforce_if(when)

    def _priced(
        self,
        where: Where,
        price: ItemPrice,
        value: cp_model.IntVar,
        monthly: cp_model.IntVar,
        when: list[Literal],
    ) -> None:
        pieces = self.model.pieces[where]
        self.model.cp.add(value == price.worth(self.model.question.objective) * pieces).only_enforce_if(when)
        self.model.cp.add(monthly == price.monthly_net * pieces).only_enforce_if(when)

    def _tiers(self, place: str, variant: Variant) -> list[tuple[int, list[Literal]]]:
        charge = self.model.question.prices.deal.book.prices[variant.offering.id].monthly
        if charge is None or not charge.tiers:
            return [(0, [])]
        count = self._count(variant.offering.id, self.model.places if charge.counted_over == "account" else [place])
        ranges = [tier_range(charge, tier) for tier in range(len(charge.tiers))]
        return [(tier, [self._whether(count, least, most)]) for tier, (least, most) in enumerate(ranges)]
