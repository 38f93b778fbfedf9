"""A page of HTML as the engine takes it, read the quicker way where that gives the same.

The engine reads HTML in Python. What our templates print is XML as well, but for elements without an end, and XML is read
in C. A page whose meaning would be another as XML, or that is none, goes the engine's own way: styles within it, elements
in capitals, drawings that do not name their language.

The styles that an engine has of its own give each element seven more: six for notes and one for the mark of an item. Those
of notes are left out where there are no notes, and marks are kept to the items of lists.
"""

from __future__ import annotations

import re
from functools import cache
from html.entities import html5
from typing import TYPE_CHECKING
from xml.etree import ElementTree as Xml

if TYPE_CHECKING:
    from weasyprint import CSS, HTML

DOCTYPE = re.compile(r"\s*<!doctype html>", re.IGNORECASE)
ENDLESS = re.compile(r"<(area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)\b([^<>]*?)\s*/?>")
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
BLOCKS = HEADINGS | {
    "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "header", "hgroup", "hr", "li", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary",
    "table", "ul",
}  # fmt: skip
WITH_AN_END = "|".join(
    sorted(BLOCKS | {"a", "b", "body", "code", "em", "i", "small", "span", "strong", "sub", "sup", "td", "th", "title"})
)
OTHERWISE = re.compile(
    r"<[!?A-Z]"  # declarations, comments, capitals
    r"|<(?:base|style|script|xmp|iframe|noembed|noframes|noscript|plaintext|textarea|template|math)\b"  # not text, or read otherwise
    rf"|<(?:{WITH_AN_END})\b[^<>]*/>"
    r"|<svg(?! xmlns=\"http://www\.w3\.org/2000/svg\")"
    r"|<[^<>]*\s[A-Z][\w-]*="
)
ENDED_BY = {"p": BLOCKS, "a": {"a"}, "button": {"button"}, **dict.fromkeys(HEADINGS, BLOCKS)}
ROWS, ITEMS = frozenset({"tr"}), frozenset({"li"})
HOLDS = {
    "table": {"caption", "colgroup", "thead", "tbody", "tfoot"},
    "colgroup": {"col"},
    "thead": ROWS,
    "tbody": ROWS,
    "tfoot": ROWS,
    "tr": {"td", "th"},
    "ol": ITEMS,
    "ul": ITEMS,
}
NAMED = re.compile(r"&(\w+;)")
ASKS_FOR_MORE = re.compile(r"footnote|note\(|list-item", re.IGNORECASE)
NOTES = re.compile(r"^::(?:foot)?note-[^\n]*\n", re.MULTILINE)
MARKS = re.compile(r"^::marker ", re.MULTILINE)


def read_page(html: str, stylesheet: str, fetcher: object, base: str) -> HTML:
    """The page for the engine; `stylesheet` is what it will be laid out with."""
    import cssselect2
    from weasyprint import HTML

    tree, asks_for_more = _as_xml(html), any(ASKS_FOR_MORE.search(text) for text in (html, stylesheet))

    class Page(HTML):  # type: ignore[misc]  # the engine's classes have no types
        """Read already, or by the engine."""

        def __init__(self) -> None:
            if tree is None:
                super().__init__(string=html, url_fetcher=fetcher, base_url=base)
                return
            self.base_url, self.url_fetcher, self.media_type = base, fetcher, "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(tree, content_language=None)
            self.etree_element = tree

        def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: FBT001  # as the engine calls it
            styles: list[CSS] = super()._ua_stylesheets(forms)
            return styles if asks_for_more else [_own_styles(), *styles[1:]]

    return Page()


def _as_xml(html: str) -> Xml.Element | None:
    """The page's root, if it is well formed and means the same as XML."""
    text = DOCTYPE.sub("", html, count=1)
    if OTHERWISE.search(text):
        return None
    try:
        tree = Xml.fromstring(NAMED.sub(_sign, ENDLESS.sub(r"<\1\2/>", text)))  # noqa: S314  # no declarations, so no entities
    except Xml.ParseError:
        return None
    return tree if all(map(_stays_as_written, tree.iter())) else None


def _stays_as_written(element: Xml.Element) -> bool:
    """Whether HTML would leave an element's content where it is: it ends a paragraph before a block, and puts a table in order."""
    if element.tag in ENDED_BY:
        return not any(inner.tag in ENDED_BY[element.tag] for inner in element.iter() if inner is not element)
    if element.tag in HOLDS:
        words = (element.text, *(kid.tail for kid in element))
        return all(kid.tag in HOLDS[element.tag] for kid in element) and not any(
            text and text.strip() for text in words
        )
    return element.tag != "li" or all(kid.tag != "li" for kid in element)


def _sign(name: re.Match[str]) -> str:
    """A sign that HTML has a name for; those that XML knows keep theirs."""
    sign = html5.get(name[1], "<")
    return name[0] if sign in "<>&\"'" else sign


@cache
def _own_styles() -> CSS:
    """The engine's own styles, without those of notes, and marks for items alone; read once."""
    from weasyprint import CSS
    from weasyprint.css.counters import CounterStyle
    from weasyprint.html import UA

    return CSS(
        string=MARKS.sub("li::marker ", NOTES.sub("", UA)), counter_style=CounterStyle()
    )  # its counters are known already
