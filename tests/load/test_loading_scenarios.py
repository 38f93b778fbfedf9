from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from load_fixtures import TINY, loaded_tiny, tiny_catalog

from proposer.load.scenarios import load_scenarios

HEAD = """\
as_of: 2026-05-01
needs: {customer: {name: Test}, term: 12, sites: [{id: a, access: {fibre: on-net}}]}
"""


def messages(folder: Path, text: str) -> list[tuple[str, str]]:
    catalog = tiny_catalog(folder)
    (catalog / "scenarios" / "one-office.yaml").write_text(HEAD + text, "utf-8")
    return [(found.message, found.help) for found in load_scenarios(catalog, loaded_tiny()).diagnostics]


def test_a_scenario_in_the_model() -> None:
    scenarios = load_scenarios(TINY, loaded_tiny()).value
    assert scenarios is not None
    (scenario,) = scenarios
    assert (scenario.name, scenario.file) == ("one-office", "scenarios/one-office.yaml")
    assert (scenario.as_of, scenario.option, scenario.needs.terms) == (date(2026, 5, 1), "essential", (12,))
    internet, entrance = scenario.expect.items
    assert (internet.site, internet.offering, internet.values, internet.count) == (
        "a",
        "internet",
        {"rate": "100 Mbps"},
        None,
    )
    assert (entrance.offering, entrance.values, entrance.span.line) == ("fibre-entrance", {}, 4)
    assert [(total.name, total.cents) for total in scenario.expect.totals] == [("monthly", 40000)]


def test_counts_lists_and_the_account(tmp_path: Path) -> None:
    assert (
        messages(tmp_path, "expect: {items: {a: {seat: 4}, account: [internet]}, absent: {a: fibre-entrance}}\n") == []
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("expect: {}\n", [("nothing is expected", "add `items:`, `totals:` or `conflict:`")]),
        ("expect: {conflict: [term], term: 12}\n", [("a conflict has no `term`", "expect one or the other")]),
        ("expect: {items: {b: {seat: {}}}}\n", [("there is no site `b` in these needs", "known here: `a`, `account`")]),
        ("expect: {items: {a: {seats: {}}}}\n", [("unknown offering `seats`", "did you mean `seat`?")]),
        ("expect: {items: {a: {internet: {rat: 50 Mbps}}}}\n", [("`internet` has no characteristic `rat`", "did you mean `rate`?")]),
        ("expect: {items: {a: {internet: {rate: 60 Mbps}}}}\n", [("`60 Mbps` is no value of `rate`", "did you mean `50 Mbps`?")]),
        ("option: premium\nexpect: {term: 12}\n", [("unknown option `premium`", "known here: `essential`, `recommended`")]),
        ("expect: {usage: {b: 1.00}}\n", [("there is no site `b` in these needs", "known here: `a`, `account`")]),
        ("expect: {invoices: {first: 1.00}}\n", [("`first` is no month of a contract", "such as `13`")]),
        ("expect: {totals: {monthly: 1.005}}\n", [("`1.005` has a fraction of a cent", "money has at most two decimals")]),
    ],
)  # fmt: skip
def test_what_cannot_be_expected(tmp_path: Path, text: str, expected: list[tuple[str, str]]) -> None:
    assert messages(tmp_path, text) == expected
