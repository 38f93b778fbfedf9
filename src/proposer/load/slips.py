"""What somebody meant when the YAML cannot be parsed: the parser's complaint in words, with what to type instead."""

from __future__ import annotations

import re

from proposer.diagnostics import Diagnostic, Note, Span

QUOTES = "put the text in quotes"
_BRACE = re.compile(r"(?:^|: +|- +)([{\[].*)$")


def explain_slip(
    problem: str, place: tuple[int, int], opened: tuple[int, int] | None, lines: list[str], file: str
) -> Diagnostic:
    """A diagnostic for the parser's `problem` at `place` (line and column from 0) in what was `opened` before."""
    line = lines[place[0]] if place[0] < len(lines) else ""
    before, sign = line[: place[1]], line[place[1] : place[1] + 1]
    if sign == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return _found("a tab cannot indent YAML", place, file, "use spaces")
    if "mapping values are not allowed" in problem:
        return _second_colon(before, place, file)
    if "cannot start any token" in problem:
        return _found(f"a text cannot start with `{sign}`", place, file, f'{QUOTES}: `"{sign}…"`')
    if "alias" in problem:
        return _found(
            "`*` starts an alias, and no anchor of that name stands before it", place, file, f"{QUOTES} if it is a text"
        )
    if "another document" in problem:
        return _found("a second document starts here", place, file, "one file holds one document: remove `---`")
    if opened is not None:
        return _unclosed(problem, place, opened, lines, file)
    return _found(f"not YAML: {problem}", place, file, QUOTES)


def _second_colon(before: str, place: tuple[int, int], file: str) -> Diagnostic:
    if re.search(r"\S: ", before):
        return _found("a second `: ` on this line", place, file, f'{QUOTES}: `key: "like: this"`')
    return _found(
        "a key cannot stand here", place, file,
        "indent it like the keys around it; a key above may lack its `:`, or a text of several lines its quotes",
    )  # fmt: skip


def _unclosed(problem: str, place: tuple[int, int], opened: tuple[int, int], lines: list[str], file: str) -> Diagnostic:
    line = lines[place[0]] if place[0] < len(lines) else ""
    note = (Note(_span(opened, file), "opened here"),) if opened[0] != place[0] else ()
    if "escape" in problem:
        return _found(
            "unknown escape after `\\` in double quotes", place, file, "use single quotes, or double the backslash"
        )
    if "end of stream" in problem:
        return _found("this is never closed", opened, file, "add the closing quote or bracket")
    if "',' or" in problem:
        return _found(
            f"a `{problem[-2]}` or a comma is missing before this", place, file, f"close it, or {QUOTES}", note
        )
    brace = _BRACE.search(line[: place[1]])
    if brace and brace[1].count("{") <= brace[1].count("}"):
        return _found(f"text follows a closed `{brace[1][0]}…`", place, file, f'{QUOTES}: `key: "{{name}} and more"`')
    if "expected key" in problem or "'-' indicator" in problem:
        return _found("this does not line up with what stands above", place, file, "check its indentation", note)
    return _found(f"not YAML: {problem}", place, file, QUOTES, note)


def _found(message: str, place: tuple[int, int], file: str, remedy: str, notes: tuple[Note, ...] = ()) -> Diagnostic:
    return Diagnostic("YML105", message, _span(place, file), help=remedy, notes=notes)


def _span(place: tuple[int, int], file: str) -> Span:
    return Span(file, place[0] + 1, place[1] + 1, place[0] + 1, place[1] + 2)
