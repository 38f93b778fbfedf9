"""Keys put in order: whole blocks of lines change places, with the comments above them.

A mapping is left as it is where that is not plainly safe: keys that share a line, merges of other mappings, an alias that
would come before its anchor, texts to which the blank lines below them belong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from proposer.edit.layout import MERGE, Layout
from proposer.edit.layout_lines import Lines, lines_of
from proposer.load.document import Data, Document, Path, Positioned

_NAME = re.compile(r"(?<![^\s\[{,:])([&*])([^\s\[\]{},]+)")
_EXCUSE = re.compile(r"[ \t]*#+[ \t]*proposer[ \t]*:", re.IGNORECASE)
Names = tuple[dict[tuple[int, int], tuple[int, int]], dict[str, tuple[int, int]]]


@dataclass(frozen=True)
class Entry:
    """One key of a mapping: the numbers of its first line (with what stands above it), its own, and the first after it."""

    name: str
    first: int
    line: int
    end: int

    @property
    def span(self) -> range:
        """All of its lines."""
        return range(self.first, self.end)


def ordered(document: Document, layout: Layout) -> str:
    """The document's text with its keys in order."""
    lines = lines_of(document)
    if lines.open_end or lines.keeps:
        return document.text
    texts = list(lines.texts)
    if not texts[-1].endswith(("\n", "\r")):
        texts[-1] += line_end(texts)
    all_of_it = range(len(texts))
    end = next((number for number in all_of_it if lines.bare[number].startswith("...")), len(texts))
    numbers = _Order(document, lines).arranged((), document.data, layout, range(end)) + list(range(end, len(texts)))
    return "".join(texts[number] for number in numbers) if numbers != list(all_of_it) else document.text


def line_end(texts: Iterable[str]) -> str:
    """How a file ends its lines, by the first of them."""
    first = next(iter(texts), "")
    return "\r\n" if first.endswith("\r\n") else "\n"


class _Order:
    """The order of one document's lines."""

    def __init__(self, document: Document, lines: Lines) -> None:
        self.document, self.lines = document, lines

    def arranged(self, path: Path, data: Data, layout: Layout, region: range) -> list[int]:
        """The numbers of a region's lines in their new order; the region is all that stands below a key."""
        entries = self.entries(path, data, region) if isinstance(data, dict) else []
        if not entries or not isinstance(data, dict):
            return list(region)
        wanted = self.in_order(entries, layout)
        new = list(range(region.start, entries[0].first))
        for entry in wanted:
            below = range(entry.line + 1, entry.end)
            new += range(entry.first, entry.line + 1)
            new += self.arranged((*path, entry.name), data[entry.name], layout.below(entry.name), below)
        return new + list(range(entries[-1].end, region.stop))

    def in_order(self, entries: list[Entry], layout: Layout) -> list[Entry]:
        """The entries as the layout has them, when every alias still means what it meant."""
        wanted = sorted(entries, key=lambda entry: layout.rank(entry.name)) if layout.keys else entries
        return wanted if wanted == entries or self.names(wanted) == self.names(entries) else entries

    def names(self, entries: Iterable[Entry]) -> Names:
        """The anchor of each alias, and the last anchor of each name, when the entries stand in this order."""
        meant: dict[tuple[int, int], tuple[int, int]] = {}
        anchors: dict[str, tuple[int, int]] = {}
        for number in (number for entry in entries for number in entry.span):
            for found in _NAME.finditer(self.lines.bare[number]):
                place = (number, found.start())
                if found[1] == "&":
                    anchors[found[2]] = place
                else:
                    meant[place] = anchors.get(found[2], (-1, -1))
        return meant, anchors

    def entries(self, path: Path, data: dict[str, Data], region: range) -> list[Entry]:
        """The keys of a mapping with their lines; none when they cannot be told apart by lines."""
        keys = [self.document.places[(*path, name)][0] for name in data]
        places = [(key.start_mark.line, key.start_mark.column) for key in keys if key is not None]
        if len(places) != len(data) or not self.by_lines(places, region) or self.merges(region):
            return []
        column = places[0][1]
        if any(key is None or not self.on_one_line(key) for key in keys):
            return []
        floors = [region.start, *(line + 1 for line, _ in places)]
        firsts = [self.above(line, floor, column) for (line, _), floor in zip(places, floors, strict=False)]
        if not path:
            firsts[0] = self.below_head(places[0][0])
        ends = [*firsts[1:], self.last(region, places[-1][0], column)]
        rows = zip(data, firsts, places, ends, strict=True)
        return [Entry(name, first, line, end) for name, first, (line, _), end in rows]

    def by_lines(self, places: list[tuple[int, int]], region: range) -> bool:
        """Whether every key begins a line of the region, all in one column, one below the other."""
        numbers = [line for line, _ in places]
        return (
            bool(places)
            and numbers == sorted(set(numbers))
            and all(line in region and column == places[0][1] for line, column in places)
            and not any(self.lines.texts[line][:column].strip(" ") for line, column in places)
        )

    def merges(self, region: range) -> bool:
        """Whether another mapping is merged in; its keys are no lines of this one."""
        return any(MERGE in self.lines.bare[number] for number in region)

    def on_one_line(self, key: Positioned) -> bool:
        """Whether a key ends where it begins."""
        return key.start_mark.line == key.end_mark.line

    def above(self, line: int, floor: int, column: int) -> int:
        """The first line that moves with a key: of the comments and blank lines above it.

        A comment right below the key before, and set apart by a blank line, stays with that key.
        """
        first = line
        while first > floor and self.is_between(first - 1, column):
            first -= 1
        blank = next((number for number in range(first, line) if self.lines.is_blank(number)), first)
        return blank if first == floor else first

    def below_head(self, line: int) -> int:
        """The first line that moves with a file's first key: its head stays, but not what excuses a finding below it."""
        first = line
        while first > 0 and first - 1 not in self.lines.fixed and _EXCUSE.match(self.lines.bare[first - 1]):
            first -= 1
        return first

    def last(self, region: range, line: int, column: int) -> int:
        """The end of the last key: what stands below it at its own column belongs to none."""
        end = region.stop
        while end > line + 1 and self.is_between(end - 1, column):
            end -= 1
        return end

    def is_between(self, number: int, column: int) -> bool:
        """Whether a line can stand between two keys of a column: blank, or a comment that is not moved further in."""
        return self.lines.is_gap(number) and (self.lines.is_blank(number) or self.lines.indent(number) <= column)
