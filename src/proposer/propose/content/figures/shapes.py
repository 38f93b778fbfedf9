"""What figures are made of: areas, lines, dots and labels in whole tenths of a millimetre, and how wide a text can be.

A figure is worked out here and only drawn by the template. Colours are names of the brand's (`primary`, `line`), so that
the same figure prints in every brand. No fixed word stands in this package: whoever asks for a figure brings its texts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

WIDTH = 1760  # 176 mm, the width of the type area on every paper
SMALL, PLAIN, LARGE = 25, 28, 32  # 7.1, 7.9 and 9.1 pt
GAP = 18  # between a mark and its text
LEADING = 34  # from line to line of a plain text

Anchor = Literal["start", "middle", "end"]
Point = tuple[int, int]
Ticks = Sequence[tuple[int, str]]  # values and what is written beside them

# The widest that the letters are in the faces of the shipped brands, in thousandths of their size.
WIDTHS = {
    300: " \u00a0',.Iijl|·",
    400: '!"():;`frt{}“”‘’',
    470: "*-/[]z\\",
    550: "?_acegksvxyé",
    600: "$+0123456789<=>FJLST^bdhnopqu~−–ñü",
    650: "EPRYZ€",
    720: "#ABCKVX",
    800: "&DGHNU",
    900: "%@OQmw…",
    1100: "MW",
}
LETTERS = {letter: width for width, letters in WIDTHS.items() for letter in letters}
OTHER_LETTER = 1100


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    x: int
    y: int
    width: int
    height: int
    fill: str = ""
    stroke: str = ""
    thick: int = 0
    radius: int = 0
    kind: str = "area"


@dataclass(frozen=True, slots=True)
class Line:
    """A line through points, or the shape that it closes; `curved`: from the first to the third, drawn to the second."""

    points: tuple[Point, ...]
    stroke: str = ""
    thick: int = 4
    fill: str = ""
    dashed: bool = False
    closed: bool = False
    curved: bool = False
    kind: str = "line"

    @property
    def path(self) -> str:
        """The points as SVG writes them."""
        first, *rest = (f"{x} {y}" for x, y in self.points)
        return f"M{first}{'Q' if self.curved else 'L'}{' '.join(rest)}{'Z' if self.closed else ''}"


@dataclass(frozen=True, slots=True)
class Dot:
    """A circle."""

    x: int
    y: int
    radius: int
    fill: str
    stroke: str = ""
    thick: int = 0
    kind: str = "dot"


@dataclass(frozen=True, slots=True)
class Label:
    """A text on one line; `y` is its baseline."""

    x: int
    y: int
    text: str
    size: int = PLAIN
    colour: str = "ink"
    anchor: Anchor = "start"
    strong: bool = False
    kind: str = "label"

    @property
    def left(self) -> int:
        """Where the text can begin at the widest."""
        width = text_width(self.text, self.size)
        return self.x - {"start": 0, "middle": width // 2, "end": width}[self.anchor]

    @property
    def right(self) -> int:
        """Where it can end."""
        return self.left + text_width(self.text, self.size)

    def meets(self, other: Label, space: int = 0) -> bool:
        """Whether two texts touch each other, or leave less than some space between them on a line."""
        apart = max(self.size, other.size) * 9 // 10
        return self.left < other.right + space and other.left < self.right + space and abs(self.y - other.y) < apart


Shape = Area | Line | Dot | Label


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes in the order in which they are drawn; `words` tell the same to somebody who cannot see them."""

    title: str
    words: str
    height: int
    shapes: tuple[Shape, ...]

    @property
    def labels(self) -> tuple[Label, ...]:
        """Its texts."""
        return tuple(shape for shape in self.shapes if isinstance(shape, Label))


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to places between two places; negative values have room too."""

    least: int
    most: int
    left: int
    right: int

    def at(self, value: int) -> int:
        """Where a value stands."""
        return self.left + (value - self.least) * (self.right - self.left) // max(1, self.most - self.least)


def text_width(text: str, size: int) -> int:
    """How wide a text is at most, whatever the shipped brand."""
    return -(-sum(LETTERS.get(letter, OTHER_LETTER) for letter in text) * size // 1000)


def fit(text: str, size: int, room: int) -> str:
    """The text, cut to a room: the tables beside a figure say all of it."""
    if text_width(text, size) <= room:
        return text
    width, kept = LETTERS.get("…", OTHER_LETTER), 0
    for letter in text:
        width += LETTERS.get(letter, OTHER_LETTER)
        if -(-width * size // 1000) > room:
            break
        kept += 1
    return f"{text[:kept].rstrip(' ,.;:·')}…" if kept else ""


def broken(text: str, size: int, room: int) -> tuple[str, ...]:
    """The text on one line, or on two where it is too wide; what the second has no room for is cut."""
    words = text.split(" ")
    kept = len(words)
    while kept > 1 and text_width(" ".join(words[:kept]), size) > room:
        kept -= 1
    lines = (" ".join(words[:kept]), " ".join(words[kept:]))
    return tuple(fit(line, size, room) for line in lines if line)


def stacked(lines: Sequence[str], middle: int, *, strong: bool = False) -> tuple[Label, ...]:
    """Lines of one text on the left, above and below the middle of their row."""
    first = middle + 10 - LEADING * (len(lines) - 1) // 2
    return tuple(Label(0, first + LEADING * number, line, strong=strong) for number, line in enumerate(lines))


def legend(entries: Iterable[tuple[str, str]], y: int, x: int = 0) -> tuple[Shape, ...]:
    """A row of squares with their meaning: (colour, text)."""
    shapes: list[Shape] = []
    for colour, text in entries:
        shapes += [Area(x, y - 20, 24, 24, colour), Label(x + 36, y, text, SMALL, "muted")]
        x += 36 + text_width(text, SMALL) + 48
    return tuple(shapes)


def round_steps(most: int, count: int = 4) -> list[int]:
    """Round values from nothing to `most` or a little above it: steps of 1, 2 or 5 and zeros, about `count` of them."""
    step = 1
    while True:
        for factor in (1, 2, 5):
            if step * factor * count >= most:
                return list(range(0, most + step * factor, step * factor))
        step *= 10


def without_collisions(labels: Iterable[Label]) -> tuple[Label, ...]:
    """The labels that do not come close to one before them."""
    kept: list[Label] = []
    for label in labels:
        if label.text and not any(label.meets(other, GAP) for other in kept):
            kept.append(label)
    return tuple(kept)


def within(label: Label, left: int, right: int) -> Label:
    """The label, moved as far as it must be to stay between two places."""
    return replace(label, x=label.x + max(0, left - label.left) - max(0, label.right - right))


def levels(ticks: Ticks, scale: Scale, left: int, right: int) -> Iterator[Shape]:
    """Lines across at round values, that at nothing stronger, with what they stand for on the left."""
    for value, text in ticks:
        y = scale.at(value)
        yield Line(((left, y), (right, y)), "muted" if value == 0 else "line", 2)
        yield Label(left - GAP, y + 9, text, SMALL, "muted", "end")
