"""What a rep adds to a proposal: a note, the customer's logo, annexes left out."""

from __future__ import annotations

from dataclasses import dataclass

OPTIONAL = (
    "sites",
    "network",
    "designs",
    "price",
    "services",
    "levels",
    "plan",
    "fees",
)  # annexes that may be left out
SIGNED = ("schedule", "lines", "assumptions", "terms", "acceptance")  # and those that are what the customer signs


@dataclass(frozen=True, slots=True)
class Touches:
    """`cover_note` is Markdown as it was written; `logo` is a picture drawn anew, as a `data:` address, or nothing."""

    cover_note: str = ""
    logo: str = ""
    without: tuple[str, ...] = ()
