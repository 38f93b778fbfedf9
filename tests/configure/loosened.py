"""A question without one of its couplings: where the answer then differs, the coupling was binding."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from proposer.configure import Question
from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import At
from proposer.model.prices import Charge, OfferingPrice
from proposer.pricing import PriceList


def _with_variants(question: Question, change: Callable[[Variant], Variant]) -> Question:
    groups = tuple(tuple(change(variant) for variant in group) for group in question.candidates.variants)
    return replace(question, candidates=Candidates(groups, question.candidates.of_site))


def _without_bundles(question: Question, at: At) -> Question:
    return replace(question, bundles=[bundle for bundle in question.bundles if bundle.per is not at])


def _without_tiers(question: Question) -> Question:
    """Every piece at the price of the first tier."""

    def flat(price: OfferingPrice) -> OfferingPrice:
        if price.monthly is None or not price.monthly.tiers:
            return price
        return replace(price, monthly=Charge(tiers=(replace(price.monthly.tiers[0], most=None),)))

    deal = question.prices.deal
    book = replace(deal.book, prices={name: flat(price) for name, price in deal.book.prices.items()})
    return replace(question, prices=PriceList(replace(deal, book=book)))


def _without_promotions(question: Question) -> Question:
    return replace(question, prices=PriceList(replace(question.prices.deal, promotions=())))


def _without_pool(question: Question, name: str) -> Question:
    def unlinked(variant: Variant) -> Variant:
        return replace(variant, linked={other: amount for other, amount in variant.linked.items() if other != name})

    return _with_variants(question, unlinked)


def _of_offering(question: Question, **changes: object) -> Question:
    return _with_variants(
        question,
        lambda variant: replace(variant, offering=replace(variant.offering, **changes)),  # type: ignore[arg-type] # fields by name
    )


WITHOUT: Mapping[str, Callable[[Question], Question]] = {
    "volume tiers": _without_tiers,
    "bundles at a site": lambda question: _without_bundles(question, At.SITE),
    "bundles over the account": lambda question: _without_bundles(question, At.ACCOUNT),
    "promotions": _without_promotions,
    "capacity at the hub": lambda question: _without_pool(question, "port"),
    "a pool of the account": lambda question: _without_pool(question, "licence"),
    "kind of network": lambda question: _of_offering(question, network=None),
    "growth at a site": lambda question: _with_variants(question, lambda variant: replace(variant, starts=())),
    "budget": lambda question: replace(question, budget=None),
    "exclusions": lambda question: _of_offering(question, excludes=()),
    "requirements": lambda question: _with_variants(question, lambda variant: replace(variant, requires=())),
}
