"""A page that is read as XML is the page that the engine would have read, and what would not be goes the engine's way."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from example_quotes import EXAMPLES, quote

from proposer.model.edition import Edition
from proposer.propose import quote_to_html
from proposer.propose.pdf.engine import load_engine
from proposer.propose.pdf.page import _as_xml, read_page

TEMPLATES = Path(__file__).parents[2] / "templates"
XMLNS = "{http://www.w3.org/2000/xmlns/}xmlns"
load_engine()


def read_by_engine(html: str) -> Xml.Element:
    from weasyprint import HTML

    tree: Xml.Element = HTML(string=html).etree_element
    return tree


def seen(tree: Xml.Element) -> list[object]:
    """Elements with their attributes and texts, in order. What a drawing's language is, XML does not keep as an attribute."""
    body = tree.find("body")
    assert body is not None
    return [(each.tag, {**each.attrib, XMLNS: ""}, each.text or "", (each.tail or "").rstrip()) for each in body.iter()]


@pytest.mark.parametrize("brand", ["meridian", "northline"])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_example_is_read_the_quick_way_and_alike(name: str, brand: str) -> None:
    html = quote_to_html(quote(name), TEMPLATES, Edition(brand=brand)).value
    assert html is not None
    quick = _as_xml(html)
    assert quick is not None
    assert seen(quick) == seen(read_by_engine(html))


@pytest.mark.parametrize(
    "body",
    [
        "<p>one<p>two",
        "<style>p { color: red }</style>",
        "<script>1 &lt; 2</script>",
        "<!-- a comment -->",
        "<![CDATA[<b>]]>",
        '<svg viewBox="0 0 1 1"><path d="M0 0"/></svg>',
        "<Div>x</Div>",
        '<div CLASS="x">y</div>',
        "<p>&unknown;</p>",
        "<textarea>&lt;</textarea>",
        "<div/>not within it",
        "<p><span />a text</p>",
        "<p>one<ul><li>two</li></ul></p>",
        "<table><tr><td>no group of rows</td></tr></table>",
        "<table><tbody><tr>words<td>x</td></tr></tbody></table>",
        "<ul><li>one<li>two</li></li></ul>",
        "<a href='#x'>one<b><a href='#y'>two</a></b></a>",
    ],
)
def test_what_would_be_read_otherwise_goes_the_engines_way(body: str) -> None:
    html = f"<!doctype html><html><head><title>t</title></head><body>{body}</body></html>"
    assert _as_xml(html) is None
    assert seen(read_page(html, "", None, "file:///x/").etree_element) == seen(read_by_engine(html))


def test_entities_are_signs_and_no_markup() -> None:
    tree = _as_xml("<!doctype html><html><body><p>&nbsp;&eacute;&LT;b&lt;&AMP;&amp;</p></body></html>")
    assert tree is None  # XML does not know the capitals, which would be markup
    tree = _as_xml("<html><body><p>&nbsp;&eacute;&lt;b&amp;lt;</p></body></html>")
    assert tree is not None
    assert tree.findtext("body/p") == "\N{NO-BREAK SPACE}é<b&lt;"


def test_a_declaration_cannot_bring_entities() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "aaaa">]><html><body>&a;</body></html>'
    assert _as_xml(bomb) is None
    assert _as_xml(f"<!doctype html>{bomb}") is None


@pytest.mark.parametrize("style", ["", ".n { float: footnote }"])
def test_styles_of_notes_are_there_where_they_are_asked_for(style: str) -> None:
    html = '<html><body><p>text<span class="n">a note</span></p></body></html>'
    from weasyprint import CSS

    pages = read_page(html, style, None, "file:///x/").render(stylesheets=[CSS(string=style)]).pages
    calls = [box for box in pages[0]._page_box.descendants() if "note-call" in (box.element_tag or "")]
    assert bool(calls) == bool(style)


@pytest.mark.parametrize("style", ["", "p { display: list-item }"])
def test_items_have_marks_whatever_they_are(style: str) -> None:
    from weasyprint import CSS

    html = "<html><body><ol><li>an item</li></ol><p>no item</p></body></html>"
    pages = read_page(html, style, None, "file:///x/").render(stylesheets=[CSS(string=style)]).pages
    marks = {
        box.element_tag: box.style["font_variant_numeric"]
        for box in pages[0]._page_box.descendants()
        if "::marker" in (box.element_tag or "")
    }
    assert marks == dict.fromkeys(["li::marker", *["p::marker"] * bool(style)], ("tabular-nums",))
