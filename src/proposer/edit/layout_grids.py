"""Grids aligned: rows of numbers below each other, ends of numbers below ends of numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from proposer.edit.layout import AXES, Layout
from proposer.edit.layout_lines import Lines, lines_of
from proposer.load.document import Data, Document, Path

SPARE = 2  # how much wider than its longest cell a grid may be when most of it is so already


@dataclass(frozen=True)
class Row:
    """One row: the number of its line, what stands before the colon, its cells as written, and what follows."""

    line: int
    head: str
    cells: tuple[str, ...]
    rest: str

    def text(self, column: int, width: int) -> str:
        """The row with its bracket at a column and its cells of a width."""
        return f"{self.head:<{column}}[{', '.join(cell.rjust(width) for cell in self.cells)}]{self.rest}"


def aligned(document: Document, layout: Layout) -> str:
    """The document's text with its grids aligned."""
    lines = lines_of(document)
    texts = list(lines.texts)
    for path, data in _grids(document.data, layout, ()):
        for line, text in _aligned(document, lines, path, data):
            texts[line] = text
    return "".join(texts)


def _grids(data: Data, layout: Layout, path: Path) -> Iterator[tuple[Path, dict[str, Data]]]:
    """The mappings that are grids."""
    if not isinstance(data, dict):
        return
    if layout.is_grid(data):
        yield path, data
        return
    for name, part in data.items():
        yield from _grids(part, layout.below(name), (*path, name))


def _aligned(document: Document, lines: Lines, path: Path, data: dict[str, Data]) -> list[tuple[int, str]]:
    """The new lines of a grid; none when one of its rows is not plainly a row."""
    paths = list(_rows(data, path))
    rows = [row for each in paths if (row := _row(document, lines, *each))]
    if not rows or len(rows) != len(paths):
        return []
    column = max(len(row.head) for row in rows) + 1
    width = _width(rows, lines)
    return [(row.line, row.text(column, width)) for row in rows]


def _rows(data: dict[str, Data], path: Path) -> Iterator[tuple[Path, int]]:
    """The places of a grid's rows at all depths, and how many cells each has."""
    for name, part in data.items():
        if isinstance(part, dict):
            yield from _rows(part, (*path, name))
        elif isinstance(part, list) and name != AXES:
            yield (*path, name), len(part)


def _row(document: Document, lines: Lines, path: Path, count: int) -> Row | None:
    """A row whose key and cells stand on one line, and nothing else before them."""
    key, value = document.places[path]
    number = value.start_mark.line
    if key is None or not count or key.start_mark.line != number or value.end_mark.line != number:
        return None
    text = lines.texts[number]
    ends = [document.places[(*path, index)][1] for index in range(count)]
    if any(cell.start_mark.line != number or cell.end_mark.line != number for cell in ends):
        return None
    cells = tuple(text[cell.start_mark.column : cell.end_mark.column] for cell in ends)
    start, end = value.start_mark.column, value.end_mark.column
    between = r"\s*,\s*".join(map(re.escape, cells))
    plain = re.fullmatch(rf"\[\s*{between}\s*\]", text[start:end]) and all(cells)
    named = re.fullmatch(r"\s*:\s*", text[key.end_mark.column : start])
    if not plain or not named or text[: key.start_mark.column].strip(" "):
        return None
    return Row(number, text[: key.end_mark.column] + ":", cells, text[end:])


def _width(rows: list[Row], lines: Lines) -> int:
    """The width of all cells: that of the longest, or the little more that most of them have already."""
    longest = max(len(cell) for row in rows for cell in row.cells)
    found = Counter(width for row in rows for width in _written_widths(lines.texts[row.line], row))
    usual = found.most_common(1)[0][0]
    return usual if longest <= usual <= longest + SPARE else longest


def _written_widths(text: str, row: Row) -> Iterator[int]:
    """How wide each cell of a row is now, the space after a comma not counted."""
    inside = text[text.index("[", len(row.head)) + 1 :]
    for index, cell in enumerate(row.cells):
        at = inside.index(cell)
        yield at + len(cell) - (index > 0)
        inside = inside[at + len(cell) :].lstrip(" \t").removeprefix(",")
