"""What a template prints in an attribute, an address, a style or a script is judged by where it stands."""

from __future__ import annotations

import shutil
from pathlib import Path

import jinja2
import pytest

from proposer.propose.template.checked import UnfitError, css, is_safe_address, printable, url
from proposer.propose.template.contexts import misplaced

TEMPLATES = Path(__file__).parents[2] / "templates"
BARE = "a value is printed into a tag without quotes"
STYLE = "a value is printed into a style without `| css`"
SCRIPT = "a value is printed into a script"
HREF = "an address is printed into `href` without `| url`"

RIGHT = (
    "{{ x }}",
    "a < b {{ x }} > c",
    "<p class=\"{{ x }}\" title='{{ x }}'>{{ x }}</p>",
    '<p class = "a {{ x }} b">{{ x }}</p>',
    '<p{% if x %} class="{{ x }}"{% endif %}>{{ x }}</p>',
    '<a href="{{ x | url }}">',
    '<a href="{{ (a ~ b) | url }}">',
    '<a href="{{ x.y[0](1) | e | url }}">',
    '<a href="#{{ x }}"> <a href="mailto:{{ x }}"> <a href="https://{{ x }}">',
    '<p style="width: {{ x | css }}; color: {{ y | css }}">',
    "<style>p { color: {{ x | css }} }</style>{{ x }}",
    "<style>a < b </b> {{ x | css }}</style>",
    "<!-- <p class={{ x }} -->{{ x }}",
    '<br/>{{ x }}<img src="{{ x }}"/>',
    "<!doctype html>{{ x }}",
    "{% raw %}<p class={{ x }}>{% endraw %}",
)
WRONG = (
    ("<p class={{ x }}>", BARE),
    ("<p class= {{ x }}>", BARE),
    ("<p {{ x }}>", BARE),
    ("<p class='a'{{ x }}>", BARE),
    ("<h{{ x }}>", BARE),
    ("<{{ x }}>", BARE),
    ("</{{ x }}>", BARE),
    ('<p class="a>b" {{ x }}>', BARE),
    ('<p onclick="f({{ x }})">', "a value is printed into `onclick`, which acts"),
    ('<iframe srcdoc="{{ x }}">', "a value is printed into `srcdoc`, which acts"),
    ('<p style="width: {{ x }}">', STYLE),
    ('<P STYLE="width: {{ x }}">', STYLE),
    ("<style>p { color: {{ x }} }</style>", STYLE),
    ("<style></b>{{ x }}</style>", STYLE),
    ("<script>{{ x }}</script>", SCRIPT),
    ("<script>'</style>' {{ x | css }}</script>", SCRIPT),
    ('<a href="{{ x }}">', HREF),
    ('<a href=" {{ x }}">', HREF),
    ('<a HREF="{{ x }}">', HREF),
    ('<a href="java{{ x }}">', HREF),
    ('<a href="{{ a }}{{ b | url }}">', HREF),
    ('<a href="{{ a ~ b | url }}">', HREF),
    ('<a href="{{ a | url if c else b }}">', HREF),
    ('<a href="{{ a if c else b | url }}">', HREF),
    ('<a href="{{ x | url | first }}">', HREF),
    ('<a xlink:href="{{ x }}">', "an address is printed into `xlink:href` without `| url`"),
)


def faults(text: str) -> list[str]:
    return [found.message for found in misplaced(jinja2.Environment(autoescape=True).lex(text))]


@pytest.mark.parametrize("text", RIGHT)
def test_what_is_fit_for_its_place(text: str) -> None:
    assert faults(text) == []


@pytest.mark.parametrize(("text", "message"), WRONG)
def test_what_is_not(text: str, message: str) -> None:
    assert faults(text) == [message]


def test_the_place_is_told_with_line_and_column() -> None:
    text = '<p>\n{{ x }}</p>\n  <p class="a" style="{{ x }}">'
    (found,) = misplaced(jinja2.Environment(autoescape=True).lex(text))
    assert (found.line, found.column) == (3, 23)
    assert found.remedy == "write `{{ … | css }}`"


def test_what_ships_prints_nothing_where_it_may_not() -> None:
    files = sorted((TEMPLATES / "proposal").rglob("*.j2"))
    assert len(files) > 10
    assert {str(file): faults(file.read_text("utf-8")) for file in files} == {str(file): [] for file in files}


@pytest.mark.parametrize(
    "address", ["https://a.example/b?c=d#e", "http://a.example", "MAILTO:a@b.example", "tel:+1-800-555-0142", "#terms"]
)
def test_addresses_that_a_document_links_to(address: str) -> None:
    assert url(address) == address


@pytest.mark.parametrize(
    "address",
    [
        "", "#", "javascript:alert(1)", "JAVASCRIPT:x", " https://a.example", "java\nscript:x", "https://a\u202e.example",
        "file:///etc/passwd", "//a.example", "a.example", "data:text/html,x", "vbscript:x", "https//a", "xhttps://a",
    ],
)  # fmt: skip
def test_addresses_that_it_does_not(address: str) -> None:
    assert not is_safe_address(address)
    with pytest.raises(UnfitError, match="a proposal does not link to"):
        url(address)


@pytest.mark.parametrize("value", ["12mm", "0", "-1.5em", "50%", "#0b4f5c", "red", "1px solid #fff", "auto"])
def test_values_of_styles(value: str) -> None:
    assert css(value) == value


@pytest.mark.parametrize(
    "value", ["", "red; color: blue", "url(x)", "red}", "a:b", "var(--x)", "\\72 ed", "/**/", "'x'", "1px\n2px", "@x"]
)
def test_what_is_no_value_of_a_style(value: str) -> None:
    with pytest.raises(UnfitError, match="is no value of a style"):
        css(value)


def test_what_can_be_printed() -> None:
    assert printable("Lake\u202eside\0 \x1b[1mÉcole\u2069\ud800 \U000e0041") == "Lakeside [1mÉcole "
    assert printable("Z" + "\u0301" * 9) == "Z" + "\u0301" * 4
    assert printable("a\tb\nc") == "a\tb\nc"
    assert printable("नमस्ते 東京 👩‍🚀") == "नमस्ते 東京 👩‍🚀"
    assert printable(7) == 7


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            '<p style="width: {{ view.document.customer }}">',
            "TPL111 2:18 a value is printed into a style without `| css`",
        ),
        (
            '<a href="{{ view.document.customer | url }}">x</a>',
            "TPL112 2:1 a proposal does not link to `Harbor Dental`",
        ),
        ('<p style="width: {{ view.document.customer | css }} ">', ""),
        ('<p style="width: {{ view.document.iso_date | css }}">', "TPL113 2:1 `2026-11-23` is no value of a style"),
    ],
)
def test_the_road_tells_it_at_its_line(text: str, told: str, tmp_path: Path) -> None:
    import proposal_samples as samples

    from proposer.propose import quote_to_html

    folder = tmp_path / "templates"
    shutil.copytree(TEMPLATES, folder)
    file = folder / "proposal/proposal.html.j2"
    file.write_text(f"<!doctype html>\n{text}\n", "utf-8")
    outcome = quote_to_html(samples.dentist(), folder)
    found = [f"{d.code} {d.span.line}:{d.span.column} {d.message}" for d in outcome.diagnostics]
    assert found == ([told] if told else [])
    assert all(d.span.file == str(file) and d.help for d in outcome.diagnostics)
