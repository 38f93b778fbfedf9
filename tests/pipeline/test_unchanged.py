"""An unchanged configuration at other terms: the same lines, the prices of each term, what is not sold there said."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.needs import Needs
from proposer.model.quote import Quote, QuoteLine
from proposer.pipeline.again import price_once
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request
from proposer.pipeline.terms import price_terms, price_unchanged
from proposer.pipeline.whole import choose_one, make_quote
from proposer.quote import PricedOption

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)


@pytest.fixture(scope="module")
def catalog() -> Catalog:
    loaded = load_catalog(ROOT / "catalog")
    assert loaded.value is not None
    return loaded.value


def needs_of(catalog: Catalog, example: str) -> Needs:
    loaded = load_needs(ROOT / "examples" / f"{example}.yaml", catalog)
    assert loaded.value is not None
    return loaded.value


def test_it_is_the_quote_of_the_other_term_where_the_same_is_chosen_there(catalog: Catalog) -> None:
    """The whole quote, but for the proof: what is best was only looked for at the first term."""
    known, needs = Known(catalog, AS_OF), needs_of(catalog, "law-firm")
    chosen = choose_one(Request(known, needs), None).value
    assert isinstance(chosen, PricedOption)
    for term in catalog.terms:
        again = price_once(known, needs, chosen).at(term).value
        anew = make_quote(catalog, replace(needs, terms=(term,)), AS_OF, term=term, only=True).value
        assert again is not None
        assert isinstance(anew, Quote)
        assert replace(again, options=(replace(again.chosen, proof=anew.chosen.proof),)) == anew


def test_lines_stay_and_prices_are_those_of_the_term(catalog: Catalog) -> None:
    known, needs = Known(catalog, AS_OF), needs_of(catalog, "clinics")
    chosen = choose_one(Request(known, needs), "recommended").value
    assert isinstance(chosen, PricedOption)
    once = price_once(known, needs, chosen)
    again = once.at(24).value
    assert again is not None
    assert [shape(line) for line, _ in again.chosen.charged] == [shape(line) for line, _ in once.quote.chosen.charged]
    assert (again.chosen.term, again.chosen.proof.proven, again.plan) == (24, False, once.quote.plan)
    assert again.chosen.monthly > once.quote.chosen.monthly


def shape(line: QuoteLine) -> tuple[str, int, str, str]:
    return line.id, line.count, line.description, line.install_days


def test_what_is_not_sold_at_a_term_is_said(catalog: Catalog) -> None:
    known, needs = Known(catalog, AS_OF), needs_of(catalog, "dentist")
    table = price_unchanged(known, needs, (36, 60)).value
    assert table is not None
    at_36, at_60 = table.terms
    assert [each.option for each in at_36.options] == ["essential"]
    assert at_60.options == ()
    assert "`business-internet` of this configuration is not sold at a term of 60 months" in at_60.impossible


def test_the_table_is_that_of_choosing_anew_where_the_same_is_chosen(catalog: Catalog) -> None:
    known, needs = Known(catalog, AS_OF), needs_of(catalog, "law-firm")
    unchanged = price_unchanged(known, needs, (24, 36)).value
    assert unchanged == price_terms(known, needs, (24, 36), option="essential").value
