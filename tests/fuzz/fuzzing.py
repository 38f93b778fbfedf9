"""Validates mutants of a catalog, and says what is wrong with the answers: tracebacks, silence, places that are none."""

from __future__ import annotations

import random
import shutil
import traceback
from collections.abc import Iterable, Iterator
from pathlib import Path

from mutating import Mutant, mutant

from proposer.diagnostics import Diagnostic, Span
from proposer.findings.lines import lines_with_ends
from proposer.validate import validate

KEPT = 8  # scenarios: all of them would be read anew for each mutant


class Fuzzer:
    """A copy of a catalog, one file of which is damaged at a time."""

    def __init__(self, catalog: Path, folder: Path) -> None:
        self.copy = folder / "catalog"
        shutil.copytree(catalog, self.copy)
        for scenario in sorted(self.copy.glob("scenarios/**/*.yaml"))[KEPT:]:
            scenario.unlink()
        self.files = sorted(path.relative_to(self.copy).as_posix() for path in self.copy.rglob("*.yaml"))
        self.clean = {file: (self.copy / file).read_text("utf-8") for file in self.files}
        self.usual = frozenset(validate(self.copy).diagnostics)

    def complaints(self, seed: str) -> list[str]:
        """What is wrong with the answer to the mutant of one seed."""
        chance = random.Random(seed)  # noqa: S311 - no secret
        # a file of its own kind each, but the many scenarios less often
        files = [file for file in self.files if not file.startswith("scenarios/")]
        file = chance.choice(self.files if chance.random() < 0.1 else files)
        damaged = mutant(chance, self.clean[file])
        path = self.copy / file
        path.write_bytes(damaged.text.encode("utf-8", "surrogatepass"))
        try:
            return [f"seed {seed}, {file}, {damaged.kind}: {each}" for each in self._judged(file, damaged)]
        finally:
            path.write_text(self.clean[file], "utf-8")

    def _judged(self, file: str, damaged: Mutant) -> Iterator[str]:
        try:
            outcome = validate(self.copy)
        except Exception:  # noqa: BLE001 - any exception is what is looked for
            yield traceback.format_exc()
            return
        found = frozenset(outcome.diagnostics)
        if damaged.nonsense and not found - self.usual:
            yield "not one finding"
        texts = {**self.clean, file: damaged.text}
        yield from (
            f"no such place: {each.code} {span}" for each in found for span in _spans(each) if not _is_in(span, texts)
        )
        # a file that still reads well may lack a name: then the places that use the name are the right ones
        if damaged.nonsense and found != self.usual and not _touches(found ^ self.usual, file):
            yield f"no finding in the file: {sorted((each.code, each.span.place) for each in found ^ self.usual)[:5]}"


def _spans(found: Diagnostic) -> Iterator[Span]:
    yield found.span
    yield from (note.span for note in found.notes)
    if found.fix:
        yield found.fix.span


def _touches(found: Iterable[Diagnostic], file: str) -> bool:
    """Whether any finding has a place in the file."""
    return any(span.file == file for each in found for span in _spans(each))


def _is_in(span: Span, texts: dict[str, str]) -> bool:
    """Whether the span lies inside the text of its file; a whole file or folder has no line."""
    if not span.line:
        return True
    if span.file not in texts:
        return False
    lines = lines_with_ends(texts[span.file].removeprefix("\ufeff")) or [""]
    return all(
        _is_place(line, column, lines) for line, column in ((span.line, span.column), (span.end_line, span.end_column))
    )


def _is_place(line: int, column: int, lines: list[str]) -> bool:
    if line == len(lines) + 1:
        return column <= 2
    return 0 < line <= len(lines) and 0 < column <= len(lines[line - 1].rstrip("\r\n")) + 2
