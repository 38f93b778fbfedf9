"""The shipped examples quoted once for the tests of all folders in a process: every needs file that has an answer."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.needs import Needs
from proposer.model.quote import Quote, QuoteLine, QuoteOption
from proposer.pipeline import make_quote
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request, Solved, solve

ROOT = Path(__file__).parents[2]
AS_OF = date(2026, 11, 23)
EXAMPLES = sorted(file.stem for file in (ROOT / "examples").glob("*.yaml") if file.stem != "impossible")
OPTIONS = ("essential", "recommended", "premier")


@cache
def catalog() -> Catalog:
    loaded = load_catalog(ROOT / "catalog")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


@cache
def needs(example: str) -> Needs:
    loaded = load_needs(ROOT / "examples" / f"{example}.yaml", catalog())
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def quote_of(sold: Catalog, asked: Needs) -> Quote:
    quoted = make_quote(sold, asked, AS_OF)
    assert isinstance(quoted.value, Quote), quoted
    assert quoted.diagnostics == ()
    return quoted.value


@cache
def quote(example: str) -> Quote:
    return quote_of(catalog(), needs(example))


@cache
def solved(example: str, option: str) -> Solved:
    """The choice behind an option of the quote, made again."""
    options = catalog().options[: OPTIONS.index(option) + 1]
    answer = solve(Request(Known(catalog(), AS_OF), needs(example)), options, quote(example).options[0].term)
    assert isinstance(answer.value, Solved), answer
    return answer.value


def option_of(example: str, option: str) -> QuoteOption:
    return next(each for each in quote(example).options if each.id == option)


def lines_of(option: QuoteOption) -> Iterator[tuple[QuoteLine, int]]:
    """Every line with the number of sites that have it; the account has its own once."""
    for design in option.designs:
        for line in design.lines:
            yield line, len(design.site_ids) or 1


def lines_by_site(option: QuoteOption) -> dict[str, tuple[QuoteLine, ...]]:
    """What stands at each site; "" is the account."""
    return {site: design.lines for design in option.designs for site in design.site_ids or ("",)}
