"""Random feature models: a tree of mandatory, optional, alternative and or groups, and requires and excludes across it."""

from __future__ import annotations

import random
from dataclasses import asdict, dataclass
from typing import Any

MANDATORY, OPTIONAL, ALTERNATIVE, OR = "mandatory", "optional", "alternative", "or"


@dataclass(frozen=True, slots=True)
class Group:
    """Children of one parent; mandatory and optional groups have one child each."""

    parent: str
    sort: str
    children: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FeatureModel:
    """The first feature is the root."""

    features: tuple[str, ...]
    groups: tuple[Group, ...]
    requires: tuple[tuple[str, str], ...] = ()
    excludes: tuple[tuple[str, str], ...] = ()

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What is asked of a model. In a void model every feature is dead, and none is core."""

    void: bool
    dead: frozenset[str]
    core: frozenset[str]


def random_model(seed: int) -> FeatureModel:
    """One random model of 8 to 25 features; equal seeds give equal models."""
    rng = random.Random(f"features {seed}")  # noqa: S311 - reproducible models, nothing secret
    features = [f"f{number}" for number in range(rng.randint(8, 25))]
    groups = _tree(rng, features)
    requires: set[tuple[str, str]] = set()
    excludes: set[tuple[str, str]] = set()
    for _ in range(rng.randint(2, 2 + len(features) // 2)):
        one, other = rng.sample(features[1:], 2)
        (requires if rng.random() < 0.5 else excludes).add((one, other))
    return FeatureModel(tuple(features), tuple(groups), tuple(sorted(requires)), tuple(sorted(excludes)))


def _tree(rng: random.Random, features: list[str]) -> list[Group]:
    """Every feature but the first becomes the child of an earlier one."""
    groups: list[Group] = []
    placed = 1
    while placed < len(features):
        left = len(features) - placed
        sorts = (MANDATORY, MANDATORY, MANDATORY, OPTIONAL, ALTERNATIVE, OR) if left > 1 else (MANDATORY, OPTIONAL)
        sort = rng.choice(sorts)
        size = rng.randint(2, min(4, left)) if sort in (ALTERNATIVE, OR) else 1
        parent = rng.choice(features[max(0, placed - 8) : placed])
        groups.append(Group(parent, sort, tuple(features[placed : placed + size])))
        placed += size
    return groups


def derived_core(model: FeatureModel) -> frozenset[str]:
    """The root and what hangs from it by mandatory groups alone: core by the tree, whatever crosses it."""
    found = {model.features[0]}
    for group in model.groups:  # a parent's own group stands before its children's
        if group.sort == MANDATORY and group.parent in found:
            found.update(group.children)
    return frozenset(found)
