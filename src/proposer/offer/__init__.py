"""Offer: which variants of which offerings can be sold at each site on a date, for a term.

Serviceability is access and status, state, dates, prohibitions, and whether the price book has the price. What the site
demands plays no part here; that is the choice's work.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import At, Catalog, Offering
from proposer.model.configuration import Circumstances
from proposer.model.demands import ACCOUNT, Growth, Prohibition
from proposer.model.needs import Needs, SiteNeeds
from proposer.model.prices import STATE
from proposer.offer.expediting import expedited
from proposer.offer.growth import begun
from proposer.offer.place import Place
from proposer.offer.variants import variants_of
from proposer.pricing import PriceList, is_sold

NO_GROWTH: Mapping[str, Growth] = {}
NEAR_NET = "near-net"  # the status of an access that has to be built
__all__ = ["Place", "offer", "offer_at", "place_of", "states_that_matter"]


def offer(
    catalog: Catalog,
    needs: Needs,
    prohibitions: Iterable[Prohibition],
    sold_at: Callable[[Place], tuple[Variant, ...]],
    growth: Mapping[str, Growth] = NO_GROWTH,
) -> Candidates:
    """The candidates for every site and for the account; `sold_at` gives those of a place (see `offer_at`). `growth` is of the
    sites that need more later.
    """
    by_site: dict[str, list[Prohibition]] = {}
    for prohibition in prohibitions:
        by_site.setdefault(prohibition.site, []).append(prohibition)
    states = states_that_matter(catalog)
    places = {site.id: place_of(catalog, needs, site, by_site.get(site.id, ()), states) for site in needs.sites}
    places |= {site: replace(places[site], growth=growth) for site, growth in growth.items()}
    places[ACCOUNT] = account_place(needs)
    numbers: dict[Place, int] = {}
    of_site = {site: numbers.setdefault(place, len(numbers)) for site, place in places.items()}
    return Candidates(tuple(sold_at(place) for place in numbers), of_site)


def place_of(
    catalog: Catalog,
    needs: Needs,
    site: SiteNeeds,
    prohibitions: Iterable[Prohibition],
    states: frozenset[str] | None = None,
) -> Place:
    """What a site's offerings depend on; equal places have equal candidates. `states` are those that matter, where known."""
    named = states_that_matter(catalog) if states is None else states
    forbidden = list(prohibitions)
    no_access = {p.access for p in forbidden if p.access}
    accesses = {name: _status(site, name, access.assumed) for name, access in catalog.accesses.items()}
    near = {name for name, status in accesses.items() if status == NEAR_NET}
    return Place(
        per=frozenset({At.SITE, At.LINK} if _is_spoke(needs, site) else {At.SITE}),
        accesses=frozenset((n, s) for n, s in accesses.items() if n not in no_access and s not in ("none", "refused")),
        state=site.address.state if site.address.state in named else "",
        forbidden=frozenset(p.offering for p in forbidden if p.offering),
        from_month=site.from_month,
        construction=frozenset((name, cost.cents) for name, cost in site.construction.items() if name in near),
        cases=_cases(needs, site.id),
        wanted=needs.install_by if needs.expedite and site.from_month == 1 else None,
    )


def states_that_matter(catalog: Catalog) -> frozenset[str]:
    """The states that some offering, price or promotion names; all others are alike."""
    limits = {state for offering in catalog.offerings.values() for state in offering.states}
    promoted = {state for promotion in catalog.promotions.values() for state in promotion.states}
    priced = (charge for book in catalog.price_books for price in book.prices.values() for charge in price.charges)
    named = {key[c.by.index(STATE)] for c in priced if STATE in c.by for key in c.cells}
    return frozenset(limits | promoted | named)


def _status(site: SiteNeeds, access: str, assumed: str) -> str:
    return str(site.access[access].value) if access in site.access else assumed


def _is_spoke(needs: Needs, site: SiteNeeds) -> bool:
    return needs.hub is not None and needs.hub != site.id


def account_place(needs: Needs) -> Place:
    """The place of what belongs to no site; a network's own items only where there is a network."""
    has_network = "topology" in needs.facts.get(At.NETWORK, {})
    per = frozenset({At.ACCOUNT, At.NETWORK} if has_network else {At.ACCOUNT})
    return Place(per=per, cases=_cases(needs, ACCOUNT))


def _cases(needs: Needs, site: str) -> frozenset[tuple[str, int]]:
    return frozenset((case.offering, number) for number, case in enumerate(needs.cases, 1) if case.site == site)


def offer_at(catalog: Catalog, place: Place, prices: PriceList, day: date) -> tuple[Variant, ...]:
    """Every variant that can be sold at one place, in the order of ids."""
    sellable = (o for _, o in sorted(catalog.offerings.items()) if _is_sellable(o, place, day))
    opens = _entrances(catalog)
    sold = (
        variant
        for offering in sellable
        for here in (_circumstances(offering, place, prices, opens.get(offering.id, "")),)
        for variant in variants_of(offering, place, opens, catalog.capabilities, here)
        if is_sold(prices.deal.book.prices.get(offering.id), variant.item, prices.deal.term)
    )
    in_time = (expedited(variant, prices.expedite(variant.offering.id), place.wanted, day) for variant in sold)
    found = begun(in_time, place.growth, place.from_month)
    return tuple(
        variant
        for variant in found
        if not variant.starts or is_sold(prices.deal.book.prices[variant.offering.id], variant.item, prices.deal.term)
    )


def _circumstances(offering: Offering, place: Place, prices: PriceList, opens: str) -> Circumstances:
    """What bears on the offering's price here; whatever does not is left out, so that equal prices have equal items."""
    is_built = (opens, NEAR_NET) in place.accesses
    return Circumstances(
        state=place.state if prices.goes_by_state(offering.id) else "",
        from_month=place.from_month,
        construction=dict(place.construction).get(opens, 0) if is_built else 0,
        case=dict(place.cases).get(offering.id, 0),
    )


def _is_sellable(offering: Offering, place: Place, day: date) -> bool:
    in_state = not offering.states or place.state in offering.states
    return offering.per in place.per and in_state and day in offering.sold and offering.id not in place.forbidden


def _entrances(catalog: Catalog) -> Mapping[str, str]:
    return {access.entrance: name for name, access in catalog.accesses.items() if access.entrance}
