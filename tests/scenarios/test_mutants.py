"""Faults are put into a catalog one at a time, the same ones for the same seed, and scenarios are asked about each."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposer.load.scenarios import load_scenario
from proposer.model.catalog import Catalog
from proposer.scenarios import run_scenarios
from proposer.scenarios.mutants import Mutant, changes, mutants
from proposer.scenarios.mutants_hunt import Trial, hunt, noticed_percent
from proposer.validate import validate

FOLDER = Path(__file__).parents[2] / "catalog"


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded = validate(FOLDER).value
    assert loaded is not None
    return loaded


def _mutant(catalog: Catalog, start: str) -> Mutant:
    change = next(each for part in changes(catalog).values() for each in part if each.words.startswith(start))
    return Mutant("one", change.kind, change.words, change.span, change.apply(catalog), change.only_with)


def _trial(catalog: Catalog, name: str, fault: Mutant) -> Trial:
    scenarios = load_scenario(FOLDER, f"scenarios/{name}.yaml", catalog).value
    assert scenarios is not None
    verdicts = run_scenarios(catalog, scenarios)
    assert all(verdict.holds for verdict in verdicts)
    return next(iter(hunt(verdicts, [fault])))


def test_the_seed_alone_decides_which_are_drawn(catalog: Catalog) -> None:
    def drawn(seed: int) -> list[str]:
        return [mutant.words for mutant in mutants(catalog, seed, 30)]

    assert drawn(1) == drawn(1)
    assert drawn(1) != drawn(2)
    assert len(drawn(1)) == 30


def test_a_mutant_says_what_and_where_and_leaves_the_catalog_alone(catalog: Catalog) -> None:
    before = catalog.price_books[0].prices["business-internet"]
    fault = _mutant(catalog, "monthly of `business-internet` at 300 Mbps, 12:")
    assert fault.words == "monthly of `business-internet` at 300 Mbps, 12: 149.00 → 163.90 (us-2026-h2)"
    assert fault.span.file == "price-books/us-2026-h2.yaml"
    assert catalog.price_books[0].prices["business-internet"] is before
    assert fault.catalog.price_books[0].prices["business-internet"] != before


def test_a_wrong_price_is_noticed_where_it_is_paid_and_only_there(catalog: Catalog) -> None:
    fault = _mutant(catalog, "monthly of `business-internet` at 300 Mbps, 12:")
    assert _trial(catalog, "internet/coax-when-coax-will-do", fault).noticed_by == "internet/coax-when-coax-will-do"
    assert not _trial(catalog, "money/prices-of-the-new-year", fault).noticed


def test_a_dropped_rule_and_a_dropped_bundle_are_noticed(catalog: Catalog) -> None:
    assert _trial(catalog, "internet/fibre-only-leaves-out-coax", _mutant(catalog, "rule `fibre-only` dropped")).noticed
    assert _trial(catalog, "money/storefront-bundle", _mutant(catalog, "bundle `storefront` dropped")).noticed


def test_the_share_is_rounded_down(catalog: Catalog) -> None:
    fault = _mutant(catalog, "rule `fibre-only` dropped")
    assert noticed_percent([Trial(fault, "a"), Trial(fault, "a"), Trial(fault, "")]) == 66
    assert noticed_percent([]) == 100


@pytest.mark.parametrize(
    "words",
    [
        "rule `offices-stay-online` of `recommended` with 10 instead of 8 in its condition",
        "rule `room-to-grow` of `recommended` with 1.5625 instead of 1.25 in down of internet",
        "table `people_per_access_point` at offices: 20 → 25",
        "`fibre-entrance` provides 27 of pri-transport, not 28",
        "`fractional-pri` takes 2 of pri-transport, not 1",
        "`lte-failover` provides internet-backup without down",
        "`auto-attendant` up to 99 attendants, not 100",
        "bundle `storefront` not on tv-public",
        "promotion `welcome` not on business-internet",
    ],
)
def test_figures_are_changed_one_at_a_time(words: str, catalog: Catalog) -> None:
    fault = _mutant(catalog, words)
    assert fault.words == words
    assert fault.catalog != catalog


def test_what_cannot_matter_is_not_changed(catalog: Catalog) -> None:
    words = [change.words for part in changes(catalog).values() for change in part]
    assert len(words) == len(set(words))
    assert not [each for each in words if "instead of 0 Mbps" in each]
    assert not [each for each in words if "provides ethernet-internet without" in each]


def test_only_scenarios_that_use_what_became_dearer_are_run(catalog: Catalog) -> None:
    fault = _mutant(catalog, "monthly of `business-internet` at 300 Mbps, 12:")
    assert fault.only_with == "business-internet"
    assert not _trial(catalog, "internet/above-one-gigabit-takes-a-ten-gigabit-port", fault).noticed
