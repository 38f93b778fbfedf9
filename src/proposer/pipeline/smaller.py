"""How little a field of the needs must change: the steps that could resolve a conflict, each in a rep's words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import ROUND_FLOOR, Decimal

from proposer.model.catalog import At, Question, QuestionType
from proposer.model.configuration import Conflict
from proposer.model.explanation import Change, Totals
from proposer.model.needs import Fact, Needs
from proposer.model.quantities import Quantity
from proposer.money import grouped
from proposer.pipeline.possible import Answers

_SCOPES = {"customer": At.ACCOUNT, "network": At.NETWORK}
_OPENED = {"refused": ("on-net", "near-net"), "none": ("near-net",)}
_IF = {"on-net": "if it is in the building", "near-net": "if it has to be built"}


@dataclass(frozen=True, slots=True)
class Step:
    """One field changed, at one site or alike at several."""

    changes: tuple[Change, ...]
    words: str


def steps_for(answers: Answers, conflict: Conflict, taken: Sequence[Change]) -> Iterator[Step]:
    """What could be changed about a conflict, given what has been changed already."""
    gone = {change.path for change in taken}
    paths = dict.fromkeys(path for blame in conflict.blames for path in blame.paths)
    for path in (path for path in paths if path not in gone):
        match path.split(".", 2):
            case ["term"]:
                yield from _terms(answers)
            case ["budget", "monthly"]:
                yield from _budget(answers.needs, conflict)
            case ["sites", site, rest] if rest.startswith("access."):
                yield from _accesses(answers, conflict, site, rest)
            case ["sites", site, rest]:
                question = answers.catalog.questions.get((At.SITE, rest))
                fact = _fact_at(answers.needs, site, rest)
                if question and fact:
                    yield from _answers_at(answers, conflict, Asked(question, fact, site, path), taken)
            case [scope, name] if scope in _SCOPES:
                question = answers.catalog.questions.get((_SCOPES[scope], name))
                fact = answers.needs.facts.get(_SCOPES[scope], {}).get(name)
                if question and fact:
                    yield from _answers_at(answers, conflict, Asked(question, fact, "", path), taken)


@dataclass(frozen=True, slots=True)
class Asked:
    """A question, what was stated, where (a site's id, or "" for all), and the path of the field."""

    question: Question
    fact: Fact
    site: str
    path: str


def _terms(answers: Answers) -> Iterator[Step]:
    needs = answers.needs
    stated = " or ".join(str(term) for term in needs.terms)
    for months in answers.catalog.terms:
        if months not in needs.terms:
            yield Step((Change("term", str(months)),), f"{months} instead of {stated} months")


def _budget(needs: Needs, conflict: Conflict) -> Iterator[Step]:
    if needs.budget_monthly is not None and conflict.over_budget:
        enough = needs.budget_monthly + conflict.over_budget
        change = Change("budget.monthly", f"{enough // 100}.{enough % 100:02d}")
        yield Step((change,), f"raise the budget to ${grouped(enough)} a month")


def _accesses(answers: Answers, conflict: Conflict, site: str, rest: str) -> Iterator[Step]:
    name = rest.removeprefix("access.")
    access = answers.catalog.accesses[name]
    status = _status(answers, site, name)
    sites = [each for each in (site, *conflict.others) if _status(answers, each, name) == status]
    for opened in _OPENED.get(status, ()):
        changes = tuple(Change(f"sites.{each}.{rest}", opened) for each in sites)
        verb = f"accept {access.label} at" if status == "refused" else f"bring {access.label} to"
        yield Step(changes, f"{verb} {_named(answers.needs, sites)}, {_IF[opened]}")


def _status(answers: Answers, site: str, access: str) -> str:
    needs = next((each for each in answers.needs.sites if each.id == site), None)
    fact = needs.access.get(access) if needs else None
    return str(fact.value) if fact else ""


def _fact_at(needs: Needs, site: str, path: str) -> Fact | None:
    found = next((each for each in needs.sites if each.id == site), None)
    return found.facts.get(path) if found else None


def _named(needs: Needs, sites: Sequence[str]) -> str:
    name = next(each.name for each in needs.sites if each.id == sites[0])
    more = len(sites) - 1
    return name if not more else f"{name} and {more} more site{'s' if more > 1 else ''}"


def _answers_at(answers: Answers, conflict: Conflict, asked: Asked, taken: Sequence[Change]) -> Iterator[Step]:
    """Other answers to one question; the same at the other sites that stated the same."""
    sites = [asked.site]
    if asked.site:
        sites += [s for s in conflict.others if _same(answers.needs, s, asked)]
    for value, words in _other_answers(answers, conflict, asked, taken):
        paths = [f"sites.{site}.{asked.question.path}" for site in sites] if asked.site else [asked.path]
        where = f" at {_named(answers.needs, sites)}" if asked.site else ""
        yield Step(tuple(Change(path, value) for path in paths), f"{words} to “{asked.question.ask}”{where}")


def _same(needs: Needs, site: str, asked: Asked) -> bool:
    other = _fact_at(needs, site, asked.question.path)
    return other is not None and other.value == asked.fact.value


def _other_answers(
    answers: Answers, conflict: Conflict, asked: Asked, taken: Sequence[Change]
) -> Iterator[tuple[str, str]]:
    question, value = asked.question, asked.fact.value
    if question.type is QuestionType.FLAG:
        yield ("false", "no instead of yes") if value is True else ("true", "yes instead of no")
    elif question.type is QuestionType.CHOICE:
        labels = dict(question.choices)
        for name, label in question.choices:
            if name != value:
                yield name, f"“{label}” instead of “{labels.get(str(value), value)}”"
    elif isinstance(value, Decimal):
        most = _most_possible(answers, conflict, asked, value, taken)
        if most is None:
            yield "", "no answer"
        else:
            less = str(Quantity(most, question.unit))
            yield less, f"{less} instead of {Quantity(value, question.unit)}"


def _most_possible(
    answers: Answers, conflict: Conflict, asked: Asked, stated: Decimal, taken: Sequence[Change]
) -> Decimal | None:
    """The greatest whole number below what was stated that can be served; one more is found impossible."""

    def holds(amount: int) -> bool:
        changes = [*taken, Change(asked.path, str(Quantity(Decimal(amount), asked.question.unit)))]
        if conflict.over_budget:
            return isinstance(answers.totals(changes), Totals)
        return answers.is_possible_at(asked.site or conflict.site, changes)

    low = int((asked.question.least or Decimal(0)).to_integral_value())
    high = int(stated.to_integral_value(ROUND_FLOOR)) - (stated == stated.to_integral_value())
    if high < low or not holds(low):
        return None
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if holds(middle) else (low, middle - 1)
    return Decimal(low)
