"""What of a catalog with errors no error touches, so that it can be checked all the same.

One cause, one message: whatever could be a consequence of an error is left out, rather than checked and then doubted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.load.document import Document, Path, data_at
from proposer.model.catalog import Catalog
from proposer.model.prices import PriceBook, PricingPolicy
from proposer.model.provider import Contract

FRAME = "catalog.yaml"
BOOKS = "price-books/"
TYPES = ("questions.yaml", "tables.yaml", "capabilities.yaml")
SINGLE = (FRAME, *TYPES, "options.yaml")

# stand in for files with errors; nothing is ever quoted by them
NO_POLICY = PricingPolicy(
    version="", waterfall=(), list_term=0, most_negotiated=Decimal(0), approvals=(), validity_days=0, fees=(), fees_note="",
)  # fmt: skip
NO_CONTRACT = Contract((), (), (), (), ())


@dataclass(frozen=True, slots=True)
class Loaded:
    """All that could be read of a catalog's folder, with or without errors."""

    catalog: Catalog | None
    found: tuple[Diagnostic, ...] = ()
    documents: Mapping[str, Document] | None = None

    @property
    def errors(self) -> tuple[Diagnostic, ...]:
        """The findings that keep the catalog from being used."""
        return tuple(each for each in self.found if each.severity is Severity.ERROR)

    @property
    def faulty(self) -> frozenset[str]:
        """The files with errors."""
        return frozenset(each.span.file for each in self.errors)

    @property
    def lost(self) -> frozenset[str]:
        """Offerings with an error in their own file or among their prices, or that a misspelt entry may mean."""
        files = {file.rsplit("/", 1)[-1].removesuffix(".yaml") for file in self.faulty if file.startswith("offerings/")}
        entries = {name for each in self.errors if (name := self._entry(each.span)) is not None}
        meant = {each.nearest for each in self.errors if each.nearest and each.span.file.startswith(BOOKS)}
        return frozenset({*files, *entries, *meant})

    def sound(self) -> Catalog | None:
        """The catalog without whatever an error touches: offerings, their prices, rules; None when that is all."""
        if self.catalog is None or FRAME in self.faulty or not self.errors:
            return self.catalog
        lost, faulty = self.lost, self.faulty
        typed = not faulty & set(TYPES)
        rules = {id_: rule for id_, rule in self.catalog.rules.items() if typed and rule.span.file not in faulty}
        return replace(
            self.catalog,
            offerings={id_: each for id_, each in self.catalog.offerings.items() if id_ not in lost},
            price_books=tuple(self._books(self.catalog.price_books, lost)),
            rules=rules,
            options=self.catalog.options if typed and "options.yaml" not in faulty else (),
        )

    def _books(self, books: Iterable[PriceBook], lost: frozenset[str]) -> Iterator[PriceBook]:
        """The books without the prices that are lost; an error above the prices takes the whole book."""
        spoilt = {each.span.file for each in self.errors if self._entry(each.span) is None}
        for book in books:
            if book.span.file not in spoilt:
                yield replace(book, prices={id_: each for id_, each in book.prices.items() if id_ not in lost})

    def _entry(self, span: Span) -> str | None:
        """The offering among whose prices a place stands."""
        document = (self.documents or {}).get(span.file)
        if document is None or not span.file.startswith(BOOKS):
            return None
        marks = [*_keys(document, ()), *_keys(document, ("prices",))]
        before = [(start, path) for path in marks if (start := document.key_span(path)) <= span]
        path = max(before)[1] if before else ()
        return str(path[1]) if len(path) > 1 else None


def _keys(document: Document, path: Path) -> Iterator[Path]:
    data = data_at(document.data, path)
    yield from ((*path, name) for name in data) if isinstance(data, dict) else ()
