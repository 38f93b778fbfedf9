"""Reading and checking a large catalog against plain YAML parsing of the same files, in one process; printed as JSON.

The collector's thresholds are the program's own, for both sides.
"""

from __future__ import annotations

import json
import statistics
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from benchmarks.large_catalog import BOOK, write_large_catalog
from proposer.cli.run import prepare_process
from proposer.content import default_catalog
from proposer.load.catalog import load_catalog
from proposer.load.folder import read_folder
from proposer.load.memory import Memory
from proposer.load.scenarios import load_scenarios
from proposer.scenarios import run_scenarios
from proposer.validate import validate

ROUNDS = 7


def main() -> None:
    """Each round measures all of them in turn; medians are printed."""
    prepare_process()
    with tempfile.TemporaryDirectory() as aside:
        folder = write_large_catalog(Path(aside) / "catalog", sound=True)
        assert not validate(folder).failed
        work: dict[str, Callable[[], object]] = {
            "plain": lambda: plainly(folder),
            "read": lambda: read_folder(folder),
            "check": lambda: validate(folder),
        }
        seconds: dict[str, list[float]] = {name: [] for name in work}
        for _ in range(ROUNDS):
            for name, one in work.items():
                seconds[name].append(timed(one))
        edits = {name: warm(folder, edit) for name, edit in EDITS.items()}
        lines = sum(len(file.read_text("utf-8").splitlines()) for file in folder.rglob("*.yaml"))
        offerings = sum(1 for _ in (folder / "offerings").rglob("*.yaml"))
    medians = {name: statistics.median(each) for name, each in seconds.items()}
    count, rate = scenarios_a_second()
    print(
        json.dumps(
            {**medians, "edits": edits, "lines": lines, "offerings": offerings, "scenarios": count, "rate": rate}
        )
    )


def warm(folder: Path, edit: Edit) -> float:
    """Seconds of checking again after one edit, in a process that has checked before; the median of some."""
    memory = Memory()
    validate(folder, memory)
    path = folder / edit.file
    clean = path.read_text("utf-8")
    seconds = []
    for round_ in range(ROUNDS):
        path.write_text(edit.change(clean, round_), "utf-8")
        seconds.append(timed(lambda: validate(folder, memory)))
    path.write_text(clean, "utf-8")
    return statistics.median(seconds)


@dataclass(frozen=True)
class Edit:
    """One edit of one file: its text before and a number → its text after."""

    file: str
    change: Callable[[str, int], str]


def _price(text: str, number: int) -> str:
    """One price in the last fifth of the book."""
    at = text.index(".00", len(text) * 4 // 5)
    return f"{text[:at]}.{number + 1:02d}{text[at + 3 :]}"


EDITS: Mapping[str, Edit] = {
    "an offering": Edit("offerings/metro-ethernet/epl-3.yaml", lambda text, n: text.replace("name: ", f"name: {n} ", 1)),
    "a price": Edit(BOOK, _price),
    "a rule": Edit("rules/internet.yaml", lambda text, n: text.replace("You asked", f"{n}: you asked", 1)),
    "a line more in the price book": Edit(BOOK, lambda text, n: text.replace("\nprices:", "\n# x" * (n + 1) + "\nprices:", 1)),
}  # fmt: skip


def plainly(folder: Path) -> None:
    """What PyYAML alone takes for the same files, with its C loader and no positions."""
    for file in folder.rglob("*.yaml"):
        yaml.load(file.read_text("utf-8"), Loader=yaml.CSafeLoader)


def timed(work: Callable[[], object]) -> float:
    """Seconds of the processor."""
    started = time.process_time()
    work()
    return time.process_time() - started


def scenarios_a_second() -> tuple[int, float]:
    """The shipped scenarios of one site, all on one processor, once the engine is warm."""
    catalog = load_catalog(default_catalog()).value
    assert catalog is not None
    scenarios = load_scenarios(default_catalog(), catalog).value or ()
    small = [scenario for scenario in scenarios if len(scenario.needs.sites) == 1]
    run_scenarios(catalog, small[:20])
    return len(small), len(small) / timed(lambda: run_scenarios(catalog, small))


if __name__ == "__main__":
    main()
