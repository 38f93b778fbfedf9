"""JSON with exact numbers: the standard library's writer knows no `Decimal`, and a float touches no money."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TypeAlias

Json: TypeAlias = "str | bool | int | Decimal | list[Json] | dict[str, Json]"
WIDTH = 100


def json_text(value: Json, depth: int = 0) -> str:
    """A value as JSON, two spaces of indent for each level; what is short stands in one line."""
    if not isinstance(value, dict | list):
        return _plain(value)
    flat = _flat(value)
    if len(flat) <= WIDTH:
        return flat
    if isinstance(value, dict):
        opening, closing = "{", "}"
        rows = [f"{json.dumps(name)}: {json_text(each, depth + 1)}" for name, each in value.items()]
    else:
        opening, closing = "[", "]"
        rows = [json_text(each, depth + 1) for each in value]
    indent = "  " * depth
    return f"{opening}\n  {indent}" + f",\n  {indent}".join(rows) + f"\n{indent}{closing}"


def _flat(value: Json) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(name)}: {_flat(each)}" for name, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flat, value)) + "]"
    return _plain(value)


def _plain(value: str | bool | int | Decimal) -> str:  # noqa: FBT001  # a value of JSON
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)
