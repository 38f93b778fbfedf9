"""Words that the proposal prints: only what it prints of Markdown, and only placeholders that it fills."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from proposer.diagnostics import Diagnostic, Span
from proposer.load.decode import Reader
from proposer.load.document import Document, Path
from proposer.markdown import Fault, faults

MARKDOWN, PLACEHOLDER = "CAT114", "CAT115"
NOTE = "NED124"


def check_words(reader: Reader, path: Path, *, block: bool = False) -> None:
    """Report what the words at a path may not hold; a list or a mapping there is looked at part by part."""
    data = reader.at(path)
    if isinstance(data, list | dict):
        for step in data if isinstance(data, dict) else range(len(data)):
            check_words(reader, (*path, step), block=block)
    elif isinstance(data, str):
        for fault in faults(data.strip(), block=block):
            code = NOTE if reader.area == "NED" else PLACEHOLDER if fault.is_placeholder else MARKDOWN
            span = _span(reader.document, path, fault)
            reader.found.append(Diagnostic(code, fault.message, span, help=fault.help))


def phrases(reader: Reader, answers: Mapping[str, str], path: Path) -> dict[str, str]:
    """Each phrase by itself, in small letters: `busy, on hold` are two with one answer."""
    found: dict[str, str] = {}
    for said, answer in answers.items():
        for phrase in (" ".join(part.casefold().split()) for part in said.split(",")):
            if not phrase:
                reader.report(
                    "103", "a phrase is missing between commas", (*path, said), "write `busy, on hold`", key=True
                )
            found[phrase] = answer
    return {phrase: answer for phrase, answer in found.items() if phrase}


def _span(document: Document, path: Path, fault: Fault) -> Span:
    """Where the text that does not fit stands in the file, however the words are folded or quoted there."""
    place = document.places.get(path)
    if place is None:
        return document.span(path)
    value, left = place[1], fault.number
    for number, start, text in _lines(document, value.start_mark.line, value.start_mark.column, value.end_mark.line):
        at = text.find(fault.written, start)
        while at >= 0 and left:
            left, at = left - 1, text.find(fault.written, at + len(fault.written))
        if at >= 0:
            return Span(document.file, number + 1, at + 1, number + 1, at + 1 + len(fault.written))
    return document.span(path)


def _lines(document: Document, first: int, column: int, last: int) -> Iterator[tuple[int, int, str]]:
    """The lines of a value with where each begins; what stands beside `>` or `|` is no part of it."""
    for number in range(first, min(last + 1, len(document.lines))):
        text = document.lines[number]
        if number > first or text[column : column + 1] not in (">", "|"):
            yield number, column if number == first else 0, text
