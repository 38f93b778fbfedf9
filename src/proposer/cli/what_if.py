"""`proposer what-if`: what another answer, term or budget would change, line by line, in total, and why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.cli.road import Road
    from proposer.model.explanation import Change, Comparison

EPILOG = "Example: proposer what-if examples/clinics.yaml --set sites.west.users=40 --term 60 --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@options.choice_options
@options.set_option
@options.discount_option
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    option: str | None,
    term: int | None,
    objective: str | None,
    changes: tuple[Change, ...],
    discounts: tuple[Change, ...],
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Quote NEEDS as they are, and once more with --set and --term; say what differs."""
    from proposer.cli.impossible import stop_at_conflict
    from proposer.cli.road import Asked, Road, change_needs, find_content, quote_needs, value_of
    from proposer.model.configuration import Conflict
    from proposer.pipeline.explaining import what_if

    changes = (*changes, *discounts)
    if not changes and term is None:
        raise click.UsageError("Say what would be otherwise: --set sites.west.users=40, or --term 60.")
    folder = find_content(console, catalog).catalog
    road = quote_needs(console, needs, folder, as_of, Asked(option, None, objective))
    if isinstance(road.quote, Conflict):
        stop_at_conflict(console, road, road.quote, as_json=as_json)
    console.progress("Choosing anew", 0, 1)
    other = change_needs(console, road.needs, road.catalog, folder, changes)
    found = value_of(console, what_if(road.known, other, road.quote, term), folder)
    if isinstance(found, Conflict):
        asked = other if term is None else replace(other, terms=(term,))
        stop_at_conflict(console, Road(folder, road.known, asked, found), found, as_json=as_json)
    console.clear()
    _print(console, road, changes, found, as_json=as_json)


def _print(console: Console, road: Road, changes: tuple[Change, ...], found: Comparison, *, as_json: bool) -> None:
    from proposer.cli.show import show
    from proposer.model.quote import Quote
    from proposer.report.comparison import comparison_sheet, in_a_sentence
    from proposer.report.explanation_data import comparison_record

    assert isinstance(road.quote, Quote)  # noqa: S101 - a conflict has ended the run
    if as_json:
        record = {"set": [str(change) for change in changes], "approval": found.approval, **comparison_record(found)}
        console.data(json.dumps(record, indent=2, ensure_ascii=False))
        return
    terms = [] if found.before.term == found.after.term else [f"{found.after.term} months"]
    title = "What if " + " and ".join([*(f"{each.path} were {each.value or 'not stated'}" for each in changes), *terms])
    opening = f"Option {road.quote.chosen.title} would be {in_a_sentence(found, road.quote.currency)}."
    if found.approval:
        opening += f" It would be a draft that needs approval by {found.approval}."
    show(console, comparison_sheet(found, title, opening))
