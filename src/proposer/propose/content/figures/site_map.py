"""The sites on a map of the states: as much of the country as they need, like places as one point with its count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import isqrt

from proposer.propose.content.figures.geography import Albers, Box, Degrees, Kilometres, box_around, clipped, states
from proposer.propose.content.figures.shapes import (
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
    text_width,
)

FLAT, TALL = 620, 900  # the height of a map that is cropped: of sites side by side, and one above the other
MOST_KM = 2400  # sites farther apart than this get the whole country
LEAST_KM = 260  # a map of less shows no border that a reader knows
MOST_LABELS, MOST_TOLD = 12, 40
STATE_ROOM = 5000  # square units: a state's letters need them
LARGE_STATE, AROUND = 60_000, ((0, 0), (0, 70), (0, -70), (90, 0), (-90, 0))  # and have as many places for them
COUNTRY = Albers(24.5, 49.4, -96.0)


@dataclass(frozen=True, slots=True)
class Place:
    """Sites in one place."""

    name: str
    at: Degrees
    count: int
    is_hub: bool

    @property
    def is_far(self) -> bool:
        """Alaska, Hawaii and the islands: they are not on the map of the 48 states."""
        latitude, longitude = self.at
        return latitude < 24.3 or latitude > 49.5 or longitude < -125


@dataclass(frozen=True, slots=True)
class Spot:
    """A place, or some that lie close, on paper."""

    name: str
    x: int
    y: int
    count: int
    is_hub: bool

    @property
    def radius(self) -> int:
        """By the count, and large enough for its figures."""
        figures = text_width(str(self.count), SMALL) // 2 + 6 if self.count > 1 else 0
        return max(20 if self.is_hub else 13, figures, min(40, 9 + isqrt(self.count * 16)))

    def touches(self, other: Spot) -> bool:
        """Whether the two would touch, or nearly."""
        return (self.x - other.x) ** 2 + (self.y - other.y) ** 2 < (self.radius + other.radius + 4) ** 2


@dataclass(frozen=True, slots=True)
class SiteMap:
    """The map, how many points it has, and how many sites are not on it because they lie too far from the others."""

    figure: Figure
    points: int
    left_out: int


def site_map(title: str, places: Sequence[Place], words: tuple[str, str]) -> SiteMap:
    """Places on a map; `words` are those of the legend: a site, the hub."""
    near = [place for place in places if not place.is_far] or list(places)
    lens, box = _view(near)
    frame = Frame(box)
    spots = _spots(near, lens, frame)
    land = [*_land(lens, frame)]
    labels = _labels(spots, frame) if len(spots) <= MOST_LABELS else []
    letters = _letters(lens, frame, spots, labels)
    hub = any(spot.is_hub for spot in spots)
    key = legend((("primary", words[0]), ("accent", words[1])), frame.height + 40) if hub else ()
    shapes = (*land, *letters, *(shape for spot in spots for shape in _drawn(spot)), *labels, *key)
    told = ", ".join(f"{spot.name} {spot.count}" for spot in spots[:MOST_TOLD])
    left_out = sum(place.count for place in places) - sum(place.count for place in near)
    return SiteMap(Figure(title, told, frame.height + (56 if hub else 4), shapes), len(spots), left_out)


@dataclass(frozen=True, slots=True)
class Frame:
    """A box of the country on paper."""

    box: Box

    @property
    def height(self) -> int:
        """What the box needs at the figures' width."""
        return round(WIDTH * self.box.height / self.box.width)

    def at(self, place: Kilometres) -> Point:
        """Where a place stands on paper."""
        scale = WIDTH / self.box.width
        return round((place[0] - self.box.west) * scale), round((self.box.north - place[1]) * scale)


def _view(places: Sequence[Place]) -> tuple[Albers, Box]:
    """The region that the places need, or the whole country."""
    latitudes, longitudes = [p.at[0] for p in places], [p.at[1] for p in places]
    south, north = min(latitudes) - 0.5, max(latitudes) + 0.5
    lens = Albers(south, north, (min(longitudes) + max(longitudes)) / 2)
    tight = box_around([lens.project(place.at) for place in places])
    height = TALL if tight.height > tight.width * FLAT / WIDTH * 1.5 else FLAT
    if tight.width > MOST_KM or tight.height > MOST_KM * TALL / WIDTH:
        rings = [ring for state, found in states().items() if state not in ("AK", "HI") for ring in found]
        whole = box_around([COUNTRY.project(at) for ring in rings for at in ring])
        return COUNTRY, whole.grown(whole.width * 1.01, whole.height * 1.01)
    roomy = tight.grown(max(LEAST_KM, tight.width * 1.3), max(LEAST_KM * height / WIDTH, tight.height * 1.3))
    return lens, roomy.grown(roomy.height * WIDTH / height, roomy.width * height / WIDTH)


def _spots(places: Sequence[Place], lens: Albers, frame: Frame) -> list[Spot]:
    """The places on paper, the largest first; what would touch a larger one is counted there."""
    spots = [Spot(p.name, *frame.at(lens.project(p.at)), p.count, p.is_hub) for p in places]
    while True:
        ordered = sorted(spots, key=lambda spot: (not spot.is_hub, -spot.count, spot.name, spot.x, spot.y))
        spots = _merged(ordered)
        if len(spots) == len(ordered):
            return spots


