"""Typing expressions before any needs are known."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.diagnostics import Diagnostic, Outcome
from proposer.expressions.nodes import Expression, Template
from proposer.expressions.types import TableType, Type


def infer(expression: Expression, vocabulary: Mapping[str, Type | TableType]) -> Outcome[Type]:
    raise NotImplementedError


def expect(expression: Expression, vocabulary: Mapping[str, Type | TableType], wanted: Type) -> Outcome[Type]:
    raise NotImplementedError


def check_template(template: Template, vocabulary: Mapping[str, Type | TableType]) -> tuple[Diagnostic, ...]:
    raise NotImplementedError
