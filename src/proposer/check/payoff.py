"""Benefits of bundles and promotions that are worth nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proposer.dates import Interval
from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.model.catalog import Catalog
from proposer.model.prices import Charge


@dataclass(frozen=True, slots=True)
class _Benefit:
    """What bundles and promotions have in common."""

    what: str
    percent_is_zero: bool
    charge: str
    on: tuple[str, ...]
    terms: frozenset[int]
    valid: Interval
    span: Span


def benefits_pay(catalog: Catalog) -> Iterator[Diagnostic]:
    """Each benefit takes something off a price that it names, while it is valid."""
    for benefit in _benefits(catalog):
        if benefit.percent_is_zero:
            message = f"{benefit.what} takes off 0 %"
            yield Diagnostic("CAT214", message, benefit.span, Severity.WARNING, "write what it takes off, or remove it")
            continue
        idle = [name for name in benefit.on if not _is_priced(catalog, benefit, name)]
        for name in idle:
            word = "monthly" if benefit.charge == "monthly" else "one-time"
            message = f"{benefit.what} takes nothing off `{name}`, which has no {word} price while and where it holds"
            remedy = f"take `{name}` out of `on`, or give it a price"
            yield Diagnostic("CAT214", message, benefit.span, Severity.WARNING, remedy)
    for bundle in catalog.bundles.values():
        for name in (name for name in bundle.on if name not in bundle.members):
            message = f"the bundle `{bundle.id}` takes something off `{name}`, which is none of its members"
            remedy = f"add `{name}: 0..` to its members, or take it out of `on`"
            yield Diagnostic("CAT214", message, bundle.benefit_span, Severity.WARNING, remedy)


def _benefits(catalog: Catalog) -> Iterator[_Benefit]:
    every = frozenset(catalog.terms)
    for bundle in catalog.bundles.values():
        what, zero = f"the bundle `{bundle.id}`", not bundle.percent
        members = tuple(name for name in bundle.on if name in bundle.members)
        yield _Benefit(what, zero, "monthly", members, every, bundle.valid, bundle.benefit_span)
    for promo in catalog.promotions.values():
        if any(book.valid.overlaps(promo.valid) for book in catalog.price_books):
            what, terms = f"the promotion `{promo.id}`", frozenset(promo.terms) or every
            span, zero = promo.benefit_span, not promo.percent and not promo.amount and promo.price is None
            yield _Benefit(what, zero, promo.charge, promo.on, terms, promo.valid, span)


def _is_priced(catalog: Catalog, benefit: _Benefit, name: str) -> bool:
    """Whether some book has a price above nothing to take it off; what is in no book has its own finding."""
    books = [book for book in catalog.price_books if book.valid.overlaps(benefit.valid) and name in book.prices]
    prices = [book.prices[name] for book in books]
    fitting = [price for price in prices if benefit.terms & set(price.terms)]
    charges = [price.monthly if benefit.charge == "monthly" else price.once for price in fitting]
    return not prices or any(charge is not None and _costs(charge) for charge in charges)


def _costs(charge: Charge) -> bool:
    return any(cell.cents for cell in charge.cells.values()) or any(
        tier.cents for tier in (*charge.tiers, *charge.steps)
    )
