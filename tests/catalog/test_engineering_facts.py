"""What engineers of the field would check first: steps, limits, terms. What needs the choice stands in scenarios."""

from __future__ import annotations

from decimal import Decimal

import pytest

from proposer.expressions.erlang import erlang_b_lines
from proposer.model.catalog import At, Balance, Catalog
from proposer.model.quantities import Quantity

STEPS = {"10 Mbps": 1, "100 Mbps": 10, "1 Gbps": 100, "10 Gbps": 1000}


def provided(catalog: Catalog, offering: str, capability: str) -> Balance:
    return next(b for b in catalog.offerings[offering].provides if b.capability == capability)


@pytest.mark.parametrize(
    ("offering", "rate", "ports"),
    [
        ("dedicated-internet", "bandwidth", ["100 Mbps", "1 Gbps", "10 Gbps"]),
        ("evpl", "cir", ["10 Mbps", "100 Mbps", "1 Gbps", "10 Gbps"]),
        ("epl", "cir", ["100 Mbps", "1 Gbps", "10 Gbps"]),
        ("e-lan", "cir", ["10 Mbps", "100 Mbps", "1 Gbps", "10 Gbps"]),
    ],
)
def test_rates_are_ordered_in_the_steps_of_the_port(
    catalog: Catalog, offering: str, rate: str, ports: list[str]
) -> None:
    found = next(c for c in catalog.offerings[offering].characteristics if c.name == rate)
    assert found.by == "port"
    for port in ports:
        step = STEPS[port]
        assert found.values[port] == tuple(Quantity(Decimal(n * step), "Mbps") for n in range(1, 11))


def test_what_an_access_carries(catalog: Catalog) -> None:
    assert provided(catalog, "business-internet", "voice-transport").amount == 46
    assert provided(catalog, "dedicated-internet", "voice-transport").amount == 800
    assert provided(catalog, "coax-entrance", "pri-transport").amount == 2
    assert provided(catalog, "pri", "call-paths").amount == 23
    assert provided(catalog, "e-lan-network", "lan-unis").amount == 100
    assert provided(catalog, "did-block", "numbers").amount == 20


def test_a_private_line_draws_on_the_hub_and_an_unshared_one_does_not(catalog: Catalog) -> None:
    drawn = {name: {b.capability for b in catalog.offerings[name].consumes if b.at_hub} for name in ("evpl", "epl")}
    assert drawn == {"evpl": {"port-capacity"}, "epl": {"line-ends"}}


def test_only_the_smallest_port_rides_on_coax(catalog: Catalog) -> None:
    assert catalog.offerings["evpl"].rides_on["coax"] == {"port": (Quantity(Decimal(10), "Mbps"),)}
    assert "coax" not in catalog.offerings["epl"].rides_on
    assert "coax" not in catalog.offerings["e-lan"].rides_on


def test_four_nines_are_promised_on_dedicated_fibre_only(catalog: Catalog) -> None:
    promised = {
        offering.id: dict(balance.qualities).get("availability")
        for offering in catalog.offerings.values()
        for balance in offering.provides
        if balance.capability == "internet"
    }
    assert promised == {
        "business-internet": Decimal("99.9"),
        "dedicated-internet": Decimal("99.99"),
        "dedicated-internet-custom": Decimal("99.99"),
    }


def test_terms_of_the_families(catalog: Catalog) -> None:
    for book in catalog.price_books:
        assert book.prices["business-internet"].terms == (12, 24, 36)
        assert book.prices["coax-entrance"].terms == (12, 24, 36)
        for offering in ("dedicated-internet", "evpl", "epl", "e-lan", "sip-trunk", "pri", "hosted-seat-standard"):
            assert book.prices[offering].terms == (12, 24, 36, 60)


def test_tables_hold_the_published_figures(catalog: Catalog) -> None:
    traffic, bandwidth = catalog.tables["busy_hour_erlangs"], catalog.tables["call_bandwidth"]
    assert traffic.values == {"light": Decimal("0.028"), "moderate": Decimal("0.056"), "heavy": Decimal("0.083")}
    assert bandwidth.values == {"g711": Decimal("0.0872"), "g729": Decimal("0.0312"), "g722": Decimal("0.0872")}
    assert bandwidth.unit == "Mbps"


@pytest.mark.parametrize(("lines", "erlangs"), [(10, "4.4612"), (23, "14.470"), (46, "34.322"), (100, "84.064")])
def test_erlang_b_as_in_the_tables(lines: int, erlangs: str) -> None:
    offered = Decimal(erlangs)
    assert erlang_b_lines(offered - Decimal("0.001"), Decimal(1)) == lines
    assert erlang_b_lines(offered + Decimal("0.001"), Decimal(1)) == lines + 1


def test_seven_objectives_and_credits_of_the_ethernet_service_level(catalog: Catalog) -> None:
    level = catalog.service_levels["ethernet"]
    assert [share for _, share in level.credits] == ["none", "5 %", "10 %", "15 %", "20 %", "35 %", "50 %"]
    assert dict(level.objectives)["Delay one way (Priority)"] == "23 ms"


def test_early_termination_as_published(catalog: Catalog) -> None:
    """36 months at $1,000, ended after month 10: 2 × 1,000 + 12 × 800 + 12 × 650 = 19,400."""
    due, last = Decimal(0), 10
    for to_month, share in catalog.contract.early_termination:
        months = (to_month or 36) - last
        due += months * 1000 * share / (100 if share > 1 else 1)
        last = to_month or 36
    assert due == 19400


def test_the_account_has_what_lives_there(catalog: Catalog) -> None:
    at_account = {o.id for o in catalog.offerings.values() if o.per in (At.ACCOUNT, At.NETWORK)}
    assert at_account == {
        "e-lan-network",
        "e-lan-network-custom",
        "network-reports",
        "service-manager",
        "toll-free-number",
    }
