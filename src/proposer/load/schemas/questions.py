"""The JSON Schema of one question's answer, with the words to ask."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal

from pydantic import JsonValue

from proposer.load.answers import questions_at
from proposer.load.schemas import scalars
from proposer.load.schemas.building import Json, mapping, one_of_names, said
from proposer.model.catalog import At, Catalog, Question, QuestionType
from proposer.model.needs import Answer
from proposer.model.quantities import Quantity, plain


def questions_of(catalog: Catalog, at: At) -> dict[str, JsonValue]:
    """The questions of a scope: dotted paths nested, and whole for those who write them so."""
    return _nested("", list(questions_at(catalog.questions, at).values()))


def question_schema(question: Question) -> Json:
    """What can be answered, in words and in types."""
    words = question.ask + (f"\n\n{question.why}." if question.why else "")
    made = said(words, _answer(question))
    if question.default is not None:
        made["default"] = _plain(question.default)
    return made


def _nested(prefix: str, questions: Iterable[Question]) -> dict[str, JsonValue]:
    groups: dict[str, list[Question]] = {}
    dotted: dict[str, JsonValue] = {}
    for question in questions:
        rest = question.path.removeprefix(prefix)
        groups.setdefault(rest.split(".")[0], []).append(question)
        if "." in rest:
            dotted[rest] = {**question_schema(question), "doNotSuggest": True}
    made: Mapping[str, JsonValue] = {
        name: question_schema(group[0]) if group[0].path == prefix + name else _group(f"{prefix}{name}.", group)
        for name, group in groups.items()
    }
    return {**made, **dotted}


def _group(prefix: str, questions: list[Question]) -> Json:
    """Questions that stand together under one word; its words are what can be asked there."""
    asked = "\n".join(f"- `{question.path.removeprefix(prefix)}`: {question.ask}" for question in questions)
    return said(asked, mapping(_nested(prefix, questions)))


def _answer(question: Question) -> Json:
    match question.type:
        case QuestionType.FLAG:
            return scalars.FLAG
        case QuestionType.TEXT:
            return scalars.TEXT
        case QuestionType.CHOICE:
            return one_of_names(dict(question.choices))
        case QuestionType.COUNT:
            whole = {"errorMessage": "Expected a whole number."}
            return {**scalars.amount(""), "multipleOf": 1, **whole, **_bounds(question)}
    examples: list[JsonValue] = [str(Quantity(question.least or Decimal(10), question.unit))]
    return {**scalars.amount(question.unit), "examples": examples, **_bounds(question)}


def _bounds(question: Question) -> Json:
    made: Json = {"minimum": _plain(question.least if question.least is not None else Decimal(0))}
    return made if question.most is None else {**made, "maximum": _plain(question.most)}


def _plain(value: Answer) -> JsonValue:
    if not isinstance(value, Decimal):
        return value
    whole = value == value.to_integral_value()
    return int(value) if whole else float(plain(value))
