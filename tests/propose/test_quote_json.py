"""A quote survives JSON; what is no quote is told by path."""

import json

import proposal_samples as samples
import pytest

from proposer.model.quote import Quote
from proposer.model.quote_json import quote_from_json, quote_to_json


@pytest.mark.parametrize("quote", [samples.dentist(), samples.clinics(), samples.nothing(), samples.draft()])
def test_round_trip(quote: Quote) -> None:
    text = quote_to_json(quote)
    assert text.endswith("}\n")
    outcome = quote_from_json(text)
    assert outcome.diagnostics == ()
    assert outcome.value == quote
    assert quote_to_json(quote) == text


def messages(text: str) -> list[str]:
    outcome = quote_from_json(text)
    assert outcome.value is None
    return [f"{d.code} {d.message}" for d in outcome.diagnostics]


def changed(old: str, new: str) -> str:
    text = quote_to_json(samples.dentist())
    assert old in text
    return text.replace(old, new, 1)


def test_what_is_no_quote() -> None:
    assert messages("{") == [
        "QUO801 the quote is not JSON: Expecting property name enclosed in double quotes at line 1, column 2"
    ]
    assert messages("[" * 100000)[0].startswith("QUO801 the quote is")
    expected = "expected `proposer-quote/1`"
    assert messages("[]") == [f"QUO802 this is no quote that can be read here: it names no schema, {expected}"]
    assert messages('{"schema": "proposer-quote/9"}') == [
        f"QUO802 this is no quote that can be read here: its schema is `proposer-quote/9`, {expected}"
    ]


def test_wrong_fields_are_named_by_path() -> None:
    assert messages(changed('"revision": 2', '"revision": "two"')) == [
        "QUO803 `revision`: Input should be a valid integer, unable to parse string as an integer"
    ]
    assert messages(changed('"revision": 2,', "")) == ["QUO803 `revision`: is missing"]
    assert (
        messages(changed('"today_provider"', '"todays_provider"'))[-1] == "QUO803 `customer.today_provider`: is missing"
    )
    assert messages(changed('"revision": 2,', '"revision": 2, "cost": "1.00",')) == [
        "QUO803 `cost`: is no field of a quote"
    ]
    assert messages(changed('"today_monthly": "520.00"', '"today_monthly": "x"')) == [
        "QUO803 `customer.today_monthly`: 'x' is not an amount"
    ]
    assert messages(changed('"today_monthly": "520.00"', '"today_monthly": "520.005"')) == [
        "QUO803 `customer.today_monthly`: 520.005 has a fraction of a cent"
    ]


def test_unknown_fields_deep_inside() -> None:
    data = json.loads(quote_to_json(samples.dentist()))
    data["options"][1]["designs"][0]["lines"][0]["margin"] = 5
    assert messages(json.dumps(data)) == ["QUO803 `options[1].designs[0].lines[0].margin`: is no field of a quote"]


def test_references_hold() -> None:
    assert messages(changed('"selected": "recommended"', '"selected": "recomended"')) == [
        "QUO804 `selected`: no option is called `recomended`"
    ]
    data = json.loads(quote_to_json(samples.dentist()))
    data["options"][0]["designs"][0]["site_ids"] = ["ofice"]
    assert messages(json.dumps(data)) == ["QUO804 `options[0].designs.A`: no site is called `ofice`"]
