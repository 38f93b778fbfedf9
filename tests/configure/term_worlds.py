"""The random worlds at two terms: other prices by the term, and a few offerings that are sold at the shorter one alone.

Which term is best is chosen by the road's own rule; brute force states the rule once more.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from choice_oracle import Answer
from choice_worlds import TERM, world

from proposer.configure import Question, Unsolved
from proposer.model.candidates import Candidates
from proposer.model.configuration import Configuration
from proposer.model.objective import Objective
from proposer.model.prices import OfferingPrice, PriceBook
from proposer.pipeline.whole import rank
from proposer.pricing import PriceList, is_sold

LONGER = 24


def at_both_terms(
    seed: int, objective: Objective | None = None, *, graduated: bool = True
) -> tuple[Question, Question]:
    """A world as it is, or with another objective, and the same at a longer term."""
    question = world(seed, graduated=graduated)
    question = replace(question, objective=objective or question.objective)
    book = _by_term(question.prices.deal.book, random.Random(f"terms {seed}"))  # noqa: S311 - nothing secret
    return _at(question, book, TERM), _at(question, book, LONGER)


def _by_term(book: PriceBook, dice: random.Random) -> PriceBook:
    """Monthly prices that change with the term, each a little otherwise."""
    common = dice.randrange(80, 120)
    prices = {name: _priced(price, common + dice.randrange(-15, 16), dice) for name, price in book.prices.items()}
    return replace(book, prices=prices)


def _priced(price: OfferingPrice, per_cent: int, dice: random.Random) -> OfferingPrice:
    factors: Mapping[int, Decimal] = {TERM: Decimal(1), LONGER: Decimal(per_cent) / 100}
    monthly = price.monthly and replace(price.monthly, term_factors=factors)
    return replace(price, monthly=monthly, terms=(TERM, LONGER) if dice.random() < 0.95 else (TERM,))


def _at(question: Question, book: PriceBook, term: int) -> Question:
    sold = [
        tuple(variant for variant in variants if is_sold(book.prices[variant.offering.id], variant.item, term))
        for variants in question.candidates.variants
    ]
    return replace(
        question,
        prices=PriceList(replace(question.prices.deal, book=book, term=term)),
        candidates=Candidates(tuple(sold), question.candidates.of_site),
    )


def chosen_term(answers: Sequence[Configuration | Unsolved], objective: Objective) -> tuple[int, int] | None:
    """The term that the road takes, and what its answer is worth; None where no term has an answer."""
    found = [answer for answer in answers if isinstance(answer, Configuration)]
    best = min(found, key=lambda answer: rank(answer, objective), default=None)
    return (best.term, best.proof.objective) if best else None


def best_term(answers: Sequence[Answer | None], objective: Objective) -> tuple[int, int] | None:
    """By brute force: over the whole term the least for each month, else the least; of equals the shorter term."""
    found = [(term, answer.value) for term, answer in zip((TERM, LONGER), answers, strict=True) if answer]
    months = {term: term if objective is Objective.TCV else 1 for term, _ in found}
    return min(found, key=lambda pair: (Fraction(pair[1], months[pair[0]]), pair[0]), default=None)
