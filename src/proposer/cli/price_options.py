"""The options of `proposer price` alone, and the values they take."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ParamSpec

import click

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Months:
    """Several terms in months."""

    terms: tuple[int, ...]


class Terms(click.ParamType[Months, str | Months]):
    """Terms as `12,24,36`."""

    name = "months"

    def convert(self, value: str | Months, param: click.Parameter | None, ctx: click.Context | None) -> Months:
        """The terms, each once and the shortest first, or a usage error that shows how to write them."""
        if isinstance(value, Months):
            return value
        parts = [part.strip() for part in value.split(",")]
        if not all(part.isascii() and part.isdigit() and 0 < len(part) < 5 and int(part) for part in parts):
            self.fail(f"{value!r} are no terms; write months with commas between, such as 12,24,36,60", param, ctx)
        return Months(tuple(sorted({int(part) for part in parts})))


def price_options(command: Callable[P, None]) -> Callable[P, None]:
    """`--terms` with `--unchanged`, `--grid` and `--internal`: what is asked for."""
    side = "Terms to set side by side, such as 12,24,36. Default: all that are sold."
    terms = click.option("--terms", type=Terms(), metavar="MONTHS,…", help=side)
    values = "The prices of one offering: dedicated-internet.bandwidth=500..2000/100 Mbps, or =100,500,1000 Mbps."
    grid = click.option("--grid", metavar="OFFERING.CHARACTERISTIC=VALUES", help=values)
    house = "Cost, margin and distance to the floor, by line, site and deal. Not for customers."
    same = "What is chosen at the needs' own term stays; only its prices are those of the others."
    unchanged = click.option("--unchanged", is_flag=True, help=same)
    return terms(unchanged(grid(click.option("--internal", is_flag=True, help=house)(command))))
