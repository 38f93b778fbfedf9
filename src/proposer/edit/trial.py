"""A change tried before it is written: the findings that it would bring."""

from __future__ import annotations

import difflib
import shutil
from pathlib import Path
from tempfile import TemporaryDirectory

from proposer.diagnostics import Diagnostic
from proposer.validate import validate


def brought_by(folder: Path, changes: dict[str, str]) -> tuple[Diagnostic, ...]:
    """The findings that a catalog's folder would have with other texts of some files, and has not now."""
    before = {(found.code, found.span.file, found.message) for found in validate(folder).diagnostics}
    with TemporaryDirectory(prefix="proposer-") as aside:
        copy = Path(aside) / "catalog"
        shutil.copytree(folder, copy, ignore=shutil.ignore_patterns(".*"))
        for file, text in changes.items():
            (copy / file).parent.mkdir(parents=True, exist_ok=True)
            (copy / file).write_bytes(text.encode())
        after = validate(copy).diagnostics
    return tuple(found for found in after if (found.code, found.span.file, found.message) not in before)


def difference(file: str, before: str, after: str) -> str:
    """A unified diff of one file."""
    lines = difflib.unified_diff(
        before.splitlines(keepends=True), after.splitlines(keepends=True), f"a/{file}", f"b/{file}", n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)
