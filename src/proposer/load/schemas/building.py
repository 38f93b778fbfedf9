"""The pieces that JSON Schemas are built of. What a piece says in words, an editor shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from pydantic import JsonValue

Json: TypeAlias = dict[str, JsonValue]


def mapping(properties: Mapping[str, JsonValue], required: Iterable[str] = (), others: JsonValue = False) -> Json:
    """A mapping with these fields; `others` is the schema of any other one."""
    made: Json = {"type": "object", "properties": dict(properties), "additionalProperties": others}
    return {**made, "required": list(required)} if tuple(required) else made


def each(values: JsonValue) -> Json:
    """A mapping of any names to values of one kind."""
    return {"type": "object", "additionalProperties": values}


def listed(items: JsonValue) -> Json:
    """A list of items of one kind."""
    return {"type": "array", "items": items}


def one_or_more(item: JsonValue) -> Json:
    """An item, or a list of such items."""
    return {"anyOf": [item, listed(item)]}


def any_of(*parts: JsonValue) -> Json:
    """One of several kinds of value."""
    return {"anyOf": [*parts]}


def one_of_names(words: Mapping[str, str]) -> Json:
    """One of some names, with the words to show for each; a name of digits may stand as a number."""
    bare = {int(name): text for name, text in words.items() if name.isdecimal() and name[0] != "0"}
    return {"enum": [*words, *bare], "markdownEnumDescriptions": [*words.values(), *bare.values()]}


def said(words: str, part: Json) -> Json:
    """A part with words of its own; Markdown is taken."""
    return {**part, "description": words, "markdownDescription": words}


def snippet(label: str, words: str, body: JsonValue) -> Json:
    """Something to insert whole; `$1`, `$2` are the places to fill in."""
    return {"label": label, "description": words, "body": body}


def is_mapping(with_keys: Iterable[str]) -> Json:
    """The condition that a value is a mapping with these keys."""
    return {"type": "object", "required": list(with_keys)}
