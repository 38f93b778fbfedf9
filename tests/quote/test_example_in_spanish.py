"""What the quote stage writes into the examples is Spanish in a Spanish proposal; the catalog's own sentences stay."""

from __future__ import annotations

import re
from html import unescape

import pytest
from example_quotes import EXAMPLES, ROOT, quote

from proposer.model.phrases import PHRASES
from proposer.model.quote import Quote
from proposer.propose import in_language, quote_to_html
from proposer.propose.content.quoted import KINDS
from proposer.propose.content.wording import sentence
from proposer.propose.edition.words import load_words

TEMPLATES = ROOT / "templates"
PRINTED_ALIKE = {"fee_share", "fee_share_of_part", "fee_pieces", "fee_percent", "fee_amount"}  # figures, not words
SAME = {"Total"}


def pieces(quoted: Quote) -> set[str]:
    """Every text of the document by itself."""
    page = quote_to_html(quoted, TEMPLATES).value
    assert page is not None
    return {" ".join(unescape(piece).split()) for piece in re.split(r"<[^>]*>", page)}


def sentences() -> list[re.Pattern[str]]:
    """Every fixed word, and every sentence that the program writes into a quote, in English."""
    english, spanish = (load_words(TEMPLATES, language).value for language in ("en", "es"))
    assert english is not None
    assert spanish is not None
    said = {f"quoted.{key}": text for key, text in PHRASES.items()}
    fixed = {key: forms["other"] for key, forms in english.phrases.items()} | said
    return [
        _pattern(text)
        for key, text in fixed.items()
        if text != spanish.phrases[key]["other"] and text not in SAME and re.search("[A-Za-z]{2}", text)
    ]


def _pattern(text: str) -> re.Pattern[str]:
    """With plain spaces, as the pieces have them, and with a full stop where the document adds one."""
    parts = re.split(r"\{(\w+)\}", text.replace("\u00a0", " "))
    kinds = {**KINDS, "letter": "[A-Z]+"}
    return re.compile("".join(kinds.get(p, ".+?") if n % 2 else re.escape(p) for n, p in enumerate(parts)) + r"\.?")


def of_the_program(told: set[str]) -> set[str]:
    patterns = sentences()
    return {piece for piece in told if any(pattern.fullmatch(piece) for pattern in patterns)}


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_sentence_of_the_program_is_english(example: str) -> None:
    quoted = quote(example)
    own = {title for title, _ in quoted.contract.terms}  # the catalog has clauses and bundles of the same name
    own |= {bundle.name for option in quoted.options for bundle in option.bundles}
    own |= {sentence(demand.because) for option in quoted.options for demand in option.demands}
    own |= {fact for offering in quoted.offerings for _, fact in offering.facts}
    assert of_the_program(pieces(in_language(quote(example), "es"))) - own == set()


def test_they_are_found_in_an_english_proposal() -> None:
    found = of_the_program(pieces(quote("clinics")))
    assert len(found) > 150
    assert "Order, site survey and design" in found
    assert "In months 1 to 12: 100 % of the monthly charges that remain in that period." in found
