"""What is asked of a quote: a day, an option, a term; and who must approve what was negotiated."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from workspaces import AS_OF, example, needs_of, quoted, refused, shipped

from proposer.diagnostics import Diagnostic, Outcome
from proposer.model.quote import Quote
from proposer.pipeline import make_quote

NO_BOOK_HELP = (
    "choose a date with --as-of; there is United States, second half of 2026, from 2026-07-01 until 2027-01-01; "
    "United States, first half of 2027, from 2027-01-01 until 2027-07-01"
)


@pytest.mark.parametrize("day", [date(2026, 6, 30), date(2027, 7, 1)])
def test_a_day_outside_every_price_book_is_not_quoted(day: date) -> None:
    assert make_quote(shipped(), example("dentist", shipped()), day) == Outcome(
        None, (Diagnostic("QUO101", f"no price book is valid on {day.isoformat()}", help=NO_BOOK_HELP),)
    )


@pytest.mark.parametrize("day", [date(2026, 7, 1), date(2026, 12, 31), date(2027, 1, 1), date(2027, 6, 30)])
def test_the_first_and_the_last_day_of_a_book_are_quoted(day: date) -> None:
    quote = quoted(shipped(), example("dentist", shipped()), day)

    half = "second half of 2026" if day.year == 2026 else "first half of 2027"
    assert (quote.as_of, quote.price_book) == (day, f"United States, {half}")


def test_a_hole_between_two_books_is_not_bridged() -> None:
    first_only = replace(shipped(), price_books=shipped().price_books[:1])

    outcome = make_quote(first_only, example("dentist", shipped()), date(2027, 1, 1))

    assert [(d.code, d.message) for d in outcome.diagnostics] == [("QUO101", "no price book is valid on 2027-01-01")]


@pytest.mark.parametrize(
    ("name", "help_"),
    [
        ("premium", "did you mean `premier`?"),
        ("reccomended", "did you mean `recommended`?"),
        ("gold", "known here: `essential`, `premier`, `recommended`"),
    ],
)
def test_an_unknown_option_names_the_nearest(name: str, help_: str) -> None:
    assert make_quote(shipped(), example("dentist", shipped()), AS_OF, selected=name) == Outcome(
        None, (Diagnostic("QUO102", f"there is no option `{name}`", help=help_),)
    )


def test_a_term_that_is_not_sold_lists_those_that_are() -> None:
    assert make_quote(shipped(), example("dentist", shipped()), AS_OF, term=18) == Outcome(
        None, (Diagnostic("QUO103", "a term of 18 months is not sold", help="terms: 12, 24, 36, 60 months"),)
    )


def test_all_faults_of_a_request_are_told_at_once() -> None:
    outcome = make_quote(shipped(), example("dentist", shipped()), date(2025, 1, 1), selected="gold", term=1)

    assert [d.code for d in outcome.diagnostics] == ["QUO101", "QUO102", "QUO103"]


def test_the_term_with_the_lowest_average_month_is_quoted() -> None:
    needs = example("dentist", shipped())
    each = {term: quoted(shipped(), needs, term=term).options[0] for term in needs.terms}

    assert needs.terms == (12, 24, 36)
    best = min(each, key=lambda term: each[term].contract_value / term)
    assert quoted(shipped(), needs).options[0] == each[best]


def test_a_term_that_is_named_beats_those_of_the_needs() -> None:
    assert [option.term for option in quoted(shipped(), example("law-firm", shipped()), term=60).options] == [60] * 3


@pytest.mark.parametrize(
    ("budget", "selected", "over"),
    [(None, "recommended", 0), (58043, "recommended", 0), (58042, "essential", 1), (54043, "essential", 4000)],
)
def test_the_recommended_option_is_detailed_as_long_as_it_keeps_the_budget(
    budget: int | None, selected: str, over: int
) -> None:
    quote = quoted(shipped(), replace(example("dentist", shipped()), budget_monthly=budget))

    assert [option.monthly for option in quote.options[:2]] == [54043, 58043]
    assert (quote.selected, quote.options[1].over_budget) == (selected, over)


@pytest.mark.parametrize("selected", ["essential", "premier"])
def test_an_option_that_is_named_is_detailed(selected: str) -> None:
    outcome = make_quote(shipped(), example("dentist", shipped()), AS_OF, selected=selected)

    assert isinstance(outcome.value, Quote)
    assert (outcome.value.selected, outcome.value.chosen.id) == (selected, selected)


def test_a_budget_below_every_term_says_what_the_least_is() -> None:
    conflict = refused(shipped(), replace(example("dentist", shipped()), budget_monthly=54042))

    assert [(blame.name, blame.change) for blame in conflict.blames] == [
        ("budget.monthly", "raise the budget to $540.43 a month"),
        ("sites", "ask for less at some site"),
    ]


def test_impossible_needs_give_the_conflict_in_the_rep_s_words() -> None:
    conflict = refused(shipped(), example("impossible", shipped()))

    assert (conflict.site, conflict.summary) == ("call-centre", "At Call centre, these cannot hold together.")
    assert [(blame.name, blame.words, blame.change) for blame in conflict.blames] == [
        (
            "sites.call-centre.voice.concurrent_calls",
            "You asked for 60 calls at the same time.",
            "at most 46 calls",
        ),
        ("sites.call-centre.access.fibre", "Fibre is refused at Call centre.", "accept Fibre at Call centre"),
    ]


OFFICE = """
customer: {name: Test}
term: 36
discounts: {business-internet: %s, static-ip: 1 %%}
sites: [{id: a, access: {coax: on-net}, internet: {down: 100 Mbps}}]
"""


@pytest.mark.parametrize(
    ("percent", "approval", "cents"),
    [
        ("5 %", "", 7505),  # 79.00 less 3.95
        ("5.01 %", "Sales director", 7504),
        ("10 %", "Sales director", 7110),
        ("10.5 %", "Sales director, Pricing desk", 7070),  # 79.00 less 8.30
        ("15 %", "Sales director, Pricing desk", 6715),
    ],
)
def test_a_negotiated_discount_names_who_must_approve(percent: str, approval: str, cents: int, tmp_path: Path) -> None:
    quote = quoted(shipped(), needs_of(OFFICE % percent, tmp_path))

    assert (quote.approval, quote.options[0].monthly) == (approval, cents)


def test_without_a_discount_nobody_must_approve() -> None:
    assert quoted(shipped(), example("dentist", shipped())).approval == ""


def test_progress_is_told_from_the_first_to_the_last() -> None:
    told: list[tuple[str, int, int]] = []

    make_quote(shipped(), example("dentist", shipped()), AS_OF, progress=lambda *step: told.append(step))

    assert told == [("choosing", 0, 3), ("choosing", 1, 3), ("choosing", 2, 3), ("pricing", 3, 3)]


@pytest.mark.parametrize("option", ["essential", "recommended", "premier"])
def test_one_option_alone_is_the_one_of_the_whole_quote(option: str) -> None:
    needs = example("clinics", shipped())
    alone = make_quote(shipped(), needs, AS_OF, selected=option, only=True).value
    whole = make_quote(shipped(), needs, AS_OF, selected=option).value
    assert isinstance(alone, Quote)
    assert isinstance(whole, Quote)
    assert alone.options == (whole.chosen,)
    assert alone.id == whole.id
