"""`proposer price`: what it costs at other terms, what one offering costs in other sizes, and what the house earns."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console
from proposer.cli.price_options import Months, price_options

if TYPE_CHECKING:
    from proposer.model.explanation import Change

EPILOG = "Example: proposer price examples/clinics.yaml --terms 12,24,36,60 --as-of 2026-11-23"


@click.command(epilog=EPILOG)
@click.argument("needs", type=options.FILE)
@price_options
@options.choice_options
@options.limit_options
@options.set_option
@options.discount_option
@options.format_option
@options.json_option
@options.catalog_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    needs: Path,
    terms: Months | None,
    unchanged: bool,  # noqa: FBT001  # click passes by name
    grid: str | None,
    internal: bool,  # noqa: FBT001  # click passes by name
    option: str | None,
    term: int | None,
    objective: str | None,
    seconds: float | None,
    gap: Fraction,
    changes: tuple[Change, ...],
    discounts: tuple[Change, ...],
    form: str,
    as_json: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    as_of: date,
) -> None:
    """Price the needs in the file NEEDS at several terms, side by side, also at those that they do not name.

    With --grid: the prices of one offering in other sizes, at every term, as this customer would get them.
    With --internal: what the house earns, which is for no customer's eyes.
    """
    from proposer.cli.patience import Patience
    from proposer.cli.price_output import print_result
    from proposer.cli.price_views import grid_result, internal_result, terms_result
    from proposer.cli.road import Asked, find_content, read_needs

    if (grid is not None) + (terms is not None) + internal > 1:
        raise click.UsageError("--terms, --grid and --internal are three questions; ask one at a time.")
    if unchanged and (grid is not None or internal or term is not None):
        raise click.UsageError("--unchanged goes with --terms: the configuration of the needs' own term, at others.")
    form = "json" if as_json else form
    folder = find_content(console, catalog).catalog
    known, asked_for = read_needs(console, needs, folder, as_of, (*changes, *discounts))
    asked = Asked(option, term, objective, Patience(seconds, gap), soft=True)
    if grid is not None:
        result = grid_result(console, known, asked_for, folder, grid)
    elif internal:
        result = internal_result(console, known, asked_for, folder, asked, as_json=form == "json")
    else:
        wanted = terms or (Months((term,)) if term else Months(known.catalog.terms))
        result = terms_result(console, known, asked_for, folder, wanted.terms, asked, unchanged=unchanged)
    print_result(console, result, form)
