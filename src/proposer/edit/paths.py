"""Where a value stands: `FILE:key.key[entry]`, such as `us-2026-h2:prices.business-internet.monthly."300 Mbps"[36]`.

The file is its path in the catalog, or its name without `.yaml` when only one file has it (scenarios
apart). Keys are set apart by dots; a key
with a dot or a bracket in it goes in double quotes. An entry of a list is named in brackets: in a row of a price grid by the
value above its column, elsewhere by its number from 0.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from proposer.diagnostics import Diagnostic, Outcome, did_you_mean
from proposer.load.document import Data, Document, Path, data_at, kind_of
from proposer.load.folder import SCENARIOS

T = TypeVar("T")
_STEP = re.compile(r'\.?"(?P<quoted>[^"]+)"|\.?(?P<plain>[^.\["]+)|\[(?P<entry>[^\]]+)\]')


@dataclass(frozen=True, slots=True)
class Target:
    """A path before it is looked up: the file as named, the steps as typed; entries of lists in brackets apart."""

    file: str
    steps: tuple[tuple[str, bool], ...]  # (text, whether it stood in brackets)


def read_target(text: str) -> Outcome[Target]:
    """The parts of a path."""
    file, colon, rest = text.partition(":")
    found = list(_STEP.finditer(rest))
    if not colon or not file or not found or "".join(each[0] for each in found) != rest:
        remedy = 'such as `business-internet:words.in_short`, or `us-2026-h2:prices.sd-wan.monthly."200 Mbps"[12]`'
        return _lost(f"`{text}` is no path to a value", remedy)
    return Outcome(Target(file, tuple(_step(each) for each in found)))


def file_of(target: Target, files: Iterable[str]) -> Outcome[str]:
    """The file that a path names."""
    known = list(files)
    if target.file in known:
        return Outcome(target.file)
    stems = {file: file.rsplit("/", 1)[-1].removesuffix(".yaml") for file in known}
    fitting = [file for file, stem in stems.items() if stem == target.file and not file.startswith(SCENARIOS)]
    if len(fitting) == 1:
        return Outcome(fitting[0])
    if fitting:
        return _lost(f"several files are called `{target.file}`", f"name one of {', '.join(fitting)}")
    return _lost(f"there is no file `{target.file}`", did_you_mean(target.file, [*known, *stems.values()]))


def place_of(document: Document, target: Target) -> Outcome[Path]:
    """The place that the steps lead to."""
    path: Path = ()
    for text, bracketed in target.steps:
        data = data_at(document.data, path)
        if isinstance(data, dict) and not bracketed and text in data:
            path = (*path, text)
        elif isinstance(data, list) and bracketed and (index := _entry(document, path, data, text)) is not None:
            path = (*path, index)
        else:
            return _missing(document, path, data, text)
    return Outcome(path)


def _entry(document: Document, path: Path, row: list[Data], text: str) -> int | None:
    """The position of an entry: below a column of a price grid, else by number."""
    columns = _columns(document, path)
    if columns and len(columns) == len(row):
        return columns.index(text) if text in columns else None
    return int(text) if text.isdigit() and int(text) < len(row) else None


def _columns(document: Document, path: Path) -> list[str]:
    """What stands above the columns of the price grid around a row; empty outside of one."""
    for end in range(len(path) - 1, -1, -1):
        grid = data_at(document.data, path[:end])
        if isinstance(grid, dict) and "by" in grid:
            axes = grid["by"] if isinstance(grid["by"], list) else [grid["by"]]
            header = (*path[:end], str(axes[-1]))
            values = data_at(document.data, header)
            count = len(values) if isinstance(values, list) and header != path else 0
            return [document.written((*header, index)) for index in range(count)]
    return []


def _missing(document: Document, path: Path, data: Data, text: str) -> Outcome[Path]:
    where = ".".join(map(str, path)) or document.file
    if isinstance(data, dict):
        return _lost(f"there is no `{text}` in `{where}`", did_you_mean(text, data))
    if isinstance(data, list):
        columns = _columns(document, path) or [str(index) for index in range(len(data))]
        return _lost(f"there is no entry `[{text}]` in `{where}`", f"there are {', '.join(f'[{c}]' for c in columns)}")
    return _lost(f"`{where}` is {kind_of(data)}, and has no `{text}`", "leave out the last step")


def _step(found: re.Match[str]) -> tuple[str, bool]:
    entry = found["entry"]
    return (entry.strip().strip('"'), True) if entry else (found["quoted"] or found["plain"], False)


def _lost(message: str, remedy: str) -> Outcome[T]:
    return Outcome(None, (Diagnostic("EDT101", message, help=remedy),))
