"""A rep's own touches as the document prints them: the note and who signs it, the logo, goals with their answers."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, did_you_mean
from proposer.markdown import Markup
from proposer.model.quote import Quote
from proposer.model.touches import OPTIONAL
from proposer.pictures import is_clean
from proposer.propose.markdown import Marked
from proposer.propose.wording import Wording, sentence

BAD_LOGO, NO_ANNEX = "TPL105", "TPL106"
AGAIN = "write the quote again with `proposer quote NEEDS --json`"


@dataclass(frozen=True, slots=True)
class TouchesView:
    """`note` and `logo` are empty where there are none."""

    note: Markup
    logo: str


@dataclass(frozen=True, slots=True)
class GoalView:
    """What the customer said, and how the proposal answers it, or nothing."""

    said: str
    answer: str


def touches_view(quote: Quote, words: Marked) -> TouchesView:
    """The note and the logo."""
    return TouchesView(words.block(quote.touches.cover_note), quote.touches.logo)


def goal_views(quote: Quote, say: Wording, most: int = 0) -> tuple[GoalView, ...]:
    """The goals in the order in which the customer gave them; `most` of them, the rest counted."""
    answers = quote.customer.answers
    return tuple(GoalView(goal, sentence(answers.get(goal, ""))) for goal in say.first(quote.customer.goals, most))


def touches_faults(quote: Quote) -> tuple[Diagnostic, ...]:
    """What a saved quote may hold that `load` would never have put there."""
    found = []
    if quote.touches.logo and not is_clean(quote.touches.logo):
        found.append(
            Diagnostic(BAD_LOGO, "`touches.logo`: is no picture as a needs file's logo becomes one", help=AGAIN)
        )
    for name in quote.touches.without:
        if name not in OPTIONAL:
            message = f"`touches.without`: the annex `{name}` cannot be left out"
            found.append(Diagnostic(NO_ANNEX, message, help=did_you_mean(name, OPTIONAL)))
    return tuple(found)
