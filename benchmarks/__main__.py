"""Measure all, print the table, write it into the documents; the exit code is 1 when a limit is not held."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from benchmarks.documents import write_between_marks
from benchmarks.row import Row, table
from benchmarks.rows import ALL

DOCUMENTS = ("README.md", "docs/performance.md")


def main() -> int:
    """Each measure in turn; all are made even when one misses its limit."""
    rows = list(_measured())
    text = table(rows)
    print(text)
    for name in DOCUMENTS:
        write_between_marks(name, "bench", text)
    return 0 if all(row.held for row in rows) else 1


def _measured() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        for measure in ALL:
            print(f"{measure.__name__} …", file=sys.stderr)
            yield from measure(Path(folder))


if __name__ == "__main__":
    sys.exit(main())
