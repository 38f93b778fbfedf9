"""A file laid out as the house does it, and proof that it says what it said: else it stays as it is."""

from __future__ import annotations

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.edit.layout import UNKNOWN, Layout, layout_of
from proposer.edit.layout_grids import aligned
from proposer.edit.layout_lines import lines_of
from proposer.edit.layout_order import line_end, ordered
from proposer.load.document import Data, Document
from proposer.load.yaml import parse_yaml


def formatted(text: str, file: str, place: str = "") -> Outcome[str]:
    """A file's text laid out; `place` is its path in a catalog, `file` what findings call it."""
    parsed = parse_yaml(text, file)
    if parsed.failed or parsed.value is None:
        return Outcome(None, parsed.diagnostics)
    before = parsed.value
    layout = layout_of(place, before.data)
    try:
        new = _laid_out(before, layout)
    except _LostError:
        return _refused(file)
    if new == before.text:
        return Outcome(new)
    return Outcome(new) if _says_the_same(before, parse_yaml(new, file), layout) else _refused(file)


class _LostError(Exception):
    """A step made something that cannot be read."""


def _laid_out(document: Document, layout: Layout) -> str:
    """All steps, each on what the one before made."""
    for step in (ordered, aligned):
        text = step(document, layout)
        document = document if text == document.text else _read(text, document.file)
    return tidied(document)


def _read(text: str, file: str) -> Document:
    outcome = parse_yaml(text, file)
    if outcome.failed or outcome.value is None:
        raise _LostError
    return outcome.value


def tidied(document: Document) -> str:
    """No blanks at the ends of lines, no tabs before a comment, one blank line at most, one line end at the end."""
    lines = lines_of(document)
    kept: list[str] = []
    blank = True  # so that none stands on top
    for number, text in enumerate(lines.texts):
        if lines.is_blank(number) and blank:
            continue
        blank = lines.is_blank(number)
        kept.append(text if number in lines.fixed else _tidy(text))
    while kept and blank and not kept[-1].strip():
        kept.pop()
    if kept and not lines.open_end and not kept[-1].endswith(("\n", "\r")):
        kept[-1] += line_end(lines.texts)
    return "".join(kept)


def _tidy(text: str) -> str:
    """One line without blanks at its end and tabs at its start."""
    body = text.rstrip("\r\n")
    plain = body.rstrip(" \t")
    inner = plain.lstrip(" \t")
    return plain[: len(plain) - len(inner)].replace("\t", "  ") + inner + text[len(body) :]


def _says_the_same(before: Document, after: Outcome[Document], layout: Layout) -> bool:
    """Whether data and comments are what they were."""
    if after.failed or after.value is None:
        return False
    same = same_data(before.data, after.value.data, layout)
    return same and lines_of(before).comments() == lines_of(after.value).comments()


def same_data(before: Data, after: Data, layout: Layout = UNKNOWN) -> bool:
    """Whether two values are the same, of the same types, their keys in the same order unless the layout orders them."""
    if type(before) is not type(after):
        return False
    if isinstance(before, dict) and isinstance(after, dict):
        names = (sorted(before), sorted(after)) if layout.keys else (list(before), list(after))
        return names[0] == names[1] and all(same_data(before[n], after[n], layout.below(n)) for n in before)
    if isinstance(before, list) and isinstance(after, list):
        return len(before) == len(after) and all(map(same_data, before, after))
    return str(before) == str(after)


def _refused(file: str) -> Outcome[str]:
    message = "left as it is: laid out anew, it would not say what it says now"
    remedy = "write what is unusual in it plainly, such as aliases or keys that share a line"
    return Outcome(None, (Diagnostic("EDT201", message, Span(file, 1, 1, 1, 1), help=remedy),))
