"""From text to expressions."""

from __future__ import annotations

from proposer.diagnostics import Outcome, Span
from proposer.expressions.nodes import Expression, Template


def parse(text: str, span: Span) -> Outcome[Expression]:
    raise NotImplementedError


def parse_template(text: str, span: Span) -> Outcome[Template]:
    raise NotImplementedError
