"""Dated fees: rates follow each other, and stand within their bounds."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from load_fixtures import changed, found_in, tiny_catalog

from proposer.dates import Interval
from proposer.load.catalog import load_catalog

OLD = "{id: recovery, name: Recovery fee, kind: recovery, on: [seat], rate: 2.5 %, valid: {from: 2026-01-01}}"
FEE = "{id: recovery, name: Recovery fee, kind: recovery, on: [seat], "


@pytest.mark.parametrize(
    ("fee", "message", "remedy"),
    [
        (
            "rates: [{until: 2026-07-01, rate: 2 %}, {from: 2026-08-01, rate: 3 %}]}",
            "the rates of the fee `recovery` do not follow each other: one ends 2026-07-01, the next starts 2026-08-01",
            "`until` of one rate is `from` of the next",
        ),
        (
            "rates: [{until: 2026-07-01, rate: 2 %}, {from: 2026-06-01, rate: 3 %}]}",
            "the rates of the fee `recovery` do not follow each other: one ends 2026-07-01, the next starts 2026-06-01",
            "`until` of one rate is `from` of the next",
        ),
        (
            "rate: 5 %, rates: [{rate: 2 %}]}",
            "the fee `recovery` has `rates` and figures beside them",
            "move `rate`, `each` and `valid` into `rates`",
        ),
        (
            "rate: 5 %, rate_from: 6 %}",
            "the bounds of the fee `recovery` do not hold what it is expected to be",
            "`rate_from` is at most `rate`, `rate_to` at least",
        ),
        (
            "rate: 5 %, each: 0.75}",
            "the fee `recovery` has either a rate or an amount",
            "`rate: 2.5 %` of the monthly charges, or `each: 0.75` for each unit",
        ),
        ("rate: 5 %, states: [Ohio]}", "`Ohio` is not a state's postal code", "two capitals, such as `OH`"),
    ],
)
def test_a_fee_that_cannot_be_meant(tmp_path: Path, fee: str, message: str, remedy: str) -> None:
    catalog = changed(tiny_catalog(tmp_path), "pricing.yaml", OLD, FEE + fee)
    found = [(each.message, each.help, each.span.file, each.span.line) for each in found_in(catalog, None)]
    assert found == [(message, remedy, "pricing.yaml", 8)]


def test_dated_rates_are_read_in_the_order_of_their_days(tmp_path: Path) -> None:
    dated = "of_which: 15 %, rates: [{from: 2026-07-01, each: 0.40, each_to: 0.55}, {until: 2026-07-01, rate: 2 %}]}"
    catalog = load_catalog(changed(tiny_catalog(tmp_path), "pricing.yaml", OLD, FEE + dated)).value
    assert catalog is not None
    (fee,) = catalog.policy.fees
    first, second = fee.rates
    assert fee.of_which == Decimal("0.15")
    assert (first.of_charges, first.amount, first.least, first.most) == (True, *[Decimal("0.02")] * 3)
    assert (second.of_charges, second.amount, second.least, second.most) == (
        False,
        Decimal(40),
        Decimal(40),
        Decimal(55),
    )
    assert first.valid.end == second.valid.start
    assert isinstance(first.valid, Interval)
