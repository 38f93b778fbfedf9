"""Whether a brand's texts can be read on their grounds: the ratio of their luminances, as WCAG 2 defines it."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import floor
from pathlib import Path

from proposer.diagnostics import Diagnostic, Severity
from proposer.propose.edition.brand import Brand
from proposer.propose.edition.toml_places import place_of

FAINT = "TPL704"
LEAST = 4.5
REMEDY = "choose a darker text or a lighter ground, or the other way round"
PAIRS = (
    ("ink", "paper"), ("ink", "tint"), ("muted", "paper"), ("muted", "tint"), ("accent", "paper"), ("primary", "paper"),
    ("warning", "paper"), ("on_primary", "primary"), ("on_primary_soft", "primary"), ("ink", "primary_soft"),
)  # fmt: skip


def contrast_faults(brand: Brand, file: Path) -> Iterator[Diagnostic]:
    """The pairs of text and ground whose contrast is too low, each at the line of the text's colour."""
    for text, ground in PAIRS:
        if text in brand.colours and ground in brand.colours:
            ratio = contrast(brand.colours[text], brand.colours[ground])
            if ratio < LEAST:
                message = f"`{text}` on `{ground}` has a contrast of {shown(ratio)}, and text needs {LEAST}"
                yield Diagnostic(FAINT, message, place_of(file, "colours", text), Severity.WARNING, help=REMEDY)


def shown(ratio: float) -> str:
    """A ratio as it is told: never rounded up to what it misses."""
    return f"{floor(ratio * 10) / 10:.1f}"


def contrast(one: str, other: str) -> float:
    """From 1 for the same colour to 21 for black on white."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _luminance(colour: str) -> float:
    shares = (float(Fraction(int(colour[at : at + 2], 16), 255)) for at in (1, 3, 5))
    red, green, blue = (s / 12.92 if s <= 0.04045 else ((s + 0.055) / 1.055) ** 2.4 for s in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
