"""Real deals through the whole road: volume over the account, dated promotions, new customers, individual cases."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from workspaces import line, needs_of, offerings, quoted, shipped

from proposer.model.quote import PriceStep

THREE_OFFICES = """
customer: {name: Test}
term: 24
defaults: {access: {coax: on-net}, internet: {down: 100 Mbps}}
sites:
  - {id: a, seats: {standard: 10}}
  - {id: b, seats: {standard: 10}}
  - {id: c, seats: {standard: 5}}
"""


def test_seats_of_all_sites_count_for_the_volume(tmp_path: Path) -> None:
    essential = quoted(shipped(), needs_of(THREE_OFFICES, tmp_path)).options[0]

    seats = line(essential, "hosted-seat-standard", "c")

    assert seats.monthly_unit is not None
    assert seats.monthly_unit.steps == (
        PriceStep("list", 0, 2495, 2495, "", "List price at 12 months", "price-books/us-2026-h2.yaml:509"),
        PriceStep("term", 2495, -125, 2370, "−5 %", "24-month term", "price-books/us-2026-h2.yaml:509"),
        PriceStep("volume", 2370, -190, 2180, "25 to 99", "Volume over the account", "price-books/us-2026-h2.yaml:509"),
        PriceStep("bundle", 2180, -218, 1962, "−10 %", "Bundle Connected Office", "bundles/connected-office.yaml:1"),
    )
    assert (seats.count, seats.monthly) == (5, 5 * 1962)


def test_one_seat_less_in_the_account_and_all_pay_the_lower_volume_s_price(tmp_path: Path) -> None:
    fewer = THREE_OFFICES.replace("standard: 5", "standard: 4")

    essential = quoted(shipped(), needs_of(fewer, tmp_path)).options[0]

    seats = line(essential, "hosted-seat-standard", "a")
    assert seats.monthly_unit is not None
    assert [(step.step, step.change) for step in seats.monthly_unit.steps] == [
        ("list", 2495),
        ("term", -125),
        ("bundle", -237),
    ]


FIBRE = """
customer: {name: Test}
term: 36
sites: [{id: a, access: {fibre: on-net}, internet: {down: 150 Mbps, up: 150 Mbps, availability: 99.99 %}}]
"""


@pytest.mark.parametrize(
    ("day", "once", "monthly"),
    [(date(2026, 12, 31), 0, 61300), (date(2027, 1, 1), 35000, 58900)],  # waived to the last day; then a new book
)
def test_a_promotion_holds_to_its_last_day(day: date, once: int, monthly: int, tmp_path: Path) -> None:
    internet = line(quoted(shipped(), needs_of(FIBRE, tmp_path), day).options[0], "dedicated-internet")

    assert internet.characteristics == {"port": "1 Gbps", "bandwidth": "200 Mbps"}  # 150 cannot be ordered
    assert (internet.once, internet.monthly) == (once, monthly)


COAX = """
customer: {name: Test, new: %s}
term: 12
sites: [{id: a, access: {coax: on-net}, internet: {down: 100 Mbps}}]
"""


@pytest.mark.parametrize(("new", "credit"), [("true", 6 * 1485), ("false", 0)])  # 15 % of 99.00
def test_the_welcome_is_for_new_customers(new: str, credit: int, tmp_path: Path) -> None:
    essential = quoted(shipped(), needs_of(COAX % new, tmp_path)).options[0]

    assert (essential.monthly, essential.once, essential.credit_total) == (9900, 9900, credit)
    assert essential.contract_value == 12 * 9900 + 9900 - credit
    assert essential.first_year == essential.contract_value


DIVERSE = """
customer: {name: Test}
term: 36
sites:
  - {id: a, access: {fibre: on-net}, internet: {down: 1 Gbps, up: 1 Gbps, diverse: true}}
"""


def test_an_individual_case_stands_beside_the_priced_lines_and_in_no_total(tmp_path: Path) -> None:
    essential = quoted(shipped(), needs_of(DIVERSE, tmp_path)).options[0]

    second_path = line(essential, "diverse-entrance", "a")

    assert second_path.individual_case == "A second path into the building needs a survey of both routes."
    assert (second_path.monthly_unit, second_path.once_unit, second_path.contract_value) == (None, None, 0)
    assert essential.individual_cases == (
        "A: Diverse fibre entrance. A second path into the building needs a survey of both routes.",
    )
    assert essential.monthly == line(essential, "dedicated-internet").monthly == 118500


def test_what_is_priced_is_chosen_before_an_individual_case(tmp_path: Path) -> None:
    off_net = FIBRE.replace("{fibre: on-net}", "{fibre: near-net}")

    essential = quoted(shipped(), needs_of(off_net, tmp_path)).options[0]

    assert offerings(essential) == {"dedicated-internet", "fibre-entrance"}
    assert (line(essential, "fibre-entrance").once, essential.individual_cases) == (480000, ())
