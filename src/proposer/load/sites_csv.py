"""Sites from CSV: a header of dotted names, one row a site; an empty cell says nothing."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, Span, did_you_mean, nearest
from proposer.load.answers import Said
from proposer.load.sites import SiteBook

_SPREADSHEET_ERROR = re.compile(r"#(REF|N/A|VALUE|NAME|DIV/0|NUM|NULL|SPILL|CALC)[!?]?")
MOST_CELLS = 1_000_000
MOST_COLUMNS = 1_000
_FLAGS = {"true": True, "yes": True, "false": False, "no": False}


@dataclass(frozen=True, slots=True)
class Row:
    """One record: its cells and the place of each."""

    cells: tuple[str, ...]
    spans: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """Where the record begins."""
        return self.spans[0]


def read_sites_csv(text: str, label: str, book: SiteBook, found: list[Diagnostic]) -> Iterator[tuple[Span, list[Said]]]:
    """What each row says of its site, with the row's place; what is wrong with the file goes to `found`."""
    if text.count(",") + text.count("\n") > MOST_CELLS:
        found.append(Diagnostic("YML107", f"more than {MOST_CELLS:,} cells", Span(label), help="split it"))
        return
    rows = _rows(text, label, found)
    header = next(rows, None)
    if header is None:
        remedy = "its first line names the columns: `id,address.city,internet.down`"
        found.append(Diagnostic("NED120", "the file of sites is empty", Span(label, 1, 1, 1, 1), help=remedy))
        return
    columns = _columns(header, book.known, found)
    if columns is None:
        return
    for row in rows:
        if not any(cell.strip() for cell in row.cells):
            continue
        if len(row.cells) != len(header.cells):
            found.append(_ragged(row, len(header.cells)))
            continue
        yield row.span, list(_said(columns, row, book, found))


def _columns(header: Row, known: frozenset[str], found: list[Diagnostic]) -> dict[int, str] | None:
    """The known columns by index, or None when the header is none."""
    names = [cell.strip() for cell in header.cells]
    if len(names) == 1 and (sign := next((sign for sign in ";\t|" if sign in names[0]), "")):
        shown = {"\t": "tabs"}.get(sign, f"`{sign}`")
        message = f"the cells are separated by {shown}, not by commas"
        found.append(Diagnostic("NED120", message, header.span, help="export it again as CSV with commas"))
        return None
    if "id" not in names:
        near = next((name for name in names if name.lower() == "id"), "")
        remedy = f"write `id`, not `{near}`" if near else "the first line names the columns; one is `id`"
        found.append(Diagnostic("NED120", "the header has no column `id`", header.span, help=remedy))
        return None
    if len(names) > MOST_COLUMNS:
        message = f"the header has {len(names):,} columns"
        found.append(Diagnostic("NED120", message, header.span, help=f"at most {MOST_COLUMNS:,}"))
        return None
    columns: dict[int, str] = {}
    for index, name in enumerate(names):
        if name in columns.values():
            found.append(
                Diagnostic("NED120", f"the column `{name}` stands twice", header.spans[index], help="keep one")
            )
        elif name in known:
            columns[index] = name
        else:
            found.append(_stray_column(name, header.spans[index], known))
    return columns


def _stray_column(name: str, span: Span, known: frozenset[str]) -> Diagnostic:
    if not name:
        return Diagnostic("NED120", "a column without a name", span, help="name it in the first line, or delete it")
    return Diagnostic(
        "NED120", f"unknown column `{name}`", span, help=did_you_mean(name, known), nearest=nearest(name, known)
    )


def _said(columns: dict[int, str], row: Row, book: SiteBook, found: list[Diagnostic]) -> Iterator[Said]:
    for index, name in columns.items():
        text = row.cells[index].replace("\u00a0", " ").strip()
        span = row.spans[index]
        if _SPREADSHEET_ERROR.fullmatch(text) or text.startswith("="):
            what = "a formula" if text.startswith("=") else "a spreadsheet's error"
            remedy = "put the value in the cell, then export again"
            found.append(Diagnostic("NED103", f"`{text}` is {what}, not a value for `{name}`", span, help=remedy))
        elif text:
            yield Said(name, _FLAGS.get(text.lower(), text) if book.is_flag(name) else text, text, span, span)


def _ragged(row: Row, columns: int) -> Diagnostic:
    cells = f"{len(row.cells)} cell" + "s" * (len(row.cells) != 1)
    few = (
        "add commas for empty cells" if len(row.cells) < columns else "a cell with a comma inside goes in double quotes"
    )
    return Diagnostic("NED121", f"this row has {cells}, the header {columns}", row.span, help=few)


def _rows(text: str, label: str, found: list[Diagnostic]) -> Iterator[Row]:
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield Row(tuple(cells), _spans(lines[line - 1], cells, label, line))
            line = reader.line_num + 1
    except csv.Error as error:
        span = Span(label, line, 1, line, len(lines[line - 1].rstrip()) + 1 if line <= len(lines) else 1)
        remedy = "a double quote inside a quoted cell is written twice, and each is closed"
        what = "a cell without an end" if "field limit" in str(error) else f"not CSV: {error}"
        found.append(Diagnostic("NED122", what, span, help=remedy))


def _spans(text: str, cells: list[str], label: str, line: int) -> tuple[Span, ...]:
    """The place of each cell; cells that begin on a later line of their record are placed at its start."""
    starts = _starts(text.rstrip("\r\n"))
    places = (*starts, *[(0, 1)] * (len(cells) - len(starts)))
    return tuple(Span(label, line, start + 1, line, end + 1) for start, end in places[: len(cells)])


def _starts(text: str) -> list[tuple[int, int]]:
    starts, begin, quoted = [], 0, False
    for index, sign in enumerate(text):
        if sign == '"':
            quoted = not quoted
        elif sign == "," and not quoted:
            starts.append((begin, index))
            begin = index + 1
    return [*starts, (begin, max(len(text), begin))]
