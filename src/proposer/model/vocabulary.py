"""What the expressions of a rule may name, with types: questions, tables, accesses and the built-in names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from proposer.expressions import COUNT, FLAG, TEXT, TableType, Type
from proposer.expressions.nodes import SITES
from proposer.model.catalog import At, Capability, Quality, Question, QuestionType, Table
from proposer.units import UNITS

ACCESS_STATUSES = ("on-net", "near-net", "off-net", "none", "refused")
TOPOLOGIES = ("none", "hub-and-spoke", "any-to-any")
NO_TOPOLOGY = TOPOLOGIES[0]
PREFIXES = {At.NETWORK: "network.", At.ACCOUNT: "customer."}  # before their questions where another scope reads them

Vocabulary = Mapping[str, Type | TableType]


def vocabulary(
    questions: Mapping[tuple[At, str], Question], tables: Mapping[str, Table], accesses: Iterable[str], at: At
) -> Vocabulary:
    """All names that a rule of scope `at` may read.

    A rule for the network or the account names its own questions with or without prefix, and those of sites
    (`sites.<path>` here) only through `total` and `any_site`.
    """
    names: dict[str, Type | TableType] = {name: _of_table(table) for name, table in tables.items()}
    for (asked_at, path), question in questions.items():
        for name in _names(asked_at, path, at):
            names[name] = of_question(question)
    names |= {
        "network.topology": Type("text", choices=TOPOLOGIES),
        "network.sites": COUNT,
        "term": Type("number", "months"),
    }
    if at is At.SITE:
        names |= {"site.is_hub": FLAG, "site.in_network": FLAG, "site.state": TEXT}
        names |= {f"access.{access}": Type("text", choices=ACCESS_STATUSES) for access in accesses}
    return names


def _names(asked_at: At, path: str, at: At) -> tuple[str, ...]:
    if asked_at is At.SITE:
        return (path,) if at is At.SITE else (SITES + path,)
    prefixed = PREFIXES[asked_at] + path
    return (path, prefixed) if asked_at is at else (prefixed,)


def _of_table(table: Table) -> TableType:
    return TableType(Type("text", choices=tuple(table.values)), Type("number", base_unit(table.unit)))


def of_question(question: Question) -> Type:
    """What an answer is."""
    match question.type:
        case QuestionType.COUNT | QuestionType.NUMBER:
            return Type("number", base_unit(question.unit))
        case QuestionType.FLAG:
            return FLAG
        case _:
            return Type("text", choices=tuple(name for name, _ in question.choices))


def base_unit(unit: str) -> str:
    """`kbps` is kept in `Mbps`; a word for what is counted (`calls`) stays."""
    return UNITS[unit][0] if unit in UNITS else unit


def of_capability(capability: Capability) -> Type:
    """What is demanded of an amount."""
    return Type("number", base_unit(capability.unit or ""))


def of_quality(quality: Quality) -> Type:
    """What is demanded of a service's quality: an amount, or one of its grades."""
    return Type("text", choices=quality.grades) if quality.grades else Type("number", base_unit(quality.unit))
