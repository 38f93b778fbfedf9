"""Promotions that never win, and those that outlive what they are for."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from proposer.check.orderable import is_ever_sold
from proposer.dates import Interval
from proposer.diagnostics import Diagnostic, Note, Severity, did_you_mean
from proposer.model.catalog import Catalog, Promotion
from proposer.money import grouped

# (charge, for limited months, group): a line takes the best promotion of each kind
Kind = tuple[str, bool, str]


def promotions_win(catalog: Catalog) -> Iterator[Diagnostic]:
    """A line takes one promotion of a kind: each is the best for some offering, day, term and customer."""
    rivals: dict[tuple[Kind, str], list[Promotion]] = {}
    for promotion in catalog.promotions.values():
        for name in promotion.on:
            rivals.setdefault((_kind(promotion), name), []).append(promotion)
    for promotion in catalog.promotions.values():
        better = [_better(promotion, rivals[_kind(promotion), name], catalog) for name in promotion.on]
        named = {each.id: each for each in better if each is not None}
        if named and None not in better:
            others = " and ".join(f"`{name}`" for name in named)
            message = f"the promotion `{promotion.id}` never applies: {others} always takes off at least as much"
            notes = tuple(Note(each.benefit_span, f"`{each.id}` takes off {_words(each)}") for each in named.values())
            remedy = "a line takes one promotion of a kind, the best; part their dates, terms or offerings"
            yield Diagnostic("CAT216", message, promotion.benefit_span, Severity.WARNING, remedy, notes)


def promotions_in_life(catalog: Catalog) -> Iterator[Diagnostic]:
    """A promotion ends with what it is for, and with the last price book at the latest."""
    ends = [book.valid.end for book in catalog.price_books]
    last = None if None in ends else max((end for end in ends if end is not None), default=None)
    for promotion in catalog.promotions.values():
        for name in promotion.on:
            offering = catalog.offerings.get(name)
            if offering is None or not is_ever_sold(catalog, offering):
                continue
            if promotion.valid.outlasts(offering.sold):
                message = (
                    f"the promotion `{promotion.id}` {_until(promotion)}; `{name}` is sold until {offering.sold.end}"
                )
                notes = (Note(offering.sold_span, "sold here"),)
                remedy = "end the promotion with it, or take it from `on`"
                yield Diagnostic("CAT217", message, promotion.valid_span, Severity.WARNING, remedy, notes)
        reached = any(book.valid.overlaps(promotion.valid) for book in catalog.price_books)
        if reached and promotion.valid.outlasts(Interval(None, last)):
            message = f"the promotion `{promotion.id}` {_until(promotion)}; the last price book ends on {last}"
            remedy = "end it then, or add a price book"
            yield Diagnostic("CAT217", message, promotion.valid_span, Severity.WARNING, remedy)


def _kind(promotion: Promotion) -> Kind:
    return promotion.charge, promotion.months is not None, promotion.group


def groups_declared(catalog: Catalog) -> Iterator[Diagnostic]:
    """Each group of promotions has its place in the order in which they come."""
    known = catalog.policy.stacking.groups
    for promotion in catalog.promotions.values():
        if promotion.group and promotion.group not in known:
            message = f"`stacking` in pricing.yaml names no group `{promotion.group}`"
            remedy = did_you_mean(promotion.group, known) or f"add `stacking: {{groups: [{promotion.group}]}}`"
            yield Diagnostic("CAT220", message, promotion.group_span, help=remedy)


def bundles_of_promotions(catalog: Catalog) -> Iterator[Diagnostic]:
    """A promotion for lines that take a bundle is on what that bundle discounts; no other line takes it."""
    for promotion in catalog.promotions.values():
        bundle = catalog.bundles.get(promotion.bundle)
        for name in promotion.on if bundle is not None else ():
            if bundle is not None and name not in bundle.on:
                message = (
                    f"the promotion `{promotion.id}` never applies to `{name}`, which takes no bundle `{bundle.id}`"
                )
                notes = (Note(bundle.benefit_span, f"`{bundle.id}` takes something off {', '.join(bundle.on)}"),)
                remedy = f"take `{name}` out of `on`, or let the bundle take something off it"
                yield Diagnostic("CAT221", message, promotion.benefit_span, Severity.WARNING, remedy, notes)


def _better(promotion: Promotion, rivals: list[Promotion], catalog: Catalog) -> Promotion | None:
    """One that holds whenever a promotion does and takes off as much; of two alike the first id wins."""
    return next((each for each in rivals if each is not promotion and _beats(each, promotion, catalog)), None)


def _beats(one: Promotion, other: Promotion, catalog: Catalog) -> bool:
    terms = set(other.terms or catalog.terms)
    wider = terms <= set(one.terms or catalog.terms) and (other.new_customers_only or not one.new_customers_only)
    wider = wider and one.bundle in ("", other.bundle) and (not one.states or set(other.states) <= set(one.states))
    wider = wider and (bool(other.states) or not one.states)
    wider = wider and (one.limit is None or (other.limit is not None and other.limit <= one.limit))
    if not wider or not one.valid.contains(other.valid) or _measure(one) != _measure(other):
        return False
    return all((_worth(one, term), other.id) > (_worth(other, term), one.id) for term in terms)


def _measure(promotion: Promotion) -> tuple[bool, int | None]:
    """Benefits of one kind can be compared whatever they are taken off; other prices only for the same months."""
    return promotion.amount is not None, None if promotion.price is None else promotion.months or 0


def _worth(promotion: Promotion, term: int) -> Decimal:
    each = promotion.percent + (promotion.amount or 0)
    months = min(promotion.months, term) if promotion.months is not None else 1
    return -Decimal(promotion.price) if promotion.price is not None else each * months


def _until(promotion: Promotion) -> str:
    return f"lasts until {promotion.valid.end}" if promotion.valid.end else "has no end"


def _words(promotion: Promotion) -> str:
    months = f" for {promotion.months} months" if promotion.months is not None else ""
    if promotion.amount is not None:
        return f"{grouped(promotion.amount)}{months}"
    return f"{promotion.percent.normalize():f} %{months}"
