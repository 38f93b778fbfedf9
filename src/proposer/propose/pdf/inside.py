"""What lies in a proposal's PDF: its quote and its edition. What is on paper can be made again from the paper's own file."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.model.edition import Edition
from proposer.model.edition_json import edition_from_json
from proposer.propose.pdf.sheet import EDITION, OWN_QUOTE

if TYPE_CHECKING:
    from pikepdf import Pdf

NO_QUOTE, NO_EDITION = "QUO805", "QUO806"
AGAIN = "give the PDF as `proposer propose` wrote it, or a quote saved with `proposer quote NEEDS --json`"
SAVED = f"save `{OWN_QUOTE}` out of the PDF, and render it with --brand, --paper, --audience and --esign"


@dataclass(frozen=True, slots=True)
class Inside:
    """The text of the quote, and how the document was made; None where it was made before that was told."""

    quote: str
    edition: Edition | None


def is_pdf(data: bytes) -> bool:
    """Whether a file's content is a PDF; some programs put a few bytes before its beginning."""
    return b"%PDF-" in data[:1024]


def inside_of(data: bytes, name: str) -> Outcome[Inside]:
    """What a proposal carries; `name` is the file's, for the fault."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            texts = {each: _text(pdf, each) for each in (OWN_QUOTE, EDITION) if each in pdf.attachments}
    except pikepdf.PasswordError:
        return _nothing("it is encrypted", name)
    except (pikepdf.PdfError, UnicodeDecodeError, ValueError):
        return _nothing("it is damaged", name)
    return _read(texts, name)


def _text(pdf: Pdf, attachment: str) -> str:
    return pdf.attachments[attachment].get_file().read_bytes().decode("utf-8")


def _read(texts: Mapping[str, str], name: str) -> Outcome[Inside]:
    if OWN_QUOTE not in texts:
        return _nothing(f"no `{OWN_QUOTE}` is attached", name)
    edition = edition_from_json(texts[EDITION]) if EDITION in texts else None
    if EDITION in texts and edition is None:
        message = f"the PDF does not tell how it was made: `{EDITION}` cannot be read here"
        return Outcome(None, (Diagnostic(NO_EDITION, message, Span(name), help=SAVED),))
    return Outcome(Inside(texts[OWN_QUOTE], edition))


def _nothing(reason: str, name: str) -> Outcome[Inside]:
    return Outcome(None, (Diagnostic(NO_QUOTE, f"the PDF holds no quote: {reason}", Span(name), help=AGAIN),))
