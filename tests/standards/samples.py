"""The samples that are judged: every example in the editions that ship, or those that somebody asks for."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.append(str(ROOT / "tests" / "quote"))

from example_quotes import (
    EXAMPLES,  # beside the tests of quotes, found by the line above
    catalog,
    quote,
    quote_of,
)

from proposer.gallery.torture import torture
from proposer.load.needs import load_needs
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose import propose

__all__ = [
    "BRANDS",
    "EXAMPLES",
    "LOCALES",
    "PAPERS",
    "ROOT",
    "SMALL",
    "TORTURE",
    "Sample",
    "audiences",
    "quote",
    "samples",
]
BRANDS = tuple(sorted(folder.name for folder in (ROOT / "templates" / "brands").iterdir() if folder.is_dir()))
PAPERS = ("letter", "a4")
LOCALES = ("en_US", "es_US")
TORTURE = "torture"  # the quote that the gallery has besides: long names, huge amounts, nothing
SMALL = "small"  # lists of a single row


def audiences() -> tuple[str, ...]:
    """The readers that ship."""
    import tomllib

    return tuple(tomllib.loads((ROOT / "templates" / "audiences.toml").read_text("utf-8")))


@dataclass(frozen=True, slots=True)
class Sample:
    """One proposal: an example in one edition and one language."""

    example: str
    edition: Edition
    locale: str = "en_US"

    @property
    def name(self) -> str:
        """`clinics meridian letter full en_US`."""
        edition = self.edition
        return f"{self.example} {edition.brand} {edition.paper} {edition.audience} {self.locale}"

    @property
    def quote(self) -> Quote:
        """The example's quote in the sample's language."""
        return replace(_quote(self.example), locale=self.locale)

    def made(self) -> bytes:
        """The PDF."""
        outcome = propose(self.quote, ROOT / "templates", self.edition)
        if outcome.value is None:
            raise ValueError("; ".join(found.message for found in outcome.diagnostics))
        return outcome.value


def _quote(example: str) -> Quote:
    if example == SMALL:
        asked = load_needs(Path(__file__).with_name(f"{SMALL}.yaml"), catalog()).value
        assert asked is not None
        return quote_of(catalog(), asked)
    return torture(quote("clinics")) if example == TORTURE else quote(example)


def samples(
    examples: Sequence[str] = (),
    brands: Sequence[str] = ("meridian",),
    papers: Sequence[str] = ("letter",),
    readers: Sequence[str] = ("full",),
    locales: Sequence[str] = ("en_US",),
) -> Iterator[Sample]:
    """Every combination; all examples when none is named."""
    for example in examples or EXAMPLES:
        for brand in brands:
            for paper in papers:
                for reader in readers:
                    for locale in locales:
                        yield Sample(example, Edition(brand=brand, paper=paper, audience=reader), locale)
