"""A whole question as one program: every place's items, and everything that couples the places."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.peers.costs import Costs
from benchmarks.peers.places import Place, holder_of, places_of
from benchmarks.peers.program import Program, Term
from proposer.configure.question import Question


@dataclass(frozen=True, slots=True)
class Stand:
    """The numbers of one place: by variant its pieces and whether it is there, by offering whether any of it is there."""

    place: Place
    pieces: Sequence[int]
    there: Sequence[int]
    has: Mapping[str, int]

    def given(self, name: str) -> list[Term]:
        """What is left of an amount at the place."""
        return [(self.pieces[index], amount) for index, amount in self.place.assortment.nets(name)]


def whole(question: Question) -> Program:
    """All numbers and rows of a question."""
    model = _Whole(question)
    stands = [model.stand(place) for place in places_of(question)]
    for stand in stands:
        model.serve(stand)
        model.exclude(stand)
        model.balance(stand)
    model.one_network(stands)
    for pool in sorted({name for stand in stands for name in stand.place.assortment.linked}):
        model.pool(pool, stands)
    Costs(question, model.program).add([(stand.place, stand.pieces) for stand in stands])
    return model.program


@dataclass(slots=True)
class _Whole:
    """The program while it is written."""

    question: Question
    program: Program = field(default_factory=Program)

    def stand(self, place: Place) -> Stand:
        """What is ordered one piece at a time is a yes or no; of the rest there are at least so many, or none."""
        there = [self.program.number() for _ in place.most]
        pieces = list(there)
        for index, (variant, most) in enumerate(zip(place.assortment.variants, place.most, strict=True)):
            if most > 1:
                pieces[index] = number = self.program.number(most)
                self.program.row([(number, 1), (there[index], -variant.least)], least=0)
                self.program.row([(number, 1), (there[index], -most)], most=0)
        has = {
            offering: self._has(place, group, pieces, there) for offering, group in place.assortment.offerings.items()
        }
        return Stand(place, pieces, there, has)

    def _has(self, place: Place, group: Sequence[int], pieces: Sequence[int], there: Sequence[int]) -> int:
        """Whether any variant of one offering is there; together they keep the offering's limit."""
        if len(group) == 1:
            return there[group[0]]
        has, limit = self.program.number(), place.assortment.variants[group[0]].most
        if limit == 1:
            self.program.row([(has, 1), *((there[index], -1) for index in group)], 0, 0)
            return has
        for index in group:
            self.program.row([(has, 1), (there[index], -1)], least=0)
        if limit is not None and limit < sum(place.most[index] for index in group):
            self.program.row([(pieces[index], 1) for index in group], most=limit)
        return has

    def serve(self, stand: Stand) -> None:
        """What is demanded has a server; so has what an item requires, and its entrance."""
        assortment = stand.place.assortment
        for service, qualities in stand.place.wanted.services.items():
            self.program.row([(stand.there[i], 1) for i in assortment.servers(service, qualities)], least=1)
        for servers, groups in assortment.required:
            beside = self.program.number()  # whether any of the servers is there
            self.program.row([(beside, -1), *((stand.there[index], 1) for index in servers)], least=0)
            for group in groups:
                self.program.row([(beside, 1), *((stand.there[index], -1) for index in group)], least=0)

    def exclude(self, stand: Stand) -> None:
        """What cannot stand together does not."""
        for clique in stand.place.assortment.cliques:
            self.program.at_most_one(stand.has[offering] for offering in clique)

    def balance(self, stand: Stand) -> None:
        """No amount falls short, but those that others draw on, which are balanced over all."""
        place = stand.place
        for name in sorted((place.wanted.amounts.keys() | place.assortment.consumed) - place.pools):
            self.program.row(stand.given(name), least=place.wanted.amounts.get(name, 0))

    def pool(self, name: str, stands: Sequence[Stand]) -> None:
        """What is drawn anywhere is given where the pool stands."""
        holder = next(stand for stand in stands if stand.place.name == holder_of(self.question, name))
        drawn = [
            (stand.pieces[index], amount)
            for stand in stands
            for index, amount in stand.place.assortment.linked.get(name, ())
        ]
        self.program.row([*holder.given(name), *drawn], least=holder.place.wanted.amounts.get(name, 0))

    def one_network(self, stands: Sequence[Stand]) -> None:
        """A customer's network is built in one way."""
        ways: dict[str, int] = {}
        for stand in stands:
            for offering, group in stand.place.assortment.offerings.items():
                network = stand.place.assortment.variants[group[0]].offering.network
                if network:
                    if network not in ways:
                        ways[network] = self.program.number()
                    self.program.row([(ways[network], 1), (stand.has[offering], -1)], least=0)
        self.program.at_most_one(ways.values())
