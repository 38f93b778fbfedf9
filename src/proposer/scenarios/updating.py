"""Expectations put right by what was found: totals and counts in their own characters, and nothing else of a file."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from proposer.diagnostics import Span
from proposer.scenarios.judging import Mismatch
from proposer.scenarios.running import Verdict


@dataclass(frozen=True, slots=True)
class Updated:
    """New texts by file, a line for each change, and what only a person can put right."""

    texts: Mapping[str, str]
    changes: tuple[str, ...]
    left: tuple[Mismatch, ...]


def updated(folder: Path, verdicts: Sequence[Verdict]) -> Updated:
    """What an update would write; files are read, none is written."""
    found = [mismatch for verdict in verdicts for mismatch in verdict.mismatches]
    wanted: dict[str, dict[Span, Mismatch]] = {}
    for mismatch in found:
        if mismatch.scalar:
            wanted.setdefault(mismatch.span.file, {}).setdefault(mismatch.span, mismatch)
    texts = {file: _patched((folder / file).read_text("utf-8"), places) for file, places in wanted.items()}
    done = {id(mismatch) for places in wanted.values() for mismatch in places.values()}
    changes = tuple(
        f"{m.span.file}:{m.span.line}: {m.expected} → {m.scalar}" for places in wanted.values() for m in places.values()
    )
    return Updated(texts, changes, tuple(mismatch for mismatch in found if id(mismatch) not in done))


def _patched(text: str, places: Mapping[Span, Mismatch]) -> str:
    """The text with each place's characters replaced, last to first."""
    lines = text.splitlines(keepends=True)
    for span in sorted(places, reverse=True):
        line = lines[span.line - 1]
        lines[span.line - 1] = line[: span.column - 1] + places[span].scalar + line[span.end_column - 1 :]
    return "".join(lines)
