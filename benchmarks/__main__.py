"""Measure all, print the table, write it into the documents; the exit code is 1 when a limit is not held."""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.rows import ALL, ROOT, Row

DOCUMENTS = ("README.md", "docs/performance.md")
START, END = "<!-- bench -->", "<!-- /bench -->"


def main() -> int:
    """Each measure in turn; all are made even when one misses its limit."""
    rows = list(_measured())
    text = table(rows)
    print(text)
    for name in DOCUMENTS:
        document = ROOT / name
        document.write_text(between_marks(document.read_text("utf-8"), text), encoding="utf-8")
    return 0 if all(row.held for row in rows) else 1


def _measured() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for measure in ALL:
            print(f"{measure.__name__} …", file=sys.stderr)
            yield from measure(Path(folder))


def table(rows: Sequence[Row]) -> str:
    """Markdown, with the machine and the day below."""
    lines = ["| what | measured | against | result | limit | |", "| --- | --- | --- | --- | --- | --- |"]
    lines += [
        f"| {r.what} | {r.measured} | {r.against} | **{r.figure}** | {r.limit} | {'held' if r.held else 'MISSED'} |"
        for r in rows
    ]
    day = datetime.now(tz=UTC).date()
    lines += ["", f"Medians; {platform.system()} {platform.machine()}, Python {platform.python_version()}, {day}."]
    return "\n".join(lines)


def between_marks(document: str, text: str) -> str:
    """The document with what stands between its marks replaced."""
    before, _, rest = document.partition(START)
    _, mark, after = rest.partition(END)
    if not mark:
        raise ValueError(f"no {START} … {END} in the document")
    return f"{before}{START}\n{text}\n{mark}{after}"


if __name__ == "__main__":
    sys.exit(main())
