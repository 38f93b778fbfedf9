"""Which types go together: units that agree, choices that overlap, and how a type is called in a message."""

from __future__ import annotations

from proposer.expressions.types import Type
from proposer.units import BASE_UNITS

BARE = "?"  # inside inference only: the unit of a number written without one, which takes the unit of what it meets


def agreed_unit(left: str, right: str) -> str | None:
    """The unit of two numbers that are added or compared, or None where they do not agree.

    A bare number is in the other's unit. A unit that is only a word for what is counted (`calls`) agrees with a plain count.
    """
    if left == right or right == BARE:
        return left
    if left == BARE:
        return right
    counts = [unit for unit in (left, right) if unit not in BASE_UNITS]
    return (left or right) if len(counts) == 2 and "" in counts else None


def unit_of_product(left: str, right: str) -> str | None:
    """A unit times a count keeps the unit; two units make none that is known here."""
    if left == right == BARE:
        return BARE
    left, right = _counted(left, right), _counted(right, left)
    return (left or right) if not left or not right else None


def unit_of_quotient(left: str, right: str) -> str | None:
    """A unit by a count keeps the unit, by itself it is a count; by another there is none."""
    if left == right:
        return BARE if left == BARE else ""
    left, right = _counted(left, right), _counted(right, left)
    if not right:
        return left
    return "" if left == right or (not left and right not in BASE_UNITS) else None


def _counted(unit: str, other: str) -> str:
    return "" if unit == BARE and other != BARE else unit


def common(left: Type, right: Type) -> Type | None:
    """The type of either of two values, or None where they are of different kinds or units."""
    if left.kind != right.kind:
        return None
    if left.kind == "number":
        unit = agreed_unit(left.unit, right.unit)
        return None if unit is None else Type("number", unit)
    if not left.choices or not right.choices:
        return Type(left.kind)
    return Type(left.kind, choices=tuple(dict.fromkeys(left.choices + right.choices)))


def described(wanted: Type) -> str:
    """A type in a message: `a count`, `an amount in Mbps`, `one of basic, premium`."""
    match wanted.kind:
        case "number":
            return f"an amount in {wanted.unit}" if wanted.unit in BASE_UNITS else counted(wanted.unit)
        case "flag":
            return "true or false"
        case _:
            return f"one of {', '.join(wanted.choices)}" if wanted.choices else "a text"


def counted(unit: str) -> str:
    """A plain count, or the word for what is counted."""
    return "a number" if unit in {"", BARE} else f"a number of {unit}"
