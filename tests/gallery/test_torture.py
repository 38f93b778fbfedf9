"""The quote that is hard to lay out: everything hard is in it, its sums are right, and the proposal is made of it."""

from __future__ import annotations

from functools import cache

import pytest
from example_quotes import ROOT, quote

from proposer.gallery.torture import LINES, MUCH, NAME, WORD, torture
from proposer.model.edition import Edition
from proposer.model.quote import Quote, QuoteOption
from proposer.propose import quote_to_html


@cache
def hard() -> Quote:
    return torture(quote("clinics"))


def summed(option: QuoteOption, name: str) -> int:
    """An amount of the designs, each as many times as it has sites."""
    return sum(getattr(design, name) * max(1, len(design.site_ids)) for design in option.designs)


@pytest.mark.parametrize("number", range(3))
def test_its_sums_are_right(number: int) -> None:
    option = hard().options[number]
    for design in option.designs:
        for name in ("monthly", "once", "contract_value"):
            assert getattr(design, name) == sum(getattr(line, name) for line in design.lines)
        for line in design.lines:
            assert line.contract_value == line.monthly * option.term + line.once - line.credit_total
    assert (option.monthly, option.once) == (summed(option, "monthly"), summed(option, "once"))
    assert option.contract_value == summed(option, "contract_value") == option.monthly * option.term + option.once
    assert option.first_year == option.monthly * 12 + option.once
    assert option.credit_total == sum(line.credit_total for line, _ in option.charged) == 0


def test_all_that_is_hard_is_in_it() -> None:
    quote = hard()
    first, second = quote.chosen.designs[:2]
    assert (len(first.lines), len(second.lines), len(NAME)) == (LINES, 0, 80)
    assert {MUCH, 0, -MUCH // 7} <= {line.monthly for line in first.lines}
    assert (quote.customer.name, quote.sites[1].name, quote.sites[1].city) == (NAME, WORD, "")


def test_its_proposal_prints_it() -> None:
    page = quote_to_html(hard(), ROOT / "templates", Edition(brand="northline"))
    assert page.diagnostics == ()
    assert page.value is not None
    assert all(text in page.value for text in (NAME, WORD, "$1,234,567,890.12", "−$176,366,841.45"))
