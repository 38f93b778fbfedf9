"""Words in Markdown: what is printed, what is refused and where, and that nothing gets through that acts."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from proposer.load.yaml import parse_yaml
from proposer.markdown import Markup, block_html, faults, inline_html, literal

ROOT = Path(__file__).parents[2]
FACTS = {"customer": "Hartwell & <Osei> *LLP* {term}", "term": "36 months"}


def test_what_is_printed() -> None:
    words = "For **{customer}**,\nover *{term}*: see [our pages](https://meridian.example/?a=1&b=2).\n\n- one\n- two\n\n3. three"
    assert block_html(words, FACTS) == (
        "<p>For<strong> Hartwell &amp; &lt;Osei&gt; *LLP* {term}</strong>, over<em> 36 months</em>: see "
        '<a href="https://meridian.example/?a=1&amp;b=2">our pages</a>.</p>'
        '<ul class="points"><li>one</li><li>two</li></ul><ol start="3"><li>three</li></ol>'
    )
    assert faults(words, block=True) == ()


def test_a_sign_after_a_backslash_is_itself() -> None:
    assert inline_html(r"\{term} and \*stars\*", FACTS) == "{term} and *stars*"
    assert faults(r"\{trem} and \<b>", block=False) == ()


@pytest.mark.parametrize(
    ("words", "written", "message"),
    [
        ("a <b>bold</b> word", "<b>", "HTML has no place in these words"),
        ("a <!-- comment -->", "<!--", "HTML has no place in these words"),
        ("<div>\nx\n</div>", "<div>", "HTML has no place in these words"),
        ("text\n\n## A heading", "##", "a heading has no place in these words"),
        ("Title\n=====", "=====", "a heading has no place in these words"),
        ("> said", ">", "a quotation has no place in these words"),
        ("one\n\n---", "---", "a rule has no place in these words"),
        ("```\nx\n```", "```", "a block of code has no place in these words"),
        ("a\n\n    indented", "indented", "a block of code has no place in these words"),
        ("see ![it](a.png)", "![", "an image has no place in these words"),
        ("type `help`", "`", "code has no place in these words"),
        ("<https://a.example>", "<", "a bare address has no place in these words"),
        ("[x](javascript:1)", "javascript:1", "`javascript:1` is no address that a link may lead to"),
        ("[x](data:text/html,1)", "data:text/html,1", "`data:text/html,1` is no address that a link may lead to"),
        ("[x](/etc/passwd)", "/etc/passwd", "`/etc/passwd` is no address that a link may lead to"),
        ("[x](https://{customer})", "https://{customer}", "`https://{customer}` is no address that a link may lead to"),
        ("[x][y]\n\n[y]: https://a.example", "]:", "the address of a link stands apart from it"),
        ("- a\n- for {custmer}", "{custmer}", "unknown placeholder `{custmer}`"),
    ],
)
def test_what_is_refused(words: str, written: str, message: str) -> None:
    assert [(fault.written, fault.message) for fault in faults(words, block=True)] == [(written, message)]
    assert "<b>" not in block_html(words, {})


def test_the_second_of_its_kind_is_named_as_such() -> None:
    assert [fault.number for fault in faults("\\<b> and <b>", block=False)] == [1]


def test_a_name_prints_as_it_is_whatever_it_holds() -> None:
    for name in ("Store *12* [x](https://a.example)", "{term} `a` <b>_c_</b> \\", "North & East"):
        printed = inline_html(f"Usage at {literal(name)}: nothing", FACTS)
        assert printed == Markup("Usage at {}: nothing").format(name)  # the same as escaped text


def test_every_plain_word_of_the_catalog_prints_as_before() -> None:
    plain = 0
    for file in (ROOT / "catalog").rglob("*.yaml"):
        for text in _texts(parse_yaml(file.read_text("utf-8"), file.name)):
            if not re.search(r"[*{]", text):
                plain += 1
                assert inline_html(text, FACTS) == Markup("{}").format(text)
                assert (
                    block_html(text, FACTS) == Markup("<p>{}</p>").format(text)
                    or text[0] in "-+>#~="
                    or text[0].isdigit()
                )
    assert plain > 500


def _texts(outcome: object) -> list[str]:
    document = getattr(outcome, "value", outcome)
    return _below(getattr(document, "data", None))


def _below(data: object) -> list[str]:
    if isinstance(data, dict):
        return [text for value in data.values() for text in _below(value)]
    if isinstance(data, list):
        return [text for value in data for text in _below(value)]
    return [data] if isinstance(data, str) and data else []


PIECES = [
    "<script>",
    "</p>",
    "<img src=x onerror=1>",
    "[a](",
    "javascript:",
    "](",
    ")",
    "*",
    "**",
    "_",
    "`",
    "\n",
    "\n\n",
    "- ",
    "1. ",
]
PIECES += [
    "{customer}",
    "{x}",
    "\\",
    "<",
    ">",
    '"',
    "'",
    "&amp;",
    "![",
    "https://a.example",
    "data:",
    "  \n",
    "word ",
    "#",
    "&#60;b&#62;",
]
TAG = re.compile(
    r"</?(?:p|ul|ol|li|strong|em|a)(?: class=\"points\"| start=\"\d+\"| href=\"(?:https?://|mailto:|tel:)[^\"<>]*\")?>|<br>"
)


def test_no_mixture_of_signs_becomes_anything_but_the_few_tags() -> None:
    chance = random.Random(7)  # noqa: S311 - a fixed sequence
    for _ in range(3000):
        words = "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 14)))
        for html in (inline_html(words, FACTS), block_html(words, FACTS)):
            rest = TAG.sub("", html)
            assert "<" not in rest, (words, html)
            assert ">" not in rest, (words, html)
        faults(words, block=True), faults(words, block=False)  # whatever it is, it is judged
