"""`offerings/<family>/<id>.yaml` → offerings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from proposer.dates import Interval
from proposer.load.balances import Ledger
from proposer.load.characteristics import all_values, read_characteristics
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Path, kind_of
from proposer.load.remedies import meant
from proposer.load.shapes.fields import Valid
from proposer.load.shapes.offerings import CountShape, OfferingShape, WordsShape
from proposer.load.shapes.provider import STATUSES
from proposer.load.values import read_values
from proposer.load.words import check_words, phrases
from proposer.model.catalog import At, Capability, Characteristic, Count, Offering, Value, Words
from proposer.model.quantities import Quantity, parse_quantity

_RIDEABLE = STATUSES[:3]
_DURATIONS = ("business days", "days", "months")


@dataclass(frozen=True, slots=True)
class OfferingFile:
    """Where an offering's file says that it belongs."""

    family: str
    id: str


def read_offering(
    reader: Reader, file: OfferingFile, declared: Declared, capabilities: Mapping[str, Capability]
) -> Offering | None:
    """Decode one offering."""
    shape = reader.shape(OfferingShape)
    if shape is None:
        return None
    characteristics = read_characteristics(reader, ("characteristics",))
    ledger = Ledger(reader, declared, capabilities, {part.name: part for part in characteristics})
    if shape.service_level is not None:
        declared.refers(reader, "service level", shape.service_level, ("service_level",))
    return Offering(
        id=file.id, name=shape.name, family=file.family, per=At(shape.per), words=_words(reader, shape.words),
        rides_on=_rides_on(reader, declared, characteristics),
        network=shape.network, characteristics=characteristics, count=_count(reader, shape.count),
        provides=ledger.read(("provides",)), consumes=ledger.read(("consumes",)), requires=ledger.services(("requires",)),
        excludes=declared.all_refer(reader, "offering", shape.excludes, ("excludes",)),
        sold=interval(reader, shape.sold, ("sold",)), states=states_at(reader, shape.states, ("states",)), interval=_install(reader),
        service_level=shape.service_level, span=reader.document.span(),
        rides_on_span=reader.document.span(("rides_on",)),
        sold_span=reader.document.span(("sold",)),
    )  # fmt: skip


def interval(reader: Reader, valid: Valid, path: Path) -> Interval:
    """A half-open interval that has at least one day."""
    if valid.from_ is not None and valid.until is not None and valid.until <= valid.from_:
        reader.report(
            "103",
            "the interval is empty",
            path,
            "`until` is the first day that no longer counts, after `from`",
            key=True,
        )
    return Interval(valid.from_, valid.until)


def _words(reader: Reader, shape: WordsShape) -> Words:
    for name in ("in_short", "you_get", "facts", "assumes", "excludes"):
        check_words(reader, ("words", name))
    return Words(
        shape.in_short, shape.you_get, tuple(shape.facts.items()), shape.assumes, shape.excludes, shape.asks_for,
        phrases(reader, shape.answers, ("words", "answers")),
    )  # fmt: skip


def _count(reader: Reader, shape: CountShape | None) -> Count | None:
    if shape is None:
        return None
    if shape.most is not None and shape.most < max(shape.least, 1):
        reader.report("103", f"at most {shape.most} is less than at least {shape.least}", ("count", "most"))
    return Count(shape.unit, shape.units or shape.unit + "s", shape.least, shape.most)


def states_at(reader: Reader, states: tuple[str, ...], path: Path) -> tuple[str, ...]:
    """The postal codes of states."""
    for index, state in enumerate(states):
        if not re.fullmatch("[A-Z]{2}", state):
            reader.report(
                "103", f"`{state}` is not a state's postal code", (*path, index), "two capitals, such as `OH`"
            )
    return states


def _rides_on(
    reader: Reader, declared: Declared, characteristics: tuple[Characteristic, ...]
) -> dict[str, dict[str, tuple[Value, ...]]]:
    path: Path = ("rides_on",)
    data = reader.at(path)
    if isinstance(data, list | str):
        names = [str(name) for name in data] if isinstance(data, list) else [data]
        if not names:
            reader.report("103", "`rides_on` names no access", path, "name one, or remove the line", key=True)
        return {name: {} for name in declared.all_refer(reader, "access", names, path)}
    if data == {}:
        reader.report("103", "`rides_on` names no access", path, "name one, or remove the line", key=True)
    known = [name for name in reader.mapping(path) if declared.refers(reader, "access", name, (*path, name), key=True)]
    return {name: _limits(reader, (*path, name), characteristics) for name in known}


def _limits(reader: Reader, path: Path, characteristics: tuple[Characteristic, ...]) -> dict[str, tuple[Value, ...]]:
    by_name = {part.name: part for part in characteristics}
    limits: dict[str, tuple[Value, ...]] = {}
    for name in reader.mapping(path):
        where = (*path, name)
        if name not in by_name:
            reader.report("104", f"unknown characteristic `{name}`", where, meant(name, by_name), key=True)
            continue
        limits[name] = read_values(reader, where)
        sold = all_values(by_name[name])
        for strange in (value for value in limits[name] if value not in sold):
            reader.report("110", f"`{strange}` is no value of `{name}`", where, meant(str(strange), map(str, sold)))
    return limits


def _install(reader: Reader) -> dict[str, Quantity]:
    path: Path = ("interval",)
    return {
        status: duration
        for status in reader.mapping(path)
        if _known_status(reader, status, (*path, status))
        and (duration := duration_at(reader, (*path, status))) is not None
    }


def _known_status(reader: Reader, status: str, path: Path) -> bool:
    if status in (*_RIDEABLE, "any"):
        return True
    reader.report("104", f"unknown access status `{status}`", path, meant(status, (*_RIDEABLE, "any")), key=True)
    return False


def duration_at(reader: Reader, path: Path) -> Quantity | None:
    """A number of days, business days or months."""
    data = reader.at(path)
    for unit in _DURATIONS:
        try:
            if isinstance(data, str) and parse_quantity(data, unit).amount >= 0 and not data.strip().isdigit():
                return parse_quantity(data, unit)
        except ValueError:
            continue
    reader.report(
        "107", f"expected a number of days, got {kind_of(data)}", path, "such as `17 business days` or `120 days`"
    )
    return None
