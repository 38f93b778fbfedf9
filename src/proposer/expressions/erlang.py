"""Erlang B: how many lines carry an offered load so that at most a given share of calls is blocked.

The recursion B(0) = 1, B(n) = A·B(n−1) / (n + A·B(n−1)) (ITU-T Rec. E.501, teletraffic tables). In decimals of a fixed
precision, so that the smallest number of lines is the same everywhere.
"""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

MOST_ERLANGS = Decimal(20_000)
_CONTEXT = Context(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999_999, Emax=999_999, traps=[])
_HUNDRED = Decimal(100)


@lru_cache(maxsize=4096)
def erlang_b_lines(erlangs: Decimal, blocking: Decimal) -> Decimal | None:
    """The fewest lines with at most `blocking` per cent of calls blocked; None outside 0 … 20,000 E or 0 … 100 %.

    The inverse 1/B is what recurs: I(n) = 1 + n/A · I(n−1), one division less a step and nothing that vanishes.
    """
    if not (0 <= erlangs <= MOST_ERLANGS and 0 < blocking <= _HUNDRED):
        return None
    if erlangs == 0:
        return Decimal(0)
    wanted = _CONTEXT.divide(_HUNDRED, blocking)
    inverse, lines = Decimal(1), 0
    while inverse < wanted:
        lines += 1
        inverse = _CONTEXT.fma(_CONTEXT.divide(Decimal(lines), erlangs), inverse, Decimal(1))
    return Decimal(lines)


def blocked(erlangs: Decimal, lines: int) -> Decimal:
    """The share of calls that find all lines busy, 0 … 1; `erlangs` above zero."""
    inverse = Decimal(1)
    for line in range(1, lines + 1):
        inverse = _CONTEXT.fma(_CONTEXT.divide(Decimal(line), erlangs), inverse, Decimal(1))
    return _CONTEXT.divide(Decimal(1), inverse)


def offered_load(lines: int, blocking: Decimal, tolerance: Decimal = Decimal("0.00001")) -> Decimal:
    """The most erlangs that some lines carry at `blocking` per cent: what the published tables print."""
    share = _CONTEXT.divide(blocking, _HUNDRED)
    low, high = Decimal(0), Decimal(2 * lines + 10)
    while _CONTEXT.subtract(high, low) > tolerance:
        middle = _CONTEXT.divide(_CONTEXT.add(low, high), Decimal(2))
        low, high = (middle, high) if blocked(middle, lines) <= share else (low, middle)
    return low
