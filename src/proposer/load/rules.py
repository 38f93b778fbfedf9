"""`rules/*.yaml`, and the rules of options: parsed, then typed as a whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from proposer.diagnostics import Outcome
from proposer.expressions import Expression, Template, parse, parse_template
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.remedies import meant
from proposer.load.shapes.rules import ForbidShape, RuleShape
from proposer.model.catalog import At, Capability, Rule, Wanted
from proposer.model.rule_names import names_of
from proposer.model.rule_typing import rule_findings
from proposer.model.vocabulary import Vocabulary

Parsed = TypeVar("Parsed")


@dataclass(frozen=True, slots=True)
class RuleReader:
    """Reads the rules of one file; `vocabulary_at` gives what the expressions of a scope can name."""

    reader: Reader
    declared: Declared
    capabilities: Mapping[str, Capability]
    vocabulary_at: Callable[[At], Vocabulary]
    untyped: frozenset[str] | None = frozenset()  # names that are declared and did not load; None: all are in doubt

    def rule(self, id_: str, path: Path) -> Rule | None:
        """One rule, or None when it cannot be read; what does not type is a finding."""
        shape = self.reader.shape(RuleShape, path)
        if shape is None:
            return None
        rule = self._parsed(id_, path, shape)
        if not shape.demand and not (shape.forbid or shape.recommend):
            remedy = "add `demand:`, `forbid:` or `recommend:`"
            self.reader.report("102", f"the rule `{id_}` has no effect", path, remedy, key=True)
        lost = rule is None or self.untyped is None or bool(names_of(rule) & self.untyped)
        if rule is not None and not lost and len(rule.demands) == self._asked((*path, "demand")):
            self.reader.found.extend(rule_findings(rule, self.capabilities, self.vocabulary_at(rule.at)))
        return rule

    def _asked(self, path: Path) -> int:
        """How many capabilities a rule demands, also those that could not be read: its sentence may name them."""
        data = self.reader.at(path)
        return len(data) if isinstance(data, list | dict) else int(data is not None)

    def _parsed(self, id_: str, path: Path, shape: RuleShape) -> Rule | None:
        """The rule with its expressions parsed; None when one of them cannot be."""
        before = len(self.reader.found)
        because = self._sentence((*path, "because"), shape.because)
        recommends = self._sentence((*path, "recommend"), shape.recommend) if shape.recommend else None
        when = None if shape.when is None else self._expression((*path, "when"))
        lets = [(name, self._expression((*path, "let", name))) for name in shape.let]
        demands = tuple(self._demands((*path, "demand")))
        accesses, offerings = self._forbidden((*path, "forbid"), shape.forbid)
        if because is None or any(found.code.startswith("RUL") for found in self.reader.found[before:]):
            return None
        return Rule(
            id=id_, at=At(shape.for_), because=because, when=when,
            let=tuple((name, expression) for name, expression in lets if expression is not None),
            demands=demands, forbids_accesses=accesses, forbids_offerings=offerings, recommends=recommends,
            span=self.reader.document.key_span(path),
        )  # fmt: skip

    def _forbidden(self, path: Path, shape: ForbidShape | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
        if shape is None:
            return (), ()
        refer = self.declared.all_refer
        return (
            refer(self.reader, "access", shape.access, (*path, "access")),
            refer(self.reader, "offering", shape.offering, (*path, "offering")),
        )

    def _demands(self, path: Path) -> Iterator[Wanted]:
        data = self.reader.at(path)
        names = data if isinstance(data, list) else [data] if isinstance(data, str) else self.reader.mapping(path)
        for index, name in enumerate(str(name) for name in names):
            where = (*path, name) if isinstance(data, dict) else (*path, index)
            if self.declared.refers(self.reader, "capability", name, where, key=True) and name in self.capabilities:
                wanted = self._wanted(self.capabilities[name], where)
                if wanted is not None:
                    yield wanted

    def _wanted(self, capability: Capability, path: Path) -> Wanted | None:
        span = self.reader.document.key_span(path)
        data = self.reader.at(path)
        if capability.is_amount:
            amount = self._expression(path)
            return None if amount is None else Wanted(capability.id, amount, span=span)
        if isinstance(data, dict):
            return Wanted(capability.id, None, tuple(self._qualities(capability, path)), span)
        if data not in (None, True, capability.id):
            names = ", ".join(f"{quality.name}: …" for quality in capability.qualities)
            message = f"`{capability.id}` is a service, and its qualities are due, not {kind_of(data)}"
            self.reader.report("103", message, path, f"write `{{{names}}}`")
        return Wanted(capability.id, span=span)

    def _qualities(self, capability: Capability, path: Path) -> Iterator[tuple[str, Expression]]:
        known = [quality.name for quality in capability.qualities]
        for name in self.reader.mapping(path):
            where = (*path, name)
            if name not in known:
                remedy = meant(name, known, f"`{capability.id}` has no qualities: write `{{}}`")
                self.reader.report("104", f"`{capability.id}` has no quality `{name}`", where, remedy, key=True)
            elif (expression := self._expression(where)) is not None:
                yield name, expression

    def _expression(self, path: Path) -> Expression | None:
        text = _as_written(self.reader.at(path))
        if text is None:
            message = f"expected an expression, got {kind_of(self.reader.at(path))}"
            self.reader.report("103", message, path, "one that starts with `{`, `[` or a quote goes in quotes")
            return None
        return self._take(parse(text, self.reader.document.value_span(path)))

    def _sentence(self, path: Path, text: str) -> Template | None:
        written = self.reader.at(path)
        span = self.reader.document.value_span(path)
        return self._take(parse_template(written if isinstance(written, str) else text, span))

    def _take(self, outcome: Outcome[Parsed]) -> Parsed | None:
        self.reader.found.extend(outcome.diagnostics)
        return outcome.value


def _as_written(data: Data) -> str | None:
    if isinstance(data, bool):
        return str(data).lower()
    if isinstance(data, str | int | Decimal):
        return format(data, "f") if isinstance(data, Decimal) else str(data)
    return None