def _merged(ordered: Sequence[Spot]) -> list[Spot]:
    spots: list[Spot] = []
    for new in ordered:
        touched = next((number for number, spot in enumerate(spots) if spot.touches(new)), None)
        if touched is None:
            spots.append(new)
        else:
            spots[touched] = replace(spots[touched], count=spots[touched].count + new.count)
    return spots


def _visible(lens: Albers, frame: Frame) -> Iterator[tuple[str, list[Point]]]:
    """The parts of the states within the frame; on the whole country's map, without those that are far."""
    for state, rings in states().items():
        if lens is COUNTRY and state in ("AK", "HI"):
            continue
        for ring in rings:
            points = [frame.at(point) for point in clipped([lens.project(at) for at in ring], frame.box)]
            if len(points) > 2:
                yield state, points


def _land(lens: Albers, frame: Frame) -> Iterator[Shape]:
    for _, points in _visible(lens, frame):
        yield Line(_thinned(points), "line", 3, "tint", closed=True)
    if lens is not COUNTRY:
        yield Area(1, 1, WIDTH - 2, frame.height - 2, stroke="line", thick=3)


def _thinned(points: list[Point]) -> tuple[Point, ...]:
    """Without points that print on top of the one before."""
    kept = points[:1]
    for x, y in points[1:]:
        if abs(x - kept[-1][0]) + abs(y - kept[-1][1]) > 3:
            kept.append((x, y))
    return tuple(kept)


def _drawn(spot: Spot) -> Iterator[Shape]:
    yield Dot(spot.x, spot.y, spot.radius, "accent" if spot.is_hub else "primary", "paper", 3)
    if spot.count > 1:
        yield Label(spot.x, spot.y + 9, str(spot.count), SMALL, "on_primary", "middle", strong=True)


def _labels(spots: Sequence[Spot], frame: Frame) -> list[Label]:
    """A name beside each point, where one of four places is free; else none."""
    placed: list[Label] = []
    for spot in spots:
        free = (label for label in _beside(spot) if _is_free(label, spots, placed, frame))
        placed += [label] if (label := next(free, None)) else []
    return placed


def _beside(spot: Spot) -> Iterator[Label]:
    name, away = fit(spot.name, SMALL, 460), spot.radius + 10
    yield Label(spot.x + away, spot.y + 9, name, SMALL, strong=spot.is_hub)
    yield Label(spot.x - away, spot.y + 9, name, SMALL, anchor="end", strong=spot.is_hub)
    yield Label(spot.x, spot.y - away, name, SMALL, anchor="middle", strong=spot.is_hub)
    yield Label(spot.x, spot.y + away + 20, name, SMALL, anchor="middle", strong=spot.is_hub)


def _is_free(label: Label, spots: Sequence[Spot], placed: Sequence[Label], frame: Frame) -> bool:
    top, bottom = label.y - label.size, label.y + 8
    inside = label.left >= 8 and label.right <= WIDTH - 8 and top >= 4 and bottom <= frame.height - 4
    clear = all(
        not (
            label.left < s.x + s.radius
            and s.x - s.radius < label.right
            and top < s.y + s.radius
            and s.y - s.radius < bottom
        )
        for s in spots
    )
    return inside and clear and not any(label.meets(other) for other in placed)


def _letters(lens: Albers, frame: Frame, spots: Sequence[Spot], labels: Sequence[Label]) -> list[Label]:
    """The two letters of each state in the middle of its largest part or near it, where nothing else stands."""
    largest: dict[str, tuple[int, Point]] = {}
    for state, points in _visible(lens, frame):
        size, middle = _middle(points)
        largest[state] = max(largest.get(state, (0, (0, 0))), (size, middle))
    placed = list(labels)
    for state, (size, (x, y)) in largest.items():
        around = AROUND if size > LARGE_STATE else AROUND[:1]
        tried = (Label(x + right, y + 9 + down, state, SMALL, "muted", "middle") for right, down in around)
        free = (label for label in tried if _is_free(label, spots, placed, frame) and _is_apart(label, labels))
        if size > STATE_ROOM and (label := next(free, None)):
            placed.append(label)
    return placed[len(labels) :]


def _is_apart(label: Label, others: Sequence[Label]) -> bool:
    """Whether the letters of a state cannot be read as the second line of a place's name."""
    return not any(
        abs(label.y - o.y) < 2 * SMALL and label.left < o.right + SMALL and o.left < label.right + SMALL for o in others
    )


def _middle(points: Sequence[Point]) -> tuple[int, Point]:
    """A shape's area and the middle of it."""
    total = x = y = 0
    for one, two in zip(points, [*points[1:], points[0]], strict=True):
        cross = one[0] * two[1] - two[0] * one[1]
        total, x, y = total + cross, x + (one[0] + two[0]) * cross, y + (one[1] + two[1]) * cross
    return (abs(total) // 2, (x // (3 * total), y // (3 * total))) if total else (0, points[0])
