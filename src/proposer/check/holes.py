"""Every orderable value at every term on every access has its price, and every price its order."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.check.orderable import Key, elsewhere, in_words, keys_of
from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import Cell, Charge, OfferingPrice

NAMED = 4


def orderable_is_priced(catalog: Catalog) -> Iterator[Diagnostic]:
    """Holes and dead rows of all price tables, one finding each table."""
    for position, book in enumerate(catalog.price_books):
        since = f" from {book.valid.start}" if position else ""
        for name, price in book.prices.items():
            offering = catalog.offerings.get(name)
            if offering is not None:
                yield from _charges(offering, price, since)


def _charges(offering: Offering, price: OfferingPrice, since: str) -> Iterator[Diagnostic]:
    for word, charge in (("monthly", price.monthly), ("one-time", price.once)):
        if charge is None:
            continue
        due = keys_of(offering, price, charge) if charge.cells else ()
        holes = [key for key in due if key not in charge.cells and elsewhere(charge, key) not in charge.cells]
        if holes:
            what = f"no {word} price of `{offering.id}` for {_listed(charge, holes)}{since}"
            yield _hole(what, charge, offering, _before(charge, due, holes[0]))
        orderable = {*due, *(elsewhere(charge, key) for key in due)}
        dead = [key for key in charge.cells if key not in orderable] if charge.by else []
        if dead:
            message = f"a {word} price of `{offering.id}` for what cannot be ordered: {_listed(charge, dead)}"
            remedy = "remove it, or let the offering have that value"
            yield Diagnostic("PRC205", message, charge.cells[dead[0]].span, Severity.WARNING, remedy)
        unsold = [term for term in price.terms if charge.term_factors and term not in charge.term_factors]
        if unsold:
            message = f"no {word} price of `{offering.id}` at {unsold[0]} months{since}"
            yield Diagnostic("PRC204", message, charge.span, help=f"add `{unsold[0]}: …` to `term_factors`")


def _hole(what: str, charge: Charge, offering: Offering, before: Cell | None) -> Diagnostic:
    notes = (Note(offering.span, "what can be ordered is declared here"),) if len(charge.by) else ()
    notes = (Note(before.span, "the last price before it"), *notes) if before is not None else notes
    remedy = "add the price, or `individual case`"
    return Diagnostic("PRC204", what, charge.span, help=remedy, notes=notes)


def _before(charge: Charge, due: tuple[Key, ...], hole: Key) -> Cell | None:
    """The nearest price in front of a hole, where whoever mends it looks."""
    priced = [key for key in due[: due.index(hole)] if key in charge.cells]
    return charge.cells[priced[-1]] if priced else None


def _listed(charge: Charge, keys: list[Key]) -> str:
    words = list(in_words(charge, keys))
    return "; ".join(words[:NAMED]) + (f", and {len(words) - NAMED} more" if len(words) > NAMED else "")
