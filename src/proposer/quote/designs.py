"""An arrangement priced at one term: every entry once, and the designs summed from their lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proposer.model.quote import QuoteDesign, QuoteLine
from proposer.quote.arrangement import Arranged, Arrangement
from proposer.quote.lines import PricedEntry, Pricing, lines_of


@dataclass(frozen=True, slots=True)
class PricedDesigns:
    """The designs; every line once, with the number of sites that have it by their state; what each bundle saves a month."""

    designs: tuple[QuoteDesign, ...]
    by_state: tuple[tuple[QuoteLine, Mapping[str, int]], ...]
    bundle_savings: Mapping[str, int]

    @property
    def lines(self) -> list[tuple[QuoteLine, int]]:
        """Every line once, with the number of sites that have it."""
        return [(line, sum(states.values())) for line, states in self.by_state]


def price_designs(pricing: Pricing, arrangement: Arrangement) -> PricedDesigns:
    """All designs at the deal's term. Lines that are alike are one value, however many designs have them."""
    priced = [lines_of(pricing, entry) for entry in arrangement.entries]
    designs = tuple(_design(arranged, priced) for arranged in arrangement.designs)
    by_state = [(line, states) for each, states in zip(priced, arrangement.states, strict=True) for line in each.lines]
    return PricedDesigns(designs, tuple(by_state), _savings(arrangement, priced))


def _design(arranged: Arranged, priced: Sequence[PricedEntry]) -> QuoteDesign:
    """A design summed from its lines, in one go: there are thousands of them."""
    lines = tuple([line for entry in arranged.entries for line in priced[entry].lines])
    monthly = once = value = 0
    for line in lines:
        monthly += line.monthly
        once += line.once
        value += line.contract_value
    return QuoteDesign(arranged.id, arranged.title, arranged.site_ids, lines, monthly, once, value)


def _savings(arrangement: Arrangement, priced: Sequence[PricedEntry]) -> dict[str, int]:
    savings: dict[str, int] = {}
    for entry, each, states in zip(arrangement.entries, priced, arrangement.states, strict=True):
        if each.saved is not None:
            savings[entry.bundle] = savings.get(entry.bundle, 0) + each.saved * sum(states.values())
    return savings
