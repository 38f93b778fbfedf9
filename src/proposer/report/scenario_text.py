"""What the scenarios say, for people: failures with expected and found side by side, and how much of the catalog is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.report.amounts import counted
from proposer.report.sheet import Block, Column, Grid, Heading, Sheet, Text

MOST_UNUSED = 25


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as expected; `place` is where the scenario expects it."""

    expected: str
    found: str
    place: str
    reason: str


@dataclass(frozen=True, slots=True)
class Result:
    """A scenario by name and file, and all that differs; it holds when nothing does."""

    name: str
    file: str
    line: int
    differences: tuple[Difference, ...]


@dataclass(frozen=True, slots=True)
class Usage:
    """How much of one kind of thing in the catalog the scenarios use; what they do not, by name and place."""

    kind: str
    total: int
    count: int
    percent: int
    unused: tuple[tuple[str, str], ...]


def failures_sheet(results: Sequence[Result]) -> Sheet:
    """The scenarios that do not hold."""
    return tuple(block for result in results if result.differences for block in _failure(result))


def _failure(result: Result) -> Iterator[Block]:
    yield Heading(f"fails: {result.name}")
    columns = (Column("Expected"), Column("Found", flexible=True))
    for each in result.differences:
        yield Text(each.place, "at   ")
        if each.reason:
            yield Text(each.reason, "why  ")
        yield Grid(columns, ((each.expected, each.found),))


def summary(results: Sequence[Result]) -> str:
    """`46 scenarios: 45 hold, 1 fails`."""
    fail = sum(bool(result.differences) for result in results)
    hold = len(results) - fail
    failing = f", {fail:,} {'fails' if fail == 1 else 'fail'}" if fail else ""
    return f"{counted(len(results), 'scenario')}: {hold:,} {'holds' if hold == 1 else 'hold'}{failing}"


def usage_sheet(usages: Sequence[Usage]) -> Sheet:
    """How much is used, and what is not."""
    columns = (Column("Used"), Column("of", right=True), Column("all", right=True), Column("", right=True))
    rows = tuple((_words(one.kind), f"{one.count:,}", f"{one.total:,}", f"{one.percent} %") for one in usages)
    lists = (block for one in usages if one.unused for block in _unused(one))
    return (Grid(columns, rows), *lists)


def _unused(usage: Usage) -> Iterator[Block]:
    yield Heading(f"{_words(usage.kind)} that no scenario uses")
    shown = usage.unused[:MOST_UNUSED]
    yield Grid((Column("Name", flexible=True), Column("Where")), shown)
    if more := len(usage.unused) - len(shown):
        yield Text(f"and {more:,} more; --format json lists them all")


def _words(kind: str) -> str:
    return kind.replace("_", " ").capitalize()
