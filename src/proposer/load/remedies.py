"""What to type instead: in words, the name that was meant, and the replacement where it is certain."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass

from proposer.diagnostics import Fix, Span, did_you_mean, nearest
from proposer.load.document import Document
from proposer.units import UNITS

_ALIKE = 0.75  # from here on a name is so near that it can be put right without asking
_SPELT = {"bit/s": "bps", "b/s": "bps", "bits": "bps"}


@dataclass(frozen=True, slots=True)
class Remedy:
    """A remedy. `instead` may replace `written`, and only where the file has exactly that text."""

    text: str = ""
    nearest: str = ""
    expected: str = ""
    written: str = ""
    instead: str = ""

    def fix(self, document: Document, span: Span) -> Fix | None:
        """The replacement at a place, if what was written stands there as it is."""
        if not self.instead or not 0 < span.line <= len(document.lines):
            return None
        there = document.lines[span.line - 1][span.column - 1 : span.end_column - 1]
        return Fix(span, self.instead) if there == self.written else None


def meant(name: str, known: Iterable[str], otherwise: str = "") -> Remedy:
    """The nearest of some known names, or a list of them; `otherwise` where none are known."""
    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=2, cutoff=_ALIKE)
    certain = near[0] if len(near) == 1 else ""
    expected = "one of " + ", ".join(f"`{each}`" for each in names) if names else ""
    return Remedy(did_you_mean(name, names) or otherwise, nearest(name, names), expected, name, certain)


def unit_meant(word: str) -> tuple[str, bool]:
    """The unit most like a word, and whether only capitals or the way of writing `per second` differ."""
    folded = {unit.lower(): unit for unit in UNITS}
    plain = word.lower().replace(" ", "")
    for spelt, usual in _SPELT.items():
        plain = plain.removesuffix(spelt) + usual if plain.endswith(spelt) else plain
    if plain in folded:
        return folded[plain], True
    near = difflib.get_close_matches(word.lower(), folded, n=1, cutoff=_ALIKE)
    return (folded[near[0]] if near else ""), False
