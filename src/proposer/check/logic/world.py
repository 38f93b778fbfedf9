"""What the names of a scope can be, before any condition says more: from the questions, terms and accesses."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from proposer.check.logic.domains import INFINITE, Domain, Range
from proposer.expressions import Expression
from proposer.model.catalog import At, Catalog, Question, QuestionType, Table
from proposer.model.vocabulary import ACCESS_STATUSES, PREFIXES, TOPOLOGIES

_FLAG: Domain = frozenset({True, False})
_MOST = Decimal(1_000_000_000)  # no answer is larger


@dataclass(frozen=True, slots=True)
class World:
    """The names of one scope: what each can be, which are always known, and the rule's own names.

    `total(x)` and `any_site(x)` are names here. `own` are the names of a rule's `let`.
    """

    domains: Mapping[str, Domain]
    always: frozenset[str]
    tables: Mapping[str, Table]
    aliases: Mapping[str, str]
    own: Mapping[str, Expression]

    def canonical(self, name: str) -> str:
        """One spelling for a name that has two."""
        return self.aliases.get(name, name)


def world_of(catalog: Catalog, at: At) -> World:
    """All that rules of a scope can read."""
    domains: dict[str, Domain] = {
        "network.topology": frozenset(TOPOLOGIES),
        "network.sites": Range(Decimal(1), whole=True),
        "term": frozenset(Decimal(term) for term in catalog.terms),
    }
    if at is At.SITE:
        domains |= {"site.is_hub": _FLAG, "site.in_network": _FLAG}
        domains |= {f"access.{access}": frozenset(ACCESS_STATUSES) for access in catalog.accesses}
    always = set(domains)
    aliases: dict[str, str] = {}
    for (asked_at, path), question in catalog.questions.items():
        name = path if asked_at is At.SITE else PREFIXES[asked_at] + path
        if asked_at is at:
            aliases[path] = name
        if asked_at is At.SITE and at is not At.SITE:
            domains |= _over_sites(question)
            continue
        domains[name] = _answers(question)
        if question.default is not None or question.type is QuestionType.FLAG:
            always.add(name)
    return World(domains, frozenset(always), catalog.tables, aliases, {})


def _answers(question: Question) -> Domain:
    match question.type:
        case QuestionType.FLAG:
            return _FLAG
        case QuestionType.CHOICE:
            return frozenset(name for name, _ in question.choices)
        case QuestionType.TEXT:
            return None
        case _:
            low = question.least if question.least is not None else Decimal(0)
            high = question.most if question.most is not None else _MOST
            return Range(low, high, whole=question.type is QuestionType.COUNT)


def _over_sites(question: Question) -> dict[str, Domain]:
    answers = _answers(question)
    found: dict[str, Domain] = {f"any_site({question.path})": _FLAG}
    if isinstance(answers, Range):
        low = answers.low if answers.low >= 0 else -INFINITE
        found[f"total({question.path})"] = Range(low, whole=answers.whole)
    return found
