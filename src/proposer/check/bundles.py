"""Bundles whose members can never be there together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import reduce

from proposer.check.orderable import is_ever_sold
from proposer.dates import Interval
from proposer.diagnostics import Diagnostic, Note, Severity
from proposer.model.catalog import At, Bundle, Catalog, Offering
from proposer.units import plain

_HERE = (At.SITE, At.LINK)


def bundle_together(catalog: Catalog) -> Iterator[Diagnostic]:
    """The members that a bundle asks for are sold at one place, on one day, for one term."""
    terms = _terms_of(catalog)
    for bundle in catalog.bundles.values():
        needed = [catalog.offerings[m] for m, (least, _) in bundle.members.items() if least and m in catalog.offerings]
        if not all(is_ever_sold(catalog, offering) for offering in needed):
            continue
        if needed and (reason := _reason(catalog, bundle, needed, terms)):
            message = f"the bundle `{bundle.id}` can never hold: {reason}"
            yield Diagnostic("CAT215", message, bundle.members_span, help="mend its members, or remove it")


def bundles_win(catalog: Catalog) -> Iterator[Diagnostic]:
    """A line takes one bundle, the best: each is the best for some offering in some order."""
    rivals: dict[str, list[Bundle]] = {}
    for bundle in catalog.bundles.values():
        for name in bundle.on:
            rivals.setdefault(name, []).append(bundle)
    for bundle in catalog.bundles.values():
        better = [next((other for other in rivals[name] if _beats(other, bundle)), None) for name in bundle.on]
        named = {each.id: each for each in better if each is not None}
        if named and None not in better:
            message = f"the bundle `{bundle.id}` never applies: {_listed(named)} holds whenever it does, and takes off as much"
            notes = tuple(
                Note(each.benefit_span, f"`{each.id}` takes off {plain(each.percent)} %") for each in named.values()
            )
            remedy = "a line takes one bundle, the best; take off more, or remove it"
            yield Diagnostic("CAT219", message, bundle.benefit_span, Severity.WARNING, remedy, notes)


def _beats(one: Bundle, other: Bundle) -> bool:
    """Whether one holds whenever the other does and takes off as much; of two alike the first id wins."""
    if one is other or (one.percent, other.id) <= (other.percent, one.id) or one.per is not other.per:
        return False
    held = (_within(other.members.get(name), wanted) for name, wanted in one.members.items())
    return one.valid.contains(other.valid) and all(held)


def _within(given: tuple[int, int | None] | None, wanted: tuple[int, int | None]) -> bool:
    """Whether every count that one bundle allows is allowed by the other; one that is not named can be any."""
    least, most = given or (0, None)
    return least >= wanted[0] and (wanted[1] is None or (most is not None and most <= wanted[1]))


def _reason(catalog: Catalog, bundle: Bundle, needed: list[Offering], terms: dict[str, frozenset[int]]) -> str:
    """Why the members cannot stand together; empty when they can."""
    if bundle.per is At.SITE and (reason := _at_one_site(needed)):
        return reason
    kinds = {offering.network: offering.id for offering in needed if offering.network}
    if len(kinds) > 1:
        return f"{_listed(kinds.values())} build the network in different ways"
    if not _same_day(catalog, bundle, needed):
        return f"{_listed(offering.id for offering in needed)} are never sold on the same day"
    priced = [terms[offering.id] for offering in needed if offering.id in terms]
    if len(priced) > 1 and not frozenset.intersection(*priced):
        return f"{_listed(offering.id for offering in needed)} have no term in common"
    return ""


def _at_one_site(needed: list[Offering]) -> str:
    for offering in needed:
        if offering.per not in _HERE:
            return f"`{offering.id}` belongs to the {offering.per.value}, and the bundle counts at one site"
    limited = [offering for offering in needed if offering.states]
    if len(limited) > 1 and not set.intersection(*(set(offering.states) for offering in limited)):
        return f"{_listed(offering.id for offering in limited)} are sold in no common state"
    return ""


def _same_day(catalog: Catalog, bundle: Bundle, needed: list[Offering]) -> bool:
    """Whether on some day of a price book all are sold and the bundle is valid."""
    common = reduce(_overlap, (offering.sold for offering in needed), bundle.valid)
    if common.start is not None and common.end is not None and common.start >= common.end:
        return False
    return not catalog.price_books or any(book.valid.overlaps(common) for book in catalog.price_books)


def _overlap(one: Interval, other: Interval) -> Interval:
    starts = [day for day in (one.start, other.start) if day is not None]
    ends = [day for day in (one.end, other.end) if day is not None]
    return Interval(max(starts, default=None), min(ends, default=None))


def _terms_of(catalog: Catalog) -> dict[str, frozenset[int]]:
    """At which terms each offering is sold, in whatever book."""
    found: dict[str, set[int]] = {}
    for book in catalog.price_books:
        for name, price in book.prices.items():
            found.setdefault(name, set()).update(price.terms)
    return {name: frozenset(terms) for name, terms in found.items()}


def _listed(names: Iterable[str]) -> str:
    words = [f"`{name}`" for name in names]
    if len(words) == 1:
        return words[0]
    return f"{', '.join(words[:-1])} and {words[-1]}"
