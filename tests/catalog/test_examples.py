"""The shipped needs files load without a finding and are what their first line says."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from proposer.load.needs import load_needs
from proposer.model.catalog import At, Catalog
from proposer.model.needs import Needs

ROOT = Path(__file__).parents[2]
SITES = {
    "dentist": 1,
    "law-firm": 1,
    "clinics": 12,
    "school-district": 16,
    "manufacturer": 8,
    "retailer": 500,
    "impossible": 1,
    "over-ten-gigabit": 1,
}


def example(catalog: Catalog, name: str) -> Needs:
    loaded = load_needs(ROOT / "examples" / f"{name}.yaml", catalog)
    assert loaded.diagnostics == ()
    assert loaded.value is not None
    return loaded.value


@pytest.mark.parametrize(("name", "sites"), sorted(SITES.items()))
def test_each_example_loads_whole(catalog: Catalog, name: str, sites: int) -> None:
    needs = example(catalog, name)
    assert len(needs.sites) == sites
    assert needs.goals
    assert needs.contact.name
    assert needs.prepared_by.name
    assert all(site.address.street and site.address.zip for site in needs.sites)
    assert "555-" in needs.contact.phone


def test_every_shipped_file_is_an_example() -> None:
    assert {path.stem for path in (ROOT / "examples").glob("*.yaml")} == set(SITES)


def test_the_clinics_have_a_hub_and_mixed_access(catalog: Catalog) -> None:
    needs = example(catalog, "clinics")
    fibre = Counter(site.access["fibre"].value for site in needs.sites)
    assert needs.hub == "main"
    assert "west" in {site.id for site in needs.sites}
    assert set(fibre) == {"on-net", "near-net", "none"}
    assert max(needs.terms) <= 36


def test_the_district_brings_more_to_its_hub_than_one_port_takes(catalog: Catalog) -> None:
    needs = example(catalog, "school-district")
    rate = needs.facts[At.NETWORK]["cir"].value
    assert (rate, len(needs.sites) - 1) == (1000, 15)


def test_the_stores_are_a_few_kinds_in_many_places() -> None:
    with (ROOT / "examples" / "retailer-stores.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    kinds = Counter(
        tuple(
            value for column, value in row.items() if column not in ("id", "name") and not column.startswith("address")
        )
        for row in rows
    )
    assert 6 <= len(kinds) <= 10
    assert len({row["address.city"] for row in rows}) >= 80
    assert len({(row["address.street"], row["address.city"]) for row in rows}) == 500


def test_a_pilot_begins_before_the_other_plants(catalog: Catalog) -> None:
    begins = Counter(site.from_month for site in example(catalog, "manufacturer").sites)
    assert begins == {1: 3, 4: 5}
