"""Two quotes side by side: what changes line by line, why, and in total."""

from __future__ import annotations

from proposer.model.explanation import Comparison, LineChange, LineState, Totals
from proposer.report.amounts import figure, money, some
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

LINES = (
    Column("Where"),
    Column("Line", flexible=True),
    Column("Was"),
    Column("Is"),
    Column("Month", right=True),
    Column("Once", right=True),
)
TOTALS = (Column(""), Column("Was", right=True), Column("Is", right=True), Column("Difference", right=True))
SAME = "Nothing changes: every line stays as it is."


def comparison_sheet(comparison: Comparison, title: str, opening: str) -> Sheet:
    """`title` says what was asked, `opening` what the answer is in one sentence."""
    blocks: list[Block] = [Heading(title, 1), Text(opening)]
    if comparison.changes:
        blocks += [Heading("What changes"), Grid(LINES, tuple(_row(change) for change in comparison.changes))]
        blocks += _reasons(comparison.changes)
    else:
        blocks.append(Text(SAME))
    return (*blocks, Heading("In total"), Grid(TOTALS, _totals(comparison.before, comparison.after)))


def in_a_sentence(comparison: Comparison, currency: str) -> str:
    """`$667.60 more a month, $7.30 less once, $23,866.70 more over 36 months`, or that it costs the same."""
    before, after = comparison.before, comparison.after
    over = f"over {after.term} months" if before.term == after.term else "over the term"
    parts = [
        f"{money(abs(becomes - was), currency)} {'more' if becomes > was else 'less'} {when}"
        for was, becomes, when in (
            (before.monthly, after.monthly, "a month"),
            (before.once, after.once, "once"),
            (before.contract_value, after.contract_value, over),
        )
        if was != becomes
    ]
    case = next((each.name for each in comparison.changes if each.after and each.after.individual_case), "")
    aside = f", apart from {case}, whose price is an individual case" if case else ""
    return (", ".join(parts) or "the same in all") + aside


def short_lines(comparison: Comparison) -> tuple[Text, ...]:
    """The changes in a line each, for where there is no room for a table."""
    return tuple(Text(f"{_where(change)}: {_short(change)}", "- ") for change in comparison.changes)


def difference(cents: int) -> str:
    """With its sign: `+32.00`, `−5.00`, `0.00`."""
    return f"+{figure(cents)}" if cents > 0 else figure(cents)


def _row(change: LineChange) -> tuple[str, ...]:
    return (
        _where(change), change.name, _state(change.before), _state(change.after),
        difference(change.monthly), difference(change.once),
    )  # fmt: skip


def _short(change: LineChange) -> str:
    if change.after is None:
        return f"{change.name} goes"
    verb = "comes" if change.before is None else "becomes"
    state = _state(change.after)
    if change.before is not None and state == _state(change.before):
        return f"{change.name} at {difference(change.monthly)} a month"
    return f"{change.name} {verb}" + (f" ({state})" if state not in ("", "yes") else "")


def _where(change: LineChange) -> str:
    return some(change.sites, 2) if change.sites else "account"


def _state(state: LineState | None) -> str:
    """What the line is: its pieces and characteristics; a plain one is `yes`, none is a dash."""
    if state is None:
        return "–"
    text = ", ".join(part for part in (state.pieces, state.description) if part) or "yes"
    return f"{text}, individual case" if state.individual_case else text


def _reasons(changes: tuple[LineChange, ...]) -> list[Block]:
    told = [Text(f"{change.name}: {' '.join(change.why)}", "- ") for change in changes if change.why]
    return [Heading("Why"), *dict.fromkeys(told)] if told else []


def _totals(before: Totals, after: Totals) -> tuple[tuple[str, ...], ...]:
    pairs = (
        ("Monthly", before.monthly, after.monthly),
        ("One-time", before.once, after.once),
        ("First year", before.first_year, after.first_year),
        (_over(before, after), before.contract_value, after.contract_value),
    )
    return tuple((name, figure(was), figure(becomes), difference(becomes - was)) for name, was, becomes in pairs)


def _over(before: Totals, after: Totals) -> str:
    if before.term == after.term:
        return f"Over {after.term} months"
    return f"Over {before.term}, {after.term} months"
