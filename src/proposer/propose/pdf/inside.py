"""The quote that lies in a proposal's PDF: what is on paper can be made again from the paper's own file."""

from __future__ import annotations

import io

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.propose.pdf.engine import OWN_QUOTE

NO_QUOTE = "QUO805"
AGAIN = "give the PDF as `proposer propose` wrote it, or a quote saved with `proposer quote NEEDS --json`"


def is_pdf(data: bytes) -> bool:
    """Whether a file's content is a PDF; some programs put a few bytes before its beginning."""
    return b"%PDF-" in data[:1024]


def quote_inside(data: bytes, name: str) -> Outcome[str]:
    """The text of the quote that a proposal carries; `name` is the file's, for the fault."""
    import pikepdf

    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            attached = pdf.attachments.get(OWN_QUOTE)
            if attached is not None:
                return Outcome(attached.get_file().read_bytes().decode("utf-8"))
            reason = f"no `{OWN_QUOTE}` is attached"
    except pikepdf.PasswordError:
        reason = "it is encrypted"
    except (pikepdf.PdfError, UnicodeDecodeError, ValueError):
        reason = "it is damaged"
    return Outcome(None, (Diagnostic(NO_QUOTE, f"the PDF holds no quote: {reason}", Span(name), help=AGAIN),))
