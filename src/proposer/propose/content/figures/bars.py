"""Horizontal bars on one scale: today and the options, the waterfall, minutes of outage, bandwidth."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.propose.content.figures.shapes import (
    GAP,
    PLAIN,
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
    legend,
    text_width,
)
from proposer.propose.content.wording import Wording

LEAST_LABEL, MOST_LABEL = 320, 760  # the room for labels on the left of bars
ROW, BAR = 58, 38
THIN_ROW, THIN_BAR = 40, 30
LEAST = 6  # a bar that can be seen
HEAD = 56  # the room of a legend
FOOT = 48  # and of a scale's labels
FILLS = {"chosen": "primary", "saving": "accent", "today": "muted", "more": "muted", "plain": "primary_soft"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a bar shows: from `start` to `end` in any unit. `tone` is a word that the bar is coloured by."""

    label: str
    amount: str
    start: int
    end: int
    tone: str = "plain"


def bars(title: str, stretches: Sequence[Stretch], say: Wording, ticks: Ticks = ()) -> Figure:
    """Stretches on one common scale, one below the other."""
    ends = [s.start for s in stretches] + [s.end for s in stretches]
    scale = _scale([*ends, *(at for at, _ in ticks)], [s.label for s in stretches], [s.amount for s in stretches])
    floor = len(stretches) * ROW
    shapes = [*_marks(ticks, scale, floor)]
    for number, stretch in enumerate(stretches):
        shapes += _bar(stretch, scale, number * ROW, aside=bool(ticks))
    words = "; ".join(say.phrase("figures.bar", label=s.label, amount=s.amount) for s in stretches)
    return Figure(title, words, floor + (FOOT if ticks else 0), tuple(shapes))


def _scale(values: list[int], names: Sequence[str], amounts: Sequence[str]) -> Scale:
    """Names have the room that they need within bounds, and so have amounts; the rest is for the bars."""
    left = max([LEAST_LABEL, *(text_width(name, PLAIN) + 2 * GAP for name in names)])
    right = max([0, *(text_width(amount, PLAIN) for amount in amounts)]) + 2 * GAP
    return Scale(min([0, *values]), max([1, *values]), min(MOST_LABEL, left), WIDTH - min(right, WIDTH // 3))


def _marks(ticks: Ticks, scale: Scale, floor: int) -> Iterator[Shape]:
    for value, text in ticks:
        x = scale.at(value)
        yield Line(((x, 0), (x, floor)), "line", 2)
        yield Label(x, floor + 32, text, SMALL, "muted", "middle")


def _bar(stretch: Stretch, scale: Scale, y: int, *, aside: bool) -> list[Shape]:
    """Its amount stands after its end; aside, on the right, where lines of the scale would cross it."""
    strong = stretch.tone == "chosen"
    low, high = sorted((scale.at(stretch.start), scale.at(stretch.end)))
    width, top = max(LEAST, high - low), y + (ROW - BAR) // 2
    drawn = (
        Area(low + 1, top + 1, max(LEAST, width - 2), BAR - 2, "paper", "muted", 2)
        if stretch.tone == "budget"
        else Area(low, top, width, BAR, FILLS.get(stretch.tone, "primary_soft"))
    )
    base, x = y + ROW // 2 + 10, WIDTH - text_width(stretch.amount, PLAIN) if aside else low + width + GAP
    return [
        Label(0, base, fit(stretch.label, PLAIN, scale.left - GAP), strong=strong),
        drawn,
        Label(x, base, fit(stretch.amount, PLAIN, WIDTH - x), strong=strong),
    ]


@dataclass(frozen=True, slots=True)
class Group:
    """Bars of one row: each has an amount in words, a value and the place of its colour in the legend."""

    label: str
    note: str
    bars: tuple[tuple[str, int, int], ...]


def grouped_bars(title: str, groups: Sequence[Group], kinds: Sequence[tuple[str, str]]) -> Figure:
    """One row a group, a thin bar for each of its values; `kinds` are (colour, meaning), told above where they differ."""
    drawn = [bar for group in groups for bar in group.bars]
    scale = _scale(
        [v for _, v, _ in drawn],
        [text for group in groups for text in (group.label, group.note)],
        [amount for amount, _, _ in drawn],
    )
    used = sorted({kind for group in groups for _, _, kind in group.bars})
    head = HEAD if len(used) > 1 else 0
    shapes: list[Shape] = [*legend([kinds[kind] for kind in used], 26, scale.left)] if head else []
    y = head
    for group in groups:
        shapes += _group(group, scale, kinds, y)
        y += _group_height(group)
    words = "; ".join(f"{group.label}: {_told(group, kinds)}" for group in groups)
    return Figure(title, words, y, tuple(shapes))


def _group_height(group: Group) -> int:
    return max(84 if group.note else 58, len(group.bars) * THIN_ROW + 2 * GAP)


def _group(group: Group, scale: Scale, kinds: Sequence[tuple[str, str]], y: int) -> Iterator[Shape]:
    middle = y + _group_height(group) // 2
    top = middle - len(group.bars) * THIN_ROW // 2
    yield Label(0, middle - 4 if group.note else middle + 10, fit(group.label, PLAIN, scale.left - GAP))
    if group.note:
        yield Label(0, middle + 28, fit(group.note, SMALL, scale.left - GAP), SMALL, "muted")
    for number, (amount, value, kind) in enumerate(group.bars):
        width = max(LEAST, scale.at(value) - scale.at(0))
        at = top + number * THIN_ROW
        yield Area(scale.at(0), at + (THIN_ROW - THIN_BAR) // 2, width, THIN_BAR, kinds[kind][0])
        yield Label(scale.at(0) + width + GAP, at + THIN_ROW // 2 + 9, amount, SMALL)


def _told(group: Group, kinds: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{amount} {kinds[kind][1]}" for amount, _, kind in group.bars)
