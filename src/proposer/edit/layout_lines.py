"""A document's lines: which of them are texts that must not be touched, and what in them is a comment."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from proposer.load.document import Data, Document, Path, Positioned

_BLOCK = re.compile(r"[|>][0-9+-]*(?=\s|$)")
_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")  # an anchor or a tag before a value
_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")
_HIDDEN = "x"


@dataclass(frozen=True)
class Lines:
    """The lines with their ends; `fixed` are numbers of lines inside of long texts, `bare` hides the values.

    `keeps`: a text has the blank lines below it for its own (`|+`). `open_end`: the last line is a block text's and has no
    line end, which would be part of it.
    """

    texts: tuple[str, ...]
    bare: tuple[str, ...]
    fixed: frozenset[int]
    keeps: bool
    open_end: bool

    def is_gap(self, number: int) -> bool:
        """Whether a line is blank or a comment."""
        return number not in self.fixed and self.bare[number].lstrip()[:1] in ("", "#")

    def is_blank(self, number: int) -> bool:
        """Whether a line is blank, and no text's."""
        return number not in self.fixed and not self.bare[number].strip()

    def indent(self, number: int) -> int:
        """How far a line is moved in."""
        return len(self.bare[number]) - len(self.bare[number].lstrip())

    def comments(self) -> Counter[str]:
        """All comments, and how often each stands there."""
        found = (_COMMENT.search(line) for line in self.bare)
        return Counter(each[0].rstrip() for each in found if each)


def lines_of(document: Document) -> Lines:
    """The lines of a document."""
    texts = document.text.splitlines(keepends=True)
    bare = [text.rstrip("\r\n\x85\u2028\u2029") for text in texts]
    fixed: set[int] = set()
    blocks: set[int] = set()
    keeps = False
    for value in _scalars(document, document.data, ()):
        start, end = value.start_mark.line, value.end_mark.line
        if start < len(texts) and (block := _block_head(document.lines[start], value)):
            blocks.update(_block_lines(document.lines, start, value, block))
            keeps = keeps or "+" in block
        elif start < end:
            fixed.update(range(start, min(end + 1, len(texts))))
        elif start < len(texts):
            bare[start] = _without(bare[start], value.start_mark.column, value.end_mark.column)
    for number in fixed | blocks:
        bare[number] = _HIDDEN * len(bare[number])
    last = len(texts) - 1
    open_end = last in blocks and not texts[last].endswith(("\n", "\r"))
    return Lines(tuple(texts), tuple(bare), frozenset(fixed | blocks), keeps, open_end)


def _scalars(document: Document, data: Data, path: Path) -> Iterator[Positioned]:
    """The keys and single values of a document."""
    if path not in document.places:
        return
    key, value = document.places[path]
    if key is not None:
        yield key
    if isinstance(data, dict):
        for name, part in data.items():
            yield from _scalars(document, part, (*path, name))
    elif isinstance(data, list):
        for index, part in enumerate(data):
            yield from _scalars(document, part, (*path, index))
    else:
        yield value


def _block_head(line: str, value: Positioned) -> str:
    """The sign that opens a block text, such as `>-`; empty for other values."""
    rest = line[value.start_mark.column :]
    properties = _PROPERTIES.match(rest)
    found = _BLOCK.match(rest, properties.end() if properties else 0)
    return found[0] if found else ""


def _block_lines(lines: list[str], start: int, value: Positioned, head: str) -> range:
    """The lines of a block text, without the blank ones below it unless they count."""
    end = value.end_mark.line + (value.end_mark.column > 0)
    end = min(end, len(lines))
    if "+" in head:
        while end < len(lines) and not lines[end].strip(" "):
            end += 1
    if "+" in head or any(sign.isdigit() for sign in head):
        return range(start + 1, end)
    inner = min((len(line) - len(line.lstrip(" ")) for line in lines[start + 1 : end] if line.strip()), default=0)
    while end > start + 1 and not lines[end - 1].strip(" ") and len(lines[end - 1]) <= inner:
        end -= 1
    return range(start + 1, end)


def _without(line: str, start: int, end: int) -> str:
    """The line with a value hidden, but not the anchor before it."""
    properties = _PROPERTIES.match(line, start, end)
    start = properties.end() if properties else start
    return line[:start] + _HIDDEN * (end - start) + line[end:]
