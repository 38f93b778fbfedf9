"""An offering's characteristics: what can be ordered of each, and how one depends on another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.remedies import meant
from proposer.load.shapes.offerings import CharacteristicShape
from proposer.load.values import read_values, value_of
from proposer.model.catalog import Characteristic, Value

_FIELDS = frozenset({"label", "by", "values"})
RESERVED = frozenset({"term", "access", "count"})


def read_characteristics(reader: Reader, path: Path) -> tuple[Characteristic, ...]:
    """All characteristics of an offering, in the order written, but none before the one that it goes by."""
    found: dict[str, Characteristic] = {}
    for name in reader.mapping(path):
        characteristic = _characteristic(reader, name, (*path, name))
        if characteristic is not None:
            found[name] = characteristic
    for name, characteristic in found.items():
        if characteristic.by is not None:
            _check_by(reader, characteristic, found, reader.mapping(path), (*path, name))
    places = {name: place for place, name in enumerate(found)}

    def place(part: Characteristic) -> tuple[int, bool]:
        return max(places[part.name], places.get(part.by or "", 0)), part.by is not None

    return tuple(sorted(found.values(), key=place))


def all_values(characteristic: Characteristic) -> tuple[Value, ...]:
    """What can be ordered, whatever the other characteristic is; each value once."""
    return tuple(dict.fromkeys(value for values in characteristic.values.values() for value in values))


def _characteristic(reader: Reader, name: str, path: Path) -> Characteristic | None:
    if name in RESERVED:
        reader.report(
            "105", f"a characteristic cannot be called `{name}`", path, "that word has a meaning of its own", key=True
        )
    if isinstance(reader.at(path), list | str | int):
        return Characteristic(name, name, {"": read_values(reader, path)}, span=reader.document.key_span(path))
    shape = reader.shape(CharacteristicShape, path)
    if shape is None:
        return None
    label = shape.label or name.replace("_", " ").capitalize()
    by = shape.by
    values = _independent(reader, path) if by is None else _dependent(reader, path)
    return Characteristic(name, label, values, by, reader.document.key_span(path))


def _independent(reader: Reader, path: Path) -> dict[str, tuple[Value, ...]]:
    for key in reader.mapping(path):
        if key not in _FIELDS:
            remedy = meant(key, _FIELDS)
            remedy = replace(remedy, text=f"{remedy.text}; values by another characteristic need `by:`")
            reader.report("101", f"unknown field `{key}`", (*path, key), remedy, key=True)
    if reader.at((*path, "values")) is None:
        reader.report("102", "`values` is missing", path, "add `values: […]`, or `by:` and values for each", key=True)
        return {"": ()}
    return {"": read_values(reader, (*path, "values"))}


def _dependent(reader: Reader, path: Path) -> dict[str, tuple[Value, ...]]:
    values: dict[str, tuple[Value, ...]] = {}
    for key in reader.mapping(path):
        if key == "values":
            reader.report(
                "110",
                "`values` and `by` cannot stand together",
                (*path, key),
                "list the values for each value of `by`",
                key=True,
            )
        elif key not in _FIELDS:
            text = str(value_of(key))
            if text in values:
                reader.report("106", f"`{text}` stands twice", (*path, key), "keep one of them", key=True)
            values[text] = read_values(reader, (*path, key))
    return values


def _check_by(
    reader: Reader, part: Characteristic, found: Mapping[str, Characteristic], written: Mapping[str, Data], path: Path
) -> None:
    """What `by` names stands there, depends on nothing itself, and each of its values has its list."""
    assert part.by is not None  # noqa: S101 - the caller looked
    where = (*path, "by")
    other = found.get(part.by)
    if other is None:
        if part.by not in written:
            reader.report("104", f"unknown characteristic `{part.by}`", where, meant(part.by, found))
    elif other.by is not None:
        reader.report("110", f"`{part.by}` itself goes by {kind_of(other.by)}", where, "only one step of `by` is read")
    else:
        _check_keys(reader, part, [str(value) for value in all_values(other)], path)


def _check_keys(reader: Reader, part: Characteristic, known: list[str], path: Path) -> None:
    for key in reader.mapping(path):
        if key not in _FIELDS and str(value_of(key)) not in known:
            message = f"`{key}` is no value of `{part.by}`"
            reader.report("110", message, (*path, key), meant(str(value_of(key)), known), key=True)
    missing = [text for text in known if text not in part.values]
    strangers = [text for text in part.values if text not in known]
    if missing and not strangers:
        listed = ", ".join(f"`{text}`" for text in missing)
        reader.report("110", f"`{part.name}` has no values for {listed}", path, f"add `{missing[0]}: …`", key=True)
