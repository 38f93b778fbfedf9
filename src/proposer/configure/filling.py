"""The search for packages: take the first thing that is still missing, and branch over what could fill the gap.

Depth first, each set of counts once. The gap that leaves the least choice goes first; what is excluded, or can no longer have
what it requires, is not tried. A bound on states ends the search, and then it says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import inf

from proposer.configure.requirements import Qualities, Requirements, meets
from proposer.model.candidates import Variant
from proposer.model.catalog import Capability

Counts = tuple[tuple[int, int], ...]  # (index of a variant, how many), by index
MANY = 10**12  # pieces, where nothing limits them
MOST_STATES = 200_000  # a bound on work done; beyond it the kind is not complete, and no proof is claimed


@dataclass(frozen=True, slots=True)
class _Gap:
    """Something that a partial package still lacks: one of some variants, or an amount."""

    servers: frozenset[int] = frozenset()
    capability: str = ""
    lack: int = 0


class Search:
    """All ways to fill what is wanted at one place from some variants, of each at most `limits` pieces where that is known."""

    def __init__(
        self,
        variants: tuple[Variant, ...],
        wanted: Requirements,
        capabilities: Mapping[str, Capability],
        limits: Mapping[int, int] | None = None,
    ) -> None:
        self.variants = variants
        self._limits = limits or {}
        self.complete = True
        self._capabilities = capabilities
        self._amounts = wanted.amounts
        self._wanted = [self._servers(name, qualities) for name, qualities in wanted.services.items()]
        self._required: dict[tuple[str, str], list[frozenset[int]]] = {}
        self._needed_by = [self._requirements(variant) for variant in variants]
        self._nets = [_nets(variant) for variant in variants]
        self._excluding = [(i, variant) for i, variant in enumerate(variants) if variant.offering.excludes]
        self._excluded = [self._excluded_by(variant) for variant in variants]
        self._limits_of = [(variant.least, variant.most) for variant in variants]
        self._siblings = self._others_of_the_same()
        self._seen: set[Counts] = set()
        self._givers: dict[str, list[tuple[int, int]]] = {}

    def _others_of_the_same(self) -> list[tuple[int, ...]]:
        """For each variant the others of its offering, with which it shares the limit on pieces."""
        same: dict[str, list[int]] = {}
        for index, variant in enumerate(self.variants):
            same.setdefault(variant.offering.id, []).append(index)
        return [
            tuple(other for other in same[variant.offering.id] if other != index)
            for index, variant in enumerate(self.variants)
        ]

    def _servers(self, capability: str, qualities: Qualities) -> frozenset[int]:
        definition = self._capabilities[capability]
        return frozenset(
            index
            for index, variant in enumerate(self.variants)
            if any(name == capability and meets(definition, given, qualities) for name, given in variant.services)
        )

    def _requirements(self, variant: Variant) -> list[frozenset[int]]:
        """The variants of which one must stand beside a variant, for each thing that it requires."""
        key = variant.offering.id, variant.entrance  # all that requirements depend on
        if key not in self._required:
            self._required[key] = [self._servers(name, qualities) for name, qualities in variant.requires]
            if variant.entrance:
                opening = frozenset(i for i, v in enumerate(self.variants) if v.opens == variant.entrance)
                self._required[key].append(opening)
        return self._required[key]

    def run(self) -> Iterator[Counts]:
        """Every irredundant package, each once."""
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
        for extended in self._fewest_ways(gaps, counts):
            yield from self._extend(extended)

    def _fewest_ways(self, gaps: list[_Gap], counts: Counts) -> list[Counts]:
        """The ways to fill the gap that leaves the least choice."""
        fewest: list[tuple[int, int]] | None = None
        now, barred = dict(counts), self._barred_by(counts)
        for gap in gaps:
            ways = [(i, more) for i, more in self._fillers(gap, now) if self._can_stand(i, barred)]
            if fewest is None or len(ways) < len(fewest):
                fewest = ways
            if len(ways) <= 1:
                break
        return [self._with_more(now, index, more) for index, more in fewest or []]

    def _barred_by(self, counts: Counts) -> frozenset[int]:
        """What can never join these items: whatever one of them excludes."""
        return frozenset().union(*(self._excluded[index] for index, _ in counts))

    def _can_stand(self, index: int, barred: frozenset[int]) -> bool:
        """Whether a variant could still have all that it requires, for what is barred stays so."""
        none = barred | self._excluded[index]
        return index not in barred and not any(servers <= none for servers in self._needed_by[index])

    def _gaps(self, counts: Counts) -> list[_Gap]:
        present = {index for index, _ in counts}
        gaps = [_Gap(servers) for servers in self._wanted if servers.isdisjoint(present)]
        for index in present:
            gaps += [_Gap(servers) for servers in self._needed_by[index] if servers.isdisjoint(present)]
        return gaps + [_Gap(capability=name, lack=lack) for name, lack in self._lacks(counts)]

    def _lacks(self, counts: Counts) -> list[tuple[str, int]]:
        return [(name, -left) for name, left in sorted(self._balance(counts).items()) if left < 0]

    def _balance(self, counts: Counts) -> dict[str, int]:
        """What is left of each amount when all demands and consumers have had theirs."""
        balance = {name: -amount for name, amount in self._amounts.items()}
        for index, count in counts:
            for name, net in self._nets[index]:
                balance[name] = balance.get(name, 0) + net * count
        return balance

    def _most_more(self, givers: list[tuple[int, int]], now: Mapping[int, int]) -> float:
        """At most so much more of an amount could stand here, whatever else it would need; infinite without a limit."""
        most = 0
        for net, index in givers:
            limit = self._limits_of[index][1]
            if limit is None:
                return inf
            if self._excluded[index].isdisjoint(now):
                most += net * max(limit - now.get(index, 0), 0)
        return most

    def _fillers(self, gap: _Gap, now: Mapping[int, int]) -> list[tuple[int, int]]:
        """Which variant, and how many pieces more, could fill a gap within its limits."""
        if not gap.lack:
            first = ((index, self._limits_of[index][0]) for index in sorted(gap.servers))
            return [(index, pieces) for index, pieces in first if pieces <= self._room(index, now)]
        givers = self._givers_of(gap.capability)
        if gap.lack > self._most_more(givers, now):
            return []
        found: list[tuple[int, int]] = []
        for place, (net, index) in enumerate(givers):  # the smallest piece only to the full: the rest has been tried
            full = -(-gap.lack // net)
            least = full if place == len(givers) - 1 else 1
            found += [(index, pieces) for pieces in range(min(full, self._room(index, now)), least - 1, -1)]
        return found

    def _room(self, index: int, now: Mapping[int, int]) -> int:
        """How many pieces more of a variant may stand here; zero where fewer than its least could."""
        least, most = self._limits_of[index]
        here, limit = now.get(index, 0), self._limits.get(index, MANY)
        if most is not None:
            limit = min(limit, most - sum(now.get(other, 0) for other in self._siblings[index]))
        return limit - here if limit >= least else 0

    def _givers_of(self, name: str) -> list[tuple[int, int]]:
        if name not in self._givers:
            giving = [(net, i) for i, nets in enumerate(self._nets) for other, net in nets if other == name and net > 0]
            self._givers[name] = sorted(giving, key=lambda giver: (-giver[0], giver[1]))
        return self._givers[name]

    def _with_more(self, now: Mapping[int, int], index: int, more: int) -> Counts:
        least = self._limits_of[index][0]
        return tuple(sorted({**now, index: max(now.get(index, 0) + more, least)}.items()))

    def _excluded_by(self, one: Variant) -> frozenset[int]:
        """The variants that cannot stand beside one, whichever of the two says so."""
        named = {i for i, other in enumerate(self.variants) if other.offering.id in one.offering.excludes}
        naming = {i for i, other in self._excluding if one.offering.id in other.offering.excludes}
        return frozenset(named | naming)

    def _is_irredundant(self, counts: Counts) -> bool:
        """Whether nothing can be left out: each piece tips a balance, or each item is the only one of its use."""
        present = {index for index, _ in counts}
        balance = self._balance(counts)
        for index, count in counts:
            fewer = 1 if count > self.variants[index].least else count
            tips = any(balance[name] < net * fewer for name, net in self._nets[index] if net > 0)
            if not tips and (fewer < count or not self._is_only_one(index, present)):
                return False
        return True

    def _is_only_one(self, index: int, present: set[int]) -> bool:
        uses = [*self._wanted, *(servers for other in present if other != index for servers in self._needed_by[other])]
        return any(servers & present == {index} for servers in uses)


def _nets(variant: Variant) -> list[tuple[str, int]]:
    names = sorted({*variant.provides, *variant.consumes})
    return [(name, variant.provides.get(name, 0) - variant.consumes.get(name, 0)) for name in names]
