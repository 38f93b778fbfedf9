"""One line of a file with marks below it: tabs, wide signs, control signs and long lines come out right."""

from __future__ import annotations

import unicodedata

from proposer.diagnostics import Span
from proposer.report.signs import Signs

WIDEST = 110  # columns of a terminal that an excerpt takes at most
_TAB = "    "
_BEFORE = 40  # columns kept before the marks when a line is cut
_UNICODE = Signs()


def excerpt(line: str, span: Span, sign: str, signs: Signs = _UNICODE) -> tuple[str, str, str]:
    """The line as shown, the blanks before the marks, and the marks: at least one, at most to the line's end.

    Of a span over several lines this is the first. `signs` says what the stream can print.
    """
    start = min(max(span.column - 1, 0), len(line))
    end = span.end_column - 1 if span.end_line in (0, span.line) else len(line)
    end = max(min(end, len(line)), start)
    parts = (line[:start], line[start:end], line[end:].rstrip())
    before, marked, after = (signs.printable(printable(part)) for part in parts)
    lead = width(before)
    if lead + width(marked) + width(after) > WIDEST:
        before, marked, after = _cut(before, marked, after, signs.printable("…"))
        lead = width(before)
    return before + marked + after, " " * lead, sign * max(width(marked), 1)


def width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(_sign_width(sign) for sign in text)


def printable(text: str) -> str:
    """With tabs as blanks and control signs made visible and harmless."""
    if text.isprintable():
        return text
    return "".join(
        sign if sign.isprintable() or sign == " " else _TAB if sign == "\t" else "\N{REPLACEMENT CHARACTER}"
        for sign in text
    )


def _sign_width(sign: str) -> int:
    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1


def _cut(before: str, marked: str, after: str, gap: str) -> tuple[str, str, str]:
    """A window of the line around the marks, with `…` where something is left out."""
    if width(before) > _BEFORE:
        before = gap + _last(before, _BEFORE - len(gap))
    room = WIDEST - width(before)
    if width(marked) > room - len(gap):
        return before, _first(marked, room - len(gap)) + gap, ""
    room -= width(marked)
    return before, marked, after if width(after) <= room else _first(after, room - len(gap)) + gap


def _first(text: str, columns: int) -> str:
    taken = 0
    for index, sign in enumerate(text):
        taken += _sign_width(sign)
        if taken > columns:
            return text[:index]
    return text


def _last(text: str, columns: int) -> str:
    return _first(text[::-1], columns)[::-1]
