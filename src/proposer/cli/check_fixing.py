"""`--fix` and `--diff`: the mechanical remedies of findings, done to files or only shown."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from click.exceptions import Exit

from proposer.cli.check_sources import Sources
from proposer.cli.console import Console
from proposer.cli.exits import FAULT
from proposer.cli.findings import from_here, print_findings
from proposer.diagnostics import Diagnostic
from proposer.findings.fixes import fixed, fixes_by_file
from proposer.findings.lines import lines_with_ends


@dataclass(frozen=True, slots=True)
class Change:
    """One file's text before and after, and how many remedies make the difference."""

    path: Path
    before: str
    after: str
    count: int


def changes_of(found: Iterable[Diagnostic], sources: Sources) -> tuple[Change, ...]:
    """What the findings' remedies would do to the files that were checked."""
    checked = set(sources.labels())
    changes: list[Change] = []
    for label, fixes in sorted(fixes_by_file(found).items()):
        text = sources.text(label) if label in checked else None
        if text is None:
            continue
        after, count = fixed(text, fixes)
        if after != text:
            changes.append(Change(sources.path(label), text, after, count))
    return tuple(changes)


def apply_changes(console: Console, changes: tuple[Change, ...]) -> None:
    """Write each file whole; one that cannot be written ends the run."""
    from proposer.files import write_whole

    for change in changes:
        if fault := write_whole(change.path.resolve(), change.after.encode()):
            print_findings(console, (fault,), None)
            raise Exit(FAULT)


def diff_of(changes: Iterable[Change]) -> str:
    """A unified diff of all."""
    return "".join(line for change in changes for line in _diff(change))


def _diff(change: Change) -> Iterator[str]:
    name = from_here(change.path)
    before, after = lines_with_ends(change.before), lines_with_ends(change.after)
    for line in difflib.unified_diff(before, after, name, name):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
