"""What a code stands for: the one source of `proposer explain` and `docs/codes.md`."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding: its title, why it matters, and what it looks like wrong (`bad`) and right (`good`)."""

    title: str
    why: str
    bad: str = ""
    good: str = ""
