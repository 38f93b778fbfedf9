"""What a name or a formula can be: a range of numbers, or one of some values; None is anything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import TypeAlias

from proposer.expressions import Value

INFINITE = Decimal("Infinity")
CONTEXT = Context(prec=28, rounding=ROUND_HALF_UP, traps=[])
FLIPPED: Mapping[str, str] = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "==": "==", "!=": "!="}
NEGATED: Mapping[str, str] = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "==": "!=", "!=": "=="}


@dataclass(frozen=True, slots=True)
class Range:
    """Numbers from `low` to `high`, both included unless open; only whole ones with `whole`."""

    low: Decimal = -INFINITE
    high: Decimal = INFINITE
    low_open: bool = False
    high_open: bool = False
    whole: bool = False

    @property
    def empty(self) -> bool:
        """Whether no number lies in it."""
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def tightened(self) -> Range:
        """With whole numbers at its ends, if it holds only such."""
        if not self.whole:
            return self
        low, high = _whole(self.low, ROUND_CEILING), _whole(self.high, ROUND_FLOOR)
        low += 1 if self.low_open and low == self.low else 0
        high -= 1 if self.high_open and high == self.high else 0
        return Range(low, high, whole=True)


Domain: TypeAlias = Range | frozenset[Value] | None

_ORDER: Mapping[str, Callable[[Decimal, Decimal], bool]] = {
    "<": Decimal.__lt__,
    "<=": Decimal.__le__,
    ">": Decimal.__gt__,
    ">=": Decimal.__ge__,
}


def is_empty(domain: Domain) -> bool:
    """Whether nothing is left."""
    return domain is not None and (domain.empty if isinstance(domain, Range) else not domain)


def bounds(domain: Domain) -> Range | None:
    """The numbers of a domain as a range; None where it holds no numbers, or could be anything."""
    if isinstance(domain, Range):
        return domain
    numbers = [value for value in domain or () if isinstance(value, Decimal)]
    return Range(min(numbers), max(numbers)) if numbers else None


def narrowed(domain: Domain, operator: str, other: Domain) -> Domain:
    """What is left of a domain when its value stands in a relation to some value of another."""
    if operator in {"==", "!="}:
        return _equal(domain, other) if operator == "==" else _unequal(domain, other)
    limits = bounds(other)
    if limits is None or domain is None:
        return domain
    if isinstance(domain, frozenset):
        return frozenset(v for v in domain if not isinstance(v, Decimal) or _in_order(v, operator, limits))
    if operator in {"<", "<="}:
        strict = operator == "<" or limits.high_open
        return _below(domain, limits.high, strict=strict).tightened()
    return _above(domain, limits.low, strict=operator == ">" or limits.low_open).tightened()


def _in_order(value: Decimal, operator: str, limits: Range) -> bool:
    """Whether some number of the limits stands on the right side of the value."""
    return _ORDER[operator](value, limits.high if operator in {"<", "<="} else limits.low)


def _below(domain: Range, high: Decimal, *, strict: bool) -> Range:
    if high < domain.high or (high == domain.high and strict):
        return replace(domain, high=high, high_open=strict)
    return domain


def _above(domain: Range, low: Decimal, *, strict: bool) -> Range:
    if low > domain.low or (low == domain.low and strict):
        return replace(domain, low=low, low_open=strict)
    return domain


def _equal(domain: Domain, other: Domain) -> Domain:
    if domain is None or other is None:
        return other if domain is None else domain
    if isinstance(domain, frozenset) and isinstance(other, frozenset):
        return domain & other
    if isinstance(domain, frozenset) or isinstance(other, frozenset):
        limits = bounds(domain) if isinstance(other, frozenset) else bounds(other)
        named = other if isinstance(other, frozenset) else domain
        assert isinstance(named, frozenset)  # noqa: S101 - narrows the type
        return frozenset(v for v in named if not isinstance(v, Decimal) or limits is None or _within(v, limits))
    both = _below(domain, other.high, strict=other.high_open)
    both = _above(both, other.low, strict=other.low_open)
    return replace(both, whole=domain.whole or other.whole).tightened()


def _within(value: Decimal, limits: Range) -> bool:
    above = value > limits.low or (value == limits.low and not limits.low_open)
    below = value < limits.high or (value == limits.high and not limits.high_open)
    return above and below and not (limits.whole and value != value.to_integral_value())


def _unequal(domain: Domain, other: Domain) -> Domain:
    if not isinstance(other, frozenset) or len(other) != 1:
        return domain
    (value,) = other
    if isinstance(domain, frozenset):
        return domain - other
    if isinstance(domain, Range) and isinstance(value, Decimal):
        low_open = domain.low_open or domain.low == value
        high_open = domain.high_open or domain.high == value
        return replace(domain, low_open=low_open, high_open=high_open).tightened()
    return domain


def _whole(number: Decimal, rounding: str) -> Decimal:
    return number.to_integral_value(rounding=rounding) if number.is_finite() else number
