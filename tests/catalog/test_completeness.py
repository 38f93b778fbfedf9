"""The catalog is whole: enough of everything, and each part fit to be read by a customer."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import pytest

from proposer.model.catalog import Catalog
from proposer.model.prices import STATE

FAMILIES = {"advanced-voice": 18, "metro-ethernet": 16, "business-class": 11}


def test_there_is_enough_of_everything(catalog: Catalog) -> None:
    assert len(catalog.offerings) >= 45
    assert len(catalog.rules) >= 30
    assert len(catalog.bundles) >= 8
    assert len(catalog.promotions) >= 4
    assert [option.id for option in catalog.options] == ["essential", "recommended", "premier"]
    of_family = Counter(offering.family for offering in catalog.offerings.values())
    assert all(of_family[family] >= least for family, least in FAMILIES.items())


def test_the_catalog_says_that_it_is_fictional(catalog: Catalog) -> None:
    assert "fictional" in catalog.provider.notice
    assert "illustrative" in catalog.provider.notice


def test_every_offering_has_a_price_in_every_book(catalog: Catalog) -> None:
    for book in catalog.price_books:
        assert set(book.prices) == set(catalog.offerings)


def test_every_orderable_value_has_a_price(catalog: Catalog) -> None:
    for book in catalog.price_books:
        for price in book.prices.values():
            charge = price.monthly
            if charge is None or not charge.by:
                continue
            offering = catalog.offerings[price.offering]
            orderable = {str(v) for c in offering.characteristics for vs in c.values.values() for v in vs}
            priced = {
                value
                for key in charge.cells
                for axis, value in zip(charge.by, key, strict=True)
                if axis not in ("term", STATE)
            }
            axes = {c.name for c in offering.characteristics} & set(charge.by)
            due = {str(v) for c in offering.characteristics if c.name in axes for vs in c.values.values() for v in vs}
            assert due <= priced <= orderable, offering.id


def test_a_price_book_holds_on_every_day_of_its_year(catalog: Catalog) -> None:
    day = date(2026, 7, 1)
    while day < date(2027, 7, 1):
        assert catalog.price_book(day) is not None, day
        day += timedelta(days=1)
    assert catalog.price_book(date(2026, 6, 30)) is None
    assert catalog.price_book(date(2027, 7, 1)) is None


def test_words_are_sentences(catalog: Catalog) -> None:
    for offering in catalog.offerings.values():
        words = offering.words
        assert words.in_short.endswith("."), offering.id
        assert all(text.endswith(".") for text in (*words.assumes, *words.excludes)), offering.id
        assert not any(text.endswith(".") for text in words.you_get), offering.id


def test_every_reason_is_a_sentence(catalog: Catalog) -> None:
    for rule in [*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds)]:
        last = rule.because.parts[-1]
        assert isinstance(last, str), rule.id
        assert last.endswith("."), rule.id


def test_every_capability_is_provided_and_wanted(catalog: Catalog) -> None:
    provided = {b.capability for o in catalog.offerings.values() for b in o.provides}
    rules = [*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds)]
    wanted = {d.capability for rule in rules for d in rule.demands}
    wanted |= {b.capability for o in catalog.offerings.values() for b in (*o.consumes, *o.requires)}
    assert provided == wanted == set(catalog.capabilities)


def test_every_question_is_read_by_a_rule_or_counted_by_a_price(catalog: Catalog) -> None:
    rules = [*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds)]
    read = " ".join(
        expression.text
        for rule in rules
        for expression in (
            *([rule.when] if rule.when else []),
            *(part for _, part in rule.let),
            *(d.amount for d in rule.demands if d.amount),
            *(part for d in rule.demands for _, part in d.qualities),
        )
    )
    counted = {usage.of for book in catalog.price_books for price in book.prices.values() for usage in price.usage}
    idle = [path for _, path in catalog.questions if path not in read and path not in counted and path != "new"]
    assert idle == []


@pytest.mark.parametrize("kind", ["new customers", "term", "free months", "expires"])
def test_promotions_of_each_kind(catalog: Catalog, kind: str) -> None:
    promotions = catalog.promotions.values()
    found = {
        "new customers": [p for p in promotions if p.new_customers_only],
        "term": [p for p in promotions if p.terms],
        "free months": [p for p in promotions if p.percent == 100 and p.months and p.charge == "monthly"],
        "expires": [p for p in promotions if p.valid.end == date(2027, 1, 1)],
    }
    assert found[kind]
