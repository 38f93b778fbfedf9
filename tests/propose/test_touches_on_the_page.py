"""Words in Markdown, goals with answers, the note, the logo and the annexes, as the document prints them."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pikepdf
import pytest
from PIL import Image
from proposal_samples import clinics, dentist, draft, long_names
from proposal_wording import SAY, SPANISH, TEMPLATES

from proposer.markdown import NAMES
from proposer.model.edition import Edition
from proposer.model.phrases import said
from proposer.model.provider import OutageCredit, ServiceLevel
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_from_json, quote_to_json
from proposer.model.touches import OPTIONAL, SIGNED, Touches
from proposer.pictures import clean_picture
from proposer.propose import propose, quote_to_html
from proposer.propose.content.markdown import marked_of
from proposer.propose.content.summary import summary
from proposer.propose.content.touches import GoalView
from proposer.propose.content.view import ProposalView, proposal_view
from proposer.propose.edition.audience import ANNEXES, load_audience
from proposer.quote.outages import example_of


def html_of(quote: Quote) -> str:
    outcome = quote_to_html(quote, TEMPLATES)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


def view_of(quote: Quote, audience: str = "full") -> ProposalView:
    read = load_audience(TEMPLATES, audience).value
    assert read is not None
    return proposal_view(quote, SAY, read)


def logo() -> str:
    out = io.BytesIO()
    Image.new("RGB", (300, 100), "teal").save(out, "PNG")
    made = clean_picture(out.getvalue())
    assert isinstance(made, str)
    return made


def test_every_placeholder_has_its_fact() -> None:
    assert marked_of(clinics(), SAY).facts == {
        "customer": "Lakeside Family Clinics", "provider": "Meridian Business", "quote": "Q-7F3K-2026",
        "valid_until": SAY.day(clinics().valid_until), "sites": "12 sites", "term": "36 months",
        "monthly": SAY.money(clinics().chosen.monthly), "once": SAY.money(clinics().chosen.once),
    }  # fmt: skip
    assert set(marked_of(clinics(), SAY).facts) == set(NAMES)
    told = marked_of(clinics(), SPANISH).facts
    assert (told["sites"], told["term"], told["valid_until"]) == (
        "12 sitios",
        "36 meses",
        "22\u00a0de\u00a0enero\u00a0de\u00a02027",
    )


def test_words_of_the_catalog_are_markdown() -> None:
    made = clinics(2)
    words = replace(
        made.contract, terms=(("Term", "For *{customer}*:\n\n- a\n- b"),), next_steps=("Sign by **{valid_until}**",),
        assumptions=("See [us](https://a.example)",),
    )  # fmt: skip
    html = html_of(replace(made, contract=words))
    assert (
        '<h3>Term</h3>\n<p>For<em> Lakeside Family Clinics</em>:</p><ul class="points"><li>a</li><li>b</li></ul></div>'
        in html
    )
    assert f"Sign by<strong> {SAY.day(made.valid_until)}</strong></li>" in html
    assert '<li>See <a href="https://a.example">us</a></li>' in html


def test_what_customers_say_is_no_markdown() -> None:
    made = draft()
    goals = ("**Bold** [x](https://a.example) {customer}",)
    who = replace(made.customer, goals=goals, answers={goals[0]: "<i>So</i> **be** it"})
    note = Touches(cover_note="For {customer}")
    html = html_of(replace(made, customer=who, touches=note))
    assert "<li>**Bold** [x](https://a.example) {customer}" in html
    assert '<span class="answer">&lt;i&gt;So&lt;/i&gt; **be** it.</span></li>' in html
    assert "<p>For &lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }} &amp; Sons</p>" in html


def test_a_site_named_in_markdown_is_that_name() -> None:
    made = clinics(2)
    sentence = said("usage_within", site="*West* [x](https://a.example) {term}", basis="1 minutes")
    html = html_of(replace(made, contract=replace(made.contract, assumptions=(sentence, "*Ours*"))))
    assert "<li>Usage at *West* [x](https://a.example) {term}: 1 minutes; nothing beyond.</li>" in html
    assert "<li><em>Ours</em></li>" in html


def test_names_in_sentences_of_the_program_are_those_names() -> None:
    """They stand as they are in the quote, for programs, and are never read as Markdown: nothing in them is escaped twice."""
    made, name = clinics(2), "*Fast* [x](https://a.example) {term}"
    named = replace(made.chosen.designs[0].lines[0], name=name, monthly=100_000)
    level = ServiceLevel("x", "x", "99 %", "4 hours", (), (), "", outages=(OutageCredit(None, Decimal("0.1")),))
    example, missing = example_of(level, [named]), said("missing", what="The address", names=name)
    assert example == f"An outage of 6 hours of {name} at $1,000.00 a month is credited with 10 %, $100.00."
    levels = tuple(replace(each, example=example) for each in made.service_levels)
    contract = replace(made.contract, open_points=(missing,))
    html = html_of(replace(made, service_levels=levels, contract=contract))
    assert f"<p>{example}</p>".replace(" %", "\u00a0%") in html  # a number stays on a line with its unit
    assert f"The address: {name}" in html


def test_an_executive_reads_so_many_goals_and_how_many_more() -> None:
    made = dentist()
    goals = tuple(f"Goal {number}" for number in range(7))
    quote = replace(made, customer=replace(made.customer, goals=goals, answers={"Goal 0": "Yes"}))
    front = view_of(quote, "executive").front
    assert front.goals == (
        GoalView("Goal 0", "Yes."), GoalView("Goal 1", ""), GoalView("Goal 2", ""), GoalView("Goal 3", ""), GoalView("and 3 more", ""),
    )  # fmt: skip
    assert len(front.summary) <= 5
    assert len(view_of(quote).front.goals) == 7


def test_the_cover_stays_one_page_whatever_is_told() -> None:
    long = tuple(
        f"{number} " + "Patients reach a nurse instead of a busy signal at all of our clinics" for number in range(7)
    )
    answers = dict.fromkeys(
        long, "Callers hear their place in line instead of a busy signal, and the next who is free takes it"
    )
    note = "\n".join(["Dear Dana,", "", *("- so it goes" for _ in range(8)), "", "words and more words " * 50])[:1200]
    touches = Touches(note, logo())
    made = long_names()
    quote = replace(made, customer=replace(made.customer, goals=long, answers=answers), touches=touches)
    front = view_of(quote, "executive").front
    assert [goal.said for goal in front.goals] == [*long[:3], "and 4 more"]
    assert (front.goals_size, view_of(dentist()).front.goals_size) == ("tight", "usual")
    for brand in ("meridian", "northline"):
        outcome = propose(quote, TEMPLATES, Edition(brand=brand, audience="executive"))
        assert outcome.value is not None
        with pikepdf.open(io.BytesIO(outcome.value)) as pdf:
            assert len(pdf.pages) == 5


def test_what_nobody_sees_is_left_out_of_the_note() -> None:
    assert "<p>Dear Dana</p>" in html_of(replace(dentist(), touches=Touches("Dear\u202e Dana\x07")))
    named = replace(dentist(), customer=replace(dentist().customer, name="Harbor\u202e Dental"))
    assert "<p>For<strong> Harbor Dental</strong></p>" in html_of(replace(named, touches=Touches("For **{customer}**")))


def test_the_note_is_signed() -> None:
    html = html_of(replace(dentist(), touches=Touches("Dear Dana,\n\nread **page 2**.")))
    assert "<p>Dear Dana,</p><p>read<strong> page 2</strong>.</p>" in html
    assert '<p class="signed">Robin Hale<span class="quiet">Account Executive</span></p>' in html
    assert "reps-note" not in html_of(dentist())


def test_a_note_in_a_saved_quote_cannot_become_more_than_words() -> None:
    html = html_of(replace(dentist(), touches=Touches("<img src=x onerror=alert(1)>\n\n# [x](javascript:alert(1))")))
    assert "<p>&lt;img src=x onerror=alert(1)&gt;</p><p># [x](javascript:alert(1))</p>" in html


def test_annexes_are_left_out_and_the_others_lettered_anew() -> None:
    whole = view_of(clinics())
    short = view_of(replace(clinics(), touches=Touches(without=("sites", "plan"))))
    left = [annex.id for annex in whole.annexes if annex.id not in ("sites", "plan")]
    assert [(annex.id, annex.letter) for annex in short.annexes] == list(zip(left, "ABCDEFGHI", strict=False))
    assert {*OPTIONAL, *SIGNED} == set(ANNEXES)


@pytest.mark.parametrize(
    ("touches", "message"),
    [
        (
            Touches(logo="https://a.example/x.png"),
            "TPL105 `touches.logo`: is no picture as a needs file's logo becomes one",
        ),
        (Touches(without=("terms",)), "TPL106 `touches.without`: the annex `terms` cannot be left out"),
    ],
)
def test_a_saved_quote_cannot_hold_what_a_needs_file_could_not(touches: Touches, message: str) -> None:
    outcome = propose(replace(dentist(), touches=touches), TEMPLATES)
    assert outcome.value is None
    assert [f"{d.code} {d.message}" for d in outcome.diagnostics] == [message]


def test_a_saved_quote_with_all_touches_gives_the_same_bytes() -> None:
    made = replace(dentist(), touches=Touches("Dear **Dana**,\n\n1. one\n2. two", logo(), ("plan",)))
    again = quote_from_json(quote_to_json(made)).value
    assert again == made
    first, second = propose(made, TEMPLATES), propose(again, TEMPLATES)
    assert first.diagnostics == ()
    assert first.value is not None
    assert first.value == second.value
    assert 'alt="Logo of Harbor Dental"' in html_of(made)
    with pikepdf.open(io.BytesIO(first.value)) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        images = [each for each in streams if each.get("/Subtype") == "/Image"]
        assert [(int(each.Width), bool(each.get("/Interpolate", False))) for each in images] == [(300, False)]


SERVED = "We serve Harbor Dental under one agreement of 36 months, for $293.00 a month and $99.00 once."


def _told(monthly: int | None, provider: str = "Regional Telco") -> tuple[str, ...]:
    made = dentist()
    return summary(replace(made, customer=replace(made.customer, today_monthly=monthly, today_provider=provider)), SAY)


def test_the_summary_says_what_is_known() -> None:
    until = "under a contract that ends on March\u00a031,\u00a02027."
    assert _told(52000) == (
        f"Today you pay Regional Telco $520.00 a month, {until}",
        SERVED,
        "That saves you $227.00 every month, and $8,547.00 over the term with installation paid for.",
    )
    assert _told(None) == (f"Today Regional Telco serves you, {until}", SERVED)
    assert _told(None, "") == (SERVED,)
    assert _told(29300)[2] == "The month costs what it costs you today."
    assert _told(20000, "")[2] == "That is $93.00 a month more than today, for what is listed below."


def test_the_summary_compares_nothing_while_a_price_is_missing() -> None:
    served = "We serve your 12 sites under one agreement of 36 months"
    assert summary(clinics(), SAY) == (
        "Today you pay Regional Telco $6,120.00 a month, under a contract that ends on March\u00a031,\u00a02027.",
        f"{served}, for $7,444.00 a month and $3,646.00 once; 1 item is priced after survey.",
    )


def test_the_summary_in_spanish() -> None:
    served = "Daremos servicio a sus 12 sitios con un solo contrato de 36 meses"
    assert summary(clinics(), SPANISH) == (
        "Hoy usted paga $6,120.00 al mes a Regional Telco, con un contrato que termina el 31\u00a0de\u00a0marzo\u00a0de\u00a02027.",
        f"{served}, por $7,444.00 al mes y un cargo único de $3,646.00; 1 partida tendrá precio tras el estudio técnico.",
    )
    told = "Así ahorra $227.00 cada mes, y $8,547.00 durante el plazo con la instalación incluida."
    assert summary(dentist(), SPANISH)[-1] == told
