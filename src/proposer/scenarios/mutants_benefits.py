"""Wrong benefits: a bundle or a promotion dropped, another percentage, other counts, months or days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from proposer.model.catalog import Bundle, Catalog, Promotion
from proposer.money import grouped
from proposer.scenarios.mutants_change import Change


def benefit_changes(catalog: Catalog) -> Iterator[Change]:
    """Each bundle and each promotion: dropped, and with each of its figures off."""
    for bundle in catalog.bundles.values():
        for words, wrong in _of_bundle(bundle):
            yield _bundle_change(bundle, words, wrong)
    for promotion in catalog.promotions.values():
        for words, fault in _of_promotion(promotion):
            yield _promotion_change(promotion, words, fault)


def _of_bundle(bundle: Bundle) -> Iterator[tuple[str, Bundle | None]]:
    yield "dropped", None
    yield f"with {bundle.percent + 1} per cent", replace(bundle, percent=bundle.percent + 1)
    for name in bundle.on if len(bundle.on) > 1 else ():
        yield f"not on {name}", replace(bundle, on=tuple(each for each in bundle.on if each != name))
    for member, (least, most) in bundle.members.items():
        if most is not None and most > least:
            members = {**bundle.members, member: (least, most - 1)}
            yield f"up to {most - 1} of {member}", replace(bundle, members=members)
        if least > 1:
            members = {**bundle.members, member: (least + 1, most)}
            yield f"from {least + 1} of {member} on", replace(bundle, members=members)


def _of_promotion(promotion: Promotion) -> Iterator[tuple[str, Promotion | None]]:
    yield "dropped", None
    if promotion.percent > 1:
        yield f"with {promotion.percent - 1} per cent", replace(promotion, percent=promotion.percent - 1)
    if promotion.amount is not None:
        yield f"of {grouped(promotion.amount + 100)}", replace(promotion, amount=promotion.amount + 100)
    if promotion.price is not None:
        yield f"at {grouped(promotion.price + 100)}", replace(promotion, price=promotion.price + 100)
    for name in promotion.on if len(promotion.on) > 1 else ():
        yield f"not on {name}", replace(promotion, on=tuple(each for each in promotion.on if each != name))
    if promotion.months is not None:
        yield f"for {promotion.months + 1} months", replace(promotion, months=promotion.months + 1)
    if promotion.limit is not None:
        yield f"for {promotion.limit + 1} pieces", replace(promotion, limit=promotion.limit + 1)
    if promotion.valid.end is not None:
        end = promotion.valid.end - timedelta(days=1)
        yield f"until {end}", replace(promotion, valid=replace(promotion.valid, end=end))
    if promotion.new_customers_only:
        yield "for everybody", replace(promotion, new_customers_only=False)
    if promotion.states:
        yield "in any state", replace(promotion, states=())
    if promotion.bundle:
        yield "without its bundle", replace(promotion, bundle="")
    if promotion.terms:
        yield "at any term", replace(promotion, terms=())


def _bundle_change(bundle: Bundle, words: str, wrong: Bundle | None) -> Change:
    def apply(catalog: Catalog) -> Catalog:
        all_of_them = {name: wrong if name == bundle.id else each for name, each in catalog.bundles.items()}
        return replace(catalog, bundles={name: each for name, each in all_of_them.items() if each is not None})

    return Change("benefit", f"bundle `{bundle.id}` {words}", bundle.span, apply, "" if wrong else bundle.id)


def _promotion_change(promotion: Promotion, words: str, wrong: Promotion | None) -> Change:
    def apply(catalog: Catalog) -> Catalog:
        all_of_them = {name: wrong if name == promotion.id else each for name, each in catalog.promotions.items()}
        return replace(catalog, promotions={name: each for name, each in all_of_them.items() if each is not None})

    return Change(
        "benefit", f"promotion `{promotion.id}` {words}", promotion.span, apply, "" if wrong else promotion.id
    )
