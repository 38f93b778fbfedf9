"""Tables of a PDF as a reader is told of them: one table, whatever its pages; heads that say what they head."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from proposer.propose.pdf.parts import Entry, Row, Written, attribute, boxes, entry_at

SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


class Tables:
    """Mends the tables of one document, page by page.

    The engine makes a table of each page's part of a table. Here the parts become one again, so that its head is read
    once; the heads that it repeats are left loose.
    """

    def __init__(self, pdf: Written) -> None:
        self.pdf = pdf
        self.first: dict[object, bytes] = {}  # the table that has a part on an earlier page, by its element in the HTML

    def mend(self, page: object) -> None:
        """Mend all tables of a page, those within tables as well."""
        for box in boxes(page):
            if getattr(box, "element_tag", None) == "table" and not getattr(box, "is_table_wrapper", False):
                groups = [cells for group in getattr(box, "children", ()) if (cells := list(_marked_cells(group)))]
                if attribute(box, "role") == "presentation":
                    _flatten(self.pdf, [mark for cells in groups for mark, _ in cells])
                elif groups:
                    for mark, scope in (cell for cells in groups for cell in cells):
                        _head(mark, scope)
                    self._join(getattr(box, "element", None), [cells[0][0] for cells in groups])

    def _join(self, element: object, firsts: list[Entry]) -> None:
        """Hang the groups of rows that `firsts` begin under the part of the table that came first."""
        groups = [cast("bytes", entry_at(self.pdf, first["P"])["P"]) for first in firsts]
        table = cast("bytes", entry_at(self.pdf, groups[0])["P"])
        whole = self.first.setdefault(element, table)
        if whole == table:
            return
        for group in groups:
            if entry_at(self.pdf, group)["S"] == "/TBody":
                entry_at(self.pdf, group)["P"] = whole
                cast("Row", entry_at(self.pdf, whole)["K"]).append(group)
        cast("Row", entry_at(self.pdf, entry_at(self.pdf, table)["P"])["K"]).remove(table)


def _marked_cells(group: object) -> Iterator[tuple[Entry, str]]:
    """The cells of a group of rows: each one's structure element, and what it is the head of."""
    for row in getattr(group, "children", ()):
        for cell in getattr(row, "children", ()):
            if (mark := getattr(cell, "mark", None)) is not None:
                yield mark, attribute(cell, "scope")


def _head(mark: Entry, scope: str) -> None:
    """Say whose head a cell is. That suffices, so the lists of heads in each cell go."""
    attributes = cast("Entry", mark["A"])
    attributes.pop("Headers", None)
    mark.pop("ID", None)
    if mark["S"] == "/TH" and scope in SCOPES:
        attributes["Scope"] = SCOPES[scope]
    if len(attributes) == 1:  # only the owner is left
        del mark["A"]


def _flatten(pdf: Written, cells: list[Entry]) -> None:
    """A table that only places things: its cells are read one after the other, and nothing calls itself a table."""
    for cell in cells:
        cell["S"] = "/Div"
        cell.pop("A", None)
        cell.pop("ID", None)
        above = entry_at(pdf, cell["P"])
        while above["S"] in ("/TR", "/TBody", "/THead", "/TFoot"):
            above["S"] = "/NonStruct"
            above = entry_at(pdf, above["P"])
        if above["S"] == "/Table":
            above["S"] = "/Div"
