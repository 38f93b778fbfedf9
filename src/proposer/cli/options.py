"""The options that several commands share, and the values they take."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec

import click

from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.model.explanation import Change

P = ParamSpec("P")
FOLDER = click.Path(path_type=Path)
FILE = click.Path(path_type=Path)
FORMATS = ("text", "json", "csv")


class Day(click.ParamType[date, str | date]):
    """A day as `2026-11-23`."""

    name = "date"

    def convert(self, value: str | date, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or a usage error that shows how to write one."""
        if isinstance(value, date):
            return value
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date; write year, month and day, such as 2026-11-23", param, ctx)


class Percentage(click.ParamType[Fraction, str | Fraction]):
    """A share as `0.1%` or `0.1`, of a hundred."""

    name = "percent"

    def convert(self, value: str | Fraction, param: click.Parameter | None, ctx: click.Context | None) -> Fraction:
        """The share, or a usage error that shows how to write one."""
        if isinstance(value, Fraction):
            return value
        try:
            share = Fraction(Decimal(value.strip().removesuffix("%").strip())) / 100
        except (ArithmeticError, ValueError, OverflowError):
            share = Fraction(-1)
        if not 0 <= share < 1:
            self.fail(f"{value!r} is no such share; write a percentage from 0 to below 100, such as 0.1%", param, ctx)
        return share


class Seconds(click.ParamType[float, str | float]):
    """How long, as `30` or `0.5`."""

    name = "seconds"

    def convert(self, value: str | float, param: click.Parameter | None, ctx: click.Context | None) -> float:
        """The seconds, or a usage error that shows how to write them."""
        try:
            seconds = float(value)
        except ValueError:
            seconds = 0.0
        if not 0 < seconds < inf:
            self.fail(f"{value!r} is no such time; write seconds above 0, such as 30", param, ctx)
        return seconds


def today() -> date:
    """The day of the clock, or of SOURCE_DATE_EPOCH when a build is to be reproduced."""
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        try:
            return datetime.fromtimestamp(int(epoch), tz=UTC).date()
        except (ValueError, OverflowError, OSError):
            raise click.UsageError(f"SOURCE_DATE_EPOCH is {epoch!r}; expected whole seconds since 1970") from None
    return datetime.now(tz=UTC).astimezone().date()


def catalog_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--catalog DIR`."""
    words = "The catalog's folder. Default: that of the workspace around the current folder, else the shipped one."
    return click.option("--catalog", type=FOLDER, metavar="DIR", help=words)(command)


def templates_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--templates DIR`."""
    words = "The templates' folder. Default: beside the catalog, else the shipped ones."
    return click.option("--templates", type=FOLDER, metavar="DIR", help=words)(command)


def as_of_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--as-of DATE`, of which the clock is only the default."""
    words = "The day that the quote is made for. Default: today."
    return click.option("--as-of", type=Day(), default=today, metavar="DATE", show_default=False, help=words)(command)


def json_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--json`."""
    return click.option("--json", "as_json", is_flag=True, help="Print the result as JSON.")(command)


def format_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--format`."""
    words = "How the result is printed. Default: text."
    return click.option("--format", "form", type=click.Choice(FORMATS), default="text", help=words)(command)


def output_option(command: Callable[P, None]) -> Callable[P, None]:
    """`-o FILE`."""
    words = "Where the PDF goes. Default: customer and date, in the current folder."
    return click.option("-o", "--output", type=FILE, metavar="FILE", help=words)(command)


def language_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--language LANGUAGE`."""
    words = "The proposal's language: en, es, or a locale such as es_MX. Default: as the catalog, or the saved quote, has it."
    return click.option("--language", metavar="LANGUAGE", help=words)(command)


def choice_options(command: Callable[P, None]) -> Callable[P, None]:
    """`--option`, `--term` and `--objective`: which of the solutions, for how long, and what best means."""
    option = click.option("--option", metavar="ID", help="The option to detail: essential, recommended, premier, …")
    months = "The term in months, instead of the best of those in the needs."
    term = click.option("--term", type=click.IntRange(1, 1200), metavar="MONTHS", help=months)
    least = "What best means: the least of this. Default: what pricing.yaml declares, else tcv (total contract value)."
    names = click.Choice(["tcv", "monthly", "first-year", "one-time"])
    objective = click.option("--objective", type=names, help=least)
    return option(term(objective(command)))


def limit_options(command: Callable[P, None]) -> Callable[P, None]:
    """`--time` and `--gap`: when the choice may end before its proof."""
    ends = "End the search after so long, with the best so far and its gap. Default: go on until it is proven."
    seconds = click.option("--time", "seconds", type=Seconds(), metavar="SECONDS", help=ends)
    enough = "Take an answer that is at most so far above the least possible, such as 0.1%."
    share = click.option("--gap", type=Percentage(), default="0%", metavar="PERCENT", show_default=False, help=enough)
    return seconds(share(command))


def set_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--set PATH=VALUE`, any number of them."""
    words = "State something otherwise than the needs file does: sites.west.users=40, term=60, budget.monthly=8000."
    return click.option(
        "--set", "changes", multiple=True, metavar="PATH=VALUE", callback=_changes, help=words + " May be repeated."
    )(command)


def discount_option(command: Callable[P, None]) -> Callable[P, None]:
    """`--discount OFFERING=PERCENT`, any number of them."""
    words = "A negotiated discount on an offering's monthly charge: dedicated-internet=5%. May be repeated."
    return click.option(
        "--discount", "discounts", multiple=True, metavar="OFFERING=PERCENT", callback=_discounts, help=words
    )(command)


def _discounts(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[Change, ...]:
    from proposer.model.explanation import Change

    changes = []
    for text in given:
        offering, equals, percent = (part.strip() for part in text.partition("="))
        if not (offering and equals and percent):
            raise click.UsageError(f"--discount {text}: expected OFFERING=PERCENT, such as dedicated-internet=5%")
        changes.append(Change(f"discounts.{offering}", percent, f"--discount {text}"))
    return tuple(changes)


def as_typed(changes: tuple[Change, ...]) -> str:
    """The options that make these changes, as a shell takes them, each with a blank before it."""
    pairs = (change.span.file.partition(" ") for change in changes)
    return "".join(f" {option} {shlex.quote(said)}" for option, _, said in pairs)


def _changes(_context: click.Context, _parameter: click.Parameter, given: tuple[str, ...]) -> tuple[Change, ...]:
    from proposer.model.explanation import Change

    pairs = [text.partition("=") for text in given]
    for path, equals, value in pairs:
        if not path.strip() or not equals:
            raise click.UsageError(f"--set {path}{equals}{value}: expected PATH=VALUE, such as sites.west.users=40")
    return tuple(Change(path.strip(), value.strip()) for path, _, value in pairs)


def console_options(command: Callable[Concatenate[Console, P], None]) -> Callable[P, None]:
    """`-q` and `--no-color`, given to the command as one `console`."""
    quiet = click.option("-q", "--quiet", is_flag=True, expose_value=False, callback=_quiet, help="Only the result.")
    plain = click.option("--no-color", is_flag=True, expose_value=False, callback=_plain, help="No colours.")
    return quiet(plain(click.make_pass_decorator(Console, ensure=True)(command)))


def _quiet(context: click.Context, _parameter: click.Parameter, given: bool) -> None:  # noqa: FBT001  # click's signature
    context.ensure_object(Console).quiet = given


def _plain(context: click.Context, _parameter: click.Parameter, given: bool) -> None:  # noqa: FBT001  # click's signature
    context.ensure_object(Console).plain = given
