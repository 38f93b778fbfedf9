"""`growth:` of a site: counts and numbers that rise from a month of the contract on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from proposer.diagnostics import Diagnostic, Span
from proposer.load.answers import fact_of, leaves
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.model.catalog import Question, QuestionType
from proposer.model.needs import Before, Fact

NAME = "growth"
NO_GROWTH = "NED117"
GROWING = (QuestionType.COUNT, QuestionType.NUMBER)


@dataclass(frozen=True, slots=True)
class Stage:
    """What a site states from a month on."""

    month: int
    facts: Mapping[str, Fact]
    span: Span


def read_growth(reader: Reader, path: Path, questions: Mapping[str, Question]) -> tuple[Stage, ...]:
    """The stages at a path, by month; empty where nothing grows."""
    stages = (_stage(reader, (*path, month), month, questions) for month in reader.mapping(path))
    return tuple(sorted((stage for stage in stages if stage is not None), key=lambda stage: stage.month))


def _stage(reader: Reader, path: Path, month: str, questions: Mapping[str, Question]) -> Stage | None:
    if not month.isdecimal() or int(month) == 0:
        reader.report("103", f"expected a month of the contract, got `{month}`", path, "such as `13`", key=True)
        return None
    if not isinstance(reader.at(path), dict):
        reader.report(
            "103", f"expected what is needed from month {month} on", path, f"such as `{month}: {{users: 60}}`"
        )
        return None
    return Stage(int(month), dict(_facts(reader, path, questions)), reader.document.key_span(path))


def _facts(reader: Reader, path: Path, questions: Mapping[str, Question]) -> Iterator[tuple[str, Fact]]:
    for said in leaves(reader, path, frozenset(questions)):
        fact = fact_of(said, questions[said.name], reader.found)
        if questions[said.name].type not in GROWING:
            message = f"`{said.name}` is neither a count nor a number, so it does not grow"
            reader.found.append(Diagnostic(NO_GROWTH, message, said.name_span, help="state it for the whole term"))
        elif fact is not None:
            yield said.name, fact


def grown(
    facts: Mapping[str, Fact], stages: tuple[Stage, ...], first: int, found: list[Diagnostic]
) -> tuple[dict[str, Fact], tuple[Before, ...]]:
    """A site's facts as they are in the end, and what is otherwise before; the site itself begins in the month `first`."""
    growing = {path for stage in stages for path in stage.facts}
    now, before = dict(facts), list[Before]()
    for stage in stages:
        if stage.month <= first:
            message = f"month {stage.month} is no later than the site's first, which is {first}"
            found.append(
                Diagnostic(NO_GROWTH, message, stage.span, help="state what holds from the first beside `growth`")
            )
        found.extend(_shrinking(now, stage))
        before.append(Before(stage.month, {path: now.get(path) for path in sorted(growing)}))
        now |= stage.facts
    return now, tuple(before)


def _shrinking(now: Mapping[str, Fact], stage: Stage) -> Iterator[Diagnostic]:
    for path, fact in stage.facts.items():
        earlier = now.get(path)
        if earlier is not None and _number(fact) < _number(earlier):
            message = f"`{path}` falls from {earlier.text} to {fact.text}, and a contract only grows"
            yield Diagnostic(
                NO_GROWTH, message, fact.span, help=f"at least {earlier.text}; what is needed for a while is needed"
            )


def _number(fact: Fact) -> Decimal:
    return fact.value if isinstance(fact.value, Decimal) else Decimal(0)
