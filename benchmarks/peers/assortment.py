"""What could be of use at places whose demands have like names: worked out once, used for each of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from proposer.configure.question import Question
from proposer.configure.requirements import Qualities, meets
from proposer.model.candidates import Variant

Indices = Sequence[int]


@dataclass(eq=False)
class Assortment:
    """The variants, and what holds among them wherever they stand. Individual cases are left out: they have no price."""

    question: Question
    useful: Sequence[Variant]
    _servers: dict[tuple[object, ...], Indices] = field(default_factory=dict)
    _nets: dict[str, Sequence[tuple[int, int]]] = field(default_factory=dict)

    @cached_property
    def variants(self) -> tuple[Variant, ...]:
        """Those that have a price."""
        prices = self.question.prices
        return tuple(variant for variant in self.useful if prices.price(variant.item).individual_case is None)

    @cached_property
    def offerings(self) -> Mapping[str, Indices]:
        """The variants of each offering."""
        found: dict[str, list[int]] = {}
        for index, variant in enumerate(self.variants):
            found.setdefault(variant.offering.id, []).append(index)
        return found

    @cached_property
    def consumed(self) -> frozenset[str]:
        """The amounts that any variant draws on at its own place."""
        return frozenset(name for variant in self.variants for name in variant.consumes)

    @cached_property
    def linked(self) -> Mapping[str, Sequence[tuple[int, int]]]:
        """What variants give to the pools, or draw from them (negative)."""
        found: dict[str, list[tuple[int, int]]] = {}
        for index, variant in enumerate(self.variants):
            for name, amount in variant.linked.items():
                found.setdefault(name, []).append((index, amount))
        return found

    def servers(self, service: str, qualities: Qualities) -> Indices:
        """The variants that could serve something."""
        key = service, tuple(sorted(qualities.items()))
        if key not in self._servers:
            capability = self.question.capabilities[service]
            self._servers[key] = [
                index
                for index, variant in enumerate(self.variants)
                if any(name == service and meets(capability, given, qualities) for name, given in variant.services)
            ]
        return self._servers[key]

    def nets(self, name: str) -> Sequence[tuple[int, int]]:
        """The variants that give an amount at their own place, or draw on it (negative), and by how much."""
        if name not in self._nets:
            every = ((i, v.provides.get(name, 0) - v.consumes.get(name, 0)) for i, v in enumerate(self.variants))
            self._nets[name] = [(index, amount) for index, amount in every if amount]
        return self._nets[name]

    @cached_property
    def required(self) -> Sequence[tuple[Indices, Sequence[Indices]]]:
        """Variants of which one must stand beside others, with those others; no two of one group can be there together."""
        alike: dict[tuple[str, str], list[int]] = {}  # all that requirements depend on
        for index, variant in enumerate(self.variants):
            alike.setdefault((variant.offering.id, variant.entrance), []).append(index)
        found: dict[Indices, list[Indices]] = {}
        for group in alike.values():
            single = self.variants[group[0]].most == 1
            for servers in self._beside(self.variants[group[0]]):
                found.setdefault(servers, []).extend([group] if single else [[index] for index in group])
        return list(found.items())

    def _beside(self, variant: Variant) -> Iterator[tuple[int, ...]]:
        for service, qualities in variant.requires:
            yield tuple(self.servers(service, qualities))
        if variant.entrance:
            yield self._openers[variant.entrance]

    @cached_property
    def _openers(self) -> Mapping[str, tuple[int, ...]]:
        """The entrances to each access that any variant needs."""
        accesses = {variant.entrance for variant in self.variants}
        return {each: tuple(i for i, v in enumerate(self.variants) if v.opens == each) for each in accesses}

    @cached_property
    def cliques(self) -> Sequence[Sequence[str]]:
        """Sets of offerings of which no two can stand together, with every such pair in one: fewer rows than pairs."""
        beside = self._excluding()
        open_pairs = {(one, other) for one, others in beside.items() for other in others if one < other}
        found: list[list[str]] = []
        for pair in sorted(open_pairs):
            if pair in open_pairs:
                found.append(_grown(pair, beside))
                open_pairs -= {(one, other) for one in found[-1] for other in found[-1]}
        return found

    def _excluding(self) -> Mapping[str, set[str]]:
        """Offering → those that it excludes, or that exclude it."""
        beside: dict[str, set[str]] = {name: set() for name in self.offerings}
        for name, indices in self.offerings.items():
            for other in beside.keys() & set(self.variants[indices[0]].offering.excludes) - {name}:
                beside[name].add(other)
                beside[other].add(name)
        return beside


def _grown(pair: tuple[str, str], beside: Mapping[str, set[str]]) -> list[str]:
    clique = list(pair)
    for name in sorted(beside[pair[0]] & beside[pair[1]]):
        if all(name in beside[member] for member in clique):
            clique.append(name)
    return clique
