"""One possible fault in a catalog, not yet made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from proposer.diagnostics import Span
from proposer.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Change:
    """What would be changed, in words and with its place; `apply` makes a catalog that has it."""

    kind: str
    words: str
    span: Span
    apply: Callable[[Catalog], Catalog]
