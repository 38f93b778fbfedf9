"""An answer held against what a scenario expects: what differs, in the catalog's words, with places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from proposer.diagnostics import Outcome, Span
from proposer.model.configuration import Conflict
from proposer.model.quote import Quote, QuoteLine, QuoteOption
from proposer.model.scenario import (
    ACCOUNT_WORD,
    Expectation,
    ExpectedAt,
    ExpectedCause,
    ExpectedItem,
    ExpectedTotal,
)
from proposer.money import cents_to_text, grouped
from proposer.scenarios.reasons import reason_of_lines, reason_of_total


@dataclass(frozen=True, slots=True)
class Mismatch:
    """One thing that is not as expected, in the catalog's words; `span` is where the scenario expects it.

    `reason` says why it was found; `scalar` is what to write at the span where that would put the scenario right.
    """

    expected: str
    found: str
    span: Span
    reason: str = ""
    scalar: str = ""

    def __str__(self) -> str:
        return f"{self.span.place}: expected {self.expected}; found {self.found}"


def mismatches(expect: Expectation, outcome: Outcome[Quote | Conflict]) -> Iterator[Mismatch]:
    """All that differs between what is expected and the answer."""
    match outcome.value:
        case Conflict() as conflict:
            yield from _of_conflict(expect, conflict)
        case Quote() as quote if expect.conflict:
            names = ", ".join(named.text for named in expect.conflict)
            yield Mismatch(f"a conflict of {names}", f"a solution: {_items_in_words(quote.chosen)}", expect.span)
        case Quote() as quote:
            yield from _of_option(expect, quote.chosen)
            yield from _of_open_points(expect, quote.contract.open_points)
        case None:
            yield Mismatch("an answer", _faults_in_words(outcome), expect.span)


def _faults_in_words(outcome: Outcome[Quote | Conflict]) -> str:
    return "; ".join(found.message for found in outcome.diagnostics) or "none"


def _of_conflict(expect: Expectation, conflict: Conflict) -> Iterator[Mismatch]:
    """A conflict must be expected, and must name at least what the scenario names."""
    names = [blame.name for blame in conflict.blames]
    found = f"a conflict of {', '.join(names)}"
    if not expect.conflict:
        yield Mismatch("a solution", found, expect.span)
    for named in expect.conflict:
        if named.text not in names:
            yield Mismatch(f"a conflict that names {named.text}", found, named.span)


def _of_option(expect: Expectation, option: QuoteOption) -> Iterator[Mismatch]:
    if expect.term is not None and option.term != expect.term:
        yield Mismatch(f"a term of {expect.term} months", f"{option.term} months", expect.span)
    for item in expect.items:
        yield from _of_item(item, option)
    for absent in expect.absent:
        if lines := _lines(option, absent.site, absent.offering):
            reason = reason_of_lines(lines, option, absent.site)
            yield Mismatch(f"no {absent.offering} at {_place(absent)}", _in_words(lines), absent.span, reason)
    for case in expect.individual_case:
        yield from _of_individual_case(case, option)
    for total in expect.totals:
        yield from _of_total(total, option)
    for cause in expect.causes:
        yield from _of_cause(cause, option)


def _of_item(item: ExpectedItem, option: QuoteOption) -> Iterator[Mismatch]:
    """The pieces of the lines with the expected values are counted together; several lines may share an offering."""
    lines = _lines(option, item.site, item.offering)
    fitting = [line for line in lines if not line.construction and item.values.items() <= line.characteristics.items()]
    count = sum(line.count for line in fitting)
    if not fitting or item.count not in (None, count):
        values = [f"{name} {value}" for name, value in item.values.items()]
        counted = [] if item.count is None else [f"count {item.count}"]
        wanted = f"{item.offering} ({', '.join([*values, *counted])})" if values or counted else item.offering
        found = _in_words(lines) if lines else f"none of it among {_in_words(_lines(option, item.site))}"
        reason = reason_of_lines(lines or _lines(option, item.site), option, item.site)
        yield Mismatch(f"{wanted} at {_place(item)}", found, item.span, reason)


def _of_individual_case(case: ExpectedAt, option: QuoteOption) -> Iterator[Mismatch]:
    lines = _lines(option, case.site, case.offering)
    if not any(line.individual_case for line in lines):
        found = f"{_in_words(lines)} at a price" if lines else "none of it"
        yield Mismatch(f"{case.offering} as an individual case at {_place(case)}", found, case.span)


def _of_total(total: ExpectedTotal, option: QuoteOption) -> Iterator[Mismatch]:
    found = _amounts(option).get(total.name, 0)
    if found != total.cents:
        yield Mismatch(
            f"{total.name} {grouped(total.cents)}",
            grouped(found),
            total.span,
            reason_of_total(total.name, option),
            cents_to_text(found),
        )


def _amounts(option: QuoteOption) -> dict[str, int]:
    """All that a scenario may expect in cents, by its name there."""
    sums = {
        "monthly": option.monthly,
        "once": option.once,
        "contract_value": option.contract_value,
        "credits": option.credit_total,
    }
    for each in option.usage:
        name = f"usage at {each.site}"
        sums[name] = sums.get(name, 0) + each.monthly
    for stretch in option.schedule:
        sums |= {f"invoice of month {month}": stretch.invoiced for month in range(stretch.first, stretch.last + 1)}
    return sums


def _of_cause(cause: ExpectedCause, option: QuoteOption) -> Iterator[Mismatch]:
    """The demand for a capability comes from the rule that is expected, among others perhaps."""
    demands = [
        demand for demand in option.demands if (demand.site, demand.capability) == (cause.site, cause.capability)
    ]
    rules = [demand.rule for demand in demands]
    if cause.rule not in rules:
        found = f"because of {', '.join(dict.fromkeys(rules))}" if rules else "no demand for it"
        wanted = f"{cause.capability} at {cause.site or ACCOUNT_WORD} because of {cause.rule}"
        reason = " ".join(dict.fromkeys(demand.because for demand in demands))
        yield Mismatch(wanted, found, cause.span, reason)


def _of_open_points(expect: Expectation, points: Sequence[str]) -> Iterator[Mismatch]:
    for named in expect.open_points:
        if not any(named.text in point for point in points):
            found = "; ".join(points) or "no open point"
            yield Mismatch(f"an open point with `{named.text}`", found, named.span)


def _lines(option: QuoteOption, site: str, offering: str = "") -> list[QuoteLine]:
    """The lines at a site (empty: of the account), of one offering when it is named."""
    designs = (d for d in option.designs if (site in d.site_ids if site else not d.site_ids))
    return [line for design in designs for line in design.lines if offering in ("", line.offering)]


def _place(expected: ExpectedItem | ExpectedAt) -> str:
    return expected.site or ACCOUNT_WORD


def _items_in_words(option: QuoteOption) -> str:
    return _in_words(line for design in option.designs for line in design.lines)


def _in_words(lines: Iterable[QuoteLine]) -> str:
    return ", ".join(_line_in_words(line) for line in lines) or "nothing"


def _line_in_words(line: QuoteLine) -> str:
    values = [f"{name} {value}" for name, value in line.characteristics.items()]
    counted = [f"count {line.count}"] if line.unit or line.count > 1 else []
    return f"{line.offering} ({', '.join([*values, *counted])})" if values or counted else line.offering
