"""What cannot stand beside graduated steps over a site or the account.

Why: all pieces that are counted together must cost the same in the same step; else it would matter which of them are the cheaper ones, and no order of sites is
there for that.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

from proposer.diagnostics import Diagnostic, Note
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.model.catalog import At, Bundle, Promotion
from proposer.model.prices import Charge, PriceBook

ACCOUNT = "account"
REMEDY = "count its steps over the site"


def check_beside_graduated(reader: Reader, name: str, charges: tuple[Charge, Charge], path: Path) -> None:
    """Beside monthly steps that go on from line to line the one-time charge is by the piece, and over the account a price everywhere."""
    monthly, once = charges
    if monthly.graduated and once.steps:
        message = f"the one-time charge of `{name}` is by the line, and its monthly steps go on from line to line"
        reader.report("PRC114", message, path, "price it by the piece", key=True)
    if monthly.graduated and monthly.counted_over == ACCOUNT and any(c.cents is None for c in once.cells.values()):
        message = f"pieces of `{name}` without a one-time price, and its monthly steps are counted over the account"
        reader.report("PRC114", message, path, f"give all a price, or {REMEDY}", key=True)


def apart_from_the_account(
    books: Iterable[PriceBook], bundles: Iterable[Bundle], promotions: Collection[Promotion]
) -> Iterator[Diagnostic]:
    """Bundles and promotions that hold at some sites alone, on what is counted over the account."""
    limited = {name for promotion in promotions if promotion.limit is not None for name in promotion.on}
    charges = [
        (price.offering, price.monthly)
        for book in books
        for price in book.prices.values()
        if price.monthly is not None and (price.graduated_over == ACCOUNT or price.offering in limited)
    ]
    known = {bundle.id: bundle for bundle in bundles}
    local = [(f"the bundle `{b.id}`", b.on, b.benefit_span) for b in known.values() if b.per is At.SITE]
    local += [
        (f"the promotion `{p.id}`", p.on, p.benefit_span)
        for p in promotions
        if p.limit is None and (p.states or (p.bundle in known and known[p.bundle].per is At.SITE))
    ]
    for what, on, span in local:
        for offering, charge in charges:
            if offering in on:
                message = (
                    f"{what} holds at some sites alone, and the pieces of `{offering}` are counted over the account"
                )
                remedy = f"take `{offering}` out of `on`, or count no pieces of it over the account"
                yield Diagnostic("PRC114", message, span, help=remedy, notes=(Note(charge.span, "their price"),))
