"""`--patience`: more memory and time for a document that is only large; kept with the command's context until it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ParamSpec

import click

if TYPE_CHECKING:
    from proposer.propose import Limits

P = ParamSpec("P")
KEPT = "proposer.patience"
MOST = 1_000


def patience_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--patience TIMES`."""
    words = "Allow the layout so many times the usual memory and time, for a document that is only large. Default: 1."
    kind = click.IntRange(1, MOST)
    return click.option("--patience", type=kind, metavar="TIMES", expose_value=False, callback=_keep, help=words)(
        command
    )


def allowed(sites: int) -> Limits:
    """What the running command allows the layout of a proposal for so many sites."""
    from proposer.propose.bounded.limits import limits_for

    return limits_for(sites).times(click.get_current_context().meta.get(KEPT, 1))


def _keep(context: click.Context, _parameter: click.Parameter, value: int | None) -> None:
    if value is not None:
        context.meta[KEPT] = value
