"""What a report says, apart from how it is drawn: headings, sentences and grids of finished texts."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    """`rank` 1 opens the report, 2 a part of it."""

    text: str
    rank: int = 2


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph; `hang` is printed before its first line, further lines stand below its text."""

    text: str
    hang: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """`right` for figures; the one column with `flexible` takes what room is left, and wraps."""

    title: str
    right: bool = False
    flexible: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """Rows of texts; `total` rows, at the end, stand below a rule."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]
    totals: tuple[tuple[str, ...], ...] = ()


Block = Heading | Text | Grid
Sheet = tuple[Block, ...]
