"""What a customer should know before they sign: nothing here is in the small print alone."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.model.quote import Quote
from proposer.propose.content.contract import ENDING, MISSING
from proposer.propose.content.estimates import dates_to_know
from proposer.propose.content.wording import Wording, sentence


def risks_of(quote: Quote, say: Wording, most: int = 0) -> tuple[str, ...]:
    """The points, the gravest first; `most` of them, the rest counted."""
    return say.first(tuple(_risks(quote, say)), most)


def _risks(quote: Quote, say: Wording) -> Iterator[str]:
    option = quote.chosen
    if option.over_budget:
        yield say.phrase("risks.budget", amount=say.money(option.over_budget))
    if option.individual_cases:
        yield say.counted("risks.cases", len(option.individual_cases))
    if quote.contract.open_points:
        points = [say.quoted(point, *MISSING) for point in quote.contract.open_points]
        yield say.phrase("risks.open", points=say.listed(points, 3))
    ends = quote.customer.today_contract_ends
    if ends is not None and ends > quote.as_of:
        yield say.phrase("risks.contract", date=say.day(ends))
    yield from dates_to_know(quote, say)
    if quote.contract.early_termination:
        yield say.phrase("risks.ending", rule=sentence(say.quoted(quote.contract.early_termination[0], *ENDING)))
