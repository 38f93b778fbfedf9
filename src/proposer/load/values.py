"""Characteristics' values: `500 Mbps`, `premium`, and ranges such as `10..100 Mbps by 10`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.remedies import Remedy, unit_meant
from proposer.model.catalog import Value
from proposer.model.quantities import MOST_DIGITS, UNITS, Quantity, plain

MOST_VALUES = 10_000
_WORDS = r"[A-Za-z%][A-Za-z%/ ]*?"
_AMOUNT = re.compile(rf"([+-]?[0-9][0-9_,]*(?:\.[0-9]+)?)\s*({_WORDS})?")
_END = rf"([0-9][0-9,]*(?:\.[0-9]+)?)\s*({_WORDS})?"
_RANGE = re.compile(rf"{_END}\s*\.\.\s*{_END}(?:\s+by\s+{_END})?")


def value_of(text: str) -> Value:
    """An amount in its base unit, or a name: what is not a number with a known unit is a name."""
    match = _AMOUNT.fullmatch(text)
    if match is None or len(match[1]) > MOST_DIGITS:
        return text
    base, factor = UNITS.get(match[2] or "", ("", Decimal(1)))
    if match[2] and not base:
        return text
    return Quantity(Decimal(match[1].replace("_", "").replace(",", "")) * factor, base)


def read_values(reader: Reader, path: Path) -> tuple[Value, ...]:
    """The values at a path: one, a range, or a list of both, each once, in the order written."""
    data = reader.at(path)
    parts = [((*path, i), part) for i, part in enumerate(data)] if isinstance(data, list) else [(path, data)]
    values: dict[Value, None] = {}
    for place, part in parts:
        values.update(dict.fromkeys(_read_part(reader, place, part)))
    if not parts:
        reader.report(
            "108", "no values", path, "list what can be ordered: `[100 Mbps, 1 Gbps]` or `10..100 Mbps by 10`"
        )
    if len({v.unit if isinstance(v, Quantity) else None for v in values}) > 1:
        reader.report(
            "107", "values in different units, or amounts and names mixed", path, "give all of them the same unit"
        )
    return tuple(values)


def _read_part(reader: Reader, path: Path, part: Data) -> Iterator[Value]:
    if isinstance(part, bool) or not isinstance(part, str | int | Decimal):
        reader.report(
            "103",
            f"expected a value, got {kind_of(part)}",
            path,
            "such as `100 Mbps` or `premium`; quote what is a text",
        )
        return
    text = format(part, "f") if isinstance(part, Decimal) else str(part).strip()
    if any(len(digits) > MOST_DIGITS for digits in re.findall(r"[0-9,_]+", text)):
        reader.report("108", "a number of that many digits is no value", path, f"at most {MOST_DIGITS}")
        return
    if match := _RANGE.fullmatch(text):
        yield from _expanded(reader, path, text, match)
        return
    if ".." in text:
        reader.report("108", f"`{text}` is not a range", path, "write it like `10..100 Mbps by 10`")
        return
    yield value_of(_with_known_unit(reader, path, text))


def _with_known_unit(reader: Reader, path: Path, text: str) -> str:
    """The text; a number with a word that looks like a misspelt unit is a finding, and comes back as it was meant."""
    match = _AMOUNT.fullmatch(text)
    if match is None or not match[2] or match[2] in UNITS:
        return text
    unit, certain = unit_meant(match[2])
    if not unit:
        return text
    instead = f"{match[1]} {unit}"
    known = "one of " + ", ".join(f"`{each}`" for each in UNITS)
    remedy = Remedy(f"did you mean `{instead}`?", unit, known, text, instead if certain else "")
    reader.report("107", f"unknown unit `{match[2]}`", path, remedy)
    return instead


def _expanded(reader: Reader, path: Path, text: str, match: re.Match[str]) -> Iterator[Value]:
    units = {unit for unit in (match[2], match[4], match[6]) if unit}
    if len(units) > 1 or not units <= set(UNITS):
        reader.report("108", f"`{text}` needs one known unit", path, "the unit stands once: `10..100 Mbps by 10`")
        return
    base, factor = UNITS[units.pop()] if units else ("", Decimal(1))
    first, last, step = (Decimal((match[i] or "1").replace(",", "")) for i in (1, 3, 5))
    if step <= 0 or last < first or (last - first) % step:
        reader.report(
            "108", f"`{text}` does not go from {plain(first)} to {plain(last)}", path, _last_reached(first, last, step)
        )
    elif (last - first) / step >= MOST_VALUES:
        reader.report("108", f"`{text}` are more than {MOST_VALUES:,} values", path, "take a larger step")
    else:
        yield from (Quantity((first + step * i) * factor, base) for i in range(int((last - first) / step) + 1))


def _last_reached(first: Decimal, last: Decimal, step: Decimal) -> str:
    if step <= 0 or last < first:
        return "the lower end stands first, and the step is more than 0"
    return f"in steps of {plain(step)} the last value is {plain(last - (last - first) % step)}"
