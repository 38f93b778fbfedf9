"""What can be sold where: access and status, prohibitions, the hub's links, states, dates, the book."""

from __future__ import annotations

from datetime import date

import pytest
from offer_samples import DAY, candidates, catalog, needs, offering, price_list, site, sold_at

from proposer.dates import Interval
from proposer.model.candidates import Candidates
from proposer.model.catalog import At
from proposer.model.demands import Cause, Prohibition
from proposer.offer import offer, offer_at
from proposer.pricing import PriceList

INTERNET = offering("internet", rides_on=["coax", "fibre"])
FAILOVER = offering("failover", rides_on=["wireless"])
LINE = offering("line")
CAUSE = Cause("rule", "rules/rule.yaml:1", "Because.")


@pytest.mark.parametrize("status", ["on-net", "near-net", "off-net"])
def test_an_access_carries_with_the_status_that_it_has(status: str) -> None:
    found = candidates([INTERNET], needs(site("a", coax=status)))

    assert sold_at(found, "a") == [("internet", "coax", status)]


@pytest.mark.parametrize("status", ["none", "refused"])
def test_an_access_that_is_not_there_or_not_wanted_carries_nothing(status: str) -> None:
    found = candidates([INTERNET], needs(site("a", coax=status, fibre="on-net")))

    assert sold_at(found, "a") == [("internet", "fibre", "on-net")]


def test_what_needs_do_not_say_is_as_the_catalog_assumes() -> None:
    found = candidates([INTERNET, FAILOVER], needs(site("silent"), site("no-signal", wireless="none")))

    assert (sold_at(found, "silent"), sold_at(found, "no-signal")) == ([("failover", "wireless", "on-net")], [])


def test_what_rides_on_nothing_is_sold_without_access() -> None:
    assert sold_at(candidates([LINE], needs(site("a"))), "a") == [("line", "", "")]


def test_a_prohibition_closes_an_access_at_its_site_only() -> None:
    sites = needs(site("a", coax="on-net", fibre="on-net"), site("b", coax="on-net"))

    found = candidates([INTERNET], sites, [Prohibition("a", CAUSE, access="coax")])

    assert (sold_at(found, "a"), sold_at(found, "b")) == (
        [("internet", "fibre", "on-net")],
        [("internet", "coax", "on-net")],
    )


def test_a_prohibition_rules_out_an_offering_at_its_site_only() -> None:
    found = candidates([LINE], needs(site("a"), site("b")), [Prohibition("a", CAUSE, offering="line")])

    assert (sold_at(found, "a"), sold_at(found, "b")) == ([], [("line", "", "")])


def test_links_are_sold_at_spokes_and_networks_at_the_account() -> None:
    link, lan, reports = offering("link", At.LINK), offering("lan", At.NETWORK), offering("reports", At.ACCOUNT)
    asked = needs(site("hub"), site("spoke"), hub="hub", topology="hub-and-spoke")

    found = candidates([LINE, link, lan, reports], asked)

    assert {place: [name for name, _, _ in sold_at(found, place)] for place in ("hub", "spoke", "")} == {
        "hub": ["line"],
        "spoke": ["line", "link"],
        "": ["lan", "reports"],
    }


def test_without_a_network_there_are_neither_links_nor_the_network_s_own() -> None:
    link, lan, reports = offering("link", At.LINK), offering("lan", At.NETWORK), offering("reports", At.ACCOUNT)

    found = candidates([link, lan, reports], needs(site("a"), site("b")))

    assert (sold_at(found, "a"), sold_at(found, "")) == ([], [("reports", "", "")])


def test_an_offering_of_some_states_is_sold_nowhere_else() -> None:
    local = offering("local", states=("OH", "PA"))

    found = candidates([local], needs(site("a", "OH"), site("b", "IN"), site("c", "")))

    assert [len(sold_at(found, place)) for place in ("a", "b", "c")] == [1, 0, 0]


@pytest.mark.parametrize(
    ("day", "sold"),
    [(date(2026, 6, 30), 0), (date(2026, 7, 1), 1), (date(2026, 12, 31), 1), (date(2027, 1, 1), 0)],
)
def test_an_offering_is_sold_in_its_interval(day: date, sold: int) -> None:
    dated = offering("dated", sold=Interval(date(2026, 7, 1), date(2027, 1, 1)))

    assert len(sold_at(candidates([dated], needs(site("a")), day=day), "a")) == sold


def test_what_the_book_does_not_price_at_the_term_is_not_offered() -> None:
    other = offering("other")
    prices = price_list(LINE, term=60, terms=(12, 60)), price_list(LINE, term=36, terms=(12, 60))

    def found_at(book: PriceList) -> Candidates:
        sold = catalog(LINE, other)
        return offer(sold, needs(site("a")), (), lambda place: offer_at(sold, place, book, DAY))

    found = [found_at(book) for book in prices]

    assert [sold_at(each, "a") for each in found] == [[("line", "", "")], []]


def test_sites_in_like_circumstances_share_their_candidates() -> None:
    sites = [site("a", coax="on-net"), site("b", coax="on-net"), site("c", coax="near-net")]

    found = candidates([INTERNET], needs(*sites))

    assert found.at("a") is found.at("b")
    assert found.at("a") is not found.at("c")
