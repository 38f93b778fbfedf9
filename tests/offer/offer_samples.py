"""A catalog of a few offerings made by hand, and sites to sell them at."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.load.catalog import load_catalog
from proposer.model.candidates import Candidates
from proposer.model.catalog import Access, At, Capability, Catalog, Offering, Quality, Value, Words
from proposer.model.configuration import Item
from proposer.model.demands import Prohibition
from proposer.model.needs import Address, Contact, Fact, Needs, SiteNeeds, Today
from proposer.model.prices import Cell, Charge, OfferingPrice, PriceBook
from proposer.offer import offer, offer_at
from proposer.pricing import Deal, PriceList

DAY = date(2026, 11, 23)
ACCESSES = {
    "coax": Access("coax", "Coax", "coax-entrance"),
    "fibre": Access("fibre", "Fibre", "fibre-entrance"),
    "wireless": Access("wireless", "LTE", None, "on-net"),
}
CAPABILITIES = {
    "internet": Capability("internet", "Internet", At.SITE, (Quality("down", "Mbps"),)),
    "wan": Capability("wan", "Network", At.SITE, (Quality("cir", "Mbps"), Quality("class", grades=("basic", "best")))),
    "paths": Capability("paths", "Calls", At.SITE, unit="calls"),
    "port-capacity": Capability("port-capacity", "Port", At.SITE, unit="Mbps"),
    "lan-unis": Capability("lan-unis", "Connections", At.NETWORK, unit="UNIs"),
}


@cache
def shipped() -> Catalog:
    loaded = load_catalog(Path(__file__).parents[2] / "catalog")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def offering(
    id_: str,
    per: At = At.SITE,
    *,
    rides_on: Sequence[str] = (),
    sold: Interval | None = None,
    states: tuple[str, ...] = (),
) -> Offering:
    rides: dict[str, Mapping[str, tuple[Value, ...]]] = {access: {} for access in rides_on}
    return Offering(id_, id_, "family", per, Words(""), rides, sold=sold or Interval(), states=states)


def catalog(*offerings: Offering) -> Catalog:
    """The shipped frame with these offerings only."""
    return replace(shipped(), accesses=ACCESSES, capabilities=CAPABILITIES, offerings={o.id: o for o in offerings})


def price_list(*offerings: Offering, term: int = 36, terms: tuple[int, ...] = (12, 36)) -> PriceList:
    """Each offering at one dollar a month."""
    charge = Charge((), {(): Cell(100, Span())})
    prices = {o.id: OfferingPrice(o.id, terms, charge) for o in offerings}
    return PriceList(Deal(term, PriceBook("book", "Book", Interval(), prices), shipped().policy, (), {}))


def site(id_: str, state: str = "OH", **access: str) -> SiteNeeds:
    said = {name: Fact(f"access.{name}", status, status, Span()) for name, status in access.items()}
    return SiteNeeds(id_, id_.capitalize(), Address(state=state), said, {})


def needs(*sites: SiteNeeds, hub: str | None = None, topology: str = "") -> Needs:
    network = {"topology": Fact("topology", topology, topology, Span())} if topology else {}
    return Needs(
        file="needs.yaml", customer="Test", industry="", contact=Contact(), goals=(), today=Today(), terms=(36,),
        terms_span=Span(), budget_monthly=None, budget_span=Span(), install_by=None, prepared_by=Contact(), hub=hub,
        facts={At.NETWORK: network, At.ACCOUNT: {}}, sites=sites, discounts=(), digest="",
    )  # fmt: skip


def candidates(
    offerings: Sequence[Offering], asked: Needs, prohibitions: Sequence[Prohibition] = (), day: date = DAY
) -> Candidates:
    sold, prices = catalog(*offerings), price_list(*offerings)
    return offer(sold, asked, prohibitions, lambda place: offer_at(sold, place, prices, day))


def sold_at(found: Candidates, site_id: str) -> list[tuple[str, str, str]]:
    """(offering, access, status) of every variant at a site."""
    return [(item.offering, item.access, item.access_status) for item in items_at(found, site_id)]


def items_at(found: Candidates, site_id: str) -> list[Item]:
    return [variant.item for variant in found.at(site_id)]
