"""Promotions for the first pieces of an account: where these can be counted and are alike.

Why: which pieces are the first ones must bear on no total (`load.graduated`), and what stands where is arranged once for all terms.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from proposer.diagnostics import Diagnostic, Note
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.shapes.offerings import PromotionShape
from proposer.model.catalog import Promotion
from proposer.model.prices import OfferingPrice, PriceBook
from proposer.pricing.limits import is_one_price

CODE = "PRC115"


def check_limit(reader: Reader, shape: PromotionShape, path: Path) -> None:
    """What a limit does not go with in the promotion's own file."""
    benefit, when = shape.benefit, shape.when
    if benefit.of == "once":
        reader.report(CODE, "a limit to pieces is of a monthly charge", path, "remove `limit`", key=True)
    if when.terms or when.states or when.bundle is not None:
        message = "a limit with `terms`, `states` or `bundle`: its pieces would not be the first of the account"
        reader.report(CODE, message, path, "keep one of the two", key=True)
    if len(benefit.on) > 1:
        message = f"one limit for {len(benefit.on)} offerings"
        reader.report(CODE, message, path, "write a promotion for each of them", key=True)


def limits_that_count(books: Iterable[PriceBook], promotions: Collection[Promotion]) -> Iterator[Diagnostic]:
    """A limited promotion is the only one of its offering, which has one price in each book."""
    limited = [(promotion, name) for promotion in promotions if promotion.limit is not None for name in promotion.on]
    first: dict[str, Promotion] = {}
    for promotion, offering in limited:
        if offering in first:
            message = f"two promotions with a limit on `{offering}`"
            notes = (Note(first[offering].benefit_span, "the other one"),)
            yield Diagnostic(CODE, message, promotion.benefit_span, help="keep one of them", notes=notes)
        first.setdefault(offering, promotion)
    for book in books:
        for promotion, offering in limited:
            price = book.prices.get(offering)
            if price is not None and not _is_alike(price):
                message = f"`{offering}` has not one price for all its pieces, and `{promotion.id}` has a limit"
                remedy = "write one monthly price and a one-time price by the piece, or remove `limit`"
                notes = (Note(price.span, "its prices"),)
                yield Diagnostic(CODE, message, promotion.benefit_span, help=remedy, notes=notes)


def _is_alike(price: OfferingPrice) -> bool:
    once = price.once
    open_or_by_line = once is not None and (once.steps or any(cell.cents is None for cell in once.cells.values()))
    return price.monthly is not None and is_one_price(price.monthly) and not open_or_by_line
