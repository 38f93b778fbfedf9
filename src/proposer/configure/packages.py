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


def is_servable(kind: Kind, wanted: Requirements, capabilities: Mapping[str, Capability], prices: PriceList) -> bool:
    """Whether there is any package at all."""
    search = _Search(undominated(kind.variants, wanted, capabilities, prices), wanted, capabilities)
    return next(search.complete_packages(), None) is not None


@dataclass(slots=True)
class _Search:
    variants: tuple[Variant, ...]
    wanted: Requirements
    capabilities: Mapping[str, Capability]
    complete: bool = True
    _seen: set[Counts] = field(default_factory=set)
    _servers: dict[tuple[object, ...], list[int]] = field(default_factory=dict)
    _givers: dict[str, list[tuple[int, int]]] = field(default_factory=dict)

    def run(self) -> Iterator[Counts]:
        return (counts for counts in self.complete_packages() if self._is_irredundant(counts))

    def complete_packages(self) -> Iterator[Counts]:
        """Every package in which nothing is missing, each once."""
        yield from self._extend(())

    def _extend(self, counts: Counts) -> Iterator[Counts]:
        if counts in self._seen:
            return
        if len(self._seen) >= MOST_STATES:
            self.complete = False
            return
        self._seen.add(counts)
        gaps = self._gaps(counts)
        if not gaps:
            yield counts
            return
        for extended in min((self._ways(gap, counts) for gap in gaps), key=len):
            yield from self._extend(extended)

    def _gaps(self, counts: Counts) -> list[_Missing]:
        gaps = [_Missing(c, q) for c, q in self.wanted.services.items() if not self._is_served(counts, c, q)]
        for index, _ in counts:
            variant = self.variants[index]
            gaps += [_Missing(c, q) for c, q in variant.requires if not self._is_served(counts, c, q)]
            if variant.entrance and not any(self.variants[i].opens == variant.entrance for i, _ in counts):
                gaps.append(_Missing("", entrance=variant.entrance))
        return gaps + [_Missing(capability, lack=lack) for capability, lack in self._lacks(counts)]

    def _is_served(self, counts: Counts, capability: str, qualities: Qualities) -> bool:
        servers = self._servers_of(capability, qualities)
        return any(index in servers for index, _ in counts)

    def _servers_of(self, capability: str, qualities: Qualities) -> list[int]:
        key = (capability, *sorted(qualities.items()))
        if key not in self._servers:
            definition = self.capabilities[capability]
            self._servers[key] = [
                index
                for index, variant in enumerate(self.variants)
                if any(name == capability and meets(definition, given, qualities) for name, given in variant.services)
            ]
        return self._servers[key]

    def _lacks(self, counts: Counts) -> list[tuple[str, int]]:
        balance = {name: -amount for name, amount in self.wanted.amounts.items()}
        for index, count in counts:
            variant = self.variants[index]
            for name, amount in variant.provides.items():
                balance[name] = balance.get(name, 0) + amount * count
            for name, amount in variant.consumes.items():
                balance[name] = balance.get(name, 0) - amount * count
        return [(name, -left) for name, left in sorted(balance.items()) if left < 0]

    def _ways(self, missing: _Missing, counts: Counts) -> list[Counts]:
        """The packages that fill one gap and break nothing."""
        extended = (self._add(counts, index, more) for index, more in self._fillers(missing))
        return [found for found in extended if found is not None]

    def _fillers(self, missing: _Missing) -> list[tuple[int, int]]:
        """Which variant, and how many pieces more, could fill a gap."""
        if missing.entrance:
            return [(i, 1) for i, v in enumerate(self.variants) if v.opens == missing.entrance]
        if missing.qualities is not None:
            return [(i, self.variants[i].least) for i in self._servers_of(missing.capability, missing.qualities)]
        return self._pieces(missing)

    def _pieces(self, missing: _Missing) -> list[tuple[int, int]]:
        """Largest pieces first; the smallest only to the full, since the others have been tried in every number."""
        givers = self._givers_of(missing.capability)
        pieces: list[tuple[int, int]] = []
        for place, (net, index) in enumerate(givers):
            full = -(-missing.lack // net)
            least = full if place == len(givers) - 1 else 1
            pieces += [(index, number) for number in range(full, least - 1, -1)]
        return pieces

    def _givers_of(self, name: str) -> list[tuple[int, int]]:
        if name not in self._givers:
            nets = [(v.provides.get(name, 0) - v.consumes.get(name, 0), i) for i, v in enumerate(self.variants)]
            self._givers[name] = sorted(((net, i) for net, i in nets if net > 0), key=lambda g: (-g[0], g[1]))
        return self._givers[name]

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
        return all(self._gaps(fewer) for fewer in self._without_a_piece(counts))

    def _without_a_piece(self, counts: Counts) -> Iterator[Counts]:
        for index, count in counts:
            left = dict(counts)
            left[index] = count - 1
            if left[index] < self.variants[index].least:
                del left[index]
            yield tuple(sorted(left.items()))
