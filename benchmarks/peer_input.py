"""What the PDF engine alone is given to write: the HTML, styles and attachment of a quote, in a folder."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import proposer.propose.pdf
from proposer.model.edition import Edition
from proposer.model.quote_json import quote_from_json, quote_to_json
from proposer.propose import quote_to_html
from proposer.propose.edition.look import load_look


def write_peer_input(quote_json: str, templates: Path, folder: Path) -> Path:
    """Write page, styles, attachment and options; the result is the font configuration that the program uses itself."""
    quote = quote_from_json(quote_json).value
    assert quote is not None
    page, look = quote_to_html(quote, templates).value, load_look(quote, templates, Edition()).value
    assert page is not None
    assert look is not None
    attachment = quote_to_json(quote)
    identifier = hashlib.sha256(attachment.encode()).hexdigest()[:32]
    options = {"base": look.brand.folder.as_uri() + "/", "as_of": quote.as_of.isoformat(), "identifier": identifier}
    texts = {
        "page.html": page,
        "styles.css": look.stylesheet,
        "quote.json": attachment,
        "options.json": json.dumps(options),
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return Path(proposer.propose.pdf.__file__).with_name("fonts.conf")
