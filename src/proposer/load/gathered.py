"""One cause, one message: a name that nothing declares is said once, however often it is used."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from proposer.diagnostics import Diagnostic, Note

REFERENCE = "CAT104"
APART = 3  # up to so many uses are each worth a finding
SHOWN = 3


def gathered(found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings, in their order; many unknown references to one name are one that shows some of the others."""
    uses: dict[str, list[Diagnostic]] = {}
    for each in found:
        key = each.message if each.code == REFERENCE else f"{each.code} {len(uses)} {each.span}"
        uses.setdefault(key, []).append(each)
    return tuple(one for same in uses.values() for one in (same if len(same) <= APART else [_first_of(same)]))


def _first_of(same: list[Diagnostic]) -> Diagnostic:
    first, *others = same
    notes = tuple(Note(each.span, "and here") for each in others[:SHOWN])
    message = f"{first.message}, here and at {len(others)} other places"
    return replace(first, message=message, notes=(*first.notes, *notes), fix=None)
