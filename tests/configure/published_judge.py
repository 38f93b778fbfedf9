"""The independent judge of the published families: an answer set program, solved by clingo in a process of its own.

python tests/configure/published_judge.py FAMILY FIRST COUNT

For each instance a line: its number, the least price in cents or `none`, and the microseconds that it took. Nothing of
the program is used here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from time import perf_counter

import clingo
from clingo.symbol import Function, Number, String, Symbol
from published_bikes import bikes
from published_core import core
from published_worlds import Among, Instance, Product

FAMILIES = {"random core": core, "bike fleets": bikes}

PROGRAM = """
has(B, "") :- exemplar(B).
{ has(B, P) } :- exemplar(B), feature(F, P), P != "".
1 { takes(B, V, 1) : value(F, V) } 1 :- feature(F, P), has(B, P).
{ takes(B, V, 1..M) } 1 :- exemplar(B), piece(V, M).
there(B, V) :- takes(B, V, N).

holds(B, A) :- there(B, V), one_of(A, V).
breaks(B, T, R) :- exemplar(B), cell(T, R, A), not holds(B, A).
:- exemplar(B), table(T), breaks(B, T, R) : row(T, R).
:- rule(V, A), there(B, V), not holds(B, A).
:- bar(V, W), there(B, V), there(B, W).
:- exemplar(B), limit(S, M), #sum { U * N, V : takes(B, V, N), uses(V, S, U) } > M.
:- want(B, S, M), #sum { G * N, V : takes(B, V, N), gives(V, S, G) } < M.
:- asked(B, A), not holds(B, A).
:- most_price(M), #sum { P * N, B, V : takes(B, V, N), price(V, P) } > M.

#minimize { P * N, B, V : takes(B, V, N), price(V, P) }.
"""


def least_price(instance: Instance) -> int | None:
    """The least price of a solution in cents, or None where there is none."""
    control = clingo.Control(["--warn=none"])
    control.add("base", [], PROGRAM)
    with control.backend() as backend:
        for fact in facts(instance):
            backend.add_rule([backend.add_atom(fact)])
    control.ground([("base", [])])
    least: int | None = None
    with control.solve(yield_=True) as models:
        for model in models:
            least = model.cost[0] if model.cost else 0
        assert not models.get().interrupted
    return least


def facts(instance: Instance) -> Iterator[Symbol]:
    """An instance in the words of the program."""
    yield from _things(instance.product)
    yield from _tables(instance.product)
    for rule in instance.product.rules:
        yield from _among(rule.then)
        yield _fact("rule", rule.when, _name(rule.then))
    yield from (_fact("bar", *bar) for bar in instance.product.bars)
    yield from (_fact("limit", *limit) for limit in instance.product.limits.items())
    if instance.most_price is not None:
        yield _fact("most_price", instance.most_price)
    for number, wish in enumerate(instance.wishes):
        yield _fact("exemplar", number)
        yield from (_fact("want", number, *want) for want in wish.wants.items())
        for among in wish.among:
            yield from _among(among)
            yield _fact("asked", number, _name(among))


def _things(product: Product) -> Iterator[Symbol]:
    for feature in product.features:
        yield _fact("feature", feature.id, feature.part)
        yield from (_fact("value", feature.id, value.id) for value in feature.values)
    yield from (_fact("piece", piece.id, piece.most) for piece in product.pieces)
    for thing in product.things:
        yield _fact("price", thing.id, thing.price)
        yield from (_fact("gives", thing.id, *each) for each in thing.gives.items())
        yield from (_fact("uses", thing.id, *each) for each in thing.uses.items())


def _tables(product: Product) -> Iterator[Symbol]:
    for table, rows in enumerate(product.tables):
        yield _fact("table", table)
        for row, cells in enumerate(rows):
            yield _fact("row", table, row)
            for among in cells:
                yield from _among(among)
                yield _fact("cell", table, row, _name(among))


def _among(among: Among) -> Iterable[Symbol]:
    return (_fact("one_of", _name(among), value) for value in among.values)


def _name(among: Among) -> str:
    return " or ".join(among.values)


def _fact(name: str, *values: str | int) -> Symbol:
    return Function(name, [Number(value) if isinstance(value, int) else String(value) for value in values])


def main() -> None:
    """Judge the instances that are asked for, a line each."""
    family, first, count = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    for number in range(first, first + count):
        instance = FAMILIES[family](number)
        start = perf_counter()
        least = least_price(instance)
        print(number, "none" if least is None else least, round((perf_counter() - start) * 1e6), flush=True)


if __name__ == "__main__":
    main()
