"""The little language of rules: parsed once, typed when the catalog is loaded, evaluated without exceptions.

It reads what is known before the choice: answers of the needs file, tables, the network, the term. It knows nothing of
catalogs or needs; a `Scope` says what a name means. Never `eval`. The grammar is in docs/catalog-format.md.
"""

from proposer.expressions.evaluation import evaluate
from proposer.expressions.inference import check_template, expect, infer
from proposer.expressions.nodes import Expression, Template
from proposer.expressions.parser import parse
from proposer.expressions.printing import fill, working
from proposer.expressions.scope import Scope
from proposer.expressions.sentences import parse_template
from proposer.expressions.types import COUNT, FLAG, TEXT, TableType, Type, Value

__all__ = [
    "COUNT",
    "FLAG",
    "TEXT",
    "Expression",
    "Scope",
    "TableType",
    "Template",
    "Type",
    "Value",
    "check_template",
    "evaluate",
    "expect",
    "fill",
    "infer",
    "parse",
    "parse_template",
    "working",
]
