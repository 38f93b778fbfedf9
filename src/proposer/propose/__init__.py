"""Quote → strings and rows → HTML → PDF: the proposal that the customer signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_to_json
from proposer.propose.brand import Brand, load_brand
from proposer.propose.html import BROKEN, COPY, render_html
from proposer.propose.view import proposal_view
from proposer.propose.wording import Wording, locale_for, wording

__all__ = ["in_language", "language_faults", "propose", "quote_to_html"]


def propose(
    quote: Quote, templates: Path, *, brand: str = "meridian", progress: Callable[[str], None] | None = None
) -> Outcome[bytes]:
    """The proposal's PDF. The same quote, templates and brand give the same bytes.

    Why lazily: the PDF engine takes longer to load than all else together, and what fails before it need not wait for it.
    """
    from proposer.propose.pdf import Sheet, write_pdf

    tell = progress or _quietly
    look = load_brand(templates, brand)
    if look.value is None:
        return Outcome(None, look.diagnostics)
    tell("template")
    say = wording(quote.locale, quote.currency, templates)
    if say.value is None:
        return Outcome(None, say.diagnostics)
    page = _html(quote, say.value, templates, look.value)
    style = _stylesheet(templates)
    if page.value is None or style.value is None:
        return Outcome(None, (*page.diagnostics, *style.diagnostics))
    tell("pdf")
    about = say.value.phrase("document.attachment")
    return write_pdf(Sheet(page.value, style.value, quote_to_json(quote), about, quote.as_of), look.value)


def in_language(quote: Quote, language: str | None) -> Quote:
    """The quote as its proposal is written in another language, `es`, or for a locale, `es_MX`; None leaves it as it is.

    Why in the quote: it goes with the PDF, and makes the same document again.
    """
    return replace(quote, locale=locale_for(language, quote.locale)) if language else quote


def language_faults(language: str | None, templates: Path) -> tuple[Diagnostic, ...]:
    """Why no proposal can be written in a language, to be told before a quote is made."""
    return wording(locale_for(language, "en_US"), "USD", templates).diagnostics if language else ()


def quote_to_html(quote: Quote, templates: Path, brand: Brand) -> Outcome[str]:
    """The document before it has pages."""
    say = wording(quote.locale, quote.currency, templates)
    if say.value is None:
        return Outcome(None, say.diagnostics)
    return _html(quote, say.value, templates, brand)


def _html(quote: Quote, say: Wording, templates: Path, brand: Brand) -> Outcome[str]:
    return render_html(proposal_view(quote, say), templates, brand.colours, say.words)


def _stylesheet(templates: Path) -> Outcome[str]:
    file = templates / "proposal" / "proposal.css"
    try:
        return Outcome(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        return Outcome(
            None, (Diagnostic(BROKEN, f"the stylesheet cannot be read: {error}", Span(str(file)), help=COPY),)
        )


def _quietly(_stage: str) -> None:
    """Progress that nobody watches."""
