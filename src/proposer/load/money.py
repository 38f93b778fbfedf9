"""A cell of a price table: an amount, or `individual case`."""

from __future__ import annotations

from dataclasses import replace

from pydantic_core import PydanticCustomError

from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.shapes.fields import as_money
from proposer.model.prices import Cell

INDIVIDUAL_CASE = "individual case"


def cell_at(reader: Reader, path: Path) -> Cell | None:
    """The price at a path, or None with a finding."""
    data = reader.at(path)
    span = reader.document.span(path)
    if data == INDIVIDUAL_CASE:
        return Cell(None, span)
    try:
        return Cell(as_money(data), span)
    except PydanticCustomError as error:
        reader.refuse(error, path, "PRC101")
        last = reader.found[-1]
        if last.message.startswith("expected"):
            reader.found[-1] = replace(last, help=f"{last.help}, or `{INDIVIDUAL_CASE}`")
        return None
