"""What the engine makes a PDF of: a page with its style, and what lies in it for programs."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proposer.model.edition import Edition
from proposer.model.edition_json import edition_to_json
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_to_json
from proposer.model.tmf648 import quote_to_tmf648
from proposer.propose.edition.look import Look

EDITION, OWN_QUOTE, TMF_QUOTE = "proposer-edition.json", "proposer-quote.json", "quote.json"


@dataclass(frozen=True, slots=True)
class Attached:
    """One attachment: its name, what a reader is told of it, how PDF calls its relation to the document, its text."""

    name: str
    about: str
    relationship: str
    text: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """What becomes a PDF: the HTML, its stylesheet, the day that stands for every date, and what is attached."""

    html: str
    stylesheet: str
    as_of: date
    attached: tuple[Attached, ...] = ()  # in the order of their names, as PDF asks


def sheet_of(html: str, look: Look, quote: Quote, edition: Edition) -> Sheet:
    """The sheet with what makes the document again, edition and quote, and with the quote for other systems, TMF648."""
    about = look.say.phrase("document.attachment")
    attached = (
        Attached(EDITION, look.say.phrase("document.edition"), "Supplement", edition_to_json(edition)),
        Attached(OWN_QUOTE, about, "Source", quote_to_json(quote)),
        Attached(TMF_QUOTE, f"{about} (TMF648 4.0.0)", "Data", quote_to_tmf648(quote)),
    )
    return Sheet(html, look.stylesheet, quote.as_of, attached)
