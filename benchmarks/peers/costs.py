"""What a solution costs, as numbers and rows: each tier and each bundle that changes a price has pieces of its own.

The engine's pricing functions say what a piece costs. Where neither tier nor bundle matters, that is the cost of the
pieces. Elsewhere they are split: so many at tier t with bundle b, for each pair. Of an offering's tiers one counts,

    Σ y_t = 1,  first_t × y_t ≤ pieces at t, over the account or the site, ≤ last_t × y_t,

and pieces with a bundle are there only where it holds. No bundle makes anything dearer, so one that is not used need not
hold, and the better of two is used where it pays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from benchmarks.peers.levels import Level, levels_of
from benchmarks.peers.places import Place
from benchmarks.peers.program import Program, Term
from proposer.configure.question import Question
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle
from proposer.model.demands import ACCOUNT
from proposer.pricing.charges import tier_range

Standing = tuple[Place, Sequence[int]]  # a place with its variants' pieces
Over = tuple[str, str]  # an offering or bundle, and the site that it is counted at, or the account


@dataclass(slots=True)
class Costs:
    """The prices of all lines, while they are written."""

    question: Question
    program: Program
    _months: list[Term] = field(default_factory=list)
    _pieces: dict[Over, list[int]] = field(default_factory=dict)  # of the members of bundles
    _tiers: dict[Over, list[int]] = field(default_factory=dict)  # which tier counts
    _at_tier: dict[tuple[Over, int], list[int]] = field(default_factory=dict)  # pieces bought at a tier
    _held: dict[Over, tuple[Bundle, int]] = field(default_factory=dict)
    _levels: dict[tuple[object, Variant], Sequence[Level]] = field(default_factory=dict)

    def add(self, standing: Sequence[Standing]) -> None:
        """Costs for all pieces, what tiers and bundles ask for, and the budget."""
        members = frozenset(offering for bundle in self.question.bundles for offering in bundle.members)
        for place, pieces in standing:
            for variant, column, most in zip(place.assortment.variants, pieces, place.most, strict=True):
                for counted in {place.name, ACCOUNT} if variant.offering.id in members else ():
                    self._pieces.setdefault((variant.offering.id, counted), []).append(column)
                self._buy(place, variant, column, most)
        for over, tiers in self._tiers.items():
            self._one_tier(over, tiers)
        for (_, counted), (bundle, held) in self._held.items():
            self._hold(bundle, counted, held)
        if self.question.budget is not None:
            self.program.row(self._months, most=self.question.budget)

    def _buy(self, place: Place, variant: Variant, column: int, most: int) -> None:
        """The pieces of a variant at the only price that they have, or split over the prices that they could have."""
        key = place.assortment, variant
        if key not in self._levels:
            self._levels[key] = levels_of(self.question, place.assortment, variant)
        levels = self._levels[key]
        parts = [column] if len(levels) == 1 else [self.program.number(most) for _ in levels]
        for level, part in zip(levels, parts, strict=True):
            self.program.costs[part] = level.value
            self._months.append((part, level.monthly))
        if len(levels) > 1:
            self.program.row([(column, 1), *((part, -1) for part in parts)], 0, 0)
            self._use_tiers(place, variant, most, list(zip(levels, parts, strict=True)))
            self._use_bundles(place, most, list(zip(levels, parts, strict=True)))

    def _use_tiers(self, place: Place, variant: Variant, most: int, parts: Sequence[tuple[Level, int]]) -> None:
        """Pieces at a tier are there only when it counts."""
        charge = self.question.prices.deal.book.prices[variant.offering.id].monthly
        if charge is None or not charge.tiers:
            return
        over = variant.offering.id, ACCOUNT if charge.counted_over == "account" else place.name
        tiers = self._tiers.setdefault(over, [])
        tiers += [self.program.number() for _ in charge.tiers[len(tiers) :]]
        for tier, counts in enumerate(tiers):
            bought = [part for level, part in parts if level.tier == tier]
            self._at_tier.setdefault((over, tier), []).extend(bought)
            self.program.row([*((part, 1) for part in bought), (counts, -most)], most=0)

    def _one_tier(self, over: Over, tiers: Sequence[int]) -> None:
        """One tier counts, and all pieces together reach it and not beyond."""
        self.program.row([(counts, 1) for counts in tiers], 1, 1)
        charge = self.question.prices.deal.book.prices[over[0]].monthly
        assert charge is not None
        for tier, counts in enumerate(tiers):
            first, last = tier_range(charge, tier)
            bought = [(part, 1) for part in self._at_tier[over, tier]]
            self.program.row([*bought, (counts, -first)], least=0)
            if last is not None:
                self.program.row([*bought, (counts, -last)], most=0)

    def _use_bundles(self, place: Place, most: int, parts: Sequence[tuple[Level, int]]) -> None:
        """Pieces with a bundle are there only when it holds."""
        for bundle in {level.bundle.id: level.bundle for level, _ in parts if level.bundle}.values():
            over = bundle.id, place.name if bundle.per is At.SITE else ACCOUNT
            if over not in self._held:
                self._held[over] = bundle, self.program.number()
            bought = [(part, 1) for level, part in parts if level.bundle is bundle]
            self.program.row([*bought, (self._held[over][1], -most)], most=0)

    def _hold(self, bundle: Bundle, counted: str, held: int) -> None:
        """A bundle that is used holds: its members are there in the numbers that it names."""
        for offering, (least, most) in bundle.members.items():
            pieces = self._pieces.get((offering, counted), [])
            terms = [(column, 1) for column in pieces]
            if least:
                self.program.row([*terms, (held, -least)], least=0)
            reach = sum(self.program.most[column] for column in pieces)
            if most is not None and reach > most:
                self.program.row([*terms, (held, reach - most)], most=reach)
