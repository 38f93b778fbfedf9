"""Where ZIP codes lie, the outline of the states, and how both come onto paper.

The data are the Census Bureau's, in the public domain; `scripts/make_map_data.py` made the files and names their sources.
Degrees are floats: they become whole tenths of a millimetre before anything is drawn.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin, sqrt
from pathlib import Path

DATA = Path(__file__).with_name("data")
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"
EARTH = 6371  # km

Degrees = tuple[float, float]  # latitude, longitude
Kilometres = tuple[float, float]  # east, north


def place_of_zip(code: str) -> Degrees | None:
    """The middle of a ZIP code's area; of one without area (post boxes) that of the next one which shares three digits."""
    code = code.strip()[:5]
    if len(code) != 5 or not (code.isascii() and code.isdigit()):
        return None
    near = _area(code[:3])
    return near[min(near, key=lambda known: (abs(int(known) - int(code)), known))] if near else None


@cache
def _area(prefix: str) -> dict[str, Degrees]:
    """All ZIP codes that begin with three digits."""
    return {code: place for run in _runs().get(prefix, ()) for code, place in _unpacked(run)}


@cache
def _runs() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in (DATA / "zip-codes.txt").read_text("utf-8").splitlines()[1:]:
        found[line[:3]] = (*found.get(line[:3], ()), line)
    return found


def _unpacked(run: str) -> Iterator[tuple[str, Degrees]]:
    first, *box, letters = run.split(" ")
    south, north, west, east = (int(side) / 100 for side in box)
    code = int(first)
    for at in range(0, len(letters), 3):
        ahead, up, along = (DIGITS.index(letter) for letter in letters[at : at + 3])
        code += ahead
        yield f"{code:05}", (south + (north - south) * up / 63, west + (east - west) * along / 63)


@cache
def states() -> dict[str, tuple[tuple[Degrees, ...], ...]]:
    """The rings of each state, the largest first."""
    data = json.loads((DATA / "states.json").read_text("utf-8"))
    arcs = [tuple(_arc(text)) for text in data["arcs"]]
    return {
        state: tuple(
            tuple(place for at in ring for place in (arcs[at] if at >= 0 else arcs[~at][::-1])) for ring in rings
        )
        for state, rings in data["states"].items()
    }


def _arc(text: str) -> Iterator[Degrees]:
    longitude = latitude = 0
    for pair in text.split(" "):
        east, north = pair.split(",")
        longitude, latitude = longitude + int(east), latitude + int(north)
        yield latitude / 100, longitude / 100


@dataclass(frozen=True, slots=True)
class Albers:
    """Albers' equal-area projection of a region, in kilometres: Snyder, Map Projections (USGS 1395), formulas 14-1 to 14-6."""

    south: float
    north: float
    middle: float  # the longitude that stands upright

    def project(self, place: Degrees) -> Kilometres:
        """A place on the sphere as kilometres east and north of an arbitrary point."""
        sixth = (self.north - self.south) / 6
        one, two = radians(self.south + sixth), radians(self.north - sixth)
        bend = (sin(one) + sin(two)) / 2
        reach = cos(one) ** 2 + 2 * bend * sin(one)
        latitude, turn = radians(place[0]), bend * radians(place[1] - self.middle)
        radius = EARTH * sqrt(max(0.0, reach - 2 * bend * sin(latitude))) / bend
        return radius * sin(turn), -radius * cos(turn)


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in kilometres."""

    west: float
    south: float
    east: float
    north: float

    @property
    def width(self) -> float:
        """West to east."""
        return self.east - self.west

    @property
    def height(self) -> float:
        """South to north."""
        return self.north - self.south

    def grown(self, width: float, height: float) -> Box:
        """The same middle, at least so large."""
        across, up = max(0.0, width - self.width) / 2, max(0.0, height - self.height) / 2
        return Box(self.west - across, self.south - up, self.east + across, self.north + up)


def box_around(points: Sequence[Kilometres]) -> Box:
    """The smallest box that holds the points."""
    xs, ys = [x for x, _ in points], [y for _, y in points]
    return Box(min(xs), min(ys), max(xs), max(ys))


def clipped(ring: Sequence[Kilometres], box: Box) -> list[Kilometres]:
    """The part of a ring within a box, side by side (Sutherland and Hodgman)."""
    points = list(ring)
    for axis, bound, sign in ((0, box.west, 1), (0, box.east, -1), (1, box.south, 1), (1, box.north, -1)):
        points = list(_cut(points, axis, bound, sign))
    return points


def _cut(points: list[Kilometres], axis: int, bound: float, sign: int) -> Iterator[Kilometres]:
    for one, two in zip(points, [*points[1:], *points[:1]], strict=True):
        inside, next_inside = (one[axis] - bound) * sign >= 0, (two[axis] - bound) * sign >= 0
        if inside:
            yield one
        if inside != next_inside:
            share = (bound - one[axis]) / (two[axis] - one[axis])
            yield one[0] + share * (two[0] - one[0]), one[1] + share * (two[1] - one[1])
