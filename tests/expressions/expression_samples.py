"""A scope of plain mappings, a vocabulary to match, and findings as one line each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from proposer.diagnostics import Diagnostic, Span
from proposer.expressions import COUNT, FLAG, TEXT, Expression, TableType, Template, Type, Value, parse, parse_template

WHERE = Span("rules/voice.yaml", 7, 9)
TRAFFIC = Type("text", choices=("light", "moderate", "heavy"))
VOCABULARY: Mapping[str, Type | TableType] = {
    "users": COUNT,
    "voice.seats": COUNT,
    "voice.traffic": TRAFFIC,
    "internet.down": Type("number", "Mbps"),
    "internet.availability": Type("number", "%"),
    "internet.backup": FLAG,
    "site.state": TEXT,
    "term": Type("number", "months"),
    "busy_hour_erlangs": TableType(TRAFFIC, Type("number", "erlangs")),
    "speeds": TableType(Type("text", choices=("light", "moderate")), Type("number", "Mbps")),
}
TABLES = {"busy_hour_erlangs": {"light": Decimal("0.028"), "moderate": Decimal("0.056"), "heavy": Decimal("0.083")}}


@dataclass(frozen=True)
class Known:
    """A scope in which only `values` are answered."""

    values: Mapping[str, Value] = field(default_factory=dict)
    totals: Mapping[str, Decimal] = field(default_factory=dict)

    def lookup(self, name: str) -> Value | None:
        return self.values.get(name)

    def cell(self, table: str, key: str) -> Decimal | None:
        return TABLES.get(table, {}).get(key)

    def total(self, path: str) -> Decimal | None:
        return self.totals.get(path)

    def any_site(self, path: str) -> bool:
        return path in self.totals

    def unit(self, name: str) -> str:
        known = VOCABULARY.get(name, COUNT)
        return known.unit if isinstance(known, Type) else known.value.unit


def expression(text: str) -> Expression:
    parsed = parse(text, WHERE)
    assert parsed.value is not None, lines(parsed.diagnostics)
    return parsed.value


def sentence(text: str) -> Template:
    parsed = parse_template(text, WHERE)
    assert parsed.value is not None, lines(parsed.diagnostics)
    return parsed.value


def lines(found: Iterable[Diagnostic]) -> list[str]:
    """Each finding as `code column–end message (help)`; columns count from the text's first."""
    return [
        f"{d.code} {d.span.column - 9}–{d.span.end_column - 9} {d.message}" + (f" ({d.help})" if d.help else "")
        for d in found
    ]
