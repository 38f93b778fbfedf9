"""A rep's own touches as the document prints them: the note and who signs it, the logo, goals with their answers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, did_you_mean
from proposer.markdown import Markup
from proposer.model.quote import Quote
from proposer.model.touches import OPTIONAL
from proposer.pictures import is_clean
from proposer.propose.content.markdown import Marked
from proposer.propose.content.wording import Wording, sentence

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
    return TouchesView(words.note(quote.touches.cover_note), quote.touches.logo)


@dataclass(frozen=True, slots=True)
class Setting:
    """How goals are set on the cover: letters in a line of what was said and of an answer, and the room for them all."""

    name: str
    said: int
    answer: int
    room: int


USUAL, TIGHT = Setting("usual", 46, 70, 62), Setting("tight", 54, 78, 74)


def goals_size(goals: Sequence[GoalView]) -> str:
    """How large the goals can be set so that the cover stays one page."""
    return (USUAL if _height(goals, USUAL) <= USUAL.room else TIGHT).name


def goal_views(quote: Quote, say: Wording, most: int = 0) -> tuple[GoalView, ...]:
    """The goals in the order in which the customer gave them; `most` of them and no more than fit, the rest counted."""
    answers = quote.customer.answers
    texts = say.first(quote.customer.goals, most)
    goals = tuple(GoalView(text, sentence(answers.get(text, ""))) for text in texts)
    fits = not most or len(goals) <= FEWEST or _height(goals, TIGHT) <= TIGHT.room
    return goals if fits else goal_views(quote, say, len(goals) - 1)


FEWEST = 2


def _height(goals: Sequence[GoalView], setting: Setting) -> int:
    """About how high they stand, in fifths of a line of what was said."""
    return sum(2 + 5 * _lines(goal.said, setting.said) + 4 * _lines(goal.answer, setting.answer) for goal in goals)


def _lines(text: str, letters: int) -> int:
    return -(-len(text) // letters)


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
