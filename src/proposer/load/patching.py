"""A long file that was changed inside one entry: only that entry is parsed again, and the rest is kept.

Price books are long, and an edit changes one price. Where lines were neither added nor removed, and all that differs lies
inside one entry of a block of entries, everything else stands where it stood. In any other case there is no patch, and
the file is parsed whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from proposer.load.document import Document, Path
from proposer.load.yaml import parse_yaml

LONG = 400  # lines; a shorter file is parsed whole at once
_SHARED = re.compile(r"[&*]\S")  # anchors and aliases tie an entry to others


def patched(old: Document, text: str) -> Document | None:
    """The document of a changed text, made from the one before; None where it must be parsed whole."""
    before, after = old.text.splitlines(), text.splitlines()
    if len(before) != len(after) or len(before) < LONG or _SHARED.search(text):
        return None
    changed = [number for number, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]]
    around = (entry for entry in _entries(old) if entry.first <= changed[0] and changed[-1] < entry.end)
    entry = next(around, None) if changed else None
    if entry is None:
        return None
    part = parse_yaml("\n" * entry.first + "\n".join(after[entry.first : entry.end]) + "\n", old.file)
    if part.value is None or part.diagnostics or not isinstance(part.value.data, dict):
        return None
    return _with(old, text, entry, part.value) if list(part.value.data) == [entry.name] else None


@dataclass(frozen=True, slots=True)
class _Entry:
    """The lines of one entry below a key at the top, counted from 0; `end` is the first line after it."""

    top: str
    name: str
    first: int
    end: int


def _entries(document: Document) -> Iterator[_Entry]:
    """Every entry that begins a line of its own, of the blocks in which all do."""
    data = document.data if isinstance(document.data, dict) else {}
    tops = [_line(document, (top,)) for top in data]
    for top, below in data.items():
        lines = [_line(document, (top, name)) for name in below] if isinstance(below, dict) else []
        starts = [line for line in lines if line is not None]
        if isinstance(below, dict) and starts and len(starts) == len(lines) and starts == sorted({*starts}):
            end = min((line for line in tops if line is not None and line > starts[-1]), default=len(document.lines))
            for name, first, after in zip(below, starts, [*starts[1:], end], strict=True):
                yield _Entry(top, name, first, after)


def _line(document: Document, path: Path) -> int | None:
    """The line of a key that stands first in it, counted from 0."""
    key = document.places.get(path, (None, None))[0]
    if key is None:
        return None
    mark = key.start_mark
    return None if document.lines[mark.line][: mark.column].strip() else mark.line


def _with(old: Document, text: str, entry: _Entry, part: Document) -> Document:
    """The old document with one entry replaced."""
    assert isinstance(old.data, dict)  # noqa: S101 - entries were found in it
    assert isinstance(part.data, dict)  # noqa: S101 - the caller looked
    below = old.data[entry.top]
    assert isinstance(below, dict)  # noqa: S101 - entries were found in it
    data = {**old.data, entry.top: {**below, entry.name: part.data[entry.name]}}
    gone = (entry.top, entry.name)
    places = {path: place for path, place in old.places.items() if path[:2] != gone}
    places.update({(entry.top, *path): place for path, place in part.places.items() if path})
    return Document(old.file, text, data, places)
