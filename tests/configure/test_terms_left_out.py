"""Terms that are left out of the choice: brute force finds a better answer at the other one, whenever that is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from choice_oracle import best
from choice_worlds import TERM
from term_worlds import LONGER, at_both_terms, best_term

from proposer.configure import Question, is_beaten
from proposer.model.prices import PriceBook
from proposer.pricing import PriceList

WORLDS = 45


def cheaper(question: Question, factor: Decimal) -> Question:
    """The same with every monthly price times a factor, at its term."""
    deal = question.prices.deal
    prices = {
        name: replace(price, monthly=price.monthly and replace(price.monthly, term_factors={deal.term: factor}))
        for name, price in deal.book.prices.items()
    }
    book: PriceBook = replace(deal.book, prices=prices)
    return replace(question, prices=PriceList(replace(deal, book=book)))


@pytest.mark.parametrize("factor", [Decimal(1), Decimal("0.9"), Decimal("1.05")])
def test_what_is_left_out_is_worse(factor: Decimal) -> None:
    said = 0
    for seed in range(WORLDS):
        short, long = at_both_terms(seed, graduated=False)
        long = cheaper(long, factor)
        for question, by, other in ((short, long, LONGER), (long, short, TERM)):
            if is_beaten(question, by):
                said += 1
                taken = best_term([best(short), best(long)], short.objective)
                assert taken is None or taken[0] == other, f"world {seed}"
    assert said >= 3, "too seldom to be a test"
