"""What a customer says is words wherever it is printed: no markup, no style, no link, no formula, no path."""

from __future__ import annotations

import json
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hostile_world import TEMPLATES, actions, everything
from hostile_world import proposal_samples as samples

from proposer.cli.document import readable_name
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_from_json, quote_to_json
from proposer.propose import propose, quote_to_html
from proposer.report.quote_csv import quote_csv

EVIL = (
    "'\"><script>alert(1)</script><img src=file:///etc/passwd onerror=x></style></title></svg>"
    "<a href=javascript:x>x</a>{{ 7*7 }}{% raw %}<!--"
)
PLAIN = "".join(sign if sign.isspace() else "x" for sign in EVIL)  # as long, so that figures break it as often
WORDS = {
    "name", "title", "email", "phone", "goals", "because", "words", "address", "city", "street", "notice", "legal_name", "web",
    "in_short", "description", "individual_case", "added", "not_added", "assumptions", "exclusions", "next_steps", "open_points",
    "recommendations", "today_provider", "price_book", "basis", "you_get", "facts", "terms", "industry", "unit", "approval",
    "early_termination", "credits", "objectives", "availability", "repair",
}  # fmt: skip
TERMINAL_PATHS = (
    "",
    ".",
    "..",
    "/",
    "CON",
    "../../etc/passwd",
    'a/b\\c:d*e?f"g<h>i|j',
    "\u202etxt.exe",
    "-rf",
    "~root",
    "$(id)",
)


class Shape(HTMLParser):
    """The elements of a page and the names of their attributes, in order, without a word of what they hold."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, tuple[str, ...]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, tuple(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:  # noqa: ARG002  # the library's signature
        self.found.append(("<!--", ()))


def spoiled(thing: object, key: str = "") -> object:
    """The data of a quote, all that people wrote in it made hostile."""
    if isinstance(thing, dict):
        return {name: spoiled(value, name) for name, value in thing.items()}
    if isinstance(thing, list):
        return [spoiled(value, key) for value in thing]
    return f"{thing} {EVIL}" if isinstance(thing, str) and thing and key in WORDS else thing


def hostile_quote() -> Quote:
    data = spoiled(json.loads(quote_to_json(samples.dentist())))
    outcome = quote_from_json(json.dumps(data))
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def shape(quote: Quote) -> list[tuple[str, tuple[str, ...]]]:
    text = quote_to_html(quote, TEMPLATES).value
    assert text is not None
    parser = Shape()
    parser.feed(text)
    return parser.found


def test_no_word_is_markup() -> None:
    """Every word of every kind at once: the page has the same elements with the same attributes as without."""
    hostile = hostile_quote()
    assert quote_to_json(hostile).count("<script>") > 50
    harmless = json.dumps(spoiled(json.loads(quote_to_json(samples.dentist())))).replace(json.dumps(EVIL)[1:-1], PLAIN)
    quote = quote_from_json(harmless).value
    assert quote is not None
    assert len(shape(quote)) > 200
    assert shape(hostile) == shape(quote)


def test_no_word_is_a_link_or_reaches_outside() -> None:
    outcome = propose(hostile_quote(), TEMPLATES)
    assert outcome.value is not None
    assert [found.message for found in outcome.diagnostics] == []
    assert {action.partition(":")[0] for action in actions(everything(outcome.value))} <= {"mailto", "tel"}


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t=", "\r=", "\n=", "＝", "＋", "－", "＠"])
def test_no_word_is_a_formula(start: str) -> None:
    quote = samples.dentist()
    formula = f"{start}cmd|' /C calc'!A0"
    quote = replace(quote, sites=(replace(quote.sites[0], name=formula),))
    assert f"'{formula}" in quote_csv(quote)
    assert f",{formula}" not in quote_csv(quote)


@pytest.mark.parametrize("name", [*TERMINAL_PATHS, "東" * 200, "\U00020000" * 200, "é" * 200, "Z" + "\u0301" * 900])
def test_no_name_is_a_path(name: str, tmp_path: Path) -> None:
    made = readable_name(name, "2026-11-23")
    assert made == Path(made).name
    assert not made.startswith(("-", ".", "_"))
    assert len(f"{made}-100.pdf".encode()) <= 200
    (tmp_path / f"{made}.pdf").write_bytes(b"x")
    assert [file.name for file in tmp_path.iterdir()] == [f"{made}.pdf"]
