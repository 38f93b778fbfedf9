"""TMF648: every example's quote is what the published specification asks for, and adds up."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import cast

import jsonschema
import pytest
from samples import EXAMPLES, quote
from tmf648_schema import SCHEMA

from proposer.model.quote import Quote
from proposer.model.tmf648 import quote_to_tmf648

VALIDATOR = jsonschema.Draft202012Validator(SCHEMA)
Entry = Mapping[str, object]


def told(value: Quote) -> Entry:
    return cast("Entry", json.loads(quote_to_tmf648(value), parse_float=Decimal))


def entries(of: Entry, name: str) -> Sequence[Entry]:
    return cast("Sequence[Entry]", of.get(name, []))


def cents(price: Entry) -> int:
    amount = cast("Mapping[str, Mapping[str, Decimal]]", price["price"])["dutyFreeAmount"]["value"]
    assert amount == amount.quantize(Decimal("0.01"))
    return int(Decimal(amount) * 100)


def prices(quoted: Entry) -> Iterator[tuple[Entry, Entry]]:
    """Each price of each item with the product's price of the same kind."""
    for item in entries(quoted, "quoteItem"):
        product = cast("Entry", item["product"])
        yield from zip(entries(item, "quoteItemPrice"), entries(product, "productPrice"), strict=True)


@pytest.mark.parametrize("example", EXAMPLES)
def test_it_is_what_the_specification_asks_for(example: str) -> None:
    VALIDATOR.validate(json.loads(quote_to_tmf648(quote(example))))


@pytest.mark.parametrize("example", EXAMPLES)
def test_items_add_up_to_the_totals(example: str) -> None:
    option, quoted = quote(example).chosen, told(quote(example))
    totals = [(price["priceType"], cents(price)) for price in entries(quoted, "quoteTotalPrice")]
    assert totals == [("recurring", option.monthly), ("nonRecurring", option.once)]
    for kind, total in totals:
        assert total == sum(cents(net) for _, net in prices(quoted) if net["priceType"] == kind)


@pytest.mark.parametrize("example", EXAMPLES)
def test_alterations_that_last_lead_from_the_list_price_to_what_is_charged(example: str) -> None:
    found = 0
    for listed, net in prices(told(quote(example))):
        alterations = entries(listed, "priceAlteration")
        lasting = [cents(each) for each in alterations if "applicationDuration" not in each]
        assert cents(listed) + sum(lasting) == cents(net)
        assert [each["priority"] for each in alterations] == list(range(1, len(alterations) + 1))
        found += len(lasting)
    assert found or example == "over-ten-gigabit"


@pytest.mark.parametrize("example", EXAMPLES)
def test_what_is_listed_is_the_quotes_list_price(example: str) -> None:
    monthly = sum(cents(listed) for listed, _ in prices(told(quote(example))) if listed["priceType"] == "recurring")
    assert monthly == quote(example).chosen.list_monthly


def test_what_a_promotion_takes_off_for_some_months() -> None:
    credits_ = [
        each for listed, _ in prices(told(quote("clinics"))) for each in entries(listed, "priceAlteration")
        if "applicationDuration" in each
    ]  # fmt: skip
    worth = sum(-cents(each) * cast("int", each["applicationDuration"]) for each in credits_)
    assert worth == quote("clinics").chosen.credit_total
    assert worth > 0


def test_a_draft_waits_for_its_approval() -> None:
    draft = told(replace(quote("dentist"), approval="Sales director"))
    VALIDATOR.validate(json.loads(json.dumps(draft, default=int)))
    assert draft["state"] == "pending"
    assert "effectiveQuoteCompletionDate" not in draft
    assert draft["authorization"] == [
        {"name": "Approval by Sales director", "state": "requested", "requestedDate": "2026-11-23T00:00:00Z"}
    ]
    assert {item["state"] for item in entries(draft, "quoteItem")} == {"pending"}


def test_an_individual_case_has_a_reason_and_no_price() -> None:
    items = [item for item in entries(told(quote("over-ten-gigabit")), "quoteItem") if "quoteItemPrice" not in item]
    assert items
    for item in items:
        assert str(entries(item, "note")[0]["text"]).startswith("Individual case, priced after survey: ")
        assert "productPrice" not in cast("Entry", item["product"])


def test_every_site_is_a_place_of_some_item() -> None:
    quoted = told(quote("retailer"))
    places = {
        place["id"]
        for item in entries(quoted, "quoteItem")
        for place in entries(cast("Entry", item["product"]), "place")
    }
    assert places == {site.id for site in quote("retailer").sites}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("state", "draft"),
        ("quoteDate", "2026-11-23"),
        ("quoteItem", []),
        ("custmer", "x"),
        ("relatedParty", [{"id": "a"}]),
    ],
)
def test_the_schema_refuses(path: str, value: object) -> None:
    """The guard is shown violations."""
    quoted = json.loads(quote_to_tmf648(quote("dentist"))) | {path: value}
    assert not VALIDATOR.is_valid(quoted)
