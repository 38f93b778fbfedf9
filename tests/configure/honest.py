"""What an answer of the choice may never claim, however little it was allowed to find out; held against brute force."""

from __future__ import annotations

from functools import cache

from choice_oracle import best, worth_of
from choice_worlds import world

from proposer.configure import Question, Unsolved, configure
from proposer.model.configuration import Configuration


@cache
def least_of(seed: int) -> int | None:
    """The least value in a world by brute force, None when it has no answer."""
    found = best(world(seed))
    return found.value if found else None


def claim(seed: int, question: Question) -> str:
    """What the engine claims of a world that is asked about in some way; see `claim_against`."""
    return claim_against(least_of(seed), question)


def claim_against(least: int | None, question: Question) -> str:
    """What the engine claims, none of it false: `proven`, `gap`, `impossible` or `open`."""
    return judged(least, question, configure(question))


def judged(least: int | None, question: Question, answer: Configuration | Unsolved) -> str:
    """What an answer claims, after each of its claims has been held against the least value that there is."""
    if isinstance(answer, Unsolved):
        return _claim_of_none(answer, least)
    assert least is not None, "an answer where there is none"
    proof = answer.proof
    assert worth_of(question, answer) == proof.objective, "it is not worth what it says, or does not hold"
    assert proof.bound <= least <= proof.objective, f"{proof} against {least}"
    return "proven" if proof.proven else "gap"


def _claim_of_none(answer: Unsolved, least: int | None) -> str:
    assert not (answer.proven and least is not None), f"proven impossible, but {least} is an answer"
    assert least is None or (answer.least or 0) <= least, f"a bound of {answer.least} above {least}"
    return "impossible" if answer.proven else "open"
