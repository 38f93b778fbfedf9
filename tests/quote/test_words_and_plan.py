"""What a quote says beside its numbers: open points, assumptions that follow from the lines, the plan, names of designs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from example_quotes import AS_OF, catalog, lines_of, quote, quote_of

from proposer.load.needs import load_needs
from proposer.model.needs import Needs
from proposer.model.quote import PlanStep, Quote


def needs_of(text: str, folder: Path) -> Needs:
    file = folder / "needs.yaml"
    file.write_text(text, "utf-8")
    loaded = load_needs(file, catalog())
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def quoted(text: str, folder: Path) -> Quote:
    return quote_of(catalog(), needs_of(text, folder))


VOICE_ON_FIBRE = """
customer: {name: Test}
term: 36
defaults: {access: {fibre: on-net}, internet: {down: 1 Gbps, up: 1 Gbps}, voice: {concurrent_calls: 10}}
sites:
  - {id: known, address: {street: 1 Main Street, city: Erie, state: PA, zip: "16507"}}
  - {id: street-missing, address: {city: Erie, state: PA, zip: "16507"}}
  - {id: nothing-known}
"""


def test_every_offering_tells_what_it_still_misses_and_where(tmp_path: Path) -> None:
    assert quoted(VOICE_ON_FIBRE, tmp_path).contract.open_points == (
        "A street address for 911 dispatch: Street missing, Nothing known",
        "A city for 911 dispatch: Nothing known",
        "A state for 911 dispatch: Nothing known",
        "A ZIP code for 911 dispatch: Nothing known",
        "A street address for the fibre entrance: Street missing, Nothing known",
    )


def test_many_sites_that_miss_the_same_are_counted(tmp_path: Path) -> None:
    sites = "".join(f"  - {{id: s{number}}}\n" for number in range(1, 8))
    text = f"customer: {{name: Test}}\nterm: 36\ndefaults: {{access: {{coax: on-net}}, internet: {{down: 100 Mbps}}}}\nsites:\n{sites}"

    assert quoted(text, tmp_path).contract.open_points == (
        "A street address for the coax entrance: S1, S2, S3, S4 and 3 more",
    )


def test_assumptions_are_those_of_what_is_quoted() -> None:
    dentist, lan = quote("dentist").contract.assumptions, quote("law-firm").contract.assumptions
    on_coax = catalog().offerings["business-internet"].words.assumes
    on_fibre = catalog().offerings["dedicated-internet"].words.assumes

    assert set(on_coax) <= set(dentist)
    assert not set(on_fibre) & set(dentist)
    assert set(on_fibre) <= set(lan)
    assert len(dentist) == len(set(dentist))


def test_offerings_and_service_levels_are_those_of_the_options() -> None:
    law_firm = quote("law-firm")

    assert {words.id for words in law_firm.offerings} == {
        line.offering for option in law_firm.options for line, _ in lines_of(option)
    }
    assert {level.id for level in law_firm.service_levels} == {w.service_level for w in law_firm.offerings} - {""}


TWO_WAVES = """
customer: {name: Test}
term: 36
sites:
  - {id: near, access: {fibre: near-net}, internet: {down: 1 Gbps, up: 1 Gbps}}
  - {id: here, access: {fibre: on-net}, internet: {down: 1 Gbps, up: 1 Gbps}}
  - {id: coax, access: {coax: on-net}, internet: {down: 100 Mbps}}
"""


def test_the_plan_takes_sites_in_waves_by_their_intervals(tmp_path: Path) -> None:
    plan = quoted(TWO_WAVES, tmp_path).plan

    assert [(step.title, step.sites, step.start_day, step.end_day) for step in plan] == [
        ("Order, site survey and design", ("Near", "Here", "Coax"), 0, 10),
        ("Construction and installation", ("Near",), 10, 120),
        ("Installation and activation", ("Coax",), 10, 14),  # 10 business days
        ("Installation and activation", ("Here",), 10, 24),  # 17 business days
        ("Acceptance and start of billing", ("Near", "Here", "Coax"), 120, 127),
    ]
    assert all(isinstance(step, PlanStep) and step.end_date == AS_OF + timedelta(days=step.end_day) for step in plan)


def test_designs_go_by_letters_in_the_order_of_the_sites(tmp_path: Path) -> None:
    offices = """
customer: {name: Test}
term: 36
defaults: {access: {coax: on-net}}
sites:
  - {id: zoo, internet: {down: 100 Mbps}}
  - {id: aquarium, internet: {down: 300 Mbps}}
  - {id: museum, internet: {down: 100 Mbps}}
"""

    designs = quoted(offices, tmp_path).options[0].designs

    assert [(design.id, design.title, design.site_ids) for design in designs] == [
        ("A", "2 sites alike", ("zoo", "museum")),
        ("B", "Aquarium", ("aquarium",)),
    ]


def test_more_designs_than_letters_go_on_with_two(tmp_path: Path) -> None:
    sites = "".join(f"  - {{id: s{n}, access: {{coax: on-net}}, tv: {{outlets: {n}}}}}\n" for n in range(1, 29))

    designs = quoted(f"customer: {{name: Test}}\nterm: 36\nsites:\n{sites}", tmp_path).options[0].designs

    assert [design.id for design in designs][:2] == ["A", "B"]
    assert [(design.id, design.site_ids) for design in designs][25:] == [
        ("Z", ("s26",)),
        ("AA", ("s27",)),
        ("AB", ("s28",)),
    ]


def test_a_quote_holds_for_the_days_of_the_policy() -> None:
    assert (quote("dentist").as_of, quote("dentist").valid_until) == (AS_OF, date(2026, 12, 23))


@pytest.mark.parametrize("change", ["needs", "catalog", "nothing"])
def test_the_id_tells_one_quote_from_another(change: str, tmp_path: Path) -> None:
    needs, sold = needs_of(TWO_WAVES, tmp_path), catalog()
    first = quote_of(sold, needs).id

    other_needs = replace(needs, digest="other") if change == "needs" else needs
    other_catalog = replace(sold, digest="other") if change == "catalog" else sold

    assert (quote_of(other_catalog, other_needs).id == first) is (change == "nothing")
    assert first.startswith("Q-20261123-")


def test_options_say_what_they_add_and_what_they_cannot(tmp_path: Path) -> None:
    office = """
customer: {name: Test}
term: 36
sites:
  - {id: a, users: 30, access: {coax: on-net, wireless: none}, internet: {down: 100 Mbps}}
"""

    essential, recommended, _ = quoted(office, tmp_path).options

    assert (essential.added, essential.not_added) == ((), ())
    assert recommended.added == ("Traffic grows; a quarter more than today's 100 Mbps lasts the term.",)
    assert recommended.not_added == ("Internet backup cannot be added at A: nothing on sale there provides it.",)
