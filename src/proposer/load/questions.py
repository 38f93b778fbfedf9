"""`questions.yaml` → what a rep may state, and how a stated answer is read."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from pydantic_core import PydanticCustomError

from proposer.load.capabilities import base_unit
from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.remedies import meant
from proposer.load.shapes.fields import as_flag, as_text, described, fault, quantity_in
from proposer.load.shapes.needs_words import QuestionShape
from proposer.model.catalog import At, Question, QuestionType
from proposer.model.quantities import Quantity

SCOPES = {"customer": At.ACCOUNT, "network": At.NETWORK, "site": At.SITE}
FRAME = {
    At.ACCOUNT: ("name", "industry", "contact"),
    At.NETWORK: ("topology", "hub"),
    At.SITE: ("id", "name", "address", "access", "construction", "from_month", "growth"),
}
ABSURD = Decimal(1_000_000_000)
_PATH = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*)*")

Answer = Decimal | str | bool


def read_questions(reader: Reader) -> dict[tuple[At, str], Question]:
    """Decode `questions.yaml`."""
    questions: dict[tuple[At, str], Question] = {}
    for scope in reader.mapping(()):
        if scope not in SCOPES:
            reader.report(
                "101",
                f"unknown scope `{scope}`",
                (scope,),
                "questions stand under `customer`, `network` or `site`",
                key=True,
            )
            continue
        for name in reader.mapping((scope,)):
            question = _question(reader, SCOPES[scope], name, (scope, name))
            if question is not None:
                questions[question.at, name] = question
    return questions


def read_answer(question: Question, data: Data) -> Answer:
    """A stated answer as a fact's value; a custom error of pydantic's kind says what does not fit."""
    if question.type is QuestionType.FLAG:
        return as_flag(data)
    if question.type is QuestionType.TEXT:
        return as_text(data)
    if question.type is QuestionType.CHOICE:
        return _choice(question, data)
    return _number(question, data)


def _choice(question: Question, data: Data) -> str:
    names = [name for name, _ in question.choices]
    text = str(data).lower() if isinstance(data, bool) else str(data)
    if text in names:
        return text
    raise fault(f"`{question.path}` cannot be {described(data)}", meant(text, names))


def _number(question: Question, data: Data) -> Decimal:
    unit, count = question.unit, question.type is QuestionType.COUNT
    such_as = "a whole number" if count else f"an amount such as `10 {unit}`" if unit else "a number"
    amount = quantity_in(data, unit, such_as).amount
    if count and amount != amount.to_integral_value():
        raise fault(f"expected a whole number, got `{data}`")
    least = question.least if question.least is not None else Decimal(0)
    most = question.most if question.most is not None else ABSURD
    if amount < least:
        raise fault(f"`{data}` is too little: `{question.path}` is at least {Quantity(least, unit)}")
    if amount > most:
        raise fault(f"`{data}` is too much: `{question.path}` is at most {Quantity(most, unit)}")
    return amount


def _question(reader: Reader, at: At, name: str, path: Path) -> Question | None:
    shape = reader.shape(QuestionShape, path)
    if not _PATH.fullmatch(name) or name.split(".")[0] in FRAME[at]:
        remedy = "lower-case words with `_`, joined by dots, that do not begin with a field of the frame"
        reader.report("105", f"`{name}` cannot be a question's path", path, remedy, key=True)
        return None
    if shape is None:
        return None
    kind = QuestionType(shape.type)
    question = Question(
        path=name, at=at, type=kind, ask=shape.ask, why=shape.why,
        unit=base_unit(reader, shape.unit, (*path, "unit")) if shape.unit else "",
        choices=_choices(reader, kind, (*path, "of")), span=reader.document.key_span(path),
    )  # fmt: skip
    unbounded = replace(question, least=-ABSURD)
    least = _number_at(reader, unbounded, (*path, "least"))
    question = replace(question, least=least, most=_number_at(reader, unbounded, (*path, "most")))
    default = _part(reader, question, (*path, "default"))
    return replace(question, default=False if kind is QuestionType.FLAG and default is None else default)


def _number_at(reader: Reader, question: Question, path: Path) -> Decimal | None:
    value = _part(reader, question, path)
    return value if isinstance(value, Decimal) else None


def _choices(reader: Reader, kind: QuestionType, path: Path) -> tuple[tuple[str, str], ...]:
    data = reader.at(path)
    if kind is not QuestionType.CHOICE:
        if data is not None:
            reader.report("103", "only a question of type `choice` has `of`", path, key=True)
        return ()
    if isinstance(data, dict) and data:
        for name, words in data.items():
            if not isinstance(words, str) or not words.strip():
                reader.report(
                    "103", f"expected words for `{name}`, got {kind_of(words)}", (*path, name), "what the rep reads"
                )
        return tuple((name, str(words)) for name, words in data.items())
    if isinstance(data, list) and data:
        return tuple((str(name), str(name)) for name in data)
    reader.report(
        "103",
        f"expected choices, got {kind_of(data)}",
        path,
        "such as `of: {light: A few calls a day, heavy: Sales desk}`",
    )
    return ()


def _part(reader: Reader, question: Question, path: Path) -> Answer | None:
    data = reader.at(path)
    if data is None:
        return None
    try:
        return read_answer(question, data)
    except PydanticCustomError as error:
        reader.refuse(error, path)
        return None
