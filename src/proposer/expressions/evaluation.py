"""Evaluating expressions: total, without exceptions; None is "it needed an answer that nobody gave"."""

from __future__ import annotations

from decimal import Decimal
from typing import Protocol

from proposer.expressions.nodes import Expression, Template
from proposer.expressions.types import Value


class Scope(Protocol):
    """What the names of an expression mean at one place."""

    def lookup(self, name: str) -> Value | None:
        """An answer, built-in name or `let`; None when nobody answered."""

    def cell(self, table: str, key: str) -> Decimal | None:
        """A table's value for a key."""

    def total(self, path: str) -> Decimal | None:
        """The sum of a site question over all sites."""

    def any_site(self, path: str) -> bool:
        """Whether a site's flag is set at one site at least."""

    def unit(self, name: str) -> str:
        """The base unit in which a name's or a table's numbers are; empty for plain counts."""


def evaluate(expression: Expression, scope: Scope) -> Value | None:
    raise NotImplementedError


def working(expression: Expression, scope: Scope) -> str:
    raise NotImplementedError


def fill(template: Template, scope: Scope) -> str | None:
    raise NotImplementedError
