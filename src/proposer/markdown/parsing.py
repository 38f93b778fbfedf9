"""Markdown text to tokens: the only importer of markdown-it.

Two readings of the same text: all of CommonMark, to see what somebody meant that is not printed; and the part that is
printed, in which everything else is plain text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token as Token  # noqa: PLC0414  # for its neighbours too

ADDRESS = re.compile(r"(?:https?://|mailto:|tel:)[^\s{}]+", re.IGNORECASE)
SPECIAL = re.compile(r"[\\`*_{\[<]")
_LINE = re.compile(r"[^\\`*_{\[<\r\n]*")
_PARAGRAPH = re.compile(r"(?![#>~=+-]|\d+[.)])" + _LINE.pattern)


def is_plain(text: str, *, block: bool) -> bool:
    """Whether nothing in a text can be Markdown; most words are such, and need no parser."""
    return (_PARAGRAPH if block else _LINE).fullmatch(text) is not None


def all_tokens(text: str, *, block: bool) -> tuple[list[Token], bool]:
    """The text as CommonMark, and whether it declares addresses for links elsewhere."""
    environment: dict[str, object] = {}
    reader = _everything()
    tokens = reader.parse(text, environment) if block else reader.parseInline(text, environment)
    return tokens, bool(environment.get("references"))


def tokens_of(text: str, *, block: bool) -> list[Token]:
    """The text in the part of Markdown that is printed."""
    return _part().parse(text) if block else _part().parseInline(text)


def literal(text: str) -> str:
    """Markdown that prints as exactly this line: for names that stand within words."""
    return SPECIAL.sub(lambda sign: "\\" + sign[0], text)


@cache
def _everything() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").disable(["entity", "text_join"])
    reader.validateLink = lambda url: True  # type: ignore[method-assign]  # noqa: ARG005  # judged and named, not passed over
    return reader


@cache
def _part() -> MarkdownIt:
    from markdown_it import MarkdownIt

    reader = MarkdownIt("zero").enable(["list", "newline", "escape", "emphasis", "link"]).disable("text_join")
    reader.validateLink = lambda url: ADDRESS.fullmatch(url) is not None  # type: ignore[method-assign]  # fewer than its own
    return reader
