"""From offsets inside an expression's text to lines and columns of the file."""

from __future__ import annotations

from proposer.diagnostics import Span


def locate(text: str, span: Span, start: int, end: int) -> Span:
    """Where `text[start:end]` stands, when `text` was written at `span`.

    A span two columns wider than the text is a quoted scalar: the text starts behind its quote. Where the text was
    folded or escaped, offsets mean nothing in the file, and the whole span is the answer.
    """
    if not span.line:
        return span
    shift = _shift(text, span)
    if shift is None:
        return span
    column = span.column + shift
    return Span(span.file, span.line, column + start, span.line, column + max(end, start + 1))


def _shift(text: str, span: Span) -> int | None:
    if "\n" in text or span.end_line > span.line:
        return None
    extra = span.end_column - span.column - len(text) if span.end_line else 0
    return {0: 0, 2: 1}.get(extra)
