"""The price of every line of every example is the same number in each output: JSON, CSV, the explanation, the PDF."""

from __future__ import annotations

import csv
import json
from functools import cache
from io import BytesIO, StringIO

import pytest
from example_quotes import EXAMPLES, ROOT, quote
from pypdf import PdfReader

from proposer.model.quote import Quote, QuoteLine
from proposer.model.quote_json import quote_to_json
from proposer.propose import propose
from proposer.report.amounts import figure
from proposer.report.lines import places
from proposer.report.plain import plain_text
from proposer.report.quote_csv import quote_csv
from proposer.report.why import price_sheet

PRINTED = [example for example in EXAMPLES if example != "retailer"]  # five hundred stores take the PDF engine a minute


@cache
def printed(example: str) -> str:
    made = propose(quote(example), ROOT / "templates").value
    assert made is not None
    return " ".join(page.extract_text() for page in PdfReader(BytesIO(made)).pages).replace("\n", " ")


def lines(quoted: Quote) -> list[QuoteLine]:
    return [line for design in quoted.chosen.designs for line in design.lines]


def in_json(cents: int) -> str:
    return f"{'-' if cents < 0 else ''}{abs(cents) // 100}.{abs(cents) % 100:02d}"


@pytest.mark.parametrize("example", EXAMPLES)
def test_json_has_each_line_with_its_steps(example: str) -> None:
    quoted = quote(example)
    data = json.loads(quote_to_json(quoted))
    option = next(each for each in data["options"] if each["id"] == quoted.selected)
    stated = [line for design in option["designs"] for line in design["lines"]]
    for line, told in zip(lines(quoted), stated, strict=True):
        assert [told[name] for name in ("monthly", "once", "contract_value")] == [
            in_json(each) for each in (line.monthly, line.once, line.contract_value)
        ]
        for price, unit in ((line.monthly_unit, told["monthly_unit"]), (line.once_unit, told["once_unit"])):
            steps = [(step.step, in_json(step.after), step.source) for step in price.steps] if price else []
            assert steps == ([(s["step"], s["after"], s["source"]) for s in unit["steps"]] if unit else [])


@pytest.mark.parametrize("example", EXAMPLES)
def test_csv_has_each_line_of_each_site(example: str) -> None:
    quoted = quote(example)
    rows = list(csv.DictReader(StringIO(quote_csv(quoted))))
    due = [place.line for place in places(quoted.chosen)]
    assert [(row["monthly"], row["once"], row["contract_value"]) for row in rows] == [
        ("", "", "") if line.individual_case else tuple(map(in_json, (line.monthly, line.once, line.contract_value)))
        for line in due
    ]


@pytest.mark.parametrize("example", EXAMPLES)
def test_the_explanation_of_each_line_comes_to_its_numbers(example: str) -> None:
    quoted = quote(example)
    seen: set[int] = set()
    for place in places(quoted.chosen):
        if id(place.line) in seen or place.line.individual_case:
            continue
        seen.add(id(place.line))
        text = plain_text(price_sheet(quoted, quoted.chosen, place), 200)
        for price in (place.line.monthly_unit, place.line.once_unit):
            for step in price.steps if price else ():
                assert figure(step.after) in text, place.name
                assert step.source in text, place.name
        assert f"= ${figure(place.line.contract_value)} over the term" in text, place.name


@pytest.mark.parametrize("example", PRINTED)
def test_the_pdf_prints_each_line(example: str) -> None:
    text = printed(example)
    for line in lines(quote(example)):
        for cents in (line.monthly, line.once):
            assert cents == 0 or f"${figure(cents)}" in text, line.id
    option = quote(example).chosen
    for cents in (option.monthly, option.once, option.contract_value):
        assert f"${figure(cents)}" in text
