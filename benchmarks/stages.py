"""The processor's seconds of the stages between loading and the document, for one needs file; printed as JSON."""

from __future__ import annotations

import json
import sys
import time
from datetime import date
from pathlib import Path

from proposer import pipeline
from proposer.content import default_catalog
from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.quote import Quote


def main(needs_file: str, as_of: str) -> None:
    """Load first; then derive, offer, configure and quote every option against the clock."""
    catalog = load_catalog(default_catalog()).value
    assert catalog is not None
    needs = load_needs(Path(needs_file), catalog).value
    assert needs is not None
    started = time.process_time()
    quote = pipeline.make_quote(catalog, needs, date.fromisoformat(as_of)).value
    seconds = time.process_time() - started
    assert isinstance(quote, Quote)
    print(json.dumps({"seconds": seconds, "sites": len(quote.sites), "options": len(quote.options)}))


if __name__ == "__main__":
    main(*sys.argv[1:])
