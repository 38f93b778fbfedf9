"""The words of the contract: the catalog's own as they are, and what the program wrote for this quote in the reader's language."""

from __future__ import annotations

from dataclasses import replace

from proposer.model.quote import ContractWords
from proposer.propose.wording import Wording


def contract_view(words: ContractWords, say: Wording) -> ContractWords:
    """What is assumed of usage, what is still missing, and what ending early costs."""
    return replace(
        words,
        assumptions=tuple(say.quoted(text, "usage", "usage_within") for text in words.assumptions),
        open_points=tuple(say.quoted(text, "missing_and_more", "missing") for text in words.open_points),
        early_termination=tuple(say.quoted(text, "ends_within", "ends_from") for text in words.early_termination),
    )
