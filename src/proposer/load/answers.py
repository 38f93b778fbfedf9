"""What somebody said, field by field, from YAML or CSV alike: dotted names to facts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from pydantic_core import PydanticCustomError

from proposer.diagnostics import Diagnostic, Severity, Span, did_you_mean, nearest
from proposer.load.decode import Reader
from proposer.load.document import Data, Path
from proposer.load.questions import FRAME, read_answer
from proposer.load.remedies import Remedy
from proposer.model.catalog import At, Question
from proposer.model.needs import Fact


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that somebody wrote: a dotted name, the raw value and its words, where both stand."""

    name: str
    data: Data
    text: str
    span: Span
    name_span: Span


def leaves(reader: Reader, path: Path, known: frozenset[str], skip: tuple[str, ...] = ()) -> Iterator[Said]:
    """Everything said in a mapping, by dotted names; names that lead nowhere are findings, each once."""
    for key in reader.mapping(path):
        if key not in skip:
            yield from _leaves(reader, (*path, key), key, known)


def _leaves(reader: Reader, path: Path, name: str, known: frozenset[str]) -> Iterator[Said]:
    data = reader.at(path)
    document = reader.document
    if isinstance(data, dict) and any(other.startswith(name + ".") for other in known):
        for key in data:
            yield from _leaves(reader, (*path, key), f"{name}.{key}", known)
    elif name in known:
        yield Said(name, data, document.written(path), document.span(path), document.key_span(path))
    else:
        reader.found.append(unknown(name, document.key_span(path), known))


def unknown(name: str, span: Span, known: frozenset[str]) -> Diagnostic:
    """A finding about a name that is no question and no field."""
    inside = sorted(other for other in known if other.startswith(name + "."))
    if inside:
        group, inner = inside[0].rsplit(".", 1)
        message = f"`{name}` holds several answers, and none is named here"
        return Diagnostic("NED101", message, span, help=f"such as `{group}: {{{inner}: …}}`")
    parent, _, last = name.rpartition(".")
    siblings = {other.removeprefix(parent + ".").split(".")[0] for other in known if other.startswith(parent + ".")}
    tops = {other.split(".")[0] for other in known}
    candidates = (siblings if parent else tops | known) or known
    what = {"access": "access", "address": "field of an address"}.get(parent, "question")
    guess = nearest(last if parent else name, candidates) or nearest(name, known)
    remedy = f"did you mean `{guess}`?" if guess else did_you_mean(last, candidates)
    message = f"unknown {what} `{last if what != 'question' else name}`"
    return Diagnostic("NED101", message, span, help=remedy, nearest=guess)


def fact_of(said: Said, question: Question, found: list[Diagnostic]) -> Fact | None:
    """The fact that an answer states; nothing said is no fact, what does not fit is a finding."""
    if said.data is None:
        found.append(nothing(said))
        return None
    try:
        return Fact(said.name, read_answer(question, said.data), said.text, said.span)
    except PydanticCustomError as error:
        found.append(misfit(error, said.span))
        return None


def nothing(said: Said) -> Diagnostic:
    """A field without a value."""
    message = f"`{said.name}` has no value and counts as not stated"
    return Diagnostic("NED110", message, said.name_span, Severity.WARNING, "write its value or remove the line")


def misfit(error: PydanticCustomError, span: Span) -> Diagnostic:
    """A value that does not fit its field."""
    context = error.context or {}
    how = context.get("help", "")
    remedy = how if isinstance(how, Remedy) else Remedy(str(how))
    return Diagnostic(
        "NED103", str(context.get("message")), span, help=remedy.text, expected=remedy.expected, nearest=remedy.nearest
    )


def questions_at(questions: Mapping[tuple[At, str], Question], at: At) -> dict[str, Question]:
    """The questions of one scope by path."""
    return {path: question for (scope, path), question in questions.items() if scope is at}


def default_facts(questions: Mapping[str, Question]) -> dict[str, Fact]:
    """What holds where nobody answers, by path."""
    return {path: _default(question) for path, question in questions.items() if question.default is not None}


def _default(question: Question) -> Fact:
    assert question.default is not None  # noqa: S101 - the caller looked
    text = str(question.default).lower() if isinstance(question.default, bool) else str(question.default)
    return Fact(question.path, question.default, text, question.span, is_default=True)


def scope_facts(reader: Reader, path: Path, at: At, questions: Mapping[str, Question]) -> dict[str, Fact]:
    """The facts of the customer or the network: those stated, and defaults for the rest."""
    facts = default_facts(questions)
    known = frozenset({*questions, *FRAME[at]})
    for said in leaves(reader, path, known, FRAME[at]):
        fact = fact_of(said, questions[said.name], reader.found)
        if fact is not None:
            facts[said.name] = fact
    return facts
