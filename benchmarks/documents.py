"""Where the tables stand in the documents, and on what machine they were made."""

from __future__ import annotations

import platform
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]


def write_between_marks(name: str, mark: str, text: str) -> None:
    """Replace what stands between a document's marks."""
    document = ROOT / name
    document.write_text(between_marks(document.read_text("utf-8"), mark, text), encoding="utf-8")


def between_marks(document: str, mark: str, text: str) -> str:
    """The document with what stands between its marks replaced."""
    start, end = f"<!-- {mark} -->", f"<!-- /{mark} -->"
    before, _, rest = document.partition(start)
    _, found, after = rest.partition(end)
    if not found:
        raise ValueError(f"no {start} … {end} in the document")
    return f"{before}{start}\n{text}\n{end}{after}"


def machine_and_day() -> str:
    """What stands below a table."""
    day = datetime.now(tz=UTC).date()
    return f"{platform.system()} {platform.machine()}, Python {platform.python_version()}, {day}."
