"""What is paid a month in each part of the term, and what that adds up to beside today's charge."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.propose.figures.bars import Scale
from proposer.propose.figures.shapes import (
    GAP,
    SMALL,
    WIDTH,
    Area,
    Dot,
    Figure,
    Label,
    Line,
    Point,
    Shape,
    fit,
    legend,
    spread,
    text_width,
    without_collisions,
)

HEAD, MARKS, ROOM, FOOT = 56, 44, 460, 60
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


Ticks = Sequence[tuple[int, str]]


def by_period(
    title: str, periods: Sequence[str], series: Sequence[Series], marks: Sequence[Mark], ticks: Ticks
) -> Figure:
    """A group of columns for each period of the term, one column an option; a mark stands between two periods."""
    left = max(text_width(text, SMALL) for _, text in ticks) + GAP
    top, floor = HEAD + MARKS, HEAD + MARKS + ROOM
    values = [value for each in series for value in each.values]
    scale = Scale(min([0, *values]), max([1, *values, *(at for at, _ in ticks)]), floor, top)
    step = (WIDTH - left) // max(1, len(periods))
    shapes: list[Shape] = [*legend([(each.tone, each.name) for each in series], 26, left), *_grid(ticks, scale, left)]
    for number in range(len(periods)):
        shapes += _columns(series, number, scale, left + number * step, step)
    shapes += [*_marks(marks, left, step, floor), *_periods(periods, left, step, floor)]
    return Figure(title, _words(periods, series, marks), floor + FOOT, tuple(shapes))


def _words(periods: Sequence[str], series: Sequence[Series], marks: Sequence[Mark]) -> str:
    told = [
        f"{each.name}: " + ", ".join(f"{when} {much}" for when, much in zip(periods, each.amounts, strict=True))
        for each in series
    ]
    return "; ".join([*told, *(mark.text for mark in marks)])


def _grid(ticks: Ticks, scale: Scale, left: int) -> Iterator[Shape]:
    for value, text in ticks:
        y = scale.at(value)
        yield Line(((left, y), (WIDTH, y)), "muted" if value == 0 else "line", 2)
        yield Label(left - GAP, y + 9, text, SMALL, "muted", "end")


def _columns(series: Sequence[Series], period: int, scale: Scale, x: int, step: int) -> Iterator[Shape]:
    """The columns of a period, in the middle of its room; the strong one's amount stands where it has room."""
    width = max(2, min(MOST_WIDE, step * 3 // 4 // max(1, len(series))))
    start = x + (step - width * len(series)) // 2
    for number, each in enumerate(series):
        low, high = sorted((scale.at(0), scale.at(each.values[period])))
        yield Area(start + number * width, low, max(1, width - width // 12), max(2, high - low), each.tone)
        if each.strong and text_width(each.amounts[period], SMALL) <= step - GAP:
            middle = start + number * width + width // 2
            yield _within(
                Label(middle, low - 10, each.amounts[period], SMALL, "ink", "middle", strong=True), x, x + step
            )


def _within(label: Label, left: int, right: int) -> Label:
    """The label, moved as far as it must be to stay in its room."""
    shift = max(0, left - label.left) - max(0, label.right - right)
    return Label(label.x + shift, label.y, label.text, label.size, label.colour, label.anchor, label.strong)


def _marks(marks: Sequence[Mark], left: int, step: int, floor: int) -> Iterator[Shape]:
    labels = []
    for mark in marks:
        x = left + mark.period * step
        yield Line(((x, HEAD + 6), (x, floor)), "accent", 3, dashed=True)
        labels.append(Label(x - 10, HEAD + 28, fit(mark.text, SMALL, x - left), SMALL, "accent", "end"))
    yield from without_collisions(labels)


def _periods(periods: Sequence[str], left: int, step: int, floor: int) -> Iterator[Label]:
    labels = [
        Label(left + number * step + step // 2, floor + 38, text, SMALL, "muted", "middle")
        for number, text in enumerate(periods)
    ]
    yield from without_collisions(_within(label, 0, WIDTH) for label in labels)


@dataclass(frozen=True, slots=True)
class Path:
    """What has been paid by the end of each month, from the first; `name` and `amount` stand at its end."""

    name: str
    amount: str
    tone: str
    values: tuple[int, ...]
    strong: bool = False


CUMULATED = 540
END_ROOM = 420


def cumulated(title: str, paths: Sequence[Path], months: Ticks, ticks: Ticks, even: tuple[int, str] | None) -> Figure:
    """Sums over the months of the term, one line each; `even` is the month in which the lines meet, and its words."""
    left = max(text_width(text, SMALL) for _, text in ticks) + GAP
    top, floor = MARKS, MARKS + CUMULATED
    down = Scale(0, max([1, *(at for at, _ in ticks), *(v for path in paths for v in path.values)]), floor, top)
    least = min([0, *(value for path in paths for value in path.values)])
    down = Scale(least, down.most, floor, top)
    across = Scale(0, max([1, *(len(path.values) for path in paths)]), left, WIDTH - END_ROOM)
    shapes = [*_levels(ticks, down, left, across.right), *_months(months, across, floor)]
    for path in sorted(paths, key=lambda each: each.strong):
        points = tuple((across.at(month), down.at(value)) for month, value in enumerate(path.values, 1))
        shapes.append(Line(points, path.tone, 8 if path.strong else 5))
    shapes += [*_ends(paths, down, across.right), *(_even(even, paths, across, down) if even else ())]
    words = "; ".join([*(f"{path.name}: {path.amount}" for path in paths), *([even[1]] if even else [])])
    return Figure(title, words, floor + FOOT, tuple(shapes))


def _levels(ticks: Ticks, down: Scale, left: int, right: int) -> Iterator[Shape]:
    for value, text in ticks:
        yield Line(((left, down.at(value)), (right, down.at(value))), "muted" if value == 0 else "line", 2)
        yield Label(left - GAP, down.at(value) + 9, text, SMALL, "muted", "end")


def _months(months: Ticks, across: Scale, floor: int) -> Iterator[Shape]:
    yield from without_collisions(
        Label(across.at(month), floor + 38, text, SMALL, "muted", "middle") for month, text in months
    )


def _ends(paths: Sequence[Path], down: Scale, right: int) -> Iterator[Shape]:
    """Names and amounts at the lines' ends, kept apart."""
    wanted = [down.at(path.values[-1]) for path in paths]
    room = WIDTH - right - 2 * GAP
    for path, y in zip(paths, spread(wanted, 84, down.right + 20, down.left - 20), strict=True):
        yield Dot(right, down.at(path.values[-1]), 9, path.tone)
        yield Label(right + 2 * GAP, y - 6, fit(path.name, SMALL, room), SMALL, "muted")
        yield Label(right + 2 * GAP, y + 30, fit(path.amount, LARGE_AMOUNT, room), LARGE_AMOUNT, strong=path.strong)


LARGE_AMOUNT = 30


def _even(even: tuple[int, str], paths: Sequence[Path], across: Scale, down: Scale) -> Iterator[Shape]:
    month, text = even
    place: Point = (across.at(month), down.at(max(path.values[month - 1] for path in paths)))
    yield Line(
        (
            (place[0], down.left),
            (place[0], 40),
        ),
        "accent",
        3,
        dashed=True,
    )
    yield Dot(*place, 11, "accent", "paper", 3)
    yield _within(Label(place[0], 26, text, SMALL, "accent", "middle", strong=True), 0, WIDTH)
