"""What to type instead: in words, the name that was meant, and the replacement where it is certain."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from proposer.diagnostics import Fix, Span, did_you_mean, nearest
from proposer.load.document import Document, Path, data_at
from proposer.units import UNITS

_CERTAIN = 0.8  # from here on a name is so near that it can be put right without asking
_ALIKE = 0.75  # from here on a word may be a unit
_REST = re.compile(r",\d{3}(?:\.\d+)?(?![\d.])")
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
        line = document.lines[span.line - 1]
        there, after = line[span.column - 1 : span.end_column - 1], line[span.end_column - 1 :]
        return Fix(span, self.instead) if there == self.written and not _REST.match(after) else None


def meant(name: str, known: Iterable[str], otherwise: str = "") -> Remedy:
    """The nearest of some known names, or a list of them; `otherwise` where none are known."""
    names = sorted(set(known))
    near = difflib.get_close_matches(name, names, n=2, cutoff=_CERTAIN)
    certain = near[0] if len(near) == 1 else ""
    expected = "one of " + ", ".join(f"`{each}`" for each in names) if names else ""
    return Remedy(did_you_mean(name, names) or otherwise, nearest(name, names), expected, name, certain)


def torn_number(document: Document, path: Path) -> tuple[Span, str] | None:
    """A number such as `7,500` in `{price: 7,500}`, torn at its comma so that `500` became a key: its place and text."""
    span = document.key_span(path)
    if data_at(document.data, path) is not None or not 0 < span.line <= len(document.lines):
        return None
    line = document.lines[span.line - 1]
    before = re.search(r"(?<![\w.])\$?\d{1,3}$", line[: span.column - 2])
    if before is None or not _REST.match(line[span.column - 2 :]):
        return None
    whole = replace(span, column=before.start() + 1)
    return whole, line[before.start() : span.end_column - 1]


def torn_in(text: str) -> str:
    """The first number of a row of prices that its comma tears in two; empty when there is none."""
    found = re.search(r"(?<![\w.,])\d{1,3},\d{3}(?:\.\d+)?(?![\d.])", text)
    return found[0] if found else ""


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


def unit_remedy(text: str, unit: str, otherwise: str) -> str | Remedy:
    """The same amount in the unit that was meant, where it is one that fits."""
    written = re.fullmatch(r"\s*([0-9][0-9,.]*)\s*([A-Za-z%/ ]+?)\s*", text)
    guess, certain = unit_meant(written[2]) if written else ("", False)
    if written is None or not guess or UNITS[guess][0] != unit:
        return otherwise
    instead = f"{written[1]} {guess}"
    return Remedy(f"did you mean `{instead}`?", guess, "", text, instead if certain else "")
