"""The quote's Markdown as what a template prints: the only part of the proposal that is not escaped by the template.

Only words of the catalog and a rep's note come here. What a customer said, and names of any kind, stay plain text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from proposer.markdown import Markup, block_html, inline_html
from proposer.model.quote import ContractWords, LevelWords, Quote
from proposer.propose.wording import Wording, counted


@dataclass(frozen=True, slots=True)
class Marked:
    """Turns words into markup; `facts` are what placeholders stand for."""

    facts: dict[str, str]

    def line(self, text: str) -> Markup:
        """Words that stand within a paragraph, a cell or a point."""
        return inline_html(text, self.facts)

    def lines(self, texts: tuple[str, ...]) -> tuple[Markup, ...]:
        """Several of them."""
        return tuple(map(self.line, texts))

    def block(self, text: str) -> Markup:
        """Paragraphs and lists."""
        return block_html(text, self.facts)

    def contract(self, words: ContractWords) -> ContractWords:
        """The same with markup where the catalog's words are; what is open names sites, and stays plain."""
        return replace(
            words,
            assumptions=self.lines(words.assumptions),
            exclusions=self.lines(words.exclusions),
            terms=tuple((title, self.block(text)) for title, text in words.terms),
            next_steps=self.lines(words.next_steps),
        )

    def level(self, words: LevelWords) -> LevelWords:
        """The same with its paragraph as markup."""
        return replace(words, words=self.block(words.words))


def marked_of(quote: Quote, say: Wording) -> Marked:
    """The words of one quote: every placeholder of `proposer.markdown.NAMES` with its fact."""
    option = quote.chosen
    return Marked(
        {
            "customer": quote.customer.name,
            "provider": quote.provider.name,
            "quote": quote.id,
            "valid_until": say.day(quote.valid_until),
            "sites": counted(say.number(len(quote.sites)), "site", "sites"),
            "term": f"{option.term} months",
            "monthly": say.money(option.monthly),
            "once": say.money(option.once),
        }
    )
