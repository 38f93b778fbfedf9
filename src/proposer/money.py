"""Money as whole cents, and the two ways of making it whole.

Why: no float touches money. Inside the program an amount is an `int` of cents, so a sum is exact and a solver's
answer can be re-priced without tolerance. In JSON it is a text such as `"1234.50"`.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer


def cents_to_text(cents: int) -> str:
    """`123450` → `"1234.50"`."""
    sign = "-" if cents < 0 else ""
    return f"{sign}{abs(cents) // 100}.{abs(cents) % 100:02d}"


def grouped(cents: int) -> str:
    """`123450` → `"1,234.50"`, as sentences in English have it."""
    return f"{Decimal(cents) / 100:,.2f}"


def cents_from_text(text: object) -> int:
    """`"1234.50"` → `123450`; raises ValueError for anything but a plain amount with at most two decimals."""
    if isinstance(text, int) and not isinstance(text, bool):
        return text
    try:
        cents = Decimal(str(text)) * 100
    except InvalidOperation:
        raise ValueError(f"{text!r} is not an amount") from None
    if cents != cents.to_integral_value():
        raise ValueError(f"{text} has a fraction of a cent")
    return int(cents)


Cents = Annotated[int, BeforeValidator(cents_from_text), PlainSerializer(cents_to_text, return_type=str)]


def round_half_up(amount: Decimal) -> int:
    """To the nearest whole number, halves away from zero (the trade's rounding, not the banker's)."""
    return int(amount.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def share(cents: int, rate: Decimal) -> int:
    """`rate` of an amount, rounded half up to the cent; a rate of 0.10 is ten per cent."""
    return round_half_up(cents * rate)


def share_of(cents: int, part: int, whole: int) -> int:
    """`part` of `whole` of an amount, rounded half up to the cent."""
    return round_half_up(Decimal(cents * part) / whole)


def allocate(total: int, weights: Sequence[int]) -> list[int]:
    """Split whole cents by weights so that the parts sum to the total (largest remainder; ties to the first)."""
    whole = sum(weights)
    if whole == 0:
        return [0] * len(weights)
    parts = [total * weight // whole for weight in weights]
    order = sorted(range(len(weights)), key=lambda i: (-(total * weights[i] % whole), i))
    for index in order[: total - sum(parts)]:
        parts[index] += 1
    return parts
