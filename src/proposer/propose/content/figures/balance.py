"""What the proposal has saved against today by the end of each month: below the line until it has paid for itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from proposer.propose.content.figures.shapes import (
    GAP,
    PLAIN,
    SMALL,
    WIDTH,
    Dot,
    Figure,
    Label,
    Line,
    Point,
    Scale,
    Shape,
    Ticks,
    fit,
    levels,
    text_width,
    within,
    without_collisions,
)

HEAD, ROOM, FOOT, END = 46, 160, 46, 400


@dataclass(frozen=True, slots=True)
class Balance:
    """What was saved by the end of each month; `amount` and `note` stand at the end of the line."""

    values: tuple[int, ...]
    amount: str
    note: str


def balance(title: str, saved: Balance, months: Ticks, ticks: Ticks, even: tuple[int, str] | None) -> Figure:
    """The line of what is saved, its area coloured; `even` is the month from which on it is above nothing, in words."""
    left = max(text_width(text, SMALL) for _, text in ticks) + GAP
    top, floor = (HEAD if even else 12), (HEAD if even else 12) + ROOM
    values = [0, *saved.values, *(at for at, _ in ticks)]
    down = Scale(min(values), max(1, *values), floor, top)
    across = Scale(0, len(saved.values), left, WIDTH - END)
    points = [(across.at(month), down.at(value)) for month, value in enumerate(saved.values, 1)]
    shapes = [*_areas(points, down.at(0)), *levels(ticks, down, left, across.right), Line(tuple(points), "primary", 6)]
    shapes += [*_months(months, across, floor), *_end(saved, points[-1], top + 34, floor - 10)]
    shapes += _even(even, across, floor) if even else ()
    words = "; ".join([*([even[1]] if even else []), f"{saved.note}: {saved.amount}"])
    return Figure(title, words, floor + FOOT, tuple(shapes))


def _areas(points: Sequence[Point], zero: int) -> Iterator[Shape]:
    """What lies between the line and nothing, month by month: debts soft, savings strong."""
    for one, two in pairwise(points):
        tone = "line" if one[1] + two[1] > 2 * zero else "primary_soft"
        yield Line((one, two, (two[0], zero), (one[0], zero)), tone, 2, tone, closed=True)


def _months(months: Ticks, across: Scale, floor: int) -> Iterator[Shape]:
    labels = [Label(across.at(month), floor + 36, text, SMALL, "muted", "middle") for month, text in months]
    yield from without_collisions([*labels[:1], *labels[-1:], *labels[1:-1]])


def _end(saved: Balance, end: Point, top: int, bottom: int) -> Iterator[Shape]:
    x, y = end[0] + 2 * GAP, min(max(end[1], top), bottom - 30)
    room = WIDTH - x
    yield Dot(*end, 10, "primary", "paper", 3)
    yield Label(x, y, fit(saved.amount, PLAIN + 4, room), PLAIN + 4, strong=True)
    yield Label(x, y + 32, fit(saved.note, SMALL, room), SMALL, "muted")


def _even(even: tuple[int, str], across: Scale, floor: int) -> Iterator[Shape]:
    x = across.at(even[0])
    yield Line(((x, HEAD - 10), (x, floor)), "accent", 3, dashed=True)
    yield within(Label(x, HEAD - 24, even[1], SMALL, "accent", "middle", strong=True), 0, WIDTH)
