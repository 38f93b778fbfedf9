"""All that an edition of a proposal is made with besides the quote: brand, paper, reader, words, stylesheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.files import read_bounded
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose.content.wording import Wording, wording
from proposer.propose.edition.audience import Audience, load_audience
from proposer.propose.edition.brand import Brand, load_brand
from proposer.propose.edition.paper import paper_of
from proposer.propose.edition.signing import Signing, signing_of
from proposer.propose.template.html import BROKEN, COPY


@dataclass(frozen=True, slots=True)
class Look:
    """Everything read and checked; `stylesheet` holds what brand and paper set, too."""

    brand: Brand
    audience: Audience
    say: Wording
    stylesheet: str
    signing: Signing


def load_look(quote: Quote, templates: Path, edition: Edition) -> Outcome[Look]:
    """What the edition asks for; the faults of all its files at once."""
    brand, paper = load_brand(templates, edition.brand), paper_of(edition.paper)
    audience, say = load_audience(templates, edition.audience), wording(quote.locale, quote.currency, templates)
    style = _proposal_style(templates)
    signing = signing_of(edition.esign)
    found = (
        *signing.diagnostics,
        *brand.diagnostics,
        *paper.diagnostics,
        *audience.diagnostics,
        *say.diagnostics,
        *style.diagnostics,
    )
    if not (brand.value and paper.value and audience.value and say.value and signing.value) or style.value is None:
        return Outcome(None, found)
    whole = f"{brand.value.stylesheet}{paper.value.stylesheet}{style.value}\n{brand.value.own_style}"
    return Outcome(Look(brand.value, audience.value, say.value, whole, signing.value), found)


def _proposal_style(templates: Path) -> Outcome[str]:
    file = templates / "proposal" / "proposal.css"
    try:
        return Outcome(read_bounded(file).decode())
    except (OSError, UnicodeDecodeError) as error:
        return Outcome(
            None, (Diagnostic(BROKEN, f"the stylesheet cannot be read: {error}", Span(str(file)), help=COPY),)
        )
