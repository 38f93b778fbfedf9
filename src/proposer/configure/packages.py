"""Packages: every irredundant way to serve one kind of site.

A package is a set of variants with counts in which each demand is met, each item's requirements stand, each amount
balances, no two items exclude each other, and **every item is there for the sake of a demand**: none can be left out.
So nobody is sold what nobody asked for, and the choice space is finite and exact.

The search takes the first thing that is still missing and branches over what could provide it. Variants of one offering
that cost more and give nothing more that counts here are left out beforehand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from proposer.configure.dominance import undominated
from proposer.configure.kinds import Kind
from proposer.configure.requirements import Qualities, Requirements, meets
from proposer.model.candidates import Variant
from proposer.model.catalog import Capability
from proposer.pricing import PriceList

Counts = tuple[tuple[int, int], ...]  # (index of a variant, how many), by index
MOST_STATES = 200_000  # a bound on work done; beyond it the kind is not complete, and no proof is claimed


@dataclass(frozen=True, slots=True)
class Enumerated:
    """All packages of a kind as (variant, count) pairs; not `complete` when the bound on work was met."""

    packages: tuple[tuple[tuple[Variant, int], ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Missing:
    """Something that a partial package still lacks: a service, an access's entrance, or an amount."""

    capability: str
    qualities: Qualities | None = None
    entrance: str = ""
    lack: int = 0


def enumerate_packages(
    kind: Kind, wanted: Requirements, capabilities: Mapping[str, Capability], prices: PriceList
) -> Enumerated:
    """Every irredundant package of a kind for `wanted`, in canonical order."""
    search = _Search(undominated(kind.variants, wanted, capabilities, prices), wanted, capabilities)
    found = sorted(search.run())
    packages = tuple(tuple((search.variants[i], n) for i, n in counts) for counts in found)
    return Enumerated(packages, search.complete)


def is_servable(kind: Kind, wanted: Requirements, capabilities: Mapping[str, Capability]) -> bool:
    """Whether there is any package at all."""
    search = _Search(kind.variants, wanted, capabilities)
    return next(search.run(), None) is not None


@dataclass(slots=True)
class _Search:
    variants: tuple[Variant, ...]
    wanted: Requirements
    capabilities: Mapping[str, Capability]
    complete: bool = True
    _seen: set[Counts] = field(default_factory=set)

    def run(self) -> Iterator[Counts]:
        for counts in self._extend(()):
            if self._is_irredundant(counts):
                yield counts

    def _extend(self, counts: Counts) -> Iterator[Counts]:
        if counts in self._seen:
            return
        if len(self._seen) >= MOST_STATES:
            self.complete = False
            return
        self._seen.add(counts)
        missing = self._first_missing(counts)
        if missing is None:
            yield counts
            return
        for index, more in self._providers(missing):
            extended = self._add(counts, index, more)
            if extended is not None:
                yield from self._extend(extended)

    def _first_missing(self, counts: Counts) -> _Missing | None:
        for capability, qualities in self.wanted.services.items():
            if not self._has_service(counts, capability, qualities):
                return _Missing(capability, qualities)
        for index, _ in counts:
            variant = self.variants[index]
            for capability, qualities in variant.requires:
                if not self._has_service(counts, capability, qualities):
                    return _Missing(capability, qualities)
            if variant.entrance and not any(self.variants[i].opens == variant.entrance for i, _ in counts):
                return _Missing("", entrance=variant.entrance)
        for capability, lack in self._lacks(counts):
            return _Missing(capability, lack=lack)
        return None

    def _has_service(self, counts: Counts, capability: str, qualities: Qualities) -> bool:
        return any(self._serves(self.variants[i], capability, qualities) for i, _ in counts)

    def _serves(self, variant: Variant, capability: str, qualities: Qualities) -> bool:
        definition = self.capabilities[capability]
        return any(name == capability and meets(definition, given, qualities) for name, given in variant.services)

    def _lacks(self, counts: Counts) -> Iterator[tuple[str, int]]:
        balance = {name: -amount for name, amount in self.wanted.amounts.items()}
        for index, count in counts:
            variant = self.variants[index]
            for name, amount in variant.provides.items():
                balance[name] = balance.get(name, 0) + amount * count
            for name, amount in variant.consumes.items():
                balance[name] = balance.get(name, 0) - amount * count
        return ((name, -left) for name, left in sorted(balance.items()) if left < 0)

    def _providers(self, missing: _Missing) -> Iterator[tuple[int, int]]:
        """Which variant, and how many pieces more, could fill a gap."""
        if missing.entrance:
            yield from ((i, 1) for i, v in enumerate(self.variants) if v.opens == missing.entrance)
        elif missing.qualities is not None:
            wanted = missing.capability, missing.qualities
            yield from ((i, v.least) for i, v in enumerate(self.variants) if self._serves(v, *wanted))
        else:
            yield from self._amount_providers(missing)

    def _amount_providers(self, missing: _Missing) -> Iterator[tuple[int, int]]:
        """Largest pieces first; the smallest only to the full, since the others have been tried in every number."""
        name = missing.capability
        nets = [(v.provides.get(name, 0) - v.consumes.get(name, 0), i) for i, v in enumerate(self.variants)]
        giving = sorted(((-net, i) for net, i in nets if net > 0))
        for place, (negative, index) in enumerate(giving):
            full = -(-missing.lack // -negative)
            is_last = place == len(giving) - 1
            yield from ((index, n) for n in (range(full, full + 1) if is_last else range(1, full + 1)))

    def _add(self, counts: Counts, index: int, more: int) -> Counts | None:
        variant = self.variants[index]
        now = dict(counts)
        total = max(now.get(index, 0) + more, variant.least)
        same = sum(n for i, n in counts if i != index and self.variants[i].offering is variant.offering)
        if variant.most is not None and total + same > variant.most:
            return None
        if any(self._exclude(variant, self.variants[i]) for i in now):
            return None
        now[index] = total
        return tuple(sorted(now.items()))

    @staticmethod
    def _exclude(one: Variant, other: Variant) -> bool:
        networks = {one.offering.network, other.offering.network} - {None}
        excluded = one.offering.id in other.offering.excludes or other.offering.id in one.offering.excludes
        return excluded or len(networks) > 1

    def _is_irredundant(self, counts: Counts) -> bool:
        return all(self._first_missing(fewer) is not None for fewer in self._without_a_piece(counts))

    def _without_a_piece(self, counts: Counts) -> Iterator[Counts]:
        for index, count in counts:
            left = dict(counts)
            left[index] = count - 1
            if left[index] < self.variants[index].least:
                del left[index]
            yield tuple(sorted(left.items()))
