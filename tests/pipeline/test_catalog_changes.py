"""What a sales engineer changes in the catalog's files is what changes in the quote, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
from workspaces import copied, example, line, load, offerings, quoted, replaced, shipped

from proposer.model.quote import PriceStep, QuoteOption

BOOKS = ("price-books/us-2026-h2.yaml", "price-books/us-2027-h1.yaml")


def lines_but(option: QuoteOption, offering: str) -> list[tuple[str, int, int]]:
    lines = [each for design in option.designs for each in design.lines if each.offering != offering]
    return [(each.id, each.monthly, each.once) for each in lines]


def test_a_price_that_rises_by_a_dollar_moves_the_month_by_a_dollar(tmp_path: Path) -> None:
    before = quoted(shipped(), example("dentist", shipped()))
    folder = copied(tmp_path)
    replaced(folder / BOOKS[0], "caller-name: {monthly: 5.00", "caller-name: {monthly: 6.00")
    dearer = load(folder)

    after = quoted(dearer, example("dentist", dearer))

    for old, new in zip(before.options, after.options, strict=True):
        assert new.monthly - old.monthly == 100
        assert new.contract_value - old.contract_value == 36 * 100
        assert new.once == old.once
        assert lines_but(new, "caller-name") == lines_but(old, "caller-name")
    step = line(after.options[0], "caller-name").monthly_unit
    assert step is not None
    assert step.steps[0] == PriceStep("list", 0, 600, 600, "", "List price at 12 months", f"{BOOKS[0]}:567")


def test_a_price_of_the_other_half_year_moves_nothing(tmp_path: Path) -> None:
    before = quoted(shipped(), example("dentist", shipped()))
    folder = copied(tmp_path)
    replaced(folder / BOOKS[1], "caller-name: {monthly: 5.00", "caller-name: {monthly: 6.00")
    other = load(folder)

    after = quoted(other, example("dentist", other))

    assert after.options == before.options
    assert after.catalog_digest != before.catalog_digest
    assert after.id != before.id


SMALL_OFFICE_INTERNET = """\
name: Small Office Internet
per: site
rides_on: [coax]
characteristics:
  tier: {label: Download, values: [300 Mbps]}
provides:
  internet: {down: tier, up: 20 Mbps, availability: 99.9 %}
  upstream: 20
  cable-internet: {}
  voice-transport: 46
interval: {on-net: 5 business days}
words:
  in_short: Internet for one small office.
"""


def test_an_offering_is_one_new_file_and_its_price_rows(tmp_path: Path) -> None:
    before = quoted(shipped(), example("dentist", shipped())).options[0]
    folder = copied(tmp_path)
    (folder / "offerings/business-class/small-office-internet.yaml").write_text(SMALL_OFFICE_INTERNET, "utf-8")
    for book in BOOKS:
        with (folder / book).open("a", encoding="utf-8") as file:
            file.write("  small-office-internet: {monthly: 60.00, once: 25.00, terms: [12, 24, 36]}\n")
    larger = load(folder)

    after = quoted(larger, example("dentist", larger)).options[0]

    assert offerings(after) - offerings(before) == {"small-office-internet"}
    assert offerings(before) - offerings(after) == {"business-internet"}
    new = line(after, "small-office-internet", "office")
    assert (new.name, new.description, new.access) == ("Small Office Internet", "Download 300 Mbps", "Coax (HFC)")
    assert (new.monthly, new.once, new.install_days) == (6000, 2500, "5 business days")
    assert after.contract_value < before.contract_value


def test_an_offering_without_price_rows_is_not_sold(tmp_path: Path) -> None:
    folder = copied(tmp_path)
    (folder / "offerings/business-class/small-office-internet.yaml").write_text(SMALL_OFFICE_INTERNET, "utf-8")
    larger = load(folder)

    after = quoted(larger, example("dentist", larger))

    assert after.options == quoted(shipped(), example("dentist", shipped())).options


@pytest.mark.parametrize(
    ("order", "steps"),
    [
        ("list, term, volume, bundle, promotion, negotiated", ["list", "term", "bundle"]),
        ("list, bundle, term, volume, promotion, negotiated", ["list", "bundle", "term"]),
    ],
)
def test_the_waterfall_runs_in_the_order_of_the_policy(order: str, steps: list[str], tmp_path: Path) -> None:
    folder = copied(tmp_path)
    shipped_order = "waterfall: [list, term, volume, bundle, promotion, negotiated]"
    replaced(folder / "pricing.yaml", shipped_order, f"waterfall: [{order}]")
    catalog = load(folder)

    price = line(quoted(catalog, example("dentist", catalog)).options[0], "hosted-seat-standard").monthly_unit

    assert price is not None
    assert [step.step for step in price.steps] == steps
