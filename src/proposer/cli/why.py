"""`proposer why`: one line of the quote, from the needs that asked for it to the last step of its price."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.cli.road import Road
    from proposer.model.configuration import Conflict
    from proposer.model.explanation import Change, Comparison
    from proposer.model.quote import Quote
    from proposer.report.grounds import Grounds
    from proposer.report.lines import Place

EPILOG = "Example: proposer why examples/clinics.yaml main/dedicated-internet --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@click.argument("line", default="")
@click.option("--price", "price_only", is_flag=True, help="Only how the line's price is made, step by step.")
@options.choice_options
@options.set_option
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    line: str,
    price_only: bool,  # noqa: FBT001  # click passes by name
    option: str | None,
    term: int | None,
    objective: str | None,
    changes: tuple[Change, ...],
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Explain a LINE of the quote of NEEDS: `site/offering`, or as much of it as fits one line only.

    `site/` lists the lines of a site, no LINE at all those of each design.
    """
    from proposer.cli.exits import FAULT
    from proposer.cli.impossible import stop_at_conflict
    from proposer.cli.road import Asked, find_content, quote_needs, stop
    from proposer.cli.show import show
    from proposer.model.configuration import Conflict
    from proposer.report.grounds import grounds_of
    from proposer.report.lines import find_line, places
    from proposer.report.why import listing_sheet, why_sheet

    folder = find_content(console, catalog).catalog
    road = quote_needs(console, needs, folder, as_of, Asked(option, term, objective), changes)
    quote = road.quote
    if isinstance(quote, Conflict):
        stop_at_conflict(console, road, quote, as_json=as_json)
    site = line.removesuffix("/")
    if not line or (line.endswith("/") and any((place.site or "account") == site for place in places(quote.chosen))):
        show(console, listing_sheet(quote.chosen, site))
        return
    found = find_line(quote.chosen, line)
    if found.value is None:
        stop(console, found.diagnostics, folder, FAULT)
    if price_only:
        _show_price(console, quote, found.value, as_json=as_json)
        return
    grounds = grounds_of(quote.chosen, found.value, road.catalog, road.needs.cases)
    runner_up = _runner_up(console, road, quote, found.value)
    if as_json:
        console.data(_json(quote, found.value, grounds, runner_up))
    else:
        show(console, why_sheet(quote, quote.chosen, found.value, grounds, runner_up))


def _show_price(console: Console, quote: Quote, place: Place, *, as_json: bool) -> None:
    from proposer.cli.show import show
    from proposer.report.why import price_sheet

    if as_json:
        from pydantic import TypeAdapter

        from proposer.model.quote import QuoteLine

        line = TypeAdapter(QuoteLine).dump_python(place.line, mode="json")
        record = {"quote": quote.id, "option": quote.selected, "site": place.site, "line": line}
        console.data(json.dumps(record, indent=2, ensure_ascii=False))
    else:
        show(console, price_sheet(quote, quote.chosen, place))


def _runner_up(console: Console, road: Road, quote: Quote, place: Place) -> Comparison | Conflict:
    """The best answer without the line's offering at its site."""
    from proposer.cli.road import value_of
    from proposer.pipeline.explaining import instead

    console.progress("Choosing without it", 0, 1)
    answer = instead(road.known, road.needs, quote, place.site, place.line.offering)
    return value_of(console, answer, road.folder)


def _json(quote: Quote, place: Place, grounds: Grounds, runner_up: Comparison | Conflict) -> str:
    from pydantic import TypeAdapter

    from proposer.model.explanation import Comparison
    from proposer.model.quote import QuotedDemand, QuoteLine
    from proposer.report.conflict import conflict_record
    from proposer.report.explanation_data import comparison_record

    other = comparison_record(runner_up) if isinstance(runner_up, Comparison) else conflict_record(runner_up)
    record = {
        "quote": quote.id,
        "option": quote.selected,
        "site": place.site,
        "line": TypeAdapter(QuoteLine).dump_python(place.line, mode="json"),
        "demands": TypeAdapter(tuple[QuotedDemand, ...]).dump_python(grounds.demands, mode="json"),
        "needed_by": list(grounds.needed),
        "offering_place": grounds.offering_place,
        **({"priced_by": grounds.priced_by} if grounds.priced_by else {}),
        "runner_up": other,
    }
    return json.dumps(record, indent=2, ensure_ascii=False)
