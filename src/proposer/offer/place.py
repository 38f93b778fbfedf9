"""What decides which offerings can be sold somewhere."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.catalog import At


@dataclass(frozen=True, slots=True)
class Place:
    """Kinds of offerings that live here, accesses with their status, state, and offerings that are ruled out."""

    per: frozenset[At]
    accesses: frozenset[tuple[str, str]] = frozenset()
    state: str = ""
    forbidden: frozenset[str] = frozenset()
