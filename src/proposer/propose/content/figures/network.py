"""How sites hang together: a hub with its spokes, a mesh, or lines to the internet and what takes over for them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from proposer.propose.content.figures.shapes import (
    GAP,
    LARGE,
    PLAIN,
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
    text_width,
)

COLUMNS = 3
BOX, MESH_BOX, BOX_HEIGHT = 520, 480, 138
HUB, HUB_HEIGHT = 640, 160
BAR_HEIGHT = 92
PITCH = BOX_HEIGHT + 34
MIDDLE = WIDTH // 2


@dataclass(frozen=True, slots=True)
class Node:
    """A site or a group of like sites: its name, where it is, and what connects it."""

    title: str
    place: str
    link: str


@dataclass(frozen=True, slots=True)
class Access:
    """A site with its line to the internet and what takes over, empty where there is none."""

    title: str
    place: str
    first: str
    second: str


def spokes(title: str, network: str, hub: tuple[str, Node] | None, nodes: Sequence[Node]) -> Figure:
    """The provider's network as a bar, the hub above it with what it is in words, the sites in columns below."""
    bar = HUB_HEIGHT + 58 if hub else 10
    top, rows = bar + BAR_HEIGHT + 58, -(-len(nodes) // COLUMNS)
    step = WIDTH // COLUMNS
    corners = [(number // rows * step + 66, top + number % rows * PITCH) for number in range(len(nodes))]
    shapes = [*_rails(corners, bar), *(_hub(*hub, bar) if hub else ())]
    shapes += _network(network, Area(0, bar, WIDTH, BAR_HEIGHT, "primary_soft", radius=10))
    for node, (x, y) in zip(nodes, corners, strict=True):
        shapes += [Line(((x - 36, y + BOX_HEIGHT // 2), (x, y + BOX_HEIGHT // 2)), "primary")]
        shapes += [Dot(x - 36, y + BOX_HEIGHT // 2, 9, "accent"), *_box(node, x, y, BOX)]
    height = top + rows * PITCH - 34 + 4
    return Figure(title, _words([*([hub[1]] if hub else []), *nodes]), height, tuple(shapes))


def _rails(corners: Sequence[Point], bar: int) -> Iterator[Shape]:
    """A line from the network down along each column of boxes."""
    for column in sorted({x for x, _ in corners}):
        last = max(y for x, y in corners if x == column)
        yield Line(((column - 36, bar + 4), (column - 36, last + BOX_HEIGHT // 2)), "primary")


def _hub(word: str, hub: Node, bar: int) -> Iterator[Shape]:
    left, room = MIDDLE - HUB // 2, HUB - 68
    yield Line(((MIDDLE, HUB_HEIGHT - 4), (MIDDLE, bar + 4)), "primary", 12)
    yield Area(left, 0, HUB, HUB_HEIGHT, "primary", radius=6)
    for y, text, size in ((52, hub.title, LARGE), (92, hub.place, PLAIN), (132, word, PLAIN)):
        yield Label(left + 34, y, fit(text, size, room), size, "on_primary", strong=size == LARGE)


def _box(node: Node, x: int, y: int, width: int) -> Iterator[Shape]:
    room = width - 48
    yield Area(x, y, width, BOX_HEIGHT, "tint", radius=6)
    yield Area(x, y, 8, BOX_HEIGHT, "primary")
    yield Label(x + 30, y + 46, fit(node.title, PLAIN + 2, room), PLAIN + 2, strong=True)
    yield Label(x + 30, y + 83, fit(node.place, SMALL, room), SMALL, "muted")
    yield Label(x + 30, y + 117, fit(node.link, SMALL, room), SMALL, "primary")


def _network(text: str, area: Area) -> Iterator[Shape]:
    yield area
    y = area.y + area.height // 2 + 11
    room = area.width - 2 * GAP
    yield Label(area.x + area.width // 2, y, fit(text, LARGE, room), LARGE, "ink", "middle", strong=True)


def mesh(title: str, network: str, nodes: Sequence[Node]) -> Figure:
    """Sites on both sides, each joined with each other by a line of its own through the network."""
    left = -(-len(nodes) // 2)
    height = max(left * PITCH - 34, 2 * BAR_HEIGHT) + 4
    corners = [*_side(0, left, height), *_side(WIDTH - MESH_BOX, len(nodes) - left, height)]
    ports = [(x + MESH_BOX + 6 if x == 0 else x - 6, y + BOX_HEIGHT // 2) for x, y in corners]
    centre = (MIDDLE, height // 2)
    shapes: list[Shape] = [
        Line((one, centre, other), "primary_soft", 3, curved=True) for one, other in combinations(ports, 2)
    ]
    for node, (x, y), port in zip(nodes, corners, ports, strict=True):
        shapes += [*_box(node, x, y, MESH_BOX), Dot(*port, 10, "accent", "paper", 3)]
    width = min(2 * (MIDDLE - MESH_BOX) - 100, text_width(network, LARGE) + 4 * GAP)
    pill = Area(MIDDLE - width // 2, centre[1] - BAR_HEIGHT // 2, width, BAR_HEIGHT, "primary_soft", "paper", 8, 10)
    return Figure(title, _words(nodes), height, (*shapes, *_network(network, pill)))


def _side(x: int, count: int, height: int) -> list[Point]:
    """The corners of boxes one below the other, in the middle of the height."""
    top = (height - count * PITCH + 34) // 2
    return [(x, top + number * PITCH) for number in range(count)]


def _words(nodes: Sequence[Node]) -> str:
    return "; ".join(": ".join(part for part in (node.title, node.link) if part) for node in nodes)


ACCESS_BOX, CLOUD = 600, 400
ACCESS_ROW = 118


def internet(title: str, cloud: str, rows: Sequence[Access], kinds: tuple[str, str]) -> Figure:
    """Each site beside the internet: a full line for what it works on, a dashed one for what takes over.

    `kinds` say what a full and a dashed line mean.
    """
    backed = any(row.second for row in rows)
    head = 60 if backed else 0
    few = len(rows) <= 3
    pitch = ACCESS_ROW + (52 if few else 0)
    height = head + len(rows) * pitch
    shapes: list[Shape] = [*_kinds(kinds)] if backed else []
    for number, row in enumerate(rows):
        shapes += _access(row, head + number * pitch, pitch - 18)
    area = Area(WIDTH - CLOUD, head, CLOUD, height - head - 18, "primary_soft", radius=10)
    words = "; ".join(": ".join(p for p in (row.title, ", ".join(_lines(row))) if p) for row in rows)
    return Figure(title, words, height, (*shapes, *_network(cloud, area)))


def _lines(row: Access) -> list[str]:
    return [text for text in (row.first, row.second) if text]


def _kinds(kinds: tuple[str, str]) -> Iterator[Shape]:
    x = ACCESS_BOX
    for text, dashed in zip(kinds, (False, True), strict=True):
        yield Line(((x, 18), (x + 72, 18)), "accent" if dashed else "primary", 5, dashed=dashed)
        yield Label(x + 72 + GAP, 26, text, SMALL, "muted")
        x += 72 + GAP + text_width(text, SMALL) + 48


def _access(row: Access, y: int, height: int) -> Iterator[Shape]:
    yield Area(0, y, ACCESS_BOX, height, "tint", radius=6)
    yield Area(0, y, 8, height, "primary")
    middle = y + height // 2
    yield Label(30, middle - 6 if row.place else middle + 10, fit(row.title, PLAIN, ACCESS_BOX - 48), strong=True)
    yield Label(30, middle + 30, fit(row.place, SMALL, ACCESS_BOX - 48), SMALL, "muted")
    left, right = ACCESS_BOX, WIDTH - CLOUD
    places = (middle - height // 8 + 2, middle + height * 3 // 8 - 2) if row.second else (middle + 14,)
    for number, (text, at) in enumerate(zip(_lines(row), places, strict=False)):
        takes_over = number == 1 or not row.first
        yield Line(((left, at), (right, at)), "accent" if takes_over else "primary", 5, dashed=takes_over)
        yield Label((left + right) // 2, at - 12, fit(text, SMALL, right - left - 2 * GAP), SMALL, "ink", "middle")
