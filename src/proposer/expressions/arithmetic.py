"""Exact, total arithmetic: the same digits on every machine, and None instead of an exception.

Why a context of our own: the thread's may be set otherwise, and may raise. What is not finite or beyond 18 digits is
not a count of anything that a customer could need.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal

_CONTEXT = Context(prec=28, rounding=ROUND_HALF_UP, Emin=-40, Emax=18, capitals=1, clamp=0, flags=[], traps=[])
_ONE = Decimal(1)


def _sound(number: Decimal) -> Decimal | None:
    return number if number.is_finite() else None


def add(left: Decimal, right: Decimal) -> Decimal | None:
    """`left + right`."""
    return _sound(_CONTEXT.add(left, right))


def subtract(left: Decimal, right: Decimal) -> Decimal | None:
    """`left - right`."""
    return _sound(_CONTEXT.subtract(left, right))


def multiply(left: Decimal, right: Decimal) -> Decimal | None:
    """`left * right`."""
    return _sound(_CONTEXT.multiply(left, right))


def divide(left: Decimal, right: Decimal) -> Decimal | None:
    """`left / right`; by zero there is no answer."""
    return _sound(_CONTEXT.divide(left, right))


def negate(number: Decimal) -> Decimal | None:
    """`-number`."""
    return _sound(_CONTEXT.minus(number))


def ceiling(number: Decimal) -> Decimal | None:
    """The next whole number."""
    return _whole(number, ROUND_CEILING)


def floor(number: Decimal) -> Decimal | None:
    """The whole number before."""
    return _whole(number, ROUND_FLOOR)


def rounded(number: Decimal, places: int) -> Decimal:
    """To some decimal places, halves away from zero, for print."""
    exponent = number.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= places:
        return number
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP, context=_CONTEXT)


def _whole(number: Decimal, rounding: str) -> Decimal | None:
    sound = _sound(_CONTEXT.plus(number))
    return None if sound is None else sound.quantize(_ONE, rounding=rounding, context=_CONTEXT)
