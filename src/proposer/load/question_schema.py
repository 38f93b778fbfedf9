"""The JSON Schema of one question's answer, with the words to ask."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TypeAlias

from pydantic import JsonValue

from proposer.model.catalog import Question, QuestionType
from proposer.model.needs import Answer
from proposer.model.quantities import Quantity, plain

Json: TypeAlias = dict[str, JsonValue]


def question_schema(question: Question) -> Json:
    """What can be answered, in words and in types."""
    words = question.ask + (f"\n\n{question.why}." if question.why else "")
    made: Json = {"description": words, **_type(question)}
    if question.default is not None:
        made["default"] = _plain(question.default)
    return made


def choice(names: Iterable[str]) -> Json:
    """One of some names."""
    return {"enum": list(names)}


def text(words: str = "") -> Json:
    """A text; a bare number is read as one."""
    made: Json = {"type": ["string", "number"]}
    return {**made, "description": words} if words else made


def _type(question: Question) -> Json:
    match question.type:
        case QuestionType.FLAG:
            return {"type": "boolean"}
        case QuestionType.TEXT:
            return text()
        case QuestionType.CHOICE:
            names: list[JsonValue] = [name for name, _ in question.choices]
            labels: list[JsonValue] = [label for _, label in question.choices]
            return {"enum": names, "enumDescriptions": labels, "markdownEnumDescriptions": labels}
        case QuestionType.COUNT:
            return {"type": "integer", **_bounds(question)}
    examples: list[JsonValue] = [str(Quantity(question.least or Decimal(10), question.unit))]
    return {"type": ["number", "string"], "examples": examples, **_bounds(question)}


def _bounds(question: Question) -> Json:
    made: Json = {"minimum": _plain(question.least if question.least is not None else Decimal(0))}
    return made if question.most is None else {**made, "maximum": _plain(question.most)}


def _plain(value: Answer) -> JsonValue:
    if not isinstance(value, Decimal):
        return value
    whole = value == value.to_integral_value()
    return int(value) if whole else float(plain(value))
