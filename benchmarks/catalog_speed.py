"""The processor's seconds of plain YAML, loading and checking over one folder, in turns; printed as JSON."""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import yaml

from proposer.load.folder import read_folder
from proposer.validate import validate

RUNS = 3


def main(catalog: str) -> None:
    """One discarded round, then the medians of the three."""
    folder = Path(catalog)
    works: dict[str, Callable[[Path], object]] = {"plain": _plain, "load": read_folder, "validate": validate}
    rounds = [{name: _seconds(work, folder) for name, work in works.items()} for _ in range(RUNS + 1)][1:]
    print(json.dumps({name: statistics.median(each[name] for each in rounds) for name in works}))


def _plain(folder: Path) -> None:
    for path in folder.rglob("*.yaml"):
        yaml.load(path.read_text("utf-8"), Loader=yaml.CSafeLoader)


def _seconds(work: Callable[[Path], object], folder: Path) -> float:
    started = time.process_time()
    work(folder)
    return time.process_time() - started


if __name__ == "__main__":
    main(sys.argv[1])
