"""Which edition of a proposal is made: in whose look, on what paper, for which reader.

Why apart from the quote: one quote has many editions, and none of them changes a figure.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Edition:
    """How a proposal is made; the same edition of the same quote is the same file."""

    brand: str = "meridian"  # a folder of templates/brands
    paper: str = "letter"  # letter or a4
    language: str = ""  # `es`, or a locale such as `es_MX`; that of the quote when empty
    audience: str = "full"  # a table of templates/audiences.toml
    esign: str = ""  # who is to collect the signatures: docusign, adobe, fields, or a pen

    @property
    def marks(self) -> tuple[str, ...]:
        """What it is called beside the usual edition: nothing where it is that one."""
        said = (self.audience, self.brand, self.paper, self.language)
        usual = ("full", "meridian", "letter", "")
        return tuple(mark for mark, plain in zip(said, usual, strict=True) if mark != plain)
