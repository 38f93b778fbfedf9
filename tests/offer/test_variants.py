"""The orderable shapes of an offering, and what each provides, draws and stands on."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from offer_samples import DAY, candidates, items_at, needs, offering, shipped, site

from proposer.dates import Interval
from proposer.model.candidates import Variant, thousandths
from proposer.model.catalog import At, Balance, Characteristic, Count, Offering
from proposer.model.prices import PriceBook
from proposer.model.quantities import Quantity
from proposer.offer import Place, offer_at
from proposer.pricing import Deal, PriceList

PORTS = Characteristic("port", "Port", {"": (Quantity(Decimal(100), "Mbps"), Quantity(Decimal(1000), "Mbps"))})
RATES = Characteristic(
    "cir",
    "Rate",
    {
        "100 Mbps": (Quantity(Decimal(50), "Mbps"),),
        "1 Gbps": (Quantity(Decimal(200), "Mbps"), Quantity(Decimal(300), "Mbps")),
    },
    by="port",
)


def only(found: Offering, asked_at: str = "a", *, hub: str | None = None) -> Variant:
    asked = needs(site("a", coax="on-net"), site("h"), hub=hub, topology="hub-and-spoke" if hub else "any-to-any")
    (variant,) = candidates([found], asked).at(asked_at)
    return variant


def test_rates_depend_on_the_port() -> None:
    circuit = replace(offering("circuit"), characteristics=(PORTS, RATES))

    found = candidates([circuit], needs(site("a")))

    assert [{name: str(value) for name, value in item.characteristics} for item in items_at(found, "a")] == [
        {"port": "100 Mbps", "cir": "50 Mbps"},
        {"port": "1 Gbps", "cir": "200 Mbps"},
        {"port": "1 Gbps", "cir": "300 Mbps"},
    ]


def test_an_access_may_carry_some_values_only() -> None:
    small = {"port": (Quantity(Decimal(100), "Mbps"),)}
    circuit = replace(offering("circuit"), rides_on={"coax": small, "fibre": {}}, characteristics=(PORTS,))

    found = candidates([circuit], needs(site("a", coax="on-net", fibre="near-net")))

    assert [(item.access, item.access_status, str(item.characteristics[0][1])) for item in items_at(found, "a")] == [
        ("coax", "on-net", "100 Mbps"),
        ("fibre", "near-net", "100 Mbps"),
        ("fibre", "near-net", "1 Gbps"),
    ]


@pytest.mark.parametrize(
    ("rate", "ports"),
    [("100 Mbps", ["100 Mbps", "1 Gbps"]), ("150 Mbps", []), ("200 Mbps", ["1 Gbps"]), ("2 Gbps", ["10 Gbps"])],
)
def test_dedicated_internet_is_ordered_in_the_steps_of_its_port(rate: str, ports: list[str]) -> None:
    catalog = shipped()
    book = catalog.price_book(DAY)
    assert book is not None
    place = Place(frozenset({At.SITE}), frozenset({("fibre", "on-net")}))
    variants = offer_at(catalog, place, PriceList(Deal(36, book, catalog.policy, (), {})), DAY)

    shapes = [dict(v.item.characteristics) for v in variants if v.item.offering == "dedicated-internet"]

    assert [str(shape["port"]) for shape in shapes if str(shape["bandwidth"]) == rate] == ports


def test_an_empty_book_sells_nothing() -> None:
    catalog = shipped()
    place = Place(frozenset({At.SITE}), frozenset({("fibre", "on-net"), ("coax", "on-net")}))
    empty = PriceBook("empty", "Empty", Interval(), {})

    assert offer_at(catalog, place, PriceList(Deal(36, empty, catalog.policy, (), {})), DAY) == ()


@pytest.mark.parametrize(
    ("name", "access", "entrance", "opens"),
    [
        ("internet", "coax", "coax", ""),  # needs the entrance
        ("coax-entrance", "coax", "", "coax"),  # is the entrance
        ("failover", "wireless", "", ""),  # wireless has none
    ],
)
def test_what_rides_on_an_access_needs_its_entrance(name: str, access: str, entrance: str, opens: str) -> None:
    variant = only(offering(name, rides_on=[access]))

    assert (variant.entrance, variant.opens) == (entrance, opens)


def test_balances_take_numbers_and_values_of_characteristics() -> None:
    rate = Characteristic("cir", "Rate", {"": (Quantity(Decimal("87.2"), "Mbps"),)})
    grade = Characteristic("class", "Class", {"": ("best",)})
    circuit = replace(
        offering("circuit"),
        characteristics=(rate, grade),
        provides=(Balance("wan", qualities={"cir": "cir", "class": "class"}), Balance("paths", Decimal(46))),
        consumes=(Balance("port-capacity", "cir"),),
        requires=(Balance("internet", qualities={"down": Decimal(10)}),),
    )

    variant = only(circuit)

    assert variant.services == (("wan", {"cir": Decimal("87.2"), "class": "best"}),)
    assert variant.requires == (("internet", {"down": Decimal(10)}),)
    assert (variant.provides, variant.consumes, variant.linked) == ({"paths": 46000}, {"port-capacity": 87200}, {})


def test_a_grade_by_its_own_name_is_provided() -> None:
    line = replace(offering("line"), provides=(Balance("wan", qualities={"cir": Decimal(5), "class": "basic"}),))

    assert only(line).services == (("wan", {"cir": Decimal(5), "class": "basic"}),)


def test_what_a_link_draws_at_the_hub_is_not_drawn_at_the_site() -> None:
    draw = Balance("port-capacity", Decimal(200), at_hub=True)

    variant = only(replace(offering("link", At.LINK), consumes=(draw,)), hub="h")

    assert (variant.consumes, variant.linked) == ({}, {"port-capacity": -200000})


def test_a_site_s_draw_on_the_network_is_linked_and_the_network_s_own_is_not() -> None:
    connection = replace(offering("connection"), consumes=(Balance("lan-unis", Decimal(1)),))
    lan = replace(offering("lan", At.NETWORK), provides=(Balance("lan-unis", Decimal(100)),))

    at_site, of_network = only(connection), only(lan, "")

    assert (at_site.consumes, at_site.linked) == ({}, {"lan-unis": -1000})
    assert (of_network.provides, of_network.linked) == ({"lan-unis": 100000}, {})


def test_pieces_at_one_place_are_one_unless_counted() -> None:
    line = offering("line")
    trunk = replace(line, count=Count("path", "paths", least=2, most=800))
    seat = replace(line, count=Count("seat", "seats"))

    assert [(v.least, v.most) for v in map(only, (line, trunk, seat))] == [(1, 1), (2, 800), (1, None)]


def test_a_need_is_never_understated() -> None:
    assert [thousandths(Decimal(text)) for text in ("46", "0.0872", "0.08721", "0.0001")] == [46000, 88, 88, 1]
