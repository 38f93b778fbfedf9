"""What a proposal says of days, of services that begin later, of what is signed, and of whose brand it is, agrees with its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from pathlib import Path

import pytest
from example_quotes import quote
from proposal_wording import SAY

from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose import quote_to_html
from proposer.propose.content.annexes import plan_view
from proposer.propose.content.front import front_view
from proposer.propose.content.lines import line_tables
from proposer.propose.content.pictures.amounts import against_today, by_months
from proposer.propose.content.summary import summary
from proposer.propose.content.today import begins_later, comparison, today_words

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def page(name: str, edition: Edition) -> str:
    made = quote_to_html(quote(name), TEMPLATES, edition)
    assert made.value is not None, made.diagnostics
    return made.value


def days_of(asked: Quote) -> tuple[str, ...]:
    plan = plan_view(asked, SAY)
    assert plan is not None
    return plan.days


def test_the_plan_tells_what_its_last_day_means_for_the_customers_days() -> None:
    base = quote("clinics")
    last = max(step.end_date for step in base.plan)
    early, late = last - timedelta(days=5), last + timedelta(days=5)

    def told(install_by: date | None, ends: date | None) -> tuple[str, ...]:
        return days_of(replace(base, customer=replace(base.customer, install_by=install_by, today_contract_ends=ends)))

    assert told(None, None) == ()
    assert told(late, late) == (
        f"All can be ready by {SAY.day(last)}; you asked for {SAY.day(late)}, and billing starts when you take over a service.",
    )
    assert told(early, early) == (
        f"You asked for service by {SAY.day(early)}; by these steps the last service is ready on {SAY.day(last)}.",
        f"Your contract of today ends on {SAY.day(early)}, before that day: ask your provider to go on until then.",
    )
    assert told(last, last)[0].startswith("All can be ready by")


def test_where_services_begin_later_nothing_is_said_to_be_saved_over_the_term() -> None:
    later, at_once = quote("manufacturer"), quote("clinics")
    assert begins_later(later)
    assert not begins_later(at_once)
    assert comparison(later, SAY) == ()
    assert len(comparison(at_once, SAY)) == 3
    assert against_today(later, SAY) is None
    assert against_today(at_once, SAY) is not None
    assert "over the term with" not in " ".join(summary(later, SAY))
    assert today_words(later, SAY).endswith("what they cost you there is in none of our figures.")


@pytest.mark.parametrize(
    ("name", "marks"),
    [
        ("manufacturer", ["Charges change after month 3"]),
        ("clinics", ["Promotion ends after month 2", "Promotion ends after month 3"]),
        ("school-district", ["Construction is paid off after month 36"]),
    ],
)
def test_the_months_tell_why_the_charge_changes(name: str, marks: list[str]) -> None:
    figure = by_months(quote(name), SAY)
    assert figure is not None
    assert figure.words.split("; ")[-len(marks) :] == marks


def test_needs_of_one_site_are_told_as_its_own() -> None:
    clinics, stores, dentist = (front_view(quote(name), SAY) for name in ("clinics", "retailer", "dentist"))
    first = quote("clinics").sites[0].name
    assert {reason.place for reason in clinics.reasons} <= {first, ""}
    assert clinics.shown_for == f"Shown for {first}; every other site is sized in the same way."
    assert len({reason.place for reason in stores.reasons} - {""}) > 1
    assert stores.shown_for == dentist.shown_for == ""
    assert all(reason.place == "" for reason in dentist.reasons)
    assert f'<span class="quiet">{stores.reasons[0].place}</span>' in page("retailer", Edition(audience="executive"))


@pytest.mark.parametrize("reader", ["executive", "full", "procurement"])
def test_what_is_signed_names_the_terms_that_are_there(reader: str) -> None:
    whole = "with all its annexes." in page("law-firm", Edition(audience=reader))
    assert whole == (reader != "executive")
    assert whole or "charges and terms of its full proposal." in page("law-firm", Edition(audience=reader))


def test_a_brand_of_another_name_says_whose_it_is() -> None:
    assert "Northline Connect is a brand of Meridian Business." in page("law-firm", Edition(brand="northline"))
    assert "is a brand of" not in page("law-firm", Edition())


def test_a_document_in_one_language_names_it_once() -> None:
    assert page("law-firm", Edition()).count('lang="') == 1
    assert page("law-firm", Edition(language="es")).count('lang="') > 10


def test_the_accounts_own_lines_stand_with_the_last_sites() -> None:
    base = quote("retailer")
    tables = line_tables(base, SAY)
    assert len(tables) == 10
    assert tables[-1].title == "Sites 451 to 500"
    assert len(tables[-1].sites) == 51
    assert [site.title for site in tables[-1].sites[-2:]] == [
        "Oshkosh Garden Centre 600",
        "The whole account",
    ]
    assert sum(len(table.sites) for table in tables) == 501
    assert not any(table.has_ends for table in tables)


def test_lines_that_go_to_another_site_tell_both_ends() -> None:
    (table,) = line_tables(quote("clinics"), SAY)
    assert table.has_ends
    assert [site.title for site in table.sites][:2] == [
        "Location A: Harbor Avenue main clinic",
        "Location A: West Ridge clinic",
    ]
    assert {line.far_end for site in table.sites for _, line in site.lines} == {"–", "Harbor Avenue main clinic"}
