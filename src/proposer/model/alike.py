"""Options that buy the same: where nothing could be added, one solution has several titles, and a reader wants it once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from proposer.model.quote import Quote, QuoteOption


def groups(quote: Quote) -> tuple[tuple[QuoteOption, ...], ...]:
    """The options in order, those that buy the same together: first the detailed one where it is among them."""
    found: list[list[QuoteOption]] = []
    for option in quote.options:
        like = next((group for group in found if _buy_the_same(group[0], option)), None)
        if like is None:
            found.append([option])
        else:
            like.insert(0 if option.id == quote.selected else len(like), option)
    return tuple(map(tuple, found))


def each_once(quote: Quote) -> Quote:
    """The quote with one option for each solution: in short the least of its like, and without all that they could not add."""
    ids = [option.id for option in quote.options]
    return replace(quote, options=tuple(_one(sorted(g, key=lambda o: ids.index(o.id)), g[0]) for g in groups(quote)))


def _one(alike: Sequence[QuoteOption], shown: QuoteOption) -> QuoteOption:
    missing = dict.fromkeys(text for option in alike for text in option.not_added)
    return replace(shown, in_short=alike[0].in_short, not_added=tuple(missing))


def _buy_the_same(one: QuoteOption, other: QuoteOption) -> bool:
    sums = ((o.term, o.monthly, o.once, o.contract_value, o.individual_cases) for o in (one, other))
    return len(set(sums)) == 1 and _bought(one) == _bought(other)


def _bought(option: QuoteOption) -> list[object]:
    return [
        (design.site_ids, [(line.offering, line.characteristics, line.count, line.far_end) for line in design.lines])
        for design in option.designs
    ]
