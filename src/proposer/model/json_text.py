"""JSON with exact numbers: the standard library's writer knows no `Decimal`, and a float touches no money."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import TypeAlias

Json: TypeAlias = "str | bool | int | Decimal | list[Json] | dict[str, Json]"
WIDTH = 100


def json_text(value: Json, depth: int = 0) -> str:
    """A value as JSON, two spaces of indent for each level; what is short stands in one line."""
    if isinstance(value, str):
        return encode_basestring(value)
    if isinstance(value, dict):
        opening, closing, rows = "{", "}", list(_members(value, depth + 1))
    elif isinstance(value, list):
        opening, closing, rows = "[", "]", [json_text(each, depth + 1) for each in value]
    else:
        return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value)
    if sum(map(len, rows)) + 2 * max(1, len(rows)) <= WIDTH and not any("\n" in row for row in rows):
        return f"{opening}{', '.join(rows)}{closing}"
    indent = "  " * depth
    return f"{opening}\n  {indent}" + f",\n  {indent}".join(rows) + f"\n{indent}{closing}"


def _members(value: dict[str, Json], depth: int) -> Iterator[str]:
    for name, each in value.items():
        yield f"{encode_basestring_ascii(name)}: {json_text(each, depth)}"
