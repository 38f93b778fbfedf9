"""Verdicts and coverage to where they were asked for: text, JSON, JUnit, a page."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from proposer.cli.console import Console
from proposer.cli.exits import FAULT
from proposer.report.scenario_text import Difference, Result, Usage

if TYPE_CHECKING:
    from proposer.cli.scenario_options import Wishes
    from proposer.model.catalog import Catalog
    from proposer.scenarios import Verdict

MEASURED = ("rules", "offerings", "price_rows")  # what --fail-under is about


def usages_of(catalog: Catalog, folder: Path, verdicts: Sequence[Verdict]) -> tuple[Usage, ...]:
    """How much of each kind the answers used."""
    from proposer.scenarios.coverage import coverage

    return tuple(
        Usage(one.kind, one.total, one.count, one.percent, tuple((n, _here(folder, p)) for n, p in one.uncovered))
        for one in coverage(catalog, [verdict.used for verdict in verdicts])
    )


def low(console: Console, usages: Sequence[Usage], least: int | None) -> bool:
    """Whether something that is measured lies below the least, and say which."""
    below = [one for one in usages if one.kind in MEASURED and one.percent < (least or 0)]
    for one in below:
        console.error(f"{one.kind.replace('_', ' ')}: {one.percent} % is below {least} %")
    return bool(below)


def print_report(
    console: Console, folder: Path, verdicts: Sequence[Verdict], usages: Sequence[Usage], wishes: Wishes
) -> None:
    """The results in the form that was asked for; the summary of a file goes to the messages."""
    from proposer.report.scenario_data import results_json, results_junit
    from proposer.report.scenario_text import summary

    results = [_result(folder, verdict) for verdict in verdicts]
    if wishes.page is not None:
        _write_page(console, wishes.page, usages)
    if wishes.style == "text" and wishes.output is None:
        _show(console, results, usages)
        return
    if wishes.style == "json" and wishes.mutate:
        return
    if wishes.style == "text":
        text = _text(results, usages)
    else:
        text = results_json(results, usages) if wishes.style == "json" else results_junit(results)
    if wishes.output is None:
        console.data(text)
    else:
        _write(console, wishes.output, text)
    console.message(summary(results))


def _show(console: Console, results: Sequence[Result], usages: Sequence[Usage]) -> None:
    from proposer.cli.show import show
    from proposer.report.scenario_text import failures_sheet, summary, usage_sheet

    for sheet in (failures_sheet(results), usage_sheet(usages) if usages else ()):
        if sheet:
            show(console, sheet)
            console.result("")
    console.result(summary(results))


def _text(results: Sequence[Result], usages: Sequence[Usage]) -> str:
    from proposer.report.plain import plain_text
    from proposer.report.scenario_text import failures_sheet, summary, usage_sheet

    sheets = [sheet for sheet in (failures_sheet(results), usage_sheet(usages) if usages else ()) if sheet]
    return "\n\n".join([*(plain_text(sheet, 100) for sheet in sheets), summary(results)])


def _write(console: Console, path: Path, text: str) -> None:
    from proposer.cli.road import stop
    from proposer.files import write_whole

    if fault := write_whole(path, f"{text}\n".encode()):
        stop(console, (fault,), None, FAULT)


def _write_page(console: Console, path: Path, usages: Sequence[Usage]) -> None:
    from proposer.report.coverage_page import coverage_page

    _write(console, path, coverage_page(usages))


def _result(folder: Path, verdict: Verdict) -> Result:
    file = _here(folder, verdict.scenario.span.file)
    differences = tuple(
        Difference(one.expected, one.found, _here(folder, one.span.place), one.reason) for one in verdict.mismatches
    )
    return Result(verdict.scenario.name, file, verdict.scenario.span.line, differences)


def _here(folder: Path, place: str) -> str:
    """A place in the catalog as it can be opened from where the user stands."""
    return str(folder / place)
