"""Fees of the day between their bounds, where they are due; what ends while a quote holds; the first invoice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from example_quotes import catalog

from proposer.dates import Interval
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.prices import FeeRate, Proration
from proposer.model.quote import Ending, FeeChange, Quote
from proposer.pipeline import make_quote
from proposer.quote.days import first_invoice

NEEDS = """
customer: {name: Test, new: true}
term: 36
install_by: 2027-03-15
defaults: {access: {coax: on-net}, internet: {down: 100 Mbps}, seats: {standard: 6}}
sites: [{id: a, address: {state: OH}}, {id: b, address: {state: OH}}, {id: c, address: {state: PA}}]
"""


def quoted(folder: Path, day: date, sold: Catalog | None = None, text: str = NEEDS) -> Quote:
    file = folder / "needs.yaml"
    file.write_text(text, "utf-8")
    needs = load_needs(file, catalog()).value
    assert needs is not None
    quote = make_quote(sold or catalog(), needs, day).value
    assert isinstance(quote, Quote), quote
    return quote


def with_fee(fee: str, **changes: object) -> Catalog:
    """The shipped catalog with one fee changed."""
    fees = tuple(replace(each, **changes) if each.id == fee else each for each in catalog().policy.fees)  # type: ignore[arg-type] # fields by name
    return replace(catalog(), policy=replace(catalog().policy, fees=fees))


@pytest.mark.parametrize(
    ("day", "basis"),
    [(date(2026, 11, 23), "37.6 %"), (date(2026, 12, 31), "37.6 %"), (date(2027, 1, 1), "38 %")],
)
def test_the_rate_is_that_of_the_day(tmp_path: Path, day: date, basis: str) -> None:
    fees = {fee.id: fee for fee in quoted(tmp_path, day).chosen.fees}
    assert fees["universal-connectivity"].basis.startswith(f"{basis} of 15 % of $")


def test_a_quote_that_spans_a_change_of_rate_says_so(tmp_path: Path) -> None:
    change = FeeChange("Universal connectivity charge", date(2027, 1, 1), "37.6 %", "38 %")
    assert quoted(tmp_path, date(2026, 12, 2)).chosen.fee_changes == (change,)  # it holds until 1 January
    assert quoted(tmp_path, date(2026, 12, 1)).chosen.fee_changes == ()


def test_what_follows_may_not_be_known(tmp_path: Path) -> None:
    day = date(2027, 6, 10)
    changes = quoted(tmp_path, day, text=NEEDS.replace("install_by: 2027-03-15\n", "")).chosen.fee_changes
    assert changes == (FeeChange("Universal connectivity charge", date(2027, 7, 1), "38 %", ""),)


def test_a_fee_is_due_in_its_states_alone(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    in_ohio = {fee.id: fee for fee in quoted(tmp_path, day, with_fee("e911-seats", states=("OH",))).chosen.fees}
    everywhere = {fee.id: fee for fee in quoted(tmp_path, day).chosen.fees}
    assert (in_ohio["e911-seats"].basis, in_ohio["e911-seats"].monthly) == ("12 × $0.75", 900)
    assert (everywhere["e911-seats"].basis, everywhere["e911-seats"].monthly) == ("18 × $0.75", 1350)


def test_a_fee_of_nothing_that_could_be_more_is_shown(tmp_path: Path) -> None:
    rate = FeeRate(Interval(), of_charges=False, amount=Decimal(0), least=Decimal(0), most=Decimal(50), source="")
    fees = quoted(tmp_path, date(2026, 11, 23), with_fee("e911-seats", rates=(rate,))).chosen.fees
    assert [(fee.monthly, fee.least, fee.most) for fee in fees if fee.id == "e911-seats"] == [(0, 0, 900)]


def test_no_total_holds_a_fee(tmp_path: Path) -> None:
    without = replace(catalog(), policy=replace(catalog().policy, fees=()))
    day = date(2026, 11, 23)
    ours, theirs = (quoted(tmp_path, day, sold).chosen for sold in (None, without))
    assert ours.fees_monthly > 0 == theirs.fees_monthly
    assert [getattr(ours, name) for name in SUMS] == [getattr(theirs, name) for name in SUMS]


SUMS = ("monthly", "once", "credit_total", "contract_value", "first_year")


def test_what_ends_while_the_quote_holds_is_named(tmp_path: Path) -> None:
    fibre = NEEDS.replace("coax: on-net", "fibre: on-net")
    late, early = (quoted(tmp_path, day, text=fibre) for day in (date(2026, 12, 10), date(2026, 12, 1)))
    assert late.endings == (
        Ending("price-book", "United States, second half of 2026", date(2027, 1, 1)),
        Ending("promotion", "Installation waived on three years or more", date(2027, 1, 1)),
    )
    assert early.endings == ()


def test_another_book_at_installation_is_named(tmp_path: Path) -> None:
    assert quoted(tmp_path, date(2026, 11, 23)).other_book == "United States, first half of 2027"
    assert quoted(tmp_path, date(2027, 1, 4)).other_book == ""


@pytest.mark.parametrize(
    ("start", "policy", "days", "of_days"),
    [
        (date(2027, 3, 15), Proration.ACTUAL_DAYS, 17, 31),
        (date(2027, 3, 15), Proration.THIRTY_DAYS, 16, 30),
        (date(2027, 3, 31), Proration.THIRTY_DAYS, 1, 30),
        (date(2028, 2, 29), Proration.ACTUAL_DAYS, 1, 29),
        (date(2027, 2, 1), Proration.ACTUAL_DAYS, 28, 28),
        (date(2027, 3, 15), Proration.NONE, 1, 1),
    ],
)
def test_the_first_month_is_charged_by_its_policy(
    tmp_path: Path, start: date, policy: Proration, days: int, of_days: int
) -> None:
    option = quoted(tmp_path, date(2026, 11, 23)).chosen
    invoice = first_invoice(option, start, policy)
    in_month_one = sum(credit.monthly * sites for line, sites in option.charged for credit in line.credits)
    due = option.monthly - in_month_one
    assert (invoice.days, invoice.of_days, invoice.once) == (days, of_days, option.once)
    assert invoice.monthly == (2 * due * days + of_days) // (2 * of_days)  # half up
    assert invoice.total == invoice.monthly + option.once


def test_what_begins_later_is_not_in_the_first_invoice(tmp_path: Path) -> None:
    later = NEEDS.replace("{id: b,", "{id: b, from_month: 7,").replace(
        "{id: a,", "{id: a, growth: {7: {seats.standard: 9}},"
    )
    option = quoted(tmp_path, date(2026, 11, 23), text=later).chosen
    first = [(line, sites) for line, sites in option.charged if line.from_month == 1]
    credits_ = sum(c.monthly * sites for line, sites in first for c in line.credits if c.first == 1)
    invoice = first_invoice(option, date(2027, 2, 1), Proration.NONE)
    assert invoice.monthly == sum(line.monthly * sites for line, sites in first) - credits_ < option.monthly
    assert invoice.once == sum(line.once * sites for line, sites in first) < option.once
    seats = [(line.count, line.remarks, n) for line, n in option.charged if line.offering == "hosted-seat-standard"]
    assert seats == [(6, "", 2), (3, "from month 7", 1), (6, "from month 7", 1)]


def test_billing_starts_when_the_plan_is_through_or_on_the_later_day_that_is_wanted(tmp_path: Path) -> None:
    day = date(2026, 11, 23)
    late = quoted(tmp_path, day)
    soon = quoted(tmp_path, day, text=NEEDS.replace("2027-03-15", "2026-12-01"))
    assert late.first_invoice is not None
    assert soon.first_invoice is not None
    assert late.first_invoice.start == date(2027, 3, 15)
    assert soon.first_invoice.start == soon.plan[-1].end_date > date(2026, 12, 1)
