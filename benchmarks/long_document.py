"""One long proposal: what it costs in sections or in one piece, for the retailer's stores so many times over; printed as JSON.

python -m benchmarks.long_document QUOTE.json TIMES AUDIENCE WAY

The way is a number of workers; `one`, laid out in one piece, in a worker too; or `plain`, the same HTML by the engine as its
users begin. Memory is that of the largest process.
"""

from __future__ import annotations

import json
import resource
import sys
import time
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from benchmarks.documents import ROOT
from benchmarks.measuring import MEGABYTE
from benchmarks.warm import plain_pdf
from proposer.diagnostics import Outcome
from proposer.model.edition import Edition
from proposer.model.quote import Quote, QuoteOption
from proposer.model.quote_json import quote_from_json
from proposer.propose import make_pdf, propose, quote_to_html
from proposer.propose.bounded.limits import Limits
from proposer.propose.bounded.worker import run_bounded
from proposer.propose.edition.look import load_look

T = TypeVar("T")
WIDE = Limits(memory=16_000 * MEGABYTE, cpu=3_600, wall=7_200)


def main(quote_file: str, times: str, audience: str, way: str) -> None:
    """Seconds of the processor and of the wall's clock, megabytes, bytes."""
    read = quote_from_json(Path(quote_file).read_text("utf-8")).value
    assert read is not None
    quote, templates, edition = many(read, int(times)), ROOT / "templates", Edition(audience=audience)
    started, before = time.perf_counter(), _processor()
    made = WAYS[way](quote, templates, edition) if way in WAYS else _in_sections(quote, templates, edition, int(way))
    report = {
        "cpu": _processor() - before,
        "wall": time.perf_counter() - started,
        "memory": max(_most(resource.RUSAGE_SELF), _most(resource.RUSAGE_CHILDREN)),
        "bytes": len(made),
        "sites": len(quote.sites),
    }
    print(json.dumps(report))


def _in_sections(quote: Quote, templates: Path, edition: Edition, workers: int) -> bytes:
    return _value(propose(quote, templates, edition, limits=WIDE, workers=workers))


def _in_one_piece(quote: Quote, templates: Path, edition: Edition) -> bytes:
    return _value(run_bounded(partial(make_pdf, quote, templates, edition), WIDE, lambda _stage: None))


def _plain(quote: Quote, templates: Path, edition: Edition) -> bytes:
    page, look = quote_to_html(quote, templates, edition), load_look(quote, templates, edition)
    return plain_pdf(_value(page), _value(look))


WAYS = {"one": _in_one_piece, "plain": _plain}


def _value(outcome: Outcome[T]) -> T:
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def many(quote: Quote, times: int) -> Quote:
    """The quote with each site so many times over, for the size of its document; its sums stay as they are."""
    sites = tuple(replace(site, id=f"{site.id}-{n}") for n in range(times) for site in quote.sites)
    return replace(quote, sites=sites, options=tuple(_wide(option, times) for option in quote.options))


def _wide(option: QuoteOption, times: int) -> QuoteOption:
    designs = (
        replace(design, site_ids=tuple(f"{id_}-{n}" for n in range(times) for id_ in design.site_ids))
        for design in option.designs
    )
    return replace(option, designs=tuple(designs))


def _processor() -> float:
    uses = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(use.ru_utime + use.ru_stime for use in uses)


def _most(who: int) -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(who).ru_maxrss * unit / MEGABYTE


if __name__ == "__main__":
    main(*sys.argv[1:])
