"""Comments in YAML text, found without a parser, so that they are found in files that no parser reads.

A `#` inside quotes, in a block of text (`|`, `>`) or within a word begins none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from proposer.findings.lines import lines_of

_BLOCK = re.compile(r"[|>](?:[+-]?[1-9]?|[1-9][+-])[ \t]*(?:#.*)?$")
_DASHES = re.compile(r"[ ]*(?:-[ ]+)*")


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: its line and column from 1, its text from the `#` on, where the blanks before it begin."""

    line: int
    column: int
    text: str
    blanks: int

    @property
    def alone(self) -> bool:
        """Whether nothing stands before it."""
        return self.blanks == 1


def comments(text: str) -> Iterator[Comment]:
    """Every comment, from top to bottom."""
    scanner = _Scanner()
    for number, line in enumerate(lines_of(text), 1):
        at = scanner.comment(line)
        if at is not None:
            yield Comment(number, at + 1, line[at:].rstrip(), len(line[:at].rstrip()) + 1)


class _Scanner:
    """Goes through lines in order; knows whether a quote or a block of text is still open."""

    def __init__(self) -> None:
        self.quote = ""
        self.block: int | None = None  # how far the key is indented whose text goes on

    def comment(self, line: str) -> int | None:
        """Where this line's comment begins."""
        if self.block is not None and not self.quote:
            indent = len(line) - len(line.lstrip(" "))
            if not line.strip() or indent > self.block:
                return None
            self.block = None
        return self.scan(line)

    def scan(self, line: str) -> int | None:
        at, fresh = 0, True
        while at < len(line):
            sign = line[at]
            if self.quote:
                at = self.through_quote(line, at)
                fresh = False
                continue
            if sign == "#" and (at == 0 or line[at - 1] in " \t"):
                return at
            if fresh and sign in "'\"":
                self.quote = sign
            elif fresh and sign in "|>" and _BLOCK.match(line, at):
                self.block = _parent(line, at)
            fresh = _begins_value(line, at, fresh=fresh)
            at += 1
        return None

    def through_quote(self, line: str, at: int) -> int:
        """The place after the closing quote, or the line's end while it stays open."""
        while at < len(line):
            if line[at] == "\\" and self.quote == '"':
                at += 2
            elif line[at] != self.quote:
                at += 1
            elif self.quote == "'" and line[at + 1 : at + 2] == "'":
                at += 2
            else:
                self.quote = ""
                return at + 1
        return at


def _begins_value(line: str, at: int, *, fresh: bool) -> bool:
    """Whether what stands after this sign could be the beginning of a value."""
    sign, after = line[at], line[at + 1 : at + 2]
    if sign in " \t":
        return fresh
    if sign == ":":
        return after in ("", " ", "\t") or line[max(at - 1, 0)] in "'\""
    return sign in "[{," or (sign in "-?" and fresh and after in ("", " ", "\t"))


def _parent(line: str, at: int) -> int:
    """How far the key or dash is indented to which a block of text belongs."""
    lead = _DASHES.match(line)
    end = lead.end() if lead else 0
    return line.rfind("-", 0, end) if end == at else end
