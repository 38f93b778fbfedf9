"""What an expression's names mean: the one thing that whoever evaluates must bring."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from proposer.expressions.types import Value


class Scope(Protocol):
    """The meaning of names at one place: a site, the network or the account."""

    def lookup(self, name: str) -> Value | None:
        """An answer, built-in name or `let`; None when nobody answered."""

    def cell(self, table: str, key: str) -> Decimal | None:
        """A table's value for a key."""

    def total(self, path: str) -> Decimal | None:
        """The sum of a site question over all sites; None when nobody answered it anywhere."""

    def any_site(self, path: str) -> bool:
        """Whether a site's flag is set at one site at least."""

    def unit(self, name: str) -> str:
        """The base unit of a name's or a table's numbers; empty for plain counts. For print only."""
