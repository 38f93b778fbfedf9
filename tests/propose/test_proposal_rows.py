"""Rows and sentences of the view: joins, notes, and what individual cases leave out."""

from dataclasses import replace

import proposal_samples as samples
from proposal_wording import SAY

from proposer.content import default_templates
from proposer.model.quote import QuotedDemand
from proposer.propose.content.front import Reason, front_view
from proposer.propose.content.view import ProposalView, proposal_view
from proposer.propose.content.wording import joined, sentence
from proposer.propose.edition.audience import load_audience


def view(name: str) -> ProposalView:
    audience = load_audience(default_templates(), "full").value
    assert audience is not None
    return proposal_view(getattr(samples, name)(), SAY, audience)


def test_sentences_and_joins_have_one_stop() -> None:
    assert sentence("The line is down. (11 sites)") == "The line is down (11 sites)."
    assert sentence("Two entrances.") == "Two entrances."
    assert joined("Three months are free.", "−$20.00") == "Three months are free: −$20.00"


def test_promotions_stand_under_the_table_and_are_marked_in_it() -> None:
    (design,) = view("dentist").designs
    assert [row.marks for row in design.opening] == ["", "1, 2", ""]
    assert [number for number, _ in design.notes] == ["1", "2"]
    assert design.notes[0][1] == "First three months of seats free: −$158.00 a month in months\u00a01\u00a0to\u00a03"
    assert design.notes[1][1] == "Seats switched on without charge: −$120.00 one-time, already taken off"


def test_individual_cases_leave_no_comparison_with_today() -> None:
    front = view("clinics").front
    assert front.comparison == ()
    assert "than today" not in front.offer
    assert "without individual cases" in front.offer
    assert [figure.label for figure in front.key_figures] == ["A month", "One-time", "Term", "Individual cases"]
    assert view("clinics").designs[0].sum_title == "Total, without individual cases"
    assert view("dentist").front.comparison


def test_one_site_needs_no_list_of_sites() -> None:
    assert "sites" not in [annex.id for annex in view("dentist").annexes]
    assert view("dentist").designs[0].sites == "400 Harbor Avenue, Erie,\u00a0PA\u00a016500"


def test_what_a_need_is_sized_on_names_amounts_and_leaves_qualities_to_the_sentence() -> None:
    quote = samples.dentist()
    demand = QuotedDemand("", "wan", "", "", "", "", "", (), "")
    needs = (
        replace(demand, label="Calls at the same time: 25", because="You have 25 lines."),
        replace(
            demand, label="Private network connection: cir 200 Mbps, reach any", because="They add up to 200 Mbps."
        ),
    )
    made = replace(quote, options=tuple(replace(option, demands=needs) for option in quote.options))
    assert front_view(made, SAY).reasons == (
        Reason("Calls at the same time: 25", "You have 25 lines.", is_ours=False, place=""),
        Reason("Private network connection", "They add up to 200 Mbps.", is_ours=False, place=""),
    )


def test_rates_of_usage_are_amounts() -> None:
    assert (SAY.rate("39.00"), SAY.rate("0.0125"), SAY.rate("1,200")) == ("$39.00", "$0.0125", "$1,200")
