"""The geometry of the proposal's figures: whole units of a tenth of a millimetre, worked out here so that a template only draws.

Every figure is `WIDTH` wide. Money is scaled by integer division; texts are cut to the room that they have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from proposer.propose.wording import Wording, shorten

WIDTH = 1760
LABEL = 480  # the room for labels on the left of bars
AMOUNT = 300  # and for amounts on the right
ROW = 76
COLUMNS = 3
BOX_HEIGHT = 138


@dataclass(frozen=True, slots=True)
class Bar:
    """One row: a label, a bar from `x` over `width`, a text after its end. `tone` is a word the template colours by."""

    label: str
    amount: str
    tone: str
    y: int
    x: int
    width: int
    text_x: int


@dataclass(frozen=True, slots=True)
class Tick:
    """A vertical line of the scale with its label."""

    x: int
    label: str


@dataclass(frozen=True, slots=True)
class BarFigure:
    """Horizontal bars; `words` tell the same to somebody who cannot see them."""

    title: str
    words: str
    height: int
    floor: int
    bars: tuple[Bar, ...]
    ticks: tuple[Tick, ...] = ()


@dataclass(frozen=True, slots=True)
class Box:
    """A site, or a group of sites."""

    x: int
    y: int
    title: str
    place: str
    link: str
    middle: int = 0


@dataclass(frozen=True, slots=True)
class Rail:
    """A line from the network down along a column of boxes."""

    x: int
    bottom: int


@dataclass(frozen=True, slots=True)
class NetworkFigure:
    """The provider's network as a bar, the hub above it, the sites in columns below."""

    title: str
    words: str
    height: int
    hub: Box | None
    cloud_y: int
    cloud_words: str
    boxes: tuple[Box, ...]
    rails: tuple[Rail, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """What a bar shows: from `start` to `end` in any unit."""

    label: str
    amount: str
    start: int
    end: int
    tone: str = "plain"


def bars(title: str, stretches: Sequence[Stretch], say: Wording, ticks: Sequence[tuple[int, str]] = ()) -> BarFigure:
    """Stretches on one common scale from zero, one below the other."""
    most = max([1, *(s.end for s in stretches), *(at for at, _ in ticks)])
    room = WIDTH - LABEL - AMOUNT
    drawn = []
    for number, stretch in enumerate(stretches):
        x = LABEL + stretch.start * room // most
        width = max(6, (stretch.end - stretch.start) * room // most)
        drawn.append(
            Bar(shorten(stretch.label, 33), stretch.amount, stretch.tone, number * ROW, x, width, x + width + 18)
        )
    floor = len(stretches) * ROW
    marks = tuple(Tick(LABEL + at * room // most, label) for at, label in ticks)
    words = "; ".join(say.phrase("figures.bar", label=s.label, amount=s.amount) for s in stretches)
    return BarFigure(title, words, floor + (44 if marks else 0), floor, tuple(drawn), marks)


def network(title: str, cloud_words: str, hub: Box | None, boxes: Sequence[Box]) -> NetworkFigure:
    """Place the boxes in columns under the network's bar; each column hangs on a rail of its own."""
    cloud_y = 218 if hub else 10
    top, pitch = cloud_y + 150, BOX_HEIGHT + 34
    columns = min(COLUMNS, max(1, len(boxes)))
    rows = -(-len(boxes) // columns)
    step = WIDTH // COLUMNS
    placed = tuple(
        replace(box, x=number // rows * step + 66, y=(y := top + number % rows * pitch), middle=y + BOX_HEIGHT // 2)
        for number, box in enumerate(boxes)
    )
    starts = sorted({box.x for box in placed})
    rails = tuple(Rail(x - 36, max(box.middle for box in placed if box.x == x)) for x in starts)
    words = "; ".join(
        ": ".join(part for part in (box.title, box.link) if part) for box in ([hub] if hub else []) + list(boxes)
    )
    height = top + rows * pitch
    return NetworkFigure(title, words, height, hub, cloud_y, cloud_words, placed, rails)


def site_box(title: str, place: str, link: str) -> Box:
    """A box that is not placed yet, its texts cut to its room."""
    return Box(0, 0, shorten(title, 30), shorten(place, 38), shorten(link, 38))
