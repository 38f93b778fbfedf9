"""What lies outside of the Markdown that is printed, and placeholders that nobody fills: each at its place in the text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from proposer.diagnostics import did_you_mean
from proposer.markdown.parsing import ADDRESS, all_tokens, is_plain
from proposer.markdown.placeholders import NAMES, PLACEHOLDER

if TYPE_CHECKING:
    from proposer.markdown.parsing import Token

REFUSED = {
    "heading_open": "a heading", "fence": "a block of code", "code_block": "a block of code", "html_block": "HTML",
    "blockquote_open": "a quotation", "hr": "a rule", "html_inline": "HTML", "code_inline": "code", "image": "an image",
}  # fmt: skip
SIGNS = {"code_inline": "`", "image": "!["}
PART = "words take paragraphs, **bold**, *italic*, lists and [links](https://…); `\\` before a sign prints it"
LINKS = "a link begins with `https://`, `http://`, `mailto:` or `tel:`"


@dataclass(frozen=True, slots=True)
class Fault:
    """`written` is the text that does not fit, the `number`th of its kind in the words (from 0)."""

    written: str
    number: int
    message: str
    help: str
    is_placeholder: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    """A fault whose offset is counted in the text that was looked at."""

    offset: int
    written: str
    message: str
    help: str
    is_placeholder: bool = False


def faults(text: str, *, block: bool) -> tuple[Fault, ...]:
    """All that is wrong with some words; `block` says whether they may have paragraphs and lists."""
    if is_plain(text, block=block):
        return ()
    found = sorted(_found(text, block=block), key=lambda each: each.offset)
    return tuple(
        Fault(f.written, text[: f.offset].count(f.written), f.message, f.help, f.is_placeholder) for f in found
    )


def _found(text: str, *, block: bool) -> Iterator[_Found]:
    tokens, refers = all_tokens(text, block=block)
    lines = text.splitlines()
    if refers:
        yield _Found(max(text.find("]:"), 0), "]:", "the address of a link stands apart from it", PART)
    for token in tokens:
        first = token.map[0] if token.map else 0
        if token.type in REFUSED:
            yield _block(token, first, lines)
        elif token.type == "inline":
            for each in _inline(token):
                yield _moved(each, token.content, first, lines)


def _block(token: Token, first: int, lines: list[str]) -> _Found:
    """A block that is not printed, at its first word; a heading that is underlined, at the line."""
    last = token.map[1] - 1 if token.map and token.markup in ("=", "-") else first
    line = lines[last] if last < len(lines) else ""
    written = next(iter(line.split()), line)
    return _Found(
        _start(lines, last) + max(line.find(written), 0),
        written,
        f"{REFUSED[token.type]} has no place in these words",
        PART,
    )


def _start(lines: list[str], number: int) -> int:
    return sum(len(line) + 1 for line in lines[:number])


def _moved(found: _Found, content: str, first: int, lines: list[str]) -> _Found:
    """The same with its offset in the whole text: the parser takes indents and marks of lists away."""
    before = content[: found.offset]
    number, column = before.count("\n"), len(before) - (before.rfind("\n") + 1)
    part = content.split("\n")[number]
    line = lines[first + number] if first + number < len(lines) else ""
    offset = _start(lines, first + number) + max(line.find(part), 0) + column
    return _Found(offset, found.written, found.message, found.help, found.is_placeholder)


def _inline(inline: Token) -> Iterator[_Found]:
    """What is wrong within one paragraph. The parser gives no columns, so each piece is sought from the last one on."""
    content, cursor, run, start = inline.content, 0, "", 0
    for token in inline.children or ():
        sought = SIGNS.get(token.type) or (token.markup if token.type == "text_special" else token.content)
        at = max(content.find(sought, cursor), cursor) if sought else cursor
        if token.type == "text":
            start = start if run else at
            run, cursor = run + token.content, at + len(token.content)
            continue
        yield from _placeholders(run, start)
        run = ""
        if token.type in REFUSED and not sought.startswith("</"):  # what opened it was said already
            written = sought.split()[0] if sought.split() else sought
            yield _Found(at, written, f"{REFUSED[token.type]} has no place in these words", PART)
        elif token.type == "link_open" and token.markup == "autolink":
            yield _Found(max(content.find("<", cursor), 0), "<", "a bare address has no place in these words", PART)
        elif token.type == "link_close" and token.markup != "autolink":
            yield from _address(content, cursor)
        cursor = at + len(sought)
    yield from _placeholders(run, start)


def _address(content: str, cursor: int) -> Iterator[_Found]:
    at = content.find("](", cursor)
    written = content[at + 2 :].split(")")[0].split(" ")[0].strip("<>") if at >= 0 else ""
    if at >= 0 and not ADDRESS.fullmatch(written):
        message = f"`{written}` is no address that a link may lead to"
        yield _Found(at + 2, written or "](", message, LINKS)


def _placeholders(text: str, start: int) -> Iterator[_Found]:
    for found in PLACEHOLDER.finditer(text):
        if found[1] not in NAMES:
            help_ = did_you_mean(found[0], [f"{{{name}}}" for name in NAMES])
            yield _Found(
                start + found.start(), found[0], f"unknown placeholder `{found[0]}`", help_, is_placeholder=True
            )
