"""The words of the contract: the catalog's own as markup, and what the program wrote for this quote in the reader's language."""

from __future__ import annotations

from dataclasses import replace

from proposer.model.quote import ContractWords
from proposer.propose.content.markdown import Marked
from proposer.propose.content.quoted import recognised
from proposer.propose.content.wording import Wording, sentence

USAGE, MISSING = ("usage", "usage_within"), ("missing_and_more", "missing")
ENDING = ("ends_within", "ends_from")


def contract_view(words: ContractWords, say: Wording, marked: Marked) -> ContractWords:
    """What is assumed of usage, what is still missing, and what ending early costs; what names sites stays plain."""
    return replace(
        words,
        assumptions=tuple(_assumption(text, say, marked) for text in words.assumptions),
        exclusions=marked.lines(words.exclusions),
        open_points=tuple(say.quoted(text, *MISSING) for text in words.open_points),
        terms=tuple((title, marked.block(text)) for title, text in words.terms),
        next_steps=marked.lines(words.next_steps),
        early_termination=tuple(sentence(say.quoted(text, *ENDING)) for text in words.early_termination),
    )


def _assumption(text: str, say: Wording, marked: Marked) -> str:
    return say.quoted(text, *USAGE) if recognised(text, USAGE) else marked.line(text)
