"""What a process that checks again and again keeps: parsed files, and what was decoded from them.

A result is used again only when everything that it was made of is the very same; what is equal to what it was before
is first replaced by what it was (`same`), so that asking is one look. Nothing is kept for a process that checks once.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar, cast

T = TypeVar("T")


class Memory:
    """Results by key, each with what it was made of."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, tuple[tuple[object, ...], object]] = {}

    def recall(self, key: Hashable, made_of: tuple[object, ...], make: Callable[[], T]) -> T:
        """What was made before of the same things (texts and tuples by their value), else what `make` gives now."""
        known = self._kept.get(key)
        if known is not None and len(known[0]) == len(made_of) and all(map(_is_same, known[0], made_of)):
            return cast("T", known[1])
        value = make()
        self._kept[key] = made_of, value
        return value

    def same(self, key: Hashable, value: T) -> T:
        """The value that was given before, if this one equals it."""
        known = self._kept.get(key)
        if known is not None and known[1] == value:
            return known[1]
        self._kept[key] = (), value
        return value

    def last(self, key: Hashable) -> tuple[tuple[object, ...], object] | None:
        """What was kept under a key, of whatever it was made."""
        return self._kept.get(key)


def _is_same(one: object, other: object) -> bool:
    return one is other or (isinstance(one, str | tuple) and one == other)
