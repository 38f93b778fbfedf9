from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from load_fixtures import changed, found_in, loaded_tiny, rendered, tiny_catalog

from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.load.catalog import load_catalog
from proposer.model.catalog import At, Balance
from proposer.model.quantities import Quantity

SHIPPED = Path(__file__).parents[2] / "catalog"


def test_an_offering_in_the_model() -> None:
    offering = loaded_tiny().offerings["internet"]
    port, rate = offering.characteristics
    assert (offering.id, offering.family, offering.per) == ("internet", "access", At.SITE)
    assert port.values == {"": (Quantity(Decimal(100), "Mbps"), Quantity(Decimal(1000), "Mbps"))}
    assert [str(value) for value in rate.values["1 Gbps"]] == ["500 Mbps", "1 Gbps"]
    assert offering.provides == (
        Balance("internet", None, {"down": "rate", "class": "premium"}),
        Balance("port", "port"),
    )
    assert offering.interval == {"on-net": Quantity(Decimal(17), "business days")}
    assert offering.rides_on == {"fibre": {}}


def test_amounts_come_in_base_units() -> None:
    catalog = loaded_tiny()
    assert catalog.offerings["seat"].consumes == (Balance("port", Decimal("0.1")),)
    assert catalog.tables["call_rate"].values == {"light": Decimal("0.05"), "heavy": Decimal("0.1")}
    assert catalog.tables["call_rate"].unit == "Mbps"


def test_cells_are_keyed_by_the_texts_of_values() -> None:
    (book,) = loaded_tiny().price_books
    monthly = book.prices["internet"].monthly
    assert monthly is not None
    assert monthly.by == ("rate", "term")
    assert monthly.cells["1 Gbps", "36"].cents == 80000
    assert monthly.cells["1 Gbps", "36"].span == Span("price-books/2026.yaml", 14, 26, 14, 32)
    assert book.prices["internet"].terms == (12, 36)
    assert book.prices["internet"].monthly_cost_share == Decimal("0.4")


def test_access_and_volume_prices() -> None:
    (book,) = loaded_tiny().price_books
    once, monthly = book.prices["fibre-entrance"].once, book.prices["seat"].monthly
    assert once is not None
    assert monthly is not None
    assert {key: cell.cents for key, cell in once.cells.items()} == {
        ("on-net",): 0,
        ("near-net",): 480000,
        ("off-net",): None,
    }
    assert [(tier.most, tier.cents) for tier in monthly.tiers] == [(9, 2000), (None, 1500)]
    assert monthly.term_factors == {12: Decimal(1), 36: Decimal("0.9")}
    assert book.prices["seat"].terms == (12, 36)


def test_benefits_and_dates() -> None:
    catalog = loaded_tiny()
    assert catalog.bundles["office"].members == {"internet": (1, 1), "seat": (5, None)}
    launch = catalog.promotions["launch"]
    assert (launch.percent, launch.months, launch.charge, launch.terms) == (Decimal(100), 2, "monthly", (36,))
    assert launch.valid == Interval(*(catalog.price_books[0].valid.start, launch.valid.end))


def test_per_cents_and_shares() -> None:
    policy = loaded_tiny().policy
    assert policy.most_negotiated == Decimal(15)
    assert policy.fees[0].rates[0].amount == Decimal("0.025")
    assert loaded_tiny().contract.early_termination == ((12, Decimal(1)), (None, Decimal("0.5")))


def test_questions_and_rules() -> None:
    catalog = loaded_tiny()
    assert catalog.questions[At.SITE, "urgent"].default is False
    assert catalog.questions[At.SITE, "seats"].default == 0
    rule = catalog.rules["seats-as-asked"]
    assert rule.span.place == "rules/demands.yaml:8"
    assert rule.when is not None
    assert rule.when.text == "seats > 0"
    assert [option.id for option in catalog.options] == ["essential", "recommended"]


def test_the_digest_knows_no_line_ends_and_no_scenarios(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    for path in catalog.rglob("*.yaml"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    (catalog / "scenarios" / "one-office.yaml").unlink()
    loaded = load_catalog(catalog)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    assert loaded.value.digest == loaded_tiny().digest


def test_the_digest_changes_with_a_price(tmp_path: Path) -> None:
    catalog = changed(tiny_catalog(tmp_path), "price-books/2026.yaml", "800.00", "800.01")
    loaded = load_catalog(catalog).value
    assert loaded is not None
    assert loaded.digest != loaded_tiny().digest


def test_scalars_are_lists_of_one(tmp_path: Path) -> None:
    catalog = tiny_catalog(tmp_path)
    changed(catalog, "offerings/access/internet.yaml", "rides_on: {fibre: {}}", "rides_on: fibre")
    changed(catalog, "price-books/2026.yaml", "by: [port]", "by: port")
    changed(catalog, "bundles/office.yaml", "on: [seat]", "on: seat")
    assert found_in(catalog, None) == ()


def test_one_cause_one_message(tmp_path: Path) -> None:
    """An offering that does not load is still known; a question that does not load is no unknown name."""
    catalog = tiny_catalog(tmp_path)
    changed(catalog, "offerings/access/seat.yaml", "per: site", "per: sight")
    changed(catalog, "questions.yaml", "type: count", "type: number of people")
    found = found_in(catalog, None)
    assert [(each.code, each.span.file) for each in found] == [
        ("CAT103", "offerings/access/seat.yaml"),
        ("CAT103", "questions.yaml"),
    ]


def test_a_file_that_cannot_be_parsed_causes_nothing_else(tmp_path: Path) -> None:
    for number, file in enumerate(["catalog.yaml", "capabilities.yaml", "questions.yaml", "tables.yaml"]):
        catalog = tiny_catalog(tmp_path / str(number))
        (catalog / file).write_text("a: b: c\n")
        assert [each.code for each in found_in(catalog, None)] == ["YML105"]


def test_no_folder_and_a_file_instead(tmp_path: Path) -> None:
    (file := tmp_path / "catalog.yaml").write_text("a: b")
    messages = [found.message for path in (tmp_path / "nowhere", file) for found in load_catalog(path).diagnostics]
    assert messages == [
        f"the catalog's folder `{tmp_path / 'nowhere'}` does not exist",
        f"the catalog's folder `{file}` is a file",
    ]


def test_a_field_without_a_value_is_not_a_field_left_out(tmp_path: Path) -> None:
    catalog = changed(tiny_catalog(tmp_path), "rules/demands.yaml", "when: seats > 0", "when:")
    assert (
        rendered(load_catalog(catalog).diagnostics, catalog)
        == """\
error[CAT102]: `when` has no value
  --> rules/demands.yaml:10:3
   |
10 |   when:
   |   ^^^^
   = help: write its value, or remove the line

1 error
"""
    )


@pytest.mark.skipif(not SHIPPED.is_dir(), reason="the catalog is not beside the tests")
def test_the_shipped_catalog_loads_without_findings() -> None:
    assert rendered(found_in(SHIPPED, None), SHIPPED) == ""
