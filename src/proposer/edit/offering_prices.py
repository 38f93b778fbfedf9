"""The prices of a new offering: an entry in the house's columns, put at the end of a price book's `prices:`."""

from __future__ import annotations

import re
from decimal import Decimal

from proposer.edit.offering import Draft, scalar

BLANK = '"???"'  # stands where a price is to be filled in; `check` finds it
_RANGE = re.compile(r"([0-9.]+?)\.\.([0-9.]+) ?(.*?) by ([0-9.]+)")
_MOST = 1000  # values of one range; more are not written out


def price_entry(draft: Draft) -> str:
    """The entry of a price book: flat, or a grid of the first characteristic by term."""
    terms = f"terms: [{', '.join(map(str, draft.terms))}]"
    once = f"once: {draft.once}" if draft.once else ""
    monthly = draft.monthly or ("" if draft.once else BLANK)
    if not monthly or not draft.characteristics:
        flat = [f"monthly: {monthly}" if monthly else "", once, terms]
        return f"  {draft.id}: {{{', '.join(part for part in flat if part)}}}\n"
    lines = [f"  {draft.id}:", "    monthly:", *_grid(draft, monthly)]
    return "\n".join([*lines, *([f"    {once}"] if once else []), ""])


def with_entry(book: str, entry: str) -> str | None:
    """The book's text with an entry below the last of its `prices:`; None when they do not stand below each other."""
    lines = book.splitlines(keepends=True)
    start = next((at for at, line in enumerate(lines) if re.fullmatch(r"prices:\s*(#.*)?", line.strip("\r\n"))), None)
    if start is None:
        return None
    after = (at for at in range(start + 1, len(lines)) if lines[at].strip() and not lines[at].startswith((" ", "#")))
    end = next(after, len(lines))
    while end > start + 1 and not lines[end - 1].startswith(" "):
        end -= 1
    line_end = "\r\n" if lines[0].endswith("\r\n") else "\n"
    if not lines[end - 1].endswith("\n"):
        lines[end - 1] += line_end
    return "".join([*lines[:end], entry.replace("\n", line_end), *lines[end:]])


def orderable(values: str) -> list[str]:
    """The values that a range or a list stands for, one by one."""
    found: list[str] = []
    for part in (part.strip() for part in values.split(",")):
        match = _RANGE.fullmatch(part)
        found += _steps(match) if match else [part]
    return found


def _steps(match: re.Match[str]) -> list[str]:
    try:
        first, last, step = (Decimal(match[index]) for index in (1, 2, 4))
    except ArithmeticError:
        return [match[0]]
    if not step or (last - first) / step > _MOST:
        return [match[0]]
    return [f"{first + step * index:f} {match[3]}".strip() for index in range(int((last - first) / step) + 1)]


def _grid(draft: Draft, monthly: str) -> list[str]:
    name, values = draft.characteristics[0]
    heads = [f"{scalar(value)}:" for value in orderable(values)]
    wide = max(map(len, ["term:", *heads]))
    cells = [str(term) for term in draft.terms]
    size = max(map(len, [*cells, monthly]))
    rows = [("term:", cells), *((head, [monthly] * len(cells)) for head in heads)]
    table = [f"      {head:<{wide}} [{', '.join(cell.rjust(size) for cell in row)}]" for head, row in rows]
    return [f"      by: [{name}, term]", *table]
