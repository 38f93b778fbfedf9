"""Sentences of a quote that the program wrote itself, known again by their pattern, so that another language can say them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from proposer.model.phrases import PHRASES

FIGURES = ("n", "first", "last", "percent", "part", "stated", "included", "over", "rate", "sum")
DAYS = ("until",)
MONEY = ("amount", "back")
RATES = ("rate", "sum")  # figures that are amounts, without their currency
KINDS = {
    **dict.fromkeys(FIGURES, r"\d[\d,]{0,15}(?:\.\d{1,6})?"),
    **dict.fromkeys(DAYS, r"\d{4}-\d\d-\d\d"),
    **dict.fromkeys(MONEY, r"\$\d[\d,]{0,15}\.\d\d"),
}
CASES = ("case_expired", "case_by_case_over", "case_by_case")
PARTS: Mapping[str, tuple[str, ...]] = {  # values that may be such sentences themselves
    "basis": ("usage_basis",),
    "where": ("some_sites", "the_account"),
    "names": ("the_account",),
    "case": CASES,
    "reason": ("case_by_case_over", "case_by_case"),
}


@dataclass(frozen=True, slots=True)
class Known:
    """A sentence that was known again: its key and what it was filled in with."""

    key: str
    values: Mapping[str, str]


def recognised(text: str, keys: tuple[str, ...]) -> Known | None:
    """The first of these sentences that a text is, or None where it is somebody else's."""
    for key in keys:
        if found := _pattern(key).fullmatch(text):
            return Known(key, found.groupdict())
    return None


@cache
def _pattern(key: str) -> re.Pattern[str]:
    parts = re.split(r"\{(\w+)\}", PHRASES[key])
    named = (
        f"(?P<{part}>{KINDS.get(part, '.+?')})" if number % 2 else re.escape(part) for number, part in enumerate(parts)
    )
    return re.compile("".join(named), re.DOTALL)
