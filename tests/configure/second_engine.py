"""The choice written once more, as one model for CP-SAT: counts at every place, and everything that couples them.

It shares the model, the offer stage's variants and the pricing functions with the engine; no kinds, no packages, no
dominance, no bound of its own. CP-SAT cannot live in one process with HiGHS, so this file is a program:

    python second_engine.py FIRST COUNT SIZE…

It prints a line for each world: its seed and the least value, or `none`.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from choice_worlds import world
from ortools.sat.python import cp_model
from second_engine_costs import Costs, Linear, Where

from proposer.configure.question import Question
from proposer.configure.requirements import meets
from proposer.model.candidates import Variant, thousandths
from proposer.model.catalog import At

MOST = 5  # pieces of what has no limit of its own
Condition = cp_model.BoundedLinearExpression | bool | np.bool_


@dataclass
class Model:
    """One question as a model."""

    question: Question
    cp: cp_model.CpModel = field(default_factory=cp_model.CpModel)
    pieces: dict[Where, cp_model.IntVar] = field(default_factory=dict)
    there: dict[Where, cp_model.IntVar] = field(default_factory=dict)

    @cached_property
    def places(self) -> list[str]:
        return [*self.question.sites, ""]

    def at(self, place: str) -> list[tuple[Where, Variant]]:
        """The variants of a place, with the name of their variables."""
        return [((place, number), variant) for number, variant in enumerate(self.question.candidates.at(place))]

    def everywhere(self) -> list[tuple[Where, Variant]]:
        return [pair for place in self.places for pair in self.at(place)]

    def build(self) -> None:
        """All variables and conditions."""
        for where, variant in self.everywhere():
            most = variant.most or MOST
            self.pieces[where] = self.cp.new_int_var(0, most, f"n{where}")
            self.there[where] = self.cp.new_bool_var(f"b{where}")
            self.cp.add(self.pieces[where] >= variant.least).only_enforce_if(self.there[where])
            self.cp.add(self.pieces[where] == 0).only_enforce_if(~self.there[where])
        for place in self.places:
            self._serve(place)
            self._exclude(place)
        self._one_network()
        slack = self._balance()
        given = self._pools()
        for place in self.places:
            self._nothing_to_spare(place, slack, given)
        Costs(self).minimise()

    # --- what each place needs ---

    def _servers(self, place: str, name: str, qualities: dict[str, object]) -> list[Where]:
        capability = self.question.capabilities[name]
        return [
            where
            for where, variant in self.at(place)
            if any(given == name and meets(capability, offered, qualities) for given, offered in variant.services)  # type: ignore[arg-type] # qualities as demanded
        ]

    def _wanted(self, place: str) -> list[list[Where]]:
        """For each service that is demanded at a place, what could serve it."""
        demands = [d for d in self.question.demands if d.site == place and d.amount is None]
        return [self._servers(place, demand.capability, dict(demand.qualities)) for demand in demands]

    def _required(self, place: str, variant: Variant) -> list[list[Where]]:
        return [self._servers(place, name, dict(qualities)) for name, qualities in variant.requires]

    def _serve(self, place: str) -> None:
        for servers in self._wanted(place):
            self.cp.add_bool_or(*(self.there[where] for where in servers), False)
        for where, variant in self.at(place):
            for servers in self._required(place, variant):
                self.cp.add_bool_or([*(self.there[other] for other in servers), ~self.there[where]])

    def _exclude(self, place: str) -> None:
        pieces: dict[str, list[Where]] = {}
        for where, variant in self.at(place):
            pieces.setdefault(variant.offering.id, []).append(where)
            for other, beside in self.at(place):
                if beside.offering.id in variant.offering.excludes:
                    self.cp.add_bool_or([~self.there[where], ~self.there[other]])
        for same in pieces.values():
            most = self.question.candidates.at(place)[same[0][1]].most
            if most is not None:
                self.cp.add(sum(self.pieces[where] for where in same) <= most)

    def _one_network(self) -> None:
        networks = sorted({v.offering.network for _, v in self.everywhere() if v.offering.network})
        chosen = {network: self.cp.new_bool_var(f"network {network}") for network in networks}
        if chosen:
            self.cp.add_at_most_one(chosen.values())
        for where, variant in self.everywhere():
            if variant.offering.network:
                self.cp.add_implication(self.there[where], chosen[variant.offering.network])

    def _balance(self) -> dict[tuple[str, str], Linear]:
        """What is left of each amount at each place, which is never less than nothing."""
        left: dict[tuple[str, str], Linear] = {}
        for place in self.places:
            names = {name for _, v in self.at(place) for name in (*v.provides, *v.consumes)}
            names |= {d.capability for d in self.question.demands if d.site == place and d.amount is not None}
            for name in sorted(names):
                demanded = sum(
                    thousandths(d.amount)
                    for d in self.question.demands
                    if d.site == place and d.capability == name and d.amount is not None
                )
                nets = [(where, net) for where, v in self.at(place) if (net := _net(v, name))]
                left[place, name] = sum((net * self.pieces[where] for where, net in nets), -demanded)
                self.cp.add(left[place, name] >= 0)
        return left

    # --- what places share ---

    def _holder(self, name: str) -> str:
        return (self.question.hub or "") if self.question.capabilities[name].at is At.SITE else ""

    def _pools(self) -> dict[str, tuple[Linear, int]]:
        """Each pool: what its place gives, and the most that could ever be drawn."""
        pools = sorted({name for _, variant in self.everywhere() for name in variant.linked})
        return {name: self._pool(name) for name in pools}

    def _pool(self, name: str) -> tuple[Linear, int]:
        drawn = {
            place: sum((-v.linked.get(name, 0) * self.pieces[w] for w, v in self.at(place)), 0) for place in self.places
        }
        holder = self._holder(name)
        given = sum((v.provides.get(name, 0) * self.pieces[w] for w, v in self.at(holder)), 0)
        self.cp.add(sum(drawn.values()) <= given)
        most = {
            p: max((-v.linked.get(name, 0) * (v.most or MOST) for _, v in self.at(p)), default=0) for p in self.places
        }
        if self.question.capabilities[name].at is At.SITE:
            self._pack(name, holder, drawn, most)
        return given, sum(each for each in most.values() if each > 0)

    def _pack(self, name: str, holder: str, drawn: Mapping[str, Linear], most: Mapping[str, int]) -> None:
        """What each place draws comes through one piece at the holder."""
        bins = [
            (w, number, v.provides[name])
            for w, v in self.at(holder)
            if name in v.provides
            for number in range(v.most or MOST)
        ]
        through = {(p, i): self.cp.new_bool_var(f"{name} {p} {i}") for p in self.places for i in range(len(bins))}
        loads: dict[int, list[cp_model.IntVar]] = {i: [] for i in range(len(bins))}
        for place in (place for place in self.places if most[place] > 0):
            draws = self.cp.new_bool_var(f"{name} {place} draws")
            self.cp.add(drawn[place] >= 1).only_enforce_if(draws)
            self.cp.add(drawn[place] <= 0).only_enforce_if(~draws)
            self.cp.add(sum(through[place, i] for i in range(len(bins))) == 1).only_enforce_if(draws)
            for i in range(len(bins)):
                load = self.cp.new_int_var(0, most[place], f"{name} {place} load {i}")
                self.cp.add(load >= drawn[place]).only_enforce_if(through[place, i])
                loads[i].append(load)
        for i, (where, number, room) in enumerate(bins):
            stands = self.cp.new_bool_var(f"{name} bin {i}")
            self.cp.add(self.pieces[where] >= number + 1).only_enforce_if(stands)
            self.cp.add(sum(loads[i]) <= room).only_enforce_if(stands)
            for place in self.places:
                self.cp.add_implication(through[place, i], stands)

    # --- every piece is there for the sake of something ---

    def _nothing_to_spare(
        self,
        place: str,
        slack: dict[tuple[str, str], Linear],
        pools: dict[str, tuple[Linear, int]],
    ) -> None:
        for where, variant in self.at(place):
            reasons = [*self._amounts_it_tips(place, variant, slack), *self._services_it_alone_serves(place, where)]
            for name, (given, most) in pools.items():
                gives = variant.provides.get(name, 0)
                if gives and self._holder(name) == place:
                    reasons.append(self._reason(given - gives <= most - 1))
            self.cp.add_bool_or([*reasons, ~self.there[where]])

    def _reason(self, *conditions: Condition) -> cp_model.IntVar:
        reason = self.cp.new_bool_var("")
        for condition in conditions:
            self.cp.add(condition).only_enforce_if(reason)
        return reason

    def _amounts_it_tips(
        self, place: str, variant: Variant, slack: dict[tuple[str, str], Linear]
    ) -> Iterable[cp_model.IntVar]:
        """Amounts that would not be enough with a piece less; what is linked is weighed at its pool."""
        for name in variant.provides:
            net = _net(variant, name)
            if net > 0:
                yield self._reason(slack[place, name] <= net - 1)

    def _services_it_alone_serves(self, place: str, where: Where) -> Iterable[cp_model.IntVar]:
        last = self.pieces[where] == 1
        for servers in self._wanted(place):
            if where in servers:
                yield self._reason(last, sum((self.there[w] for w in servers if w != where), 0) <= 0)
        for other, variant in self.at(place):
            for servers in self._required(place, variant) if other != where else ():
                if where in servers:
                    others = sum((self.there[w] for w in servers if w != where), 0)
                    yield self._reason(last, others <= 0, self.there[other] >= 1)


def _net(variant: Variant, name: str) -> int:
    return variant.provides.get(name, 0) - variant.consumes.get(name, 0)


def least_value(question: Question) -> int | None:
    """The least value, or None where there is no answer; anything short of a proof is an error."""
    model = Model(question)
    model.build()
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.random_seed = 1
    status = solver.solve(model.cp)
    if status == cp_model.INFEASIBLE:
        return None
    if status != cp_model.OPTIMAL:
        raise RuntimeError(f"CP-SAT ended with {solver.status_name(status)}")
    return round(solver.objective_value)


def main() -> None:
    """A line for each world."""
    first, count, *sizes = (int(each) for each in sys.argv[1:])
    for seed in range(first, first + count):
        value = least_value(world(seed, sizes, graduated=False))
        print(seed, "none" if value is None else value, flush=True)


if __name__ == "__main__":
    main()
