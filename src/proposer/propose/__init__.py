"""Quote → strings and rows → HTML → PDF: the proposal that the customer signs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose.bounded.limits import Limits, limits_for
from proposer.propose.bounded.worker import run_bounded
from proposer.propose.content.touches import touches_faults
from proposer.propose.content.view import LONG, ProposalView, proposal_view
from proposer.propose.content.wording import locale_for, wording
from proposer.propose.edition.look import Look, load_look
from proposer.propose.long.book import Book, make_long, processors
from proposer.propose.long.sections import is_cut
from proposer.propose.pdf.sheet import sheet_of
from proposer.propose.template.html import Printer

__all__ = ["Limits", "in_language", "language_faults", "make_pdf", "propose", "quote_to_html"]

USUAL = Edition()


def propose(
    quote: Quote,
    templates: Path,
    edition: Edition = USUAL,
    *,
    progress: Callable[[str], None] | None = None,
    limits: Limits | None = None,
    workers: int | None = None,
) -> Outcome[bytes]:
    """The proposal's PDF. The same quote, templates and edition give the same bytes.

    It is made in a process of its own, within limits that grow with the sites: no template and no text can hang or
    end the one that asks for it. That of many sites is made in sections, in so many processes at once, by default as many
    as there are processors; with 0, all of it is made in this process, and without limits.
    """
    tell, bounds = progress or _quietly, limits or limits_for(len(quote.sites))
    quote = in_language(quote, edition.language)
    plan, whole = partial(plan_sections, quote, templates, edition), partial(make_pdf, quote, templates, edition)
    if len(quote.sites) > LONG:
        planned = plan(tell) if workers == 0 else run_bounded(plan, bounds, tell)
        if planned.value is None:
            return Outcome(None, planned.diagnostics)
        for look, view in planned.value:
            book = Book(quote, edition, look, view, Printer(templates, look.say.words))
            return make_long(book, bounds, processors() if workers is None else workers, tell)
    return whole(tell) if workers == 0 else run_bounded(whole, bounds, tell)


Plan = tuple[tuple[Look, ProposalView], ...]


def plan_sections(quote: Quote, templates: Path, edition: Edition, _tell: Callable[[str], None]) -> Outcome[Plan]:
    """What the sections of a long document are made from; nothing where it is laid out in one piece, or its look is wrong.

    Why apart: what is worked out here grows with the sites and with the lengths of their words, so it needs limits as layout does.
    What comes back is no larger than what a worker may hold.
    """
    look = load_look(quote, templates, edition).value
    if look is None or touches_faults(quote):
        return Outcome(())
    view = proposal_view(quote, look.say, look.audience, look.signing)
    return Outcome(((look, view),) if is_cut(view, templates) else ())


def make_pdf(quote: Quote, templates: Path, edition: Edition, tell: Callable[[str], None]) -> Outcome[bytes]:
    """The proposal's PDF, made in this process and without limits.

    Why lazily: the PDF engine takes longer to load than all else together, and what fails before it need not wait for it.
    """
    from proposer.propose.pdf.engine import write_pdf

    quote = in_language(quote, edition.language)
    tell("template")
    look = load_look(quote, templates, edition)
    if look.value is None:
        return Outcome(None, look.diagnostics)
    page = _html(quote, templates, look.value)
    if page.value is None:
        return Outcome(None, page.diagnostics)
    tell("pdf")
    return write_pdf(sheet_of(page.value, look.value, quote, edition), look.value.brand)


def in_language(quote: Quote, language: str) -> Quote:
    """The quote as its proposal is written in another language, `es`, or for a locale, `es_MX`; nothing leaves it as it is.

    Why in the quote: it goes with the PDF, and makes the same document again.
    """
    return replace(quote, locale=locale_for(language, quote.locale)) if language else quote


def language_faults(language: str, templates: Path) -> tuple[Diagnostic, ...]:
    """Why no proposal can be written in a language, to be told before a quote is made."""
    return wording(locale_for(language, "en_US"), "USD", templates).diagnostics if language else ()


def quote_to_html(quote: Quote, templates: Path, edition: Edition = USUAL) -> Outcome[str]:
    """The document before it has pages."""
    quote = in_language(quote, edition.language)
    look = load_look(quote, templates, edition)
    return _html(quote, templates, look.value) if look.value else Outcome(None, look.diagnostics)


def _html(quote: Quote, templates: Path, look: Look) -> Outcome[str]:
    if faults := touches_faults(quote):
        return Outcome(None, faults)
    view = proposal_view(quote, look.say, look.audience, look.signing)
    return Printer(templates, look.say.words).html(view, look.brand)


def _quietly(_stage: str) -> None:
    """Progress that nobody watches."""
