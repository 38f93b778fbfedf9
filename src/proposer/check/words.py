"""What a customer would miss: words of offerings, questions that lead nowhere, options out of order."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.check.capabilities import all_rules
from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.model.catalog import At, Catalog, Question
from proposer.model.rule_names import names_of

FIRST_OPTION = "essential"
_PREFIXES = {At.NETWORK: "network.", At.ACCOUNT: "customer.", At.SITE: "sites."}
_READ_BY_PROMOTIONS = (At.ACCOUNT, "new")


def missing_words(catalog: Catalog) -> Iterator[Diagnostic]:
    """Every offering says in short what it is."""
    for offering in catalog.offerings.values():
        if not offering.words.in_short:
            message = f"`{offering.id}` has no words: the proposal would name it without saying what it is"
            yield Diagnostic("CAT208", message, offering.span, Severity.WARNING, "add `words: {in_short: …}`")


def unread_questions(catalog: Catalog) -> Iterator[Diagnostic]:
    """A question that no rule reads, and no price counts, has no effect on any quote."""
    read = {name for rule in all_rules(catalog) for name in names_of(rule)}
    read |= {usage.of for book in catalog.price_books for price in book.prices.values() for usage in price.usage}
    read |= {name for offering in catalog.offerings.values() for name in offering.words.asks_for}
    for question in catalog.questions.values():
        if not _spellings(question) & read and (question.at, question.path) != _READ_BY_PROMOTIONS:
            message = f"no rule reads `{question.path}`: whatever is answered, the quote is the same"
            yield Diagnostic("CAT209", message, question.span, Severity.WARNING, "use it in a rule, or remove it")


def options_in_order(catalog: Catalog) -> Iterator[Diagnostic]:
    """The first option is what the customer asked for, and adds nothing."""
    first = catalog.options[0] if catalog.options else None
    if first is None or first.id != FIRST_OPTION or first.adds:
        message = f"the first option must be `{FIRST_OPTION}`, and add nothing"
        remedy = f"begin `options.yaml` with `{FIRST_OPTION}: {{title: …}}`"
        yield Diagnostic("CAT210", message, first.span if first else Span("options.yaml"), help=remedy)


def _spellings(question: Question) -> set[str]:
    return {question.path, _PREFIXES[question.at] + question.path}
