"""An unchanged configuration at other terms: nothing is chosen again, and what no term changes is made once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, Outcome
from proposer.model.configuration import Item
from proposer.model.needs import Needs
from proposer.model.quote import Quote
from proposer.pipeline.known import Known
from proposer.pipeline.whole import unsold_term
from proposer.pricing import PriceList, is_sold
from proposer.quote import PricedOption, Pricing, Standing, whole_quote
from proposer.quote.options import Prepared, prepare, quote_prepared
from proposer.quote.whole import whole_again

NOT_SOLD = "QUO114"


@dataclass(frozen=True, slots=True)
class Repriced:
    """A quote of one option at its own term, from which it is priced at others."""

    known: Known
    needs: Needs
    quote: Quote
    _prepared: Prepared

    def at(self, term: int) -> Outcome[Quote]:
        """The same configuration at another term, proven for none but its own; or what of it is not sold there.

        What is said of customer, sites, services, demands and plan is taken from the quote that there is.
        """
        catalog, needs = self.known.catalog, self.needs
        if term == self.quote.chosen.term:
            return Outcome(self.quote)
        if term not in catalog.terms:
            return Outcome(None, (unsold_term(catalog, term),))
        pricing = _pricing(self.known, needs, term)
        if faults := tuple(_unsold(self._prepared, pricing.prices)):
            return Outcome(None, faults)
        charged = quote_prepared(self._prepared, pricing, needs, self.known.day, self.quote.chosen)
        standing = Standing(self.known.day, self.quote.price_book, (charged[0],), charged[0].id)
        return Outcome(whole_again(self.quote, catalog, needs, standing, charged))


def price_once(known: Known, needs: Needs, priced: PricedOption) -> Repriced:
    """An option quoted at the term of its configuration, ready for others."""
    pricing = _pricing(known, needs, priced.configuration.term)
    prepared = prepare(priced, pricing, needs)
    option, _ = quote_prepared(prepared, pricing, needs, known.day)
    advice = tuple(dict.fromkeys(each.text for each in priced.demands.recommendations))
    standing = Standing(known.day, pricing.prices.deal.book.name, (option,), option.id, advice)
    return Repriced(known, needs, whole_quote(known.catalog, needs, standing), prepared)


def _pricing(known: Known, needs: Needs, term: int) -> Pricing:
    return Pricing(known.catalog, known.shelf(needs, term).prices, known.bundles)


def _unsold(prepared: Prepared, prices: PriceList) -> Iterator[Diagnostic]:
    """A finding for each offering that the book has no price for at a term."""
    book, term = prices.deal.book, prices.deal.term
    pieces: dict[Item, None] = dict.fromkeys(entry.piece for entry in prepared.arrangement.entries)
    unsold = [piece for piece in pieces if not is_sold(book.prices.get(piece.offering), piece, term)]
    for offering in dict.fromkeys(piece.offering for piece in unsold):
        sold = ", ".join(str(months) for months in book.prices[offering].terms)
        message = f"`{offering}` of this configuration is not sold at a term of {term} months"
        yield Diagnostic(NOT_SOLD, message, book.prices[offering].span, help=f"terms: {sold} months")
