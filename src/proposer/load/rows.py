"""A scenario's `each:` table: a document for every row, with `$column` replaced by the row's value.

What is replaced is placed at the cell of the table, so that a finding or a failure is shown there.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from proposer.diagnostics import did_you_mean
from proposer.load.decode import Reader
from proposer.load.document import Data, Document, Path, kind_of

EACH = "each"
LONGEST_NAME = 60
MOST_FILLED = 2_000_000  # values of all rows together: every row is a whole document


def rows_of(reader: Reader) -> list[tuple[str, Document]]:
    """A name for each row and its document; without a table the one document, with a faulty one none."""
    document = reader.document
    if not isinstance(document.data, dict) or EACH not in document.data:
        return [("", document)]
    columns = _columns(reader)
    used = _used(reader, columns)
    for name in columns:
        if name not in used:
            reader.report("103", f"no `${name}` uses this column", (EACH, name), "use it, or remove it", key=True)
    if reader.found or not columns:
        return []
    count = len(next(iter(columns.values())))
    if count * len(document.places) > MOST_FILLED:
        reader.report("108", f"a table of {count:,} rows is too long", (EACH,), "split the file", key=True)
        return []
    names = [_name(columns, index) for index in range(count)]
    return [
        (name if names.count(name) == 1 else f"{index + 1}: {name}", _row(document, used, index))
        for index, name in enumerate(names)
    ]


def _columns(reader: Reader) -> dict[str, list[Data]]:
    """The columns, of equal length; what is none is a finding."""
    columns: dict[str, list[Data]] = {}
    table = reader.mapping((EACH,))
    if not table and not reader.found:
        reader.report("103", "a table without columns", (EACH,), "such as `each: {tier: [100 Mbps, 300 Mbps]}`")
    for name, cells in table.items():
        if not isinstance(cells, list) or not cells:
            reader.report("103", f"expected a list of values, got {kind_of(cells)}", (EACH, name))
        elif columns and len(cells) != (length := len(next(iter(columns.values())))):
            message = f"`{name}` has {len(cells)} values, the first column has {length}"
            reader.report("103", message, (EACH, name), "all columns are of one length", key=True)
        else:
            columns[name] = cells
    return columns


def _used(reader: Reader, columns: dict[str, list[Data]]) -> dict[str, list[Path]]:
    """The columns that are used, and where."""
    used: dict[str, list[Path]] = {}
    known = reader.mapping((EACH,))
    for path, value in _scalars(reader.document.data, ()):
        if path[0] == EACH or not isinstance(value, str) or not value.startswith("$") or not value[1:].isidentifier():
            continue
        if value[1:] not in known:
            reader.report("104", f"there is no column `{value[1:]}`", path, did_you_mean(value[1:], columns))
        used.setdefault(value[1:], []).append(path)
    return used


def _scalars(data: Data, path: Path) -> Iterator[tuple[Path, Data]]:
    if isinstance(data, dict | list):
        for step, part in data.items() if isinstance(data, dict) else enumerate(data):
            yield from _scalars(part, (*path, step))
    else:
        yield path, data


def _name(columns: dict[str, list[Data]], index: int) -> str:
    text = ", ".join(str(cells[index]) for cells in columns.values())
    return text if len(text) <= LONGEST_NAME else text[: LONGEST_NAME - 1] + "…"


def _row(document: Document, used: dict[str, list[Path]], index: int) -> Document:
    """The document with the cells of one row in place of the names of their columns."""
    places = dict(document.places)
    cells: dict[Path, Path] = {path: (EACH, name, index) for name, paths in used.items() for path in paths}
    for path, cell in cells.items():
        if cell in places:
            places[path] = (None, places[cell][1])
    table = document.data[EACH] if isinstance(document.data, dict) else {}
    data = _filled(document.data, (), {path: _cell(table, cell) for path, cell in cells.items()})
    rest = {name: part for name, part in data.items() if name != EACH} if isinstance(data, dict) else data
    return replace(document, data=rest, places=places)


def _cell(table: Data, cell: Path) -> Data:
    _, name, index = cell
    column = table.get(str(name)) if isinstance(table, dict) else None
    return column[int(index)] if isinstance(column, list) else None


def _filled(data: Data, path: Path, values: dict[Path, Data]) -> Data:
    if path in values:
        return values[path]
    if isinstance(data, dict):
        return {name: _filled(part, (*path, name), values) for name, part in data.items()}
    if isinstance(data, list):
        return [_filled(part, (*path, index), values) for index, part in enumerate(data)]
    return data
