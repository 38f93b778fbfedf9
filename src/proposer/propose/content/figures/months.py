"""What is paid a month in each part of the term: columns, with their amounts as a table below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.propose.content.figures.shapes import (
    GAP,
    SMALL,
    WIDTH,
    Area,
    Figure,
    Label,
    Line,
    Scale,
    Shape,
    Ticks,
    fit,
    levels,
    text_width,
    within,
    without_collisions,
)

MARKS, ROOM = 48, 360
ROW = 42  # of the table below
SIDE = 340  # the most that the options' names may take
MOST_WIDE = 96  # a column wider than this looks like a wall


@dataclass(frozen=True, slots=True)
class Series:
    """One option: its charge in each period, and that charge in words; `tone` is a colour of the brand."""

    name: str
    tone: str
    values: tuple[int, ...]
    amounts: tuple[str, ...]
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """What happens before the period with this number begins."""

    period: int
    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """Where the periods stand: from `left`, each `step` wide."""

    left: int
    step: int
    floor: int

    def middle(self, period: int) -> int:
        """The middle of a period's room."""
        return self.left + period * self.step + self.step // 2


def by_period(
    title: str, words: str, periods: Sequence[str], series: Sequence[Series], marks: Sequence[Mark], ticks: Ticks
) -> Figure:
    """A group of columns for each period of the term, one column an option; a mark stands between two periods.

    `words` say the same to who listens.
    """
    widest = max([text_width(text, SMALL) for _, text in ticks] + [36 + text_width(s.name, SMALL) for s in series])
    left, floor = min(SIDE, widest) + GAP, (MARKS if marks else 12) + ROOM
    values = [0, *(value for each in series for value in each.values), *(at for at, _ in ticks)]
    scale = Scale(min(values), max(1, *values), floor, floor - ROOM)
    grid = Grid(left, (WIDTH - left) // max(1, len(periods)), floor)
    shapes: list[Shape] = [*levels(ticks, scale, left, WIDTH)]
    for number in range(len(periods)):
        shapes += _columns(series, number, scale, grid)
    shapes += [*_marks(marks, grid), *_row(periods, grid, 0, "muted")]
    for number, each in enumerate(series, 1):
        shapes += _table_row(each, grid, number)
    return Figure(title, words, floor + ROW * (len(series) + 1) + 8, tuple(shapes))


def _columns(series: Sequence[Series], period: int, scale: Scale, grid: Grid) -> Iterator[Shape]:
    """The columns of a period, in the middle of its room."""
    width = max(2, min(MOST_WIDE, grid.step * 3 // 4 // max(1, len(series))))
    start = grid.middle(period) - width * len(series) // 2
    for number, each in enumerate(series):
        high, low = sorted((scale.at(0), scale.at(each.values[period])))
        yield Area(start + number * width, high, max(1, width - width // 12), max(2, low - high), each.tone)


def _marks(marks: Sequence[Mark], grid: Grid) -> Iterator[Shape]:
    labels = []
    for mark in marks:
        x = grid.left + mark.period * grid.step
        yield Line(((x, MARKS - 12), (x, grid.floor)), "accent", 3, dashed=True)  # below what the others say
        room = x - 10 >= text_width(mark.text, SMALL)
        labels.append(Label(x - 10 if room else x + 10, 26, mark.text, SMALL, "accent", "end" if room else "start"))
    yield from without_collisions(labels)


def _table_row(series: Series, grid: Grid, number: int) -> Iterator[Shape]:
    y = grid.floor + 32 + number * ROW
    yield Line(((0, y - 30), (WIDTH, y - 30)), "line", 2)
    yield Area(0, y - 20, 24, 24, series.tone)
    yield Label(36, y, fit(series.name, SMALL, grid.left - 36 - GAP), SMALL, strong=series.strong)
    yield from _row(series.amounts, grid, number, "ink", strong=series.strong)


def _row(texts: Sequence[str], grid: Grid, number: int, colour: str, *, strong: bool = False) -> Iterator[Label]:
    """A text in the middle below each period, the last before those that have no room beside it."""
    y = grid.floor + 32 + number * ROW
    labels = [Label(grid.middle(at), y, text, SMALL, colour, "middle", strong=strong) for at, text in enumerate(texts)]
    placed = [within(label, grid.left, WIDTH) for label in labels]
    yield from without_collisions([*placed[-1:], *placed[:-1]])
