"""`proposer why-not`: an offering that is not in the quote: what it would cost, or what it cannot stand with."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.cli.road import Road
    from proposer.model.configuration import Conflict
    from proposer.model.explanation import Change, Comparison
    from proposer.pipeline.explaining import Wish

EPILOG = 'Example: proposer why-not examples/clinics.yaml west dedicated-internet "bandwidth=500 Mbps"'


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@click.argument("site")
@click.argument("offering")
@click.argument("characteristics", nargs=-1, metavar="[NAME=VALUE]...")
@options.choice_options
@options.set_option
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    site: str,
    offering: str,
    characteristics: tuple[str, ...],
    option: str | None,
    term: int | None,
    objective: str | None,
    changes: tuple[Change, ...],
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Put OFFERING at SITE (or at `account`) and say what else would change, and by how much.

    With NAME=VALUE the offering must have those characteristics. Where it cannot stand, the smallest set of needs and
    rules that forbid it is shown, and the exit code is 1.
    """
    from proposer.cli.impossible import stop_at_conflict
    from proposer.cli.road import Asked, find_content, quote_needs, value_of
    from proposer.model.configuration import Conflict
    from proposer.pipeline.explaining import Wish, why_not

    folder = find_content(console, catalog).catalog
    wish = Wish(site, offering, _pairs(characteristics))
    road = quote_needs(console, needs, folder, as_of, Asked(option, term, objective), changes)
    if isinstance(road.quote, Conflict):
        stop_at_conflict(console, road, road.quote, as_json=as_json)
    console.progress("Choosing with it", 0, 1)
    found = value_of(console, why_not(road.known, road.needs, road.quote, wish), folder)
    console.clear()
    if as_json:
        console.data(_json(wish, found))
    else:
        _show(console, road, wish, found)
    if isinstance(found, Conflict):
        raise Exit(1)


def _pairs(texts: tuple[str, ...]) -> dict[str, str]:
    pairs = [text.partition("=") for text in texts]
    for name, equals, value in pairs:
        if not name.strip() or not value.strip():
            raise click.UsageError(f'{name}{equals}{value}: expected NAME=VALUE, such as "bandwidth=500 Mbps"')
    return {name.strip(): value.strip() for name, _, value in pairs}


def _show(console: Console, road: Road, wish: Wish, found: Comparison | Conflict) -> None:
    from proposer.cli.show import show
    from proposer.model.configuration import Conflict
    from proposer.model.quote import Quote
    from proposer.report.comparison import comparison_sheet, in_a_sentence
    from proposer.report.conflict import conflict_sheet

    assert isinstance(road.quote, Quote)  # noqa: S101 - a conflict has ended the run
    name = road.catalog.offerings[wish.offering].name
    where = next((site.name for site in road.needs.sites if site.id == wish.site), "the account")
    if isinstance(found, Conflict):
        show(console, conflict_sheet(found, f"{name} cannot stand at {where}"))
        return
    sentence = in_a_sentence(found, road.quote.currency)
    opening = f"Option {road.quote.chosen.title} with it is {sentence}." if found.changes else "It is there already."
    show(console, comparison_sheet(found, f"{name} at {where}", opening))


def _json(wish: Wish, found: Comparison | Conflict) -> str:
    from proposer.model.configuration import Conflict
    from proposer.report.conflict import conflict_record
    from proposer.report.explanation_data import comparison_record

    record = conflict_record(found) if isinstance(found, Conflict) else comparison_record(found)
    asked = {"site": wish.site, "offering": wish.offering, "characteristics": dict(wish.characteristics)}
    return json.dumps({"wish": asked, **record}, indent=2, ensure_ascii=False)
