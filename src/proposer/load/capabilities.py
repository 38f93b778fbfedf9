"""`capabilities.yaml`, `questions.yaml` and `tables.yaml` → what needs, rules and offerings speak of."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from proposer.load.decode import Reader
from proposer.load.document import Path, kind_of
from proposer.load.ids import keyed
from proposer.load.shapes.needs_words import CapabilityShape, TableShape
from proposer.model.catalog import At, Capability, Quality, Table
from proposer.model.quantities import UNITS


def read_capabilities(reader: Reader) -> dict[str, Capability]:
    """Decode `capabilities.yaml`."""
    found = (_capability(reader, id_, path) for id_, path in keyed(reader))
    return {capability.id: capability for capability in found if capability is not None}


def read_tables(reader: Reader) -> dict[str, Table]:
    """Decode `tables.yaml`; the values come out in the unit's base unit."""
    tables: dict[str, Table] = {}
    for id_ in reader.mapping(()):
        if (shape := reader.shape(TableShape, (id_,))) is not None:
            base, factor = UNITS.get(shape.unit, (shape.unit, Decimal(1)))
            values = {key: value * factor for key, value in shape.values.items()}
            tables[id_] = Table(id_, values, base, shape.source, reader.document.key_span((id_,)))
    return tables


def base_unit(reader: Reader, unit: str, path: Path) -> str:
    """The unit as declared, if amounts can be kept in it."""
    base = UNITS.get(unit, (unit, Decimal(1)))[0]
    if base != unit:
        reader.report(
            "107",
            f"amounts are kept in {base}, not in {unit}",
            path,
            f"declare `{base}`; people may still write {unit}",
        )
    return base


def _capability(reader: Reader, id_: str, path: Path) -> Capability | None:
    shape = reader.shape(CapabilityShape, path)
    if shape is None:
        return None
    written = reader.mapping(path)
    if ("amount" in written) == ("qualities" in written):
        remedy = "a service has `qualities: {…}`, an amount has `amount: calls`"
        reader.report("103", f"`{id_}` must be either a service or an amount", path, remedy, key=True)
        return None
    unit = None if shape.amount is None else base_unit(reader, shape.amount, (*path, "amount"))
    qualities = tuple(_qualities(reader, (*path, "qualities")))
    return Capability(id_, shape.label, At(shape.at), qualities, unit, reader.document.key_span(path))


def _qualities(reader: Reader, path: Path) -> Iterator[Quality]:
    for name, what in reader.mapping(path).items():
        if isinstance(what, list):
            grades = tuple(str(grade) for grade in what if isinstance(grade, str | int))
            if len(set(grades)) < len(what) or not grades:
                reader.report(
                    "103", "grades are different names, the lowest first", (*path, name), "such as `[basic, premium]`"
                )
            yield Quality(name, grades=grades)
        elif isinstance(what, str):
            yield Quality(name, unit=base_unit(reader, what, (*path, name)))
        else:
            remedy = "such as `Mbps` or `[basic, premium]`"
            reader.report("103", f"expected a unit or a list of grades, got {kind_of(what)}", (*path, name), remedy)
