"""The quote's Markdown as what a template prints: the only part of the proposal that is not escaped by the template.

Only words of the catalog and a rep's note come here. What a customer said, and names of any kind, stay plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from proposer.markdown import Markup, block_html, inline_html
from proposer.model.quote import LevelWords, Quote
from proposer.propose.content.wording import Wording
from proposer.propose.template.checked import printable


@dataclass(frozen=True, slots=True)
class Marked:
    """Turns words into markup; `facts` are what placeholders stand for."""

    facts: dict[str, str]

    def line(self, text: str) -> Markup:
        """Words that stand within a paragraph, a cell or a point."""
        return inline_html(_fit(text), self.facts)

    def lines(self, texts: tuple[str, ...]) -> tuple[Markup, ...]:
        """Several of them."""
        return tuple(map(self.line, texts))

    def block(self, text: str) -> Markup:
        """Paragraphs and lists."""
        return block_html(_fit(text), self.facts)

    def level(self, words: LevelWords) -> LevelWords:
        """The same with its paragraph as markup."""
        return replace(words, words=self.block(words.words))


def _fit(text: str) -> str:
    """Without what nobody can print: markup passes by the template's own look at it."""
    return str(printable(text))


def marked_of(quote: Quote, say: Wording) -> Marked:
    """The words of one quote: every placeholder of `proposer.markdown.NAMES` with its fact."""
    option = quote.chosen
    facts = {
        "customer": quote.customer.name,
        "provider": quote.provider.name,
        "quote": quote.id,
        "valid_until": say.day(quote.valid_until),
        "sites": say.counted("numbers.sites", len(quote.sites)),
        "term": say.counted("numbers.months", option.term),
        "monthly": say.money(option.monthly),
        "once": say.money(option.once),
    }
    return Marked({name: _fit(fact) for name, fact in facts.items()})
