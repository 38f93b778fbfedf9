"""`check --watch`: checks again whenever a file of the catalog or of the needs changes, and keeps what has not changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from proposer.cli.console import Console

CLEAR = "\x1b[2J\x1b[H"
ROUND = 100  # milliseconds between two looks


def watch(console: Console, folder: Path, needs: tuple[Path, ...], check: Callable[[], bool]) -> bool:
    """Check at once and at every change, until somebody stops it; whether the last check failed."""
    from watchfiles import watch as changes_below

    failed, first = False, True
    kept = _Kept(needs)
    try:
        # the first round comes once the folders are watched, so that no change is lost between a check and the next
        for changes in changes_below(
            *_roots(folder, needs), watch_filter=kept, rust_timeout=ROUND, yield_on_timeout=True
        ):
            if changes:
                _announce(console, changes)
            if changes or first:
                failed, first = check(), False
                console.message("watching; Ctrl-C ends")
    except KeyboardInterrupt:
        console.clear()
    except FileNotFoundError:
        console.error(f"{folder} is gone; nothing is left to watch")
        return True
    return failed


class _Kept:
    """Only YAML files, the needs and their CSVs; not what editors and this program write beside them."""

    def __init__(self, needs: tuple[Path, ...]) -> None:
        self._needs = {str(path.absolute()) for path in needs}

    def __call__(self, _change: object, path: str) -> bool:
        hidden = Path(path).name.startswith(".")
        return path in self._needs or (not hidden and path.endswith((".yaml", ".yml", ".csv")))


def _roots(folder: Path, needs: tuple[Path, ...]) -> Iterable[Path]:
    """The catalog's folder and those of the needs, each once."""
    return dict.fromkeys(path.absolute() for path in (folder, *(each.parent for each in needs)))


def _announce(console: Console, changes: Iterable[tuple[object, str]]) -> None:
    from proposer.cli.findings import from_here
    from proposer.report.amounts import some

    if console.rich():
        console.data(CLEAR)
    names = sorted({from_here(Path(path)) for _, path in changes})
    console.message(f"changed: {some(tuple(names), 4)}")
