"""What could be in a package at all: whatever a demand leads to, step by step.

A package's search starts from what is demanded and adds only what fills a gap: a service that is demanded or that an item
requires, an amount that is demanded or consumed, an entrance. So what none of these chains reaches is never looked at.
Qualities and numbers do not count here, so places with like demands share the answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from proposer.model.candidates import Variant


class Relevance:
    """The relevant variants of places, worked out once for each set of demanded names."""

    def __init__(self) -> None:
        self._known: dict[tuple[tuple[Variant, ...], frozenset[str]], tuple[Variant, ...]] = {}

    def among(self, variants: tuple[Variant, ...], demanded: Iterable[str]) -> tuple[Variant, ...]:
        """Those of a place's variants to which demands for these capabilities could lead, in their order."""
        key = variants, frozenset(demanded)
        if key not in self._known:
            self._known[key] = _reached(variants, key[1])
        return self._known[key]


def _reached(variants: Sequence[Variant], demanded: frozenset[str]) -> tuple[Variant, ...]:
    fillers = _fillers(variants)
    waiting = sorted(demanded)
    wanted, reached = set(waiting), set[int]()
    while waiting:
        for index in fillers.get(waiting.pop(), ()):
            if index not in reached:
                reached.add(index)
                more = [name for name in _wants(variants[index]) if name not in wanted]
                wanted.update(more)
                waiting += more
    return tuple(variants[index] for index in sorted(reached))


def _fillers(variants: Sequence[Variant]) -> dict[str, list[int]]:
    """Capability or entrance → the variants that could fill a gap in it."""
    found: dict[str, list[int]] = {}
    for index, variant in enumerate(variants):
        amounts = (name for name, given in variant.provides.items() if given > variant.consumes.get(name, 0))
        entrance = [_entrance(variant.opens)] if variant.opens else []
        for name in {*(name for name, _ in variant.services), *amounts, *entrance}:
            found.setdefault(name, []).append(index)
    return found


def _wants(variant: Variant) -> list[str]:
    entrance = [_entrance(variant.entrance)] if variant.entrance else []
    return [*(name for name, _ in variant.requires), *variant.consumes, *entrance]


def _entrance(access: str) -> str:
    """An entrance's name among those of capabilities, which never hold a blank."""
    return f"entrance {access}"
