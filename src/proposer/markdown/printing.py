"""Words to HTML: the only place where text becomes markup that a template does not escape."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from proposer.markdown.parsing import ADDRESS, is_plain, tokens_of
from proposer.markdown.placeholders import PLACEHOLDER

if TYPE_CHECKING:
    from proposer.markdown.parsing import Token

__all__ = ["Markup", "block_html", "inline_html"]

TAGS = {
    "paragraph_open": "<p>", "paragraph_close": "</p>", "bullet_list_open": '<ul class="points">', "bullet_list_close": "</ul>",
    "ordered_list_close": "</ol>", "list_item_open": "<li>", "list_item_close": "</li>", "strong_open": "<strong>",
    "strong_close": "</strong>", "em_open": "<em>", "em_close": "</em>", "link_close": "</a>", "softbreak": " ", "hardbreak": "<br>",
}  # fmt: skip


def inline_html(text: str, facts: Mapping[str, str]) -> Markup:
    """A line of words as what stands inside a paragraph, its placeholders filled with escaped facts."""
    if is_plain(text, block=False):
        return escape(text)
    return Markup("".join(_printed(tokens_of(text, block=False), facts)))  # noqa: S704 - made of escaped parts


def block_html(text: str, facts: Mapping[str, str]) -> Markup:
    """Words as paragraphs and lists; nothing for nothing."""
    if is_plain(text, block=True):
        return Markup("<p>{}</p>").format(text) if text else Markup("")
    return Markup("".join(_printed(tokens_of(text, block=True), facts)))  # noqa: S704 - made of escaped parts


def _printed(tokens: Iterable[Token], facts: Mapping[str, str]) -> Iterator[str]:
    run = ""  # adjacent texts, since the parser cuts at every brace
    for token in tokens:
        if token.type == "text":
            run += token.content
            continue
        into = run.endswith(" ") and token.type in ("strong_open", "em_open")
        yield _filled(run[:-1] if into else run, facts)
        run = (
            " " if into else ""
        )  # the PDF engine may break a line at its first word when a space stands before the mark
        if token.type == "inline":
            yield from _printed(token.children or (), facts)
        elif not token.hidden:
            yield _tag(token)
    yield _filled(run, facts)


def _tag(token: Token) -> str:
    if token.type == "link_open":
        address = str(token.attrs["href"])
        return f'<a href="{escape(address)}">' if ADDRESS.fullmatch(address) else "<a>"  # `[x]()` leads nowhere
    if token.type == "ordered_list_open":
        return f'<ol start="{int(token.attrs.get("start", 1))}">'
    return TAGS[token.type] if token.type in TAGS else str(escape(token.content))


def _filled(text: str, facts: Mapping[str, str]) -> str:
    """Text with its placeholders filled, and all of it escaped; a name that nobody knows stays as it is written."""
    return str(escape(PLACEHOLDER.sub(lambda found: facts.get(found[1], found[0]), text)))
