"""`--grid dedicated-internet.bandwidth=500..2000/100 Mbps`: an offering, one of its characteristics, and the values to price.

Values are a range `500..2000/100 Mbps`, a list `100,500,1000 Mbps`, or nothing: all that can be ordered. A bare number
has the next unit that is written after it, or the characteristic's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean, nearest
from proposer.load.characteristics import all_values
from proposer.load.remedies import unit_meant
from proposer.model.catalog import Catalog, Characteristic, Value
from proposer.model.price_grid import GridWish
from proposer.model.quantities import MOST_DIGITS, UNITS, Quantity, plain

MOST_VALUES = 1_000
UNKNOWN, UNREADABLE = "QUO104", "QUO111"
SHAPE = "write it like `dedicated-internet.bandwidth=500..2000/100 Mbps` or `…=100,500,1000 Mbps`"
_AMOUNT = re.compile(r"([0-9]+(?:\.[0-9]+)?)\s*([A-Za-z%][A-Za-z%/ ]*)?")


def read_grid(text: str, catalog: Catalog) -> Outcome[GridWish]:
    """What a grid is asked of, or what there is not, or how to write it."""
    path, equals, written = text.partition("=")
    offering_id, dot, name = path.strip().partition(".")
    try:
        offering = catalog.offerings.get(offering_id)
        if offering is None:
            raise _Fault(_unknown(text, "offering", offering_id, list(catalog.offerings)))
        known = {part.name: part for part in offering.characteristics}
        if not known:
            raise _Fault(
                _unreadable(text, f"`{offering_id}` has no characteristics", "its price is one: see `catalog show`")
            )
        if not dot or name not in known:
            raise _Fault(_unknown(text, "characteristic", name, list(known)))
        values = _Values(text, known[name]).read(written) if equals else all_values(known[name])
    except _Fault as fault:
        return Outcome(None, (fault.finding,))
    return Outcome(GridWish(offering_id, name, tuple(dict.fromkeys(values))))


class _Fault(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, finding: Diagnostic) -> None:
        self.finding = finding


def _unknown(text: str, what: str, name: str, known: list[str]) -> Diagnostic:
    help_ = did_you_mean(name, known)
    if not name:
        return _unreadable(text, f"`{text}` names no {what}", help_)
    return Diagnostic(UNKNOWN, f"unknown {what} `{name}`", _span(text), help=help_, nearest=nearest(name, known))


def _unreadable(text: str, message: str, help_: str = SHAPE) -> Diagnostic:
    return Diagnostic(UNREADABLE, message, _span(text), help=help_)


def _span(text: str) -> Span:
    return Span(f"--grid {text}")


@dataclass(frozen=True, slots=True)
class _Values:
    """The values of one characteristic, as somebody typed them."""

    text: str
    characteristic: Characteristic

    def read(self, written: str) -> Sequence[Value]:
        """All values in their order."""
        known = all_values(self.characteristic)
        units = [value.unit for value in known if isinstance(value, Quantity)]
        parts = [part.strip() for part in written.split(",")]
        if not all(parts):
            raise self._fault("a value is missing")
        if not units:
            return [self._named(part, [str(value) for value in known]) for part in parts]
        whole = _with_units(written).split(",")
        return [
            value
            for part, amounts in zip(parts, whole, strict=True)
            for value in self._amounts(part, amounts, units[0])
        ]

    def _named(self, part: str, known: list[str]) -> Value:
        if part not in known:
            raise _Fault(_unknown(self.text, f"value of `{self.characteristic.name}`", part, known))
        return part

    def _amounts(self, part: str, amounts: str, base: str) -> Iterator[Value]:
        """One part of the list: an amount, or a range."""
        first, dots, rest = amounts.partition("..")
        if not dots:
            yield Quantity(self._amount(amounts, base), base)
            return
        last, slash, step = rest.partition("/")
        if not slash:
            raise self._fault(f"`{part}` has no step")
        yield from self._steps(part, [self._amount(each, base) for each in (first, last, step)], base)

    def _steps(self, part: str, numbers: list[Decimal], base: str) -> Iterator[Value]:
        first, last, step = numbers
        if step <= 0 or last < first:
            raise self._fault(f"`{part}` is no range", "the lower end stands first, and the step is more than 0")
        if (last - first) / step >= MOST_VALUES:
            raise self._fault(f"`{part}` are more than {MOST_VALUES:,} values", "take a larger step")
        if left := (last - first) % step:
            reached = f"with this step the last value is {Quantity(last - left, base)}"
            raise self._fault(f"`{part}` does not end at {Quantity(last, base)}", reached)
        yield from (Quantity(first + step * number, base) for number in range(int((last - first) / step) + 1))

    def _amount(self, written: str, base: str) -> Decimal:
        """In the base unit."""
        match = _AMOUNT.fullmatch(written.strip())
        if match is None or len(match[1]) > MOST_DIGITS:
            raise self._fault(f"`{written.strip()}` is no amount")
        unit = (match[2] or base).strip()
        if unit not in UNITS and unit != base:
            raise self._fault(f"unknown unit `{unit}`", _unit_help(unit, base))
        if UNITS.get(unit, (unit, Decimal(1)))[0] != base:
            what = f"`{self.characteristic.name}` is in {base}" if base else f"`{self.characteristic.name}` has no unit"
            raise self._fault(f"`{plain(Decimal(match[1]))} {unit}` does not fit: {what}", _unit_help("", base))
        number = Decimal(match[1])
        return number * UNITS[unit][1] if unit in UNITS else number

    def _fault(self, message: str, help_: str = SHAPE) -> _Fault:
        return _Fault(_unreadable(self.text, message, help_))


def _with_units(written: str) -> str:
    """The text with each bare number in the unit that is written next."""
    parts = re.split(r"(\.\.|[/,])", written)
    unit = ""
    for number in reversed(range(0, len(parts), 2)):
        match = _AMOUNT.fullmatch(parts[number].strip())
        if match is not None:
            unit = match[2] or unit
            parts[number] = f"{match[1]} {unit}".strip()
    return "".join(parts)


def _unit_help(unit: str, base: str) -> str:
    guess, _ = unit_meant(unit) if unit else ("", False)
    fitting = [name for name, (own, _) in UNITS.items() if own == base]
    if guess in fitting:
        return f"did you mean `{guess}`?"
    return f"units that fit: {', '.join(f'`{name}`' for name in fitting)}" if fitting else "leave the unit out"
