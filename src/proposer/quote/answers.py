"""How what is quoted answers the customer's goals: in the rep's words, or in those of the catalog; never by a guess."""

from __future__ import annotations

import re

from proposer.model.catalog import Catalog
from proposer.model.needs import Needs
from proposer.model.quote import QuoteOption


def goal_answers(catalog: Catalog, needs: Needs, chosen: QuoteOption) -> dict[str, str]:
    """Goal → answer. The rep's own answer stands; else that of the quoted offering, or the
    standing one, with the longest phrase in the goal.

    Why only what is quoted: an answer says what the customer gets. A goal that nothing answers stands alone.
    """
    quoted = sorted({line.offering for line, _ in chosen.charged})
    known = [(phrase, text) for id_ in quoted for phrase, text in catalog.offerings[id_].words.answers.items()]
    known += catalog.contract.answers.items()
    known.sort(key=lambda pair: (-len(pair[0]), pair[0]))
    found = ((goal, needs.answers.get(goal) or _answer(goal, known)) for goal in needs.goals)
    return {goal: answer for goal, answer in found if answer}


def _answer(goal: str, known: list[tuple[str, str]]) -> str:
    said = " ".join(goal.casefold().replace("’", "'").split())
    return next((text for phrase, text in known if re.search(rf"(?<!\w){re.escape(phrase)}(?!\w)", said)), "")
