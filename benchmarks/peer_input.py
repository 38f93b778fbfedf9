"""What the PDF engine alone is given to write: the HTML, styles and attachment of a quote, in a folder."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import proposer.propose
from proposer.model.quote_json import quote_from_json, quote_to_json
from proposer.propose import quote_to_html
from proposer.propose.brand import load_brand


def write_peer_input(quote_json: str, templates: Path, folder: Path) -> Path:
    """Write page, styles, attachment and options; the result is the font configuration that the program uses itself."""
    quote, brand = quote_from_json(quote_json).value, load_brand(templates, "meridian").value
    assert quote is not None
    assert brand is not None
    page = quote_to_html(quote, templates, brand).value
    assert page is not None
    styles = brand.stylesheet + (templates / "proposal" / "proposal.css").read_text("utf-8")
    attachment = quote_to_json(quote)
    identifier = hashlib.sha256(attachment.encode()).hexdigest()[:32]
    options = {"base": brand.folder.as_uri() + "/", "as_of": quote.as_of.isoformat(), "identifier": identifier}
    texts = {"page.html": page, "styles.css": styles, "quote.json": attachment, "options.json": json.dumps(options)}
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Path(proposer.propose.__file__).with_name("fonts.conf")
