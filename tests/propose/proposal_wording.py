"""The shipped wordings, for tests that write amounts and sentences as the proposal does."""

from __future__ import annotations

from pathlib import Path

from proposer.propose.content.wording import Wording, wording

TEMPLATES = Path(__file__).parents[2] / "templates"


def said_in(locale: str) -> Wording:
    made = wording(locale, "USD", TEMPLATES)
    assert made.value is not None, made.diagnostics
    return made.value


SAY = said_in("en_US")
SPANISH = said_in("es_US")
