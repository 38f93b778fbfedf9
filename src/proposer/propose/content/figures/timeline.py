"""The road from signature to handover on one axis of days, with the day that the customer asked for."""

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
    fit,
    text_width,
)

LEAST_LABEL, MOST_LABEL = 500, 620  # the room for what the steps are called
ROW, BAR, HEAD, FOOT = 66, 30, 62, 52


@dataclass(frozen=True, slots=True)
class Step:
    """What happens from one day to another; a step of no length is a moment."""

    title: str
    until: str
    start: int
    end: int


def timeline(
    title: str, steps: Sequence[Step], ticks: Sequence[tuple[int, str]], asked: tuple[int, str] | None
) -> Figure:
    """One row a step, its end in words on the right; what ends after the day that was asked for is coloured."""
    dates = max([0, *(text_width(step.until, SMALL) for step in steps)]) + 2 * GAP
    most = max([1, *(step.end for step in steps), *(day for day, _ in ticks), asked[0] if asked else 0])
    names = max([0, *(text_width(step.title, PLAIN) for step in steps)]) + 2 * GAP
    scale = Scale(0, most, min(MOST_LABEL, max(LEAST_LABEL, names)), WIDTH - dates - 40)
    top = HEAD if asked else 10
    floor = top + len(steps) * ROW
    shapes = [*_axis(ticks, scale, top, floor)]
    for number, step in enumerate(steps):
        shapes += _step(step, scale, top + number * ROW, late=bool(asked and step.end > asked[0]))
    shapes += _asked(asked, scale, floor) if asked else ()
    words = "; ".join([*(f"{step.title}: {step.until}" for step in steps), *([asked[1]] if asked else [])])
    return Figure(title, words, floor + FOOT, tuple(shapes))


def _axis(ticks: Sequence[tuple[int, str]], scale: Scale, top: int, floor: int) -> Iterator[Shape]:
    for day, text in ticks:
        yield Line(((scale.at(day), top), (scale.at(day), floor)), "line", 2)
        yield Label(scale.at(day), floor + 36, text, SMALL, "muted", "middle")
    yield Line(((scale.left, floor), (scale.right, floor)), "muted", 3)


def _step(step: Step, scale: Scale, y: int, *, late: bool) -> Iterator[Shape]:
    tone, middle = ("warning" if late else "primary"), y + ROW // 2
    start, end = scale.at(step.start), scale.at(step.end)
    yield Label(0, middle + 10, fit(step.title, PLAIN, scale.left - 2 * GAP))
    yield Line(((scale.left, middle), (scale.right, middle)), "tint", 3)
    yield Area(start, middle - BAR // 2, max(6, end - start), BAR, tone, radius=4)
    yield Line(
        ((end, middle - 22), (end + 22, middle), (end, middle + 22), (end - 22, middle)), "paper", 4, tone, closed=True
    )
    yield Label(WIDTH, middle + 9, step.until, SMALL, tone if late else "ink", "end")


def _asked(asked: tuple[int, str], scale: Scale, floor: int) -> Iterator[Shape]:
    x = scale.at(asked[0])
    text = fit(asked[1], SMALL, WIDTH)
    half = text_width(text, SMALL) // 2
    yield Line(((x, 38), (x, floor)), "accent", 4, dashed=True)
    yield Label(min(max(x, half), WIDTH - half), 26, text, SMALL, "accent", "middle", strong=True)
