"""What one rule says at one place: nothing, its demands with their formulas and its sentence, or a problem.

It depends on nothing but the values of the names that the rule reads, so places with equal answers share it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from proposer.derive.reading import Reading, demanded_unit
from proposer.diagnostics import Diagnostic, Severity
from proposer.expressions import Expression, Template, Value, evaluate, fill, working
from proposer.model.catalog import Capability, Rule, Wanted
from proposer.model.demands import NeedsFact

UNANSWERED_SENTENCE = "RUL201"
NO_RESULT = "RUL202"
CODES: Mapping[str, str] = {
    UNANSWERED_SENTENCE: "A rule applies, but its sentence names an answer that nobody gave.",
    NO_RESULT: "A rule applies, but its demand cannot be calculated: a division by zero, or numbers beyond all measure.",
}


@dataclass(frozen=True, slots=True)
class Sized:
    """A demand with its numbers; `working` is how they came about."""

    capability: str
    amount: Decimal | None
    qualities: Mapping[str, Decimal | str]
    working: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """A rule that applies. `names` are what it has read, `facts` what it has read over all sites."""

    because: str = ""
    recommends: str = ""
    demands: tuple[Sized, ...] = ()
    names: tuple[str, ...] = ()
    facts: tuple[NeedsFact, ...] = ()
    problems: tuple[Diagnostic, ...] = field(default=())


def judge(rule: Rule, capabilities: Mapping[str, Capability], reading: Reading) -> Verdict | None:
    """A rule's verdict at a place, or None when it does not apply there."""
    early = rule.when is not None and any(name in rule.when.names for name, _ in rule.let)
    if early:
        _name_lets(rule, reading)
    if rule.when is not None and evaluate(rule.when, reading) is not True:
        return None
    if not early:
        _name_lets(rule, reading)
    values = list(_values(rule, reading))
    missing = next((expression for _, _, expression, value in values if value is None), None)
    if missing is not None:
        return _without_result(rule, missing, reading)
    for capability, quality, _, value in values:
        _name_demanded(
            rule, quality or capability, value, demanded_unit(capabilities.get(capability), quality), reading
        )
    return _sentenced(
        rule, reading, {(capability, quality): value for capability, quality, _, value in values if value is not None}
    )


def _name_lets(rule: Rule, reading: Reading) -> None:
    for name, expression in rule.let:
        reading.name(name, evaluate(expression, reading), reading.unit_of(expression))


def _values(rule: Rule, reading: Reading) -> Iterator[tuple[str, str, Expression, Decimal | str | None]]:
    """Capability, quality (empty: the amount), expression and value of all that is demanded."""
    for wanted in rule.demands:
        parts = [("", wanted.amount)] if wanted.amount is not None else []
        for quality, expression in [*parts, *wanted.qualities]:
            value = evaluate(expression, reading)
            yield wanted.capability, quality, expression, None if isinstance(value, bool) else value


def _name_demanded(rule: Rule, name: str, value: Value | None, unit: str, reading: Reading) -> None:
    """Sentences may name what is demanded, unless an answer or a `let` has that name."""
    if all(name != let for let, _ in rule.let) and name not in reading.place.values:
        reading.name(name, value, unit)


def _sentenced(rule: Rule, reading: Reading, values: Mapping[tuple[str, str], Decimal | str]) -> Verdict | None:
    demands = tuple(sized for wanted in rule.demands if (sized := _sized(rule, wanted, values, reading)))
    if not (demands or rule.forbids_accesses or rule.forbids_offerings or rule.recommends):
        return None
    because, advice = fill(rule.because, reading), fill(rule.recommends, reading) if rule.recommends else ""
    if because is None or advice is None:
        broken = rule.because if because is None or rule.recommends is None else rule.recommends
        return Verdict(problems=(_unanswered(rule, broken, reading),))
    return Verdict(because, advice, demands, tuple(reading.names_read), reading.facts_over_sites())


def _sized(
    rule: Rule, wanted: Wanted, values: Mapping[tuple[str, str], Decimal | str], reading: Reading
) -> Sized | None:
    """A demand, unless it is for nothing: amounts and numbers that are not above zero fall away."""
    amount = values.get((wanted.capability, ""))
    if wanted.amount is not None and not (isinstance(amount, Decimal) and amount > 0):
        return None
    qualities: dict[str, Decimal | str] = {}
    for quality, _ in wanted.qualities:
        value = values[wanted.capability, quality]
        if isinstance(value, str) or value > 0:
            qualities[quality] = value
    if wanted.qualities and not qualities:
        return None
    number = amount if isinstance(amount, Decimal) else None
    return Sized(wanted.capability, number, qualities, _working(rule, wanted, reading))


def _working(rule: Rule, wanted: Wanted, reading: Reading) -> str:
    """The formulas of a demand, those of the names that it uses before it."""
    parts = [("", wanted.amount)] if wanted.amount is not None else []
    formulas = [(quality or wanted.capability, expression) for quality, expression in [*parts, *wanted.qualities]]
    used = _names(rule, [expression for _, expression in formulas])
    lets = [(name, expression) for name, expression in rule.let if name in used]
    return "; ".join(f"{name} = {working(expression, reading)}" for name, expression in [*lets, *formulas])


def _names(rule: Rule, expressions: Iterable[Expression]) -> frozenset[str]:
    """The names in some expressions, and in what the rule's `let` says of them."""
    used = frozenset[str]().union(*(expression.names for expression in expressions))
    for name, expression in reversed(rule.let):
        used |= expression.names if name in used else frozenset()
    return used


def _unanswered(rule: Rule, template: Template, reading: Reading) -> Diagnostic:
    asked = [part for part in template.parts if isinstance(part, Expression) and evaluate(part, reading) is None]
    name = _unknown_name(asked[0], reading) or asked[0].text.strip()
    message = f"the sentence of `{rule.id}` needs `{name}`, which is not known{_where(reading)}"
    remedy = f"leave it out of the sentence, or add `known({name})` to the rule's `when`"
    return Diagnostic(UNANSWERED_SENTENCE, message, asked[0].span, help=remedy)


def _without_result(rule: Rule, missing: Expression, reading: Reading) -> Verdict | None:
    """A missing answer means that the rule does not apply; without one, the numbers themselves have no result."""
    if reading.names_missed & _names(rule, [missing]):
        return None
    message = f"`{missing.text.strip()}` in `{rule.id}` has no result{_where(reading)}"
    remedy = "a division by zero, or numbers beyond all measure; rule them out in `when`"
    return Verdict(problems=(Diagnostic(NO_RESULT, message, missing.span, Severity.WARNING, remedy),))


def _unknown_name(expression: Expression, reading: Reading) -> str:
    return next((name for name in sorted(expression.names) if reading.lookup(name) is None), "")


def _where(reading: Reading) -> str:
    return f" at site `{reading.place.site}`" if reading.place.site else ""
