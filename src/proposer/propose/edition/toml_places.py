"""Where a key of a TOML file is set: its reader keeps no places, and a finding without a line is half a finding."""

from __future__ import annotations

from pathlib import Path

from proposer.diagnostics import Span


def place_of(file: Path, table: str, key: str) -> Span:
    """The line of a key, else that of its table, else the file."""
    found = 0
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        if line.strip() == f"[{table}]":
            found = number
        elif found and line.split("=")[0].strip() == key:
            return Span(str(file), number, line.index(key) + 1)
    return Span(str(file), found)
