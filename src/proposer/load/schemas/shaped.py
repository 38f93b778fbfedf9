"""From a shape to its schema: the loader's own fields and words. Parts that depend on one catalog stay marked."""

from __future__ import annotations

from functools import cache

from pydantic import JsonValue, TypeAdapter

from proposer.load.schemas.building import Json
from proposer.load.shapes.fields import Shape

_DROPPED = ("title", "default", "$ref", "$defs")


@cache
def schema_of(shape: type[Shape]) -> Json:
    """A shape's schema without references; a field that may be left out is not one that may be empty."""
    made = TypeAdapter(Json).validate_python(shape.model_json_schema())
    shared = made.get("$defs", {})
    return _whole(made, shared if isinstance(shared, dict) else {})


def _whole(data: Json, shared: Json) -> Json:
    data = _without_null(data)
    own = {name: _inner(name, each, shared) for name, each in data.items() if name not in _DROPPED}
    default = data.get("default")
    if default not in (None, "") and isinstance(default, str | int):
        own["default"] = default
    if isinstance(words := data.get("description"), str):
        own["markdownDescription"] = words
    reference = data.get("$ref")
    other = shared[reference.rsplit("/", 1)[-1]] if isinstance(reference, str) else {}
    return {**_whole(other, shared), **own} if isinstance(other, dict) and other else own


def _inner(name: str, data: JsonValue, shared: Json) -> JsonValue:
    """The value of a keyword; below `properties` the keys are names."""
    if isinstance(data, list):
        return [_inner("", each, shared) for each in data]
    if not isinstance(data, dict):
        return data
    if name == "properties":
        return {key: _inner("", each, shared) for key, each in data.items()}
    return _whole(data, shared)


def _without_null(data: Json) -> Json:
    match data:
        case {"anyOf": [dict() as only, {"type": "null"}]}:
            return {**only, **{name: each for name, each in data.items() if name != "anyOf"}}
    return data
