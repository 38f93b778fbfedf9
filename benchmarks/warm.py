"""Warm proposals: one after the other in one process, beside the PDF engine's own loop over the same HTML; printed as JSON.

Ours are tagged, archival (PDF/A-3a), accessible (PDF/UA-1) and carry their quote; the peer's are what
`HTML(string=…).write_pdf()` makes of the same content with its style inside. Both take turns, so that a busy moment meets both.
"""

from __future__ import annotations

import gc
import io
import json
import os
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path

import proposer.propose.pdf
from benchmarks.documents import ROOT
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_from_json
from proposer.propose import quote_to_html
from proposer.propose.edition.look import Look, load_look
from proposer.propose.pdf.engine import Presses, write_pdf
from proposer.propose.pdf.sheet import sheet_of

ROUNDS = 26


def main(quote_file: str, audience: str) -> None:
    """Medians of seconds of the processor, pages and bytes."""
    quote = quote_from_json(Path(quote_file).read_text("utf-8")).value
    assert quote is not None
    templates, edition = ROOT / "templates", Edition(audience=audience)
    page, look = quote_to_html(quote, templates, edition).value, load_look(quote, templates, edition).value
    assert page is not None
    assert look is not None
    presses = Presses()
    size = len(_ours(page, look, quote, presses))
    pages = _pages(_ours(page, look, quote, presses))
    rounds = [
        (_seconds(lambda: _ours(page, look, quote, presses)), _seconds(lambda: plain_pdf(page, look)))
        for _ in range(ROUNDS)
    ][2:]
    ours, plain = (statistics.median(each) for each in zip(*rounds, strict=True))
    print(json.dumps({"ours": ours, "plain": plain, "pages": pages, "bytes": size, "faces": len(look.brand.faces)}))


def _ours(page: str, look: Look, quote: Quote, presses: Presses) -> bytes:
    made = write_pdf(sheet_of(page, look, quote, Edition()), look.brand, presses).value
    assert made is not None
    return made


def plain_pdf(page: str, look: Look) -> bytes:
    """As a user of the engine begins: everything in one string, every option as it comes."""
    from weasyprint import HTML

    os.environ["FONTCONFIG_FILE"] = str(Path(proposer.propose.pdf.__file__).with_name("fonts.conf"))
    whole = page.replace("</head>", f"<style>{look.stylesheet}</style></head>")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        made = HTML(string=whole, base_url=look.brand.folder.as_uri() + "/").write_pdf()
    assert isinstance(made, bytes)
    return made


def _seconds(work: Callable[[], bytes]) -> float:
    gc.collect()
    started = time.process_time()
    work()
    return time.process_time() - started


def _pages(data: bytes) -> int:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        return len(pdf.pages)


if __name__ == "__main__":
    main(*sys.argv[1:])
