"""Small faults put into a catalog one at a time, to see whether its scenarios would notice them.

Every mutant is a catalog of its own: the one that was loaded is never changed. Which are drawn depends on the seed alone.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import TypeVar

from proposer.diagnostics import Span
from proposer.model.catalog import Catalog
from proposer.scenarios.mutants_benefits import benefit_changes
from proposer.scenarios.mutants_change import Change
from proposer.scenarios.mutants_offerings import offering_changes
from proposer.scenarios.mutants_prices import price_changes
from proposer.scenarios.mutants_rules import rule_changes
from proposer.scenarios.mutants_tables import table_changes

T = TypeVar("T")

SHARES = {"price": 5, "limit": 2, "rule": 2, "benefit": 1}  # how a sample is divided over the kinds, in tenths


@dataclass(frozen=True, slots=True)
class Mutant:
    """One fault: what was changed in words, where that stands, and the catalog that has it."""

    id: str
    kind: str  # price, limit, rule or benefit
    words: str
    span: Span
    catalog: Catalog
    only_with: str = ""  # as of a change


def mutants(catalog: Catalog, seed: int, sample: int) -> tuple[Mutant, ...]:
    """So many faults, divided over the kinds, drawn by the seed; fewer where a catalog has fewer."""
    drawn = [
        change for kind, few in _sizes(sample).items() for change in _draw(changes(catalog)[kind], kind, seed, few)
    ]
    return tuple(
        Mutant(f"{c.kind}-{n}", c.kind, c.words, c.span, c.apply(catalog), c.only_with) for n, c in enumerate(drawn, 1)
    )


def changes(catalog: Catalog) -> Mapping[str, tuple[Change, ...]]:
    """All faults that could be put into a catalog, by kind."""
    sources: Mapping[str, Callable[[Catalog], Iterator[Change]]] = {
        "price": price_changes,
        "limit": offering_changes,
        "rule": lambda whole: chain(rule_changes(whole), table_changes(whole)),
        "benefit": benefit_changes,
    }
    return {kind: tuple(source(catalog)) for kind, source in sources.items()}


def _sizes(sample: int) -> Mapping[str, int]:
    whole = sum(SHARES.values())
    sizes = {kind: sample * share // whole for kind, share in SHARES.items()}
    return sizes | {"price": sizes["price"] + sample - sum(sizes.values())}


def _draw(all_of_kind: Sequence[T], kind: str, seed: int, few: int) -> list[T]:
    chosen = random.Random(f"{seed} {kind}")  # noqa: S311 - a sample, no secret
    return chosen.sample(all_of_kind, min(few, len(all_of_kind)))
