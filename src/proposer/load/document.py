"""A parsed file: plain data, and the place of each part of it. What it is made from is `load.yaml`'s affair."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import Protocol, TypeAlias, Union

from proposer.diagnostics import Span

LONGEST_SHOWN = 60
Data: TypeAlias = Union[str, int, Decimal, bool, list["Data"], dict[str, "Data"], None]  # noqa: UP007 - it names itself
Path: TypeAlias = tuple[str | int, ...]


class Mark(Protocol):
    """A point in a text, counted from 0."""

    @property
    def line(self) -> int: ...  # noqa: D102 - the class says it
    @property
    def column(self) -> int: ...  # noqa: D102 - the class says it


class Positioned(Protocol):
    """A key or value with its two ends."""

    @property
    def start_mark(self) -> Mark: ...  # noqa: D102 - the class says it
    @property
    def end_mark(self) -> Mark: ...  # noqa: D102 - the class says it


Place: TypeAlias = tuple[Positioned | None, Positioned]  # (key, value)


@dataclass(frozen=True)
class Document:
    """One file: its label, its text, its data and the places of all parts, by path from the top."""

    file: str
    text: str
    data: Data
    places: Mapping[Path, Place]

    @cached_property
    def lines(self) -> list[str]:
        """The text's lines, as the parser counts them."""
        return self.text.splitlines()

    def span(self, path: Path = ()) -> Span:
        """Where the value at `path` stands, on one line; a block below its key is named by the key.

        A path that is not there gives the nearest part around it.
        """
        while path and path not in self.places:
            path = path[:-1]
        if path not in self.places:
            return Span(self.file, 1, 1, 1, 1)
        key, value = self.places[path]
        if key is not None and value.start_mark.line != key.start_mark.line:
            return self._between(key)
        return self._between(value)

    def value_span(self, path: Path) -> Span:
        """Where the value itself begins, also when it stands below its key."""
        return self._between(self.places[path][1]) if path in self.places else self.span(path)

    def span_of(self, part: Positioned) -> Span:
        """Where a key or value stands that is not among the places."""
        return self._between(part)

    def key_span(self, path: Path) -> Span:
        """Where the key of `path` stands; without a key, the value."""
        key = self.places.get(path, (None, None))[0]
        return self.span(path) if key is None else self._between(key)

    def written(self, path: Path) -> str:
        """The scalar at `path` as the author typed it, without quotes; empty for anything else."""
        value = data_at(self.data, path)
        if isinstance(value, str):
            return value
        span = self.span(path)
        if value is None or isinstance(value, list | dict) or path not in self.places:
            return ""
        return self.lines[span.line - 1][span.column - 1 : span.end_column - 1]

    def _between(self, part: Positioned) -> Span:
        start, end = part.start_mark, part.end_mark
        line, column = start.line + 1, start.column + 1
        if end.line == start.line:
            return Span(self.file, line, column, line, max(end.column + 1, column))
        text = self.lines[start.line].rstrip() if start.line < len(self.lines) else ""
        return Span(self.file, line, column, line, max(len(text) + 1, column))


def data_at(data: Data, path: Path) -> Data:
    """The part of `data` at `path`; None where there is none."""
    for step in path:
        if isinstance(data, dict) and isinstance(step, str):
            data = data.get(step)
        elif isinstance(data, list) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data


def kind_of(value: Data) -> str:
    """What a value is, in a reader's words."""
    if isinstance(value, bool):
        return f"`{str(value).lower()}`"
    if value is None:
        return "nothing"
    if isinstance(value, list):
        return "a list"
    if isinstance(value, dict):
        return "a mapping"
    text = str(value)
    return f"`{text}`" if len(text) <= LONGEST_SHOWN else f"`{text[:LONGEST_SHOWN]}…`"
