"""What making documents costs: warm proposals, long ones in sections, many sites, sizes; tables for `docs/performance.md`.

python -m benchmarks.paper [warm | sections | growth | sizes]...

All of them, or those that are named, whose tables are written anew. The exit code is 1 when an aim is not held.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from benchmarks.documents import ROOT, write_between_marks
from benchmarks.row import Row, ratio, table

AS_OF = "2026-11-23"
DOCUMENT = "docs/performance.md"
EIGHT = "law-firm", "technical"  # a proposal of eight pages
READER = "procurement"  # every line of every site
TURNS = 3
LARGE = 4, 10  # times the retailer's 500 stores
PLAIN = "`HTML(string=…).write_pdf()`, untagged"


def main(names: Sequence[str]) -> int:
    """Each measure in turn; all are made even when one misses its aim."""
    held = True
    with tempfile.TemporaryDirectory() as folder:
        for name in names or PARTS:
            rows = list(PARTS[name](Path(folder)))
            print(text := table(rows))
            write_between_marks(DOCUMENT, f"paper {name}", text)
            held = held and all(row.held for row in rows)
    return 0 if held else 1


def warm_proposals(folder: Path) -> Iterator[Row]:
    """One proposal after the other in one process, against the engine's loop over the same HTML, and how large one is."""
    report = _run("benchmarks.warm", str(_quote(EIGHT[0], folder)), EIGHT[1])
    what = f"a warm proposal of {report['pages']:.0f} pages, tagged, A-3a and UA-1, its quote inside"
    yield ratio(what, report["ours"], PLAIN, report["plain"], 0.85, "CPU")
    yield _limit(f"the same, its {report['faces']:.0f} faces and its quote inside", report["bytes"] / 1024, "KiB", 120)


def in_sections(folder: Path) -> Iterator[Row]:
    """Five hundred stores in sections, by one worker and by two, against one document; in turns, for the machine's speed drifts."""
    quote = str(_quote("retailer", folder))
    turns = [tuple(_long(quote, 1, way) for way in ("plain", "one", "1", "2")) for _ in range(TURNS)]
    plain, one, single, double = _medians(turns)
    what = f"a proposal of {one['sites']:.0f} sites, every line, in sections"
    yield ratio(what, single["cpu"], PLAIN, plain["cpu"], 0.85, "CPU")
    yield ratio(what, single["cpu"], "the same, tagged, in one piece", one["cpu"], 0.85, "CPU")
    yield _more("the same, with two workers", double["wall"], single["wall"], 1.7)


def growth(folder: Path) -> Iterator[Row]:
    """Thousands of sites: memory of the largest process, and time against that of five hundred."""
    quote = str(_quote("retailer", folder))
    few = _long(quote, 1, "2")
    for times in LARGE:
        report = _long(quote, times, "2")
        what = f"{report['sites']:,.0f} sites"
        yield _limit(f"{what}, the largest process", report["memory"], "MB", 600 if times == LARGE[0] else 1_000)
        yield ratio(f"{what}, {times} × as many", report["cpu"], "500 sites", few["cpu"], 1.1 * times, "CPU")


def _medians(turns: Sequence[tuple[Mapping[str, float], ...]]) -> tuple[dict[str, float], ...]:
    """Each figure of each side over several turns."""
    return tuple(
        {name: median(report[name] for report in side) for name in side[0]} for side in zip(*turns, strict=True)
    )


def sizes(folder: Path) -> Iterator[Row]:
    """What each further site adds to the file."""
    quote = str(_quote("retailer", folder))
    for reader in ("full", READER):
        few, many = (_long(quote, times, "2", reader) for times in (1, 2))
        each = (many["bytes"] - few["bytes"]) / (many["sites"] - few["sites"]) / 1024
        yield _limit(f"each further site of a proposal for `{reader}`", each, "KiB", 3.5)


def _limit(what: str, figure: float, unit: str, most: float) -> Row:
    shown = f"{figure:,.0f} {unit}" if figure >= 10 else f"{figure:.1f} {unit}"
    return Row(what, shown, "a limit", shown, f"≤ {most:g} {unit}", figure <= most)


def _more(what: str, ours: float, theirs: float, least: float) -> Row:
    speed = theirs / ours
    against = f"{theirs:.1f} s wall: one worker"
    return Row(what, f"{ours:.1f} s wall", against, f"{speed:.2f} × as fast", f"≥ {least:g} ×", speed >= least)


def _quote(example: str, folder: Path) -> Path:
    """An example's quote as a file."""
    file = folder / f"{example}.json"
    if not file.exists():
        command = [sys.executable, "-m", "proposer", "quote", f"examples/{example}.yaml", "--json", "--as-of", AS_OF]
        file.write_bytes(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    return file


def _long(quote: str, times: int, way: str, reader: str = READER) -> Mapping[str, float]:
    return _run("benchmarks.long_document", quote, str(times), reader, way)


def _run(module: str, *arguments: str) -> Mapping[str, float]:
    print(module, *arguments, "…", file=sys.stderr)
    command = [sys.executable, "-m", module, *arguments]
    report: Mapping[str, float] = json.loads(
        subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout
    )
    return report


PARTS = {"warm": warm_proposals, "sections": in_sections, "growth": growth, "sizes": sizes}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
