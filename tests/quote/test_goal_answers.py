"""Goals are answered by what is quoted, in the rep's or the catalog's words, and by nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.quote import Quote
from proposer.pipeline import make_quote
from proposer.quote.answers import goal_answers

from datetime import date  # isort: skip

ROOT = Path(__file__).parents[2]
DAY = date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded = load_catalog(ROOT / "catalog").value
    assert loaded is not None
    return loaded


def quoted(catalog: Catalog, name: str) -> Quote:
    needs = load_needs(ROOT / "examples" / f"{name}.yaml", catalog).value
    assert needs is not None
    quote = make_quote(catalog, needs, DAY).value
    assert isinstance(quote, Quote)
    return quote


@pytest.mark.parametrize(
    "name", ["dentist", "law-firm", "clinics", "school-district", "manufacturer", "over-ten-gigabit"]
)
def test_each_goal_of_the_examples_is_answered(catalog: Catalog, name: str) -> None:
    customer = quoted(catalog, name).customer
    assert list(customer.answers) == list(customer.goals)


def test_only_what_is_quoted_answers_and_the_longest_phrase_wins(catalog: Catalog) -> None:
    needs = load_needs(ROOT / "examples" / "dentist.yaml", catalog).value
    quote = quoted(catalog, "dentist")
    assert needs is not None
    goals = (
        "Cards work when the LINE is  down",  # wireless failover is quoted
        "Callers never hear a busy signal",  # a call queue would answer, and none is quoted
        "One billing system",  # `one bill` is no part of it
        "One bill",
    )
    asked = replace(needs, goals=goals, answers={"One bill": "Mine."})
    assert goal_answers(catalog, asked, quote.chosen) == {
        goals[0]: "When the line is down, cards, calls and mail go on over LTE, and nobody has to switch anything.",
        "One bill": "Mine.",
    }
