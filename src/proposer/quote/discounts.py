"""Which negotiated discounts bear on a quote: those on what it holds. Any other is a warning where it was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from proposer.diagnostics import Diagnostic, Severity
from proposer.model.needs import Discount
from proposer.model.quote import QuoteLine, QuoteOption

IDLE = "QUO115"


def bearing(discounts: Iterable[Discount], lines: Iterable[QuoteLine]) -> list[Discount]:
    """The discounts on what some line has."""
    quoted = {line.offering for line in lines}
    return [discount for discount in discounts if discount.offering in quoted]


def idle(discounts: Iterable[Discount], options: Iterable[QuoteOption]) -> Iterator[Diagnostic]:
    """A warning for each discount on what no option has; nobody is asked to approve it."""
    terms = {option.term: None for option in options}
    quoted = {line.offering for option in options for design in option.designs for line in design.lines}
    for discount in discounts:
        if discount.offering not in quoted:
            months = " or ".join(str(term) for term in terms)
            message = f"the discount on `{discount.offering}` bears on nothing: no option at {months} months has it"
            yield Diagnostic(IDLE, message, discount.span, Severity.WARNING, "take it out, or check its name")
