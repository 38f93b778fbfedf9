"""Text hangs in its paragraph or cell itself: the engine gives each run of text an element of its own, which says nothing.

Why: these are nearly half of a document's objects. Without them it is a quarter smaller, and is put together in less memory.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import cast

from proposer.propose.pdf.parts import Entry, Row

HOLDERS = {"/P", "/TD", "/TH", "/LBody", "/Lbl", "/Span", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6"}
MEANING_NOTHING = {"/Span", "/NonStruct"}
SAYING_NOTHING = {"Type", "S", "P", "K", "Pg"}


def hang_text_in_its_holder(objects: Sequence[object], owners: Row) -> None:
    """Take away elements that only hold text; `owners` has each page's number, then the elements of its marked pieces.

    Inner elements come after outer ones, so they go first.
    """
    new_owner: dict[object, object] = {}
    for number in range(len(objects) - 1, 0, -1):
        part = objects[number]
        reference = f"{number} 0 R".encode()
        if _only_holds_text(part) and (holder := _holder(objects, cast("Entry", part), reference)) is not None:
            entry = cast("Entry", part)
            new_owner[reference] = entry["P"]
            holder.setdefault("Pg", entry["Pg"])
            kids = cast("Row", holder["K"])
            kids[kids.index(reference) : kids.index(reference) + 1] = cast("Row", entry["K"])
            entry.clear()
    for on_page in _rows(owners):
        on_page[:] = [_last(new_owner, owner) for owner in on_page]


def _only_holds_text(part: object) -> bool:
    """Whether an element is of a kind without a meaning, with marked pieces only, and neither named nor described."""
    if not isinstance(part, dict) or part.get("S") not in MEANING_NOTHING or not SAYING_NOTHING.issuperset(part):
        return False
    return "Pg" in part and all(isinstance(kid, int) for kid in cast("Row", part["K"]))


def _holder(objects: Sequence[object], part: Entry, reference: bytes) -> Entry | None:
    """The element above, if text may stand in it and it stands on the same page."""
    above = _above(objects, part)
    if above is None or above.get("Pg", part["Pg"]) != part["Pg"]:
        return None
    around = _above(objects, above) if above.get("S") == "/NonStruct" else above  # which is taken away next
    if around is None or around.get("S") not in HOLDERS:
        return None
    return above if reference in cast("Row", above["K"]) else None


def _above(objects: Sequence[object], part: Entry) -> Entry | None:
    above = objects[int(cast("bytes", part["P"]).split()[0])] if "P" in part else None
    return above if isinstance(above, dict) else None


def _rows(owners: Row) -> Iterator[Row]:
    return (cast("Row", each) for each in owners if isinstance(each, list))


def _last(new_owner: dict[object, object], owner: object) -> object:
    while owner in new_owner:
        owner = new_owner[owner]
    return owner
