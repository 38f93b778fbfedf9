"""What is measured: each function makes one or more rows of the table."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.documents import ROOT
from benchmarks.measuring import run, side_by_side
from benchmarks.peer_input import write_peer_input
from benchmarks.row import Row, ratio

AS_OF = "2026-11-23"
PYTHON = sys.executable
HELD_WARM = ("an offering", "a price", "a rule")
PROPOSER = [PYTHON, "-m", "proposer"]


def help_against_bare_python(_folder: Path) -> Iterator[Row]:
    """The start of the program against the start of the language."""
    ours, bare = side_by_side([*PROPOSER, "--help"], [PYTHON, "-c", "pass"], runs=15)
    yield ratio("`proposer --help`", ours.cpu, "bare Python", bare.cpu, 12, "CPU")
    yield ratio("`proposer --help`", ours.wall, "bare Python", bare.wall, 12, "wall")


def proposal_against_pdf_engine(folder: Path) -> Iterator[Row]:
    """The whole road against a process that imports the PDF engine alone and writes the same HTML with the same options."""
    needs, ours, theirs = str(ROOT / "examples/clinics.yaml"), folder / "ours.pdf", folder / "theirs.pdf"
    quote = subprocess.run([*PROPOSER, "quote", needs, "--json", "--as-of", AS_OF], check=True, capture_output=True)
    fonts = write_peer_input(quote.stdout.decode("utf-8"), ROOT / "templates", folder)
    propose = [*PROPOSER, "propose", needs, "-o", str(ours), "--as-of", AS_OF, "--quiet"]
    peer = [PYTHON, str(Path(__file__).with_name("pdf_peer.py")), str(folder), str(theirs)]
    mine, other = side_by_side(propose, peer, runs=5, environment={"FONTCONFIG_FILE": str(fonts)})
    what, against = "`proposer propose` of the clinics", "only WeasyPrint, same HTML, PDF/A-3a"
    yield ratio(what, mine.cpu, against, other.cpu, 1.35, "CPU")
    yield ratio(what, mine.wall, against, other.wall, 1.35, "wall")


def five_hundred_stores(_folder: Path) -> Iterator[Row]:
    """Three options for the retailer: time of the choice and the pricing alone, and memory of the whole command."""
    needs = str(ROOT / "examples/retailer.yaml")
    timed = [PYTHON, "-m", "benchmarks.stages", needs, AS_OF]
    reports = [json.loads(subprocess.run(timed, check=True, capture_output=True, cwd=ROOT).stdout) for _ in range(3)]
    seconds = statistics.median(report["seconds"] for report in reports)
    what = f"configure + quote, {reports[0]['sites']} stores, {reports[0]['options']} options"
    yield Row(what, f"{seconds:.2f} s CPU", "a limit", f"{seconds:.2f} s", "≤ 3 s", seconds <= 3)
    whole = run([*PROPOSER, "quote", needs, "--as-of", AS_OF, "--json"])
    memory = f"{whole.memory:.0f} MB"
    yield Row(
        "`proposer quote` of the retailer",
        f"{whole.wall:.2f} s wall",
        "a limit",
        memory,
        "≤ 400 MB",
        whole.memory <= 400,
    )


def large_catalog(_folder: Path) -> Iterator[Row]:
    """Reading with positions, and reading with all checks, against PyYAML alone over the same files."""
    timed = [PYTHON, "-m", "benchmarks.catalog_work"]
    report = json.loads(subprocess.run(timed, check=True, capture_output=True, cwd=ROOT).stdout)
    what = f"{report['lines']:,} lines of YAML, {report['offerings']:,} offerings"
    yield ratio(f"{what}: read, with positions", report["read"], "`yaml.CSafeLoader`", report["plain"], 1.5, "CPU")
    yield ratio("the same: load and all checks", report["check"], "`yaml.CSafeLoader`", report["plain"], 5, "CPU")
    for name, seconds in report["edits"].items():
        limit = 0.3 if name in HELD_WARM else 1.0
        yield ratio(
            f"the same: checked again after an edit of {name}", seconds, "all of it", report["check"], limit, "CPU"
        )
    rate = report["rate"]
    what = f"{report['scenarios']:,} scenarios of one site, one processor"
    yield Row(what, f"{report['scenarios'] / rate:.1f} s CPU", "a limit", f"{rate:.0f} a second", "≥ 50", rate >= 50)


def answers(_folder: Path) -> Iterator[Row]:
    """What is asked around a choice, in one process of the shipped catalog."""
    timed = [PYTHON, "-m", "benchmarks.answers"]
    report = json.loads(subprocess.run(timed, check=True, capture_output=True, cwd=ROOT).stdout)
    for (facts, seconds), most in zip(report["conflicts"].items(), (0.02, 0.1), strict=True):
        yield _limit(f"a minimal conflict, {facts} answers in the needs", seconds, most)
    yield _limit("the cheapest relaxations, 217 answers and a budget", report["relaxations"], 5)
    one, every = report["options and terms"]
    yield ratio(
        "three options, the best of three terms, 100 different sites", every, "one option, one term", one, 3, "CPU"
    )
    cold, warm = report["what-if"]
    yield ratio("a what-if after a quote, 100 different sites", warm, "the quote", cold, 0.3, "CPU")
    short, long = report["lines"]
    few, many = short["lines"], long["lines"]
    quote, alike = f"a quote of {few:,} lines", f"{short['distinct']:,} of them unlike"
    yield _limit(f"{quote}, {alike}, priced", short["first"], 1.5)
    yield ratio(quote, short["first"], "decimals multiplied and added", short["plain"], 12, "CPU")
    yield ratio(f"{quote}, unchanged, at another term", short["again"], "the first time", short["first"], 0.2, "CPU")
    growth = many / few
    yield ratio(
        f"a quote of {many:,} lines, {growth:.1f} × as many", long["first"], f"that of {few:,}", short["first"],
        1.15 * growth, "CPU",
    )  # fmt: skip


def _limit(what: str, seconds: float, most: float) -> Row:
    """A figure and its limit, both in seconds of the processor."""
    return Row(what, f"{seconds:.3f} s CPU", "a limit", f"{seconds:.3f} s", f"≤ {most:g} s", seconds <= most)


ALL = (help_against_bare_python, proposal_against_pdf_engine, five_hundred_stores, large_catalog, answers)
