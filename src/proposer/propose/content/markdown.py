"""The quote's Markdown as what a template prints: the only part of the proposal that is not escaped by the template.

Only words of the catalog and a rep's note come here. What a customer said, and names of any kind, stay plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from proposer.markdown import Markup, block_html, inline_html
from proposer.model.quote import LevelWords, Quote
from proposer.propose.content.wording import Wording, tag_of
from proposer.propose.template.checked import printable


@dataclass(frozen=True, slots=True)
class Marked:
    """Turns words into markup; `facts` are what placeholders stand for.

    `language` is the catalog's where that is another than the document's: its words say so, and are read aloud as they
    should be. Otherwise it is empty.
    """

    facts: dict[str, str]
    language: str = ""

    def line(self, text: str) -> Markup:
        """Words that stand within a paragraph, a cell or a point."""
        return self._told("span", inline_html(_fit(text), self.facts))

    def lines(self, texts: tuple[str, ...]) -> tuple[Markup, ...]:
        """Several of them."""
        return tuple(map(self.line, texts))

    def block(self, text: str) -> Markup:
        """Paragraphs and lists."""
        return self._told("div", self.note(text))

    def note(self, text: str) -> Markup:
        """Paragraphs and lists that a rep wrote, in a language of their choice."""
        return block_html(_fit(text), self.facts)

    def level(self, words: LevelWords) -> LevelWords:
        """The same with its paragraph as markup."""
        return replace(words, words=self.block(words.words))

    def _told(self, tag: str, words: Markup) -> Markup:
        """Words of the catalog with their language, where it has to be said."""
        if not self.language or not words:
            return words
        return Markup('<{0} lang="{1}">{2}</{0}>').format(tag, self.language, words)


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
    language = tag_of(quote.catalog_locale)
    return Marked({name: _fit(fact) for name, fact in facts.items()}, "" if language == say.language else language)
