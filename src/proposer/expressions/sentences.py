"""Sentences with expressions in braces: `{users} people`. Doubled braces stand for themselves."""

from __future__ import annotations

import re

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.expressions.findings import BRACES, ReadingError
from proposer.expressions.nodes import Expression, Template
from proposer.expressions.parser import finding, parse
from proposer.expressions.positions import locate

_PIECE = re.compile(r"(?P<text>(?:[^{}]|\{\{|\}\})+)|\{(?P<inner>[^{}]*)\}")


def parse_template(text: str, span: Span) -> Outcome[Template]:
    """The sentence that a text holds, or all that is wrong with its braces and expressions."""
    parts: list[str | Expression] = []
    found: list[Diagnostic] = []
    position = 0
    while position < len(text):
        match = _PIECE.match(text, position)
        if match is None:
            return Outcome(None, (*found, finding(text, span, _unpaired(text, position))))
        part = _part(text, span, match)
        found.extend(part.diagnostics)
        if part.value is not None:
            parts.append(part.value)
        position = match.end()
    return Outcome(None if found else Template(text, span, tuple(parts)), tuple(found))


def _part(text: str, span: Span, match: re.Match[str]) -> Outcome[str | Expression]:
    if match["inner"] is None:
        return Outcome(match["text"].replace("{{", "{").replace("}}", "}"))
    start, end = match.span("inner")
    parsed = parse(match["inner"], locate(text, span, start, end))
    return Outcome(parsed.value, parsed.diagnostics)


def _unpaired(text: str, position: int) -> ReadingError:
    sign = text[position]
    wanted = "`}` behind it" if sign == "{" else "`{` before it"
    return ReadingError(
        BRACES, f"a brace `{sign}` without {wanted}", position, position + 1, f"to print a brace, write `{sign * 2}`"
    )
