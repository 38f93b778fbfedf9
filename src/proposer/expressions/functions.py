"""The functions that an expression may call: their arguments and what they do with numbers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from proposer.expressions.arithmetic import ceiling, divide, floor, multiply
from proposer.expressions.erlang import erlang_b_lines


@dataclass(frozen=True, slots=True)
class Function:
    """`calculate` is None for the functions that read names instead of values. `most` None: any number of arguments."""

    usage: str
    least: int
    most: int | None
    calculate: Callable[[Sequence[Decimal]], Decimal | None] | None = None


def _round_up(number: Decimal, step: Decimal) -> Decimal | None:
    """The next multiple of a step: blocks of 20 numbers, steps of 100 Mbps."""
    if step <= 0:
        return None
    pieces = divide(number, step)
    whole = None if pieces is None else ceiling(pieces)
    return None if whole is None else multiply(whole, step)


FUNCTIONS: Mapping[str, Function] = {
    "known": Function("known(name)", 1, 1),
    "total": Function("total(name)", 1, 1),
    "any_site": Function("any_site(name)", 1, 1),
    "ceil": Function("ceil(x)", 1, 1, lambda numbers: ceiling(*numbers)),
    "floor": Function("floor(x)", 1, 1, lambda numbers: floor(*numbers)),
    "min": Function("min(x, y, …)", 2, None, min),
    "max": Function("max(x, y, …)", 2, None, max),
    "round_up": Function("round_up(x, step)", 2, 2, lambda numbers: _round_up(*numbers)),
    "erlang_b_lines": Function("erlang_b_lines(erlangs, 1 %)", 2, 2, lambda numbers: erlang_b_lines(*numbers)),
}
READERS = frozenset(name for name, function in FUNCTIONS.items() if function.calculate is None)
