"""A code explained: what it is, why it matters, what is wrong and what is right; for a terminal, and as the page of all."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Mapping

from proposer.codes import CODES, Code

AREAS = {
    "YML": "Reading files",
    "CAT": "The catalog",
    "RUL": "Rules and expressions",
    "PRC": "Prices",
    "NED": "Needs files and sites",
    "QUO": "Quotes",
    "TPL": "Templates and the PDF",
    "OUT": "Writing files",
    "EDT": "Changing the catalog",
}
_HEAD = """\
# Codes

Every finding has a code. `proposer explain CAT104` prints a section of this page, offline. Codes are never reused. By letters:
{areas}. 1xx is found in one place, 2xx by looking at the whole.

This page is generated: `make codes` writes it from the same source as `proposer explain`.
"""


def code_text(name: str, code: Code, width: int) -> str:
    """One code for a terminal."""
    why = "\n".join(textwrap.wrap(code.why, width, break_on_hyphens=False))
    parts = [f"{name}: {code.title}", why]
    parts += [f"{word}:\n{textwrap.indent(text, '    ')}" for word, text in _examples(code)]
    return "\n\n".join(parts)


def code_list(codes: Iterable[str]) -> str:
    """A line for each code."""
    return "\n".join(f"{name}  {CODES[name].title}" for name in codes)


def codes_page() -> str:
    """All codes as one page of Markdown."""
    areas = ", ".join(f"{letters} {title[0].lower()}{title[1:]}" for letters, title in AREAS.items())
    return "\n".join([_HEAD.format(areas=areas), *(_area(letters, title) for letters, title in AREAS.items())])


def code_record(name: str, code: Code) -> Mapping[str, str]:
    """One code as data."""
    return {"code": name, "title": code.title, "why": code.why, "bad": code.bad, "good": code.good}


def _area(letters: str, title: str) -> str:
    mine = sorted(name for name in CODES if name.startswith(letters))
    return "\n".join([f"## {title}\n", *(_section(name, CODES[name]) for name in mine)])


def _section(name: str, code: Code) -> str:
    examples = "\n".join(f"{word}:\n\n```text\n{text}\n```\n" for word, text in _examples(code))
    return f"### {name}: {code.title}\n\n{code.why}\n\n{examples}"


def _examples(code: Code) -> list[tuple[str, str]]:
    return [(word, text) for word, text in (("Wrong", code.bad), ("Right", code.good)) if text]
