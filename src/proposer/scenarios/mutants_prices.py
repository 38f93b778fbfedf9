"""Wrong prices: a cell or a tier a tenth dearer, the end of a tier moved, a term's factor off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from proposer.diagnostics import Span
from proposer.model.catalog import Catalog
from proposer.model.prices import Charge, OfferingPrice, PriceBook
from proposer.money import grouped
from proposer.scenarios.mutants_change import Change


def price_changes(catalog: Catalog) -> Iterator[Change]:
    """Each price of each book, each tier and each factor once."""
    for book in catalog.price_books:
        for price in book.prices.values():
            for name, charge in (("monthly", price.monthly), ("once", price.once)):
                if charge is not None:
                    yield from _of_charge(book, price, name, charge)


def _of_charge(book: PriceBook, price: OfferingPrice, name: str, charge: Charge) -> Iterator[Change]:
    for key, cell in charge.cells.items():
        if cell.cents is not None:
            dearer = replace(cell, cents=_dearer(cell.cents))
            changed = replace(charge, cells={**charge.cells, key: dearer})
            where = " at " + ", ".join(key) if key else ""
            words = f"{name} of `{price.offering}`{where}: {grouped(cell.cents)} → {grouped(_dearer(cell.cents))}"
            yield _change(book, price, name, changed, f"{words} ({book.id})", cell.span)
    for index, tier in enumerate(charge.tiers):
        last = "more" if tier.most is None else f"up to {tier.most}"
        words = f"{name} of `{price.offering}` for {last}: {grouped(tier.cents)} → {grouped(_dearer(tier.cents))}"
        faults = [(replace(tier, cents=_dearer(tier.cents)), words)]
        if tier.most is not None:
            faults.append((replace(tier, most=tier.most - 1), f"tier of `{price.offering}` ends at {tier.most - 1}"))
        for fault, said in faults:
            tiers = (*charge.tiers[:index], fault, *charge.tiers[index + 1 :])
            change = _change(book, price, name, replace(charge, tiers=tiers), f"{said} ({book.id})", tier.span)
            yield replace(change, only_with=price.offering if fault.most == tier.most else "")
    for index, step in enumerate(charge.steps):
        steps = (*charge.steps[:index], replace(step, cents=_dearer(step.cents)), *charge.steps[index + 1 :])
        words = (
            f"{name} of `{price.offering}`, step {index + 1}: {grouped(step.cents)} → {grouped(_dearer(step.cents))}"
        )
        yield _change(book, price, name, replace(charge, steps=steps), f"{words} ({book.id})", step.span)
    for months, factor in charge.term_factors.items():
        wrong = factor + Decimal("0.03")
        changed = replace(charge, term_factors={**charge.term_factors, months: wrong})
        words = f"factor of `{price.offering}` at {months} months: {factor} → {wrong} ({book.id})"
        yield _change(book, price, name, changed, words, charge.span)


def _dearer(cents: int) -> int:
    return cents + max(cents // 10, 100)


def _change(book: PriceBook, price: OfferingPrice, name: str, changed: Charge, words: str, span: Span) -> Change:
    priced = replace(price, monthly=changed) if name == "monthly" else replace(price, once=changed)

    def apply(catalog: Catalog) -> Catalog:
        wrong = replace(book, prices={**book.prices, price.offering: priced})
        return replace(catalog, price_books=tuple(wrong if b.id == book.id else b for b in catalog.price_books))

    return Change("price", words, span, apply, price.offering)
