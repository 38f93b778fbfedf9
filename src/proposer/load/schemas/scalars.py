"""Single values as people write them: texts, money, amounts with units, days, terms, expressions.

Each allows exactly the texts that the loader reads, and says in its own words what else is expected.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import product

from proposer.load.remedies import unit_meant
from proposer.load.schemas.building import Json, any_of, listed
from proposer.units import BASE_UNITS, UNITS

_NUMBER = r"[+-]?[0-9][0-9_,]*(?:\.[0-9]+)?"
_END = r"[0-9][0-9,]*(?:\.[0-9]+)?"
_MONEY = r"^\s*(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]{1,2}0*)?\s*$"
_DAY = r"^\s*[0-9]{4}-[0-9]{2}-[0-9]{2}\s*$"

TEXT: Json = {"type": ["string", "number"]}
FLAG: Json = {"type": "boolean", "errorMessage": "Expected `true` or `false`; `yes` and `no` are texts."}
COUNT: Json = {"type": "integer", "minimum": 0}
PIECES: Json = {"type": "integer", "minimum": 1}
NUMBER: Json = {"type": "number"}
SCALAR: Json = {"type": ["string", "number", "boolean"]}
EXPRESSION: Json = {"type": ["string", "number", "boolean"]}
DAY: Json = {
    "type": "string",
    "pattern": _DAY,
    "patternErrorMessage": "Expected a day: `2026-07-01`.",
    "format": "date",
}
MONEY: Json = {
    "type": ["number", "string"], "minimum": 0, "pattern": _MONEY,
    "patternErrorMessage": "Expected an amount of money such as `49.00`, without a sign.",
}  # fmt: skip
STATE: Json = {
    "type": "string", "pattern": "^[A-Z]{2}$", "patternErrorMessage": "Expected a postal code of two capitals: `OH`.",
}  # fmt: skip
UNIT: Json = {"type": "string", "examples": [*sorted(BASE_UNITS)]}


def amount(unit: str, *, or_name: str = "") -> Json:
    """An amount in a unit, or a bare number; `or_name` says what a name would be that may stand in its place."""
    units = [each for each, (base, _) in UNITS.items() if base == unit] or ([unit] if unit else [])
    pattern = rf"\s*{_NUMBER}\s*{_any_of(units)}\s*"
    such = (
        f"an amount such as `10 {unit}` (units: {', '.join(units)}; a bare number is in {unit})" if unit else "a number"
    )
    expected = f"Expected {such}" + (f", or {or_name}." if or_name else ".")
    pattern = rf"^(?:{pattern}|[A-Za-z_][\s\S]*)$" if or_name else f"^{pattern}$"
    return {"type": ["number", "string"], "pattern": pattern, "patternErrorMessage": expected}


def percent() -> Json:
    """0 to 100 per cent."""
    made = amount("%")
    return {**made, "minimum": 0, "maximum": 100, "patternErrorMessage": "Expected a percentage such as `15 %`."}


def months(sold: tuple[int, ...] = ()) -> Json:
    """A number of months; those that are sold are suggested, and what else is a term is the loader's to say."""
    words = "Expected a number of months such as `36`, `36 months` or `3 years`."
    free: Json = {**amount("months"), "minimum": 1, "patternErrorMessage": words}
    return {**free, "examples": list(sold)} if sold else free


def sold_months(sold: tuple[int, ...]) -> Json:
    """One of the terms that are sold, as a number or as it is said."""
    return any_of({"enum": list(sold)}, {**months(), "type": "string"})


def duration(*units: str) -> Json:
    """A number of days of some kind, with its unit."""
    pattern = rf"^\s*{_NUMBER}\s*{_any_of([each for each, (base, _) in UNITS.items() if base in units], must=True)}\s*$"
    return {
        "type": "string", "pattern": pattern, "examples": [f"30 {units[0]}"],
        "patternErrorMessage": "Expected " + " or ".join(f"a number of {unit} such as `30 {unit}`" for unit in units) + ".",
    }  # fmt: skip


def value() -> Json:
    """What can be ordered of a characteristic: an amount, a name, or a range."""
    known = _any_of(UNITS)
    number_with_slip = rf"\s*{_NUMBER}\s*(?:{'|'.join(map(re.escape, _slips()))})\s*"
    in_range = rf"\s*{_END}\s*{known}\s*\.\.\s*{_END}\s*{known}(?:\s+by\s+{_END}\s*{known})?\s*"
    return {
        "type": ["string", "number"],
        "pattern": rf"^(?:{in_range}|(?![\s\S]*\.\.)(?!{number_with_slip}$)[\s\S]*)$",
        "patternErrorMessage": "Expected a value such as `100 Mbps` or `premium`, or a range such as `10..100 Mbps by 10`. "
        f"Units: {', '.join(UNITS)}.",
    }


def values() -> Json:
    """One value, or a list of them."""
    return any_of(value(), {**listed(value()), "minItems": 1})


def _any_of(units: Iterable[str], *, must: bool = False) -> str:
    """The pattern of one of some units, the longest first; it may be missing unless it must stand there."""
    names = "|".join(re.escape(unit) for unit in sorted(units, key=len, reverse=True))
    return f"(?:{names})" + ("" if must else "?") if names else ""


def _slips() -> list[str]:
    """Ways to misspell a rate's unit that the loader is sure about."""
    spelt = ("bps", "Bps", "BPS", "pbs", "bs", "b/s", "B/s", "bit/s", "bits/s", "bits", "bit")
    words = (first + rest for first, rest in product("kKmMgG", spelt))
    return [word for word in words if word not in UNITS and unit_meant(word)[0]]
