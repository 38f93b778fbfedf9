"""Quote → strings and rows → HTML → PDF: the proposal that the customer signs."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_to_json
from proposer.propose.brand import Brand, load_brand
from proposer.propose.html import BROKEN, COPY, render_html
from proposer.propose.paper import Paper, paper_of
from proposer.propose.touches import touches_faults
from proposer.propose.view import proposal_view
from proposer.propose.wording import wording

__all__ = ["propose", "quote_to_html"]

USUAL = Edition()


def propose(
    quote: Quote, templates: Path, edition: Edition = USUAL, *, progress: Callable[[str], None] | None = None
) -> Outcome[bytes]:
    """The proposal's PDF. The same quote, templates and edition give the same bytes.

    Why lazily: the PDF engine takes longer to load than all else together, and what fails before it need not wait for it.
    """
    from proposer.propose.pdf import Sheet, write_pdf

    tell = progress or _quietly
    look, paper = load_brand(templates, edition.brand), paper_of(edition.paper)
    if look.value is None or paper.value is None:
        return Outcome(None, (*look.diagnostics, *paper.diagnostics))
    tell("template")
    page = quote_to_html(quote, templates, look.value)
    style = _stylesheet(templates, paper.value, look.value)
    if page.value is None or style.value is None:
        return Outcome(None, (*page.diagnostics, *style.diagnostics))
    tell("pdf")
    return write_pdf(Sheet(page.value, style.value, quote_to_json(quote), quote.as_of), look.value)


def quote_to_html(quote: Quote, templates: Path, brand: Brand) -> Outcome[str]:
    """The document before it has pages."""
    say = wording(quote.locale, quote.currency)
    faults = touches_faults(quote)
    if say.value is None or faults:
        return Outcome(None, (*say.diagnostics, *faults))
    return render_html(proposal_view(quote, say.value), templates, brand)


def _stylesheet(templates: Path, paper: Paper, brand: Brand) -> Outcome[str]:
    """What the brand and the paper set, the proposal's own rules, and what the brand has otherwise."""
    file = templates / "proposal" / "proposal.css"
    try:
        return Outcome(f"{brand.stylesheet}{paper.stylesheet}{file.read_text('utf-8')}\n{brand.own_style}")
    except (OSError, UnicodeDecodeError) as error:
        return Outcome(
            None, (Diagnostic(BROKEN, f"the stylesheet cannot be read: {error}", Span(str(file)), help=COPY),)
        )


def _quietly(_stage: str) -> None:
    """Progress that nobody watches."""
