"""Usage that nobody could state."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.diagnostics import Diagnostic, did_you_mean
from proposer.model.catalog import At, Catalog, QuestionType


def usage_is_asked(catalog: Catalog) -> Iterator[Diagnostic]:
    """The usage that a price counts is a question about a site whose answer is a number."""
    numbers = (QuestionType.COUNT, QuestionType.NUMBER)
    known = [path for (at, path), question in catalog.questions.items() if at is At.SITE and question.type in numbers]
    for book in catalog.price_books:
        for price in book.prices.values():
            for usage in price.usage:
                if usage.of not in known:
                    message = (
                        f"the usage `{usage.id}` of `{price.offering}` is of `{usage.of}`, which no site can state"
                    )
                    remedy = did_you_mean(usage.of, known) or "declare it in questions.yaml, below `site:`"
                    yield Diagnostic("PRC212", message, usage.span, help=remedy)
