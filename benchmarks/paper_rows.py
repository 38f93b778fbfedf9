"""What is measured of making documents: warm proposals, long ones in sections, and their sizes; each function makes rows."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from benchmarks.documents import ROOT
from benchmarks.row import Row, ratio

AS_OF = "2026-11-23"
READER = "procurement"  # every line of every site
LARGE = 4, 10  # times the retailer's 500 stores


def warm_proposals(folder: Path) -> Iterator[Row]:
    """One proposal after the other in one process, against the engine's loop over the same HTML, and how large one is."""
    report = _run("benchmarks.warm", str(_quote("dentist", folder)))
    what = f"a warm proposal of {report['pages']:.0f} pages, tagged, A-3a and UA-1"
    yield ratio(what, report["ours"], "`HTML(string=…).write_pdf()`, untagged", report["plain"], 0.85, "CPU")
    size = report["bytes"] / 1000
    most = 120 / 8 * report["pages"]
    faces = f"its {report['faces']:.0f} faces and both quotes inside"
    yield Row(f"the same, {faces}", f"{size:.0f} KB", "a limit", f"{size:.0f} KB", f"≤ {most:.0f} KB", size <= most)


def long_proposals(folder: Path) -> Iterator[Row]:
    """Five hundred stores in sections, against one document; then two workers, memory and growth."""
    quote = str(_quote("retailer", folder))
    one, single, double = (_long(quote, 1, workers) for workers in ("one", "1", "2"))
    what = f"a proposal of {one['sites']:.0f} sites, every line, in sections"
    yield ratio(what, single["cpu"], "in one document", one["cpu"], 0.85, "CPU")
    speed = single["wall"] / double["wall"]
    yield Row(
        "the same, two workers", f"{double['wall']:.1f} s wall", f"{single['wall']:.1f} s wall: one worker",
        f"{speed:.2f} ×", "≥ 1.7 ×", speed >= 1.7,
    )  # fmt: skip
    thousands = [(times, _long(quote, times, "2")) for times in LARGE]
    for times, report in thousands:
        name = f"{report['sites']:,.0f} sites, the largest process"
        memory = f"{report['memory']:.0f} MB"
        limit = 600 if times == LARGE[0] else 1_000
        yield Row(name, memory, "a limit", memory, f"≤ {limit} MB", report["memory"] <= limit)
        growth = f"{times} × as many sites"
        yield ratio(growth, report["cpu"], "500 sites", double["cpu"], 1.15 * times, "CPU")
    full = [_long(quote, times, "2", "full") for times in (1, 2)]
    each = (full[1]["bytes"] - full[0]["bytes"]) / (full[1]["sites"] - full[0]["sites"]) / 1000
    yield Row(
        "each further site of a full proposal", f"{each:.1f} KB", "a limit", f"{each:.1f} KB", "≤ 3.5 KB", each <= 3.5
    )


def _quote(example: str, folder: Path) -> Path:
    """An example's quote as a file."""
    command = [sys.executable, "-m", "proposer", "quote", f"examples/{example}.yaml", "--json", "--as-of", AS_OF]
    file = folder / f"{example}.json"
    file.write_bytes(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    return file


def _long(quote: str, times: int, workers: str, reader: str = READER) -> Mapping[str, float]:
    return _run("benchmarks.long_document", quote, str(times), reader, workers)


def _run(module: str, *arguments: str) -> Mapping[str, float]:
    command = [sys.executable, "-m", module, *arguments]
    report: Mapping[str, float] = json.loads(subprocess.run(command, check=True, capture_output=True, cwd=ROOT).stdout)
    return report


PAPER = (warm_proposals, long_proposals)
