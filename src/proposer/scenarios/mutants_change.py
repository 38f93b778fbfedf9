"""One possible fault in a catalog, not yet made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from proposer.diagnostics import Span
from proposer.model.catalog import Catalog


@dataclass(frozen=True, slots=True)
class Change:
    """What would be changed, in words and with its place; `apply` makes a catalog that has it.

    `only_with`: an answer that does not use the offering, bundle, promotion or rule of this id is the same with the
    fault, because the fault only makes dearer or forbids what that answer does without. Empty: any may differ.
    """

    kind: str
    words: str
    span: Span
    apply: Callable[[Catalog], Catalog]
    only_with: str = ""
