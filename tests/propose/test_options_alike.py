"""Options that buy the same are one column, one bar and one line, and the reader is told which they are."""

from __future__ import annotations

from dataclasses import replace

import proposal_samples as samples
from proposal_wording import SAY

from proposer.cli.document import summary
from proposer.content import default_templates
from proposer.model.alike import each_once, groups
from proposer.model.quote import Quote, QuoteOption
from proposer.propose.content.view import ProposalView, proposal_view
from proposer.propose.edition.audience import load_audience
from proposer.report.quote_table import alike_words

QUOTE = samples.dentist()
ESSENTIAL, RECOMMENDED, PREMIER = QUOTE.options


def view(quote: Quote) -> ProposalView:
    audience = load_audience(default_templates(), "full").value
    assert audience is not None
    return proposal_view(quote, SAY, audience)


def like(option: QuoteOption, other: QuoteOption) -> QuoteOption:
    """An option that buys what another one does, with its own title, words and reasons."""
    return replace(
        other,
        id=option.id,
        title=option.title,
        in_short=option.in_short,
        added=option.added,
        not_added=option.not_added,
    )


def of(*options: QuoteOption) -> Quote:
    return replace(QUOTE, options=options)


def test_options_that_differ_are_shown_as_they_are() -> None:
    assert [len(group) for group in groups(QUOTE)] == [1, 1, 1]
    assert each_once(QUOTE) == QUOTE
    assert view(QUOTE).alike == alike_words(QUOTE) == ()
    assert view(QUOTE).front.small_print[1].startswith("Each option meets the needs")


def test_the_detailed_option_stands_for_its_like_and_promises_what_the_least_does() -> None:
    quote = of(like(ESSENTIAL, RECOMMENDED), RECOMMENDED, PREMIER)
    front = view(quote).front
    assert [option.title for option in front.options] == ["Recommended", "Premier"]
    assert front.recommendation == front.options[0].in_short == ESSENTIAL.in_short
    assert view(quote).alike == ("Of the same content and price as Recommended here: Essential.",)
    assert [f.title for f in each_once(quote).options] == ["Recommended", "Premier"]


def test_one_solution_is_one_offer() -> None:
    quote = of(like(ESSENTIAL, RECOMMENDED), RECOMMENDED, like(PREMIER, RECOMMENDED))
    shown = view(quote)
    (only,) = shown.front.options
    assert only.not_added == ("A second fibre entrance at West: not served there.",)  # what Premier would have added
    assert shown.front.small_print[1] == "It meets the needs that you gave us."
    told = "Of the same content and price as Recommended here: Essential and Premier."
    assert shown.alike == alike_words(quote) == (told,)
    assert told in summary(quote)
    assert not any(line.startswith("Beside it") for line in summary(quote))
    assert "Essential" not in shown.front.figure.words


def test_the_same_sum_for_other_lines_is_another_solution() -> None:
    design = RECOMMENDED.designs[0]
    other = replace(design, lines=(replace(design.lines[0], offering="another"), *design.lines[1:]))
    quote = of(like(ESSENTIAL, replace(RECOMMENDED, designs=(other, *RECOMMENDED.designs[1:]))), RECOMMENDED, PREMIER)
    assert [len(group) for group in groups(quote)] == [1, 1, 1]
