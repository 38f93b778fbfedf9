"""What `proposer price` works out: terms side by side, a grid, the internal view; faults in what was asked end the run."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from proposer.cli.console import Console
from proposer.cli.exits import FAULT, FINDINGS
from proposer.cli.price_output import Result
from proposer.cli.road import stop, value_of

if TYPE_CHECKING:
    from proposer.cli.road import Asked
    from proposer.model.needs import Needs
    from proposer.pipeline.known import Known


def terms_result(
    console: Console,
    known: Known,
    needs: Needs,
    folder: Path,
    terms: tuple[int, ...],
    asked: Asked,
    *,
    unchanged: bool = False,
) -> Result:
    """Each option at each term, or one configuration at each; a finding where there is none at any."""
    from proposer.model.objective import Objective
    from proposer.pipeline.terms import price_terms, price_unchanged
    from proposer.pipeline.whole import unsold_term
    from proposer.report.terms_data import terms_csv, terms_record
    from proposer.report.terms_table import terms_sheet

    if unsold := [unsold_term(known.catalog, term) for term in terms if term not in known.catalog.terms]:
        stop(console, unsold, folder, FAULT)
    least = Objective(asked.objective) if asked.objective else None
    with asked.patience.watching(console, soft=asked.soft) as watch:
        outcome = (
            price_unchanged(known, needs, terms, option=asked.option, objective=least, watch=watch)
            if unchanged
            else price_terms(
                known, needs, terms, option=asked.option, objective=least, watch=watch, progress=console.progress
            )
        )
    table = value_of(console, outcome, folder)
    code = 0 if any(each.options for each in table.terms) else FINDINGS
    return Result(lambda: terms_sheet(table), lambda: terms_record(table), lambda: terms_csv(table), code)


def grid_result(console: Console, known: Known, needs: Needs, folder: Path, text: str) -> Result:
    """The prices of one offering."""
    from proposer.load.grid_request import read_grid
    from proposer.pipeline.price_grid import price_grid
    from proposer.report.grid_data import grid_csv, grid_record
    from proposer.report.grid_table import grid_sheet

    wish = read_grid(text, known.catalog)
    if wish.value is None:
        stop(console, wish.diagnostics, folder, FAULT)
    grid = value_of(console, price_grid(known, needs, wish.value), folder)
    return Result(lambda: grid_sheet(grid), lambda: grid_record(grid), lambda: grid_csv(grid))


def internal_result(
    console: Console, known: Known, needs: Needs, folder: Path, asked: Asked, *, as_json: bool
) -> Result:
    """What the house earns on the quote; without one, why there is none."""
    from dataclasses import replace

    from proposer.cli.impossible import stop_at_conflict
    from proposer.cli.road import Road, make_quote
    from proposer.model.configuration import Conflict
    from proposer.pipeline.internal import internal_view
    from proposer.report.internal_data import internal_csv, internal_record
    from proposer.report.internal_table import internal_sheet

    quote = make_quote(console, known, needs, folder, asked)
    if isinstance(quote, Conflict):
        at_term = needs if asked.term is None else replace(needs, terms=(asked.term,))
        stop_at_conflict(console, Road(folder, known, at_term, quote), quote, as_json=as_json)
    view = internal_view(known, needs, quote)
    return Result(lambda: internal_sheet(view), lambda: internal_record(view), lambda: internal_csv(view))
