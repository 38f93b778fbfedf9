"""A cell of a price table: an amount, or `individual case`."""

from __future__ import annotations

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
        context = error.context or {}
        reader.report(
            "PRC101", str(context.get("message")), path, _remedy(str(context.get("message")), str(context.get("help")))
        )
        return None


def _remedy(message: str, remedy: str) -> str:
    return f"{remedy}, or `{INDIVIDUAL_CASE}`" if message.startswith("expected") else remedy
