"""A proposal in Spanish: no fixed word of it is English, dates and money are Spanish, and its quote makes it again."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path

import proposal_samples as samples
import pytest
from proposal_wording import SAY, SPANISH, TEMPLATES, said_in
from pypdf import PdfReader

from proposer.model.phrases import PHRASES, said
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_from_json, quote_to_json
from proposer.model.touches import Touches
from proposer.propose import in_language, language_faults, propose, quote_to_html
from proposer.propose.content.quoted import CASES, KINDS, recognised
from proposer.propose.content.risks import risks_of
from proposer.propose.content.view import proposal_view
from proposer.propose.content.wording import TIE, locale_for
from proposer.propose.edition.audience import load_audience

NAMES = ["dentist", "clinics", "three_sites", "draft", "nothing"]
SAME = {"Total"}  # is spelled alike


def spanish(name: str) -> Quote:
    quote: Quote = getattr(samples, name)()
    return in_language(quote, "es")


@cache
def html(name: str) -> str:
    text = quote_to_html(spanish(name), TEMPLATES).value
    assert text is not None
    return text


def pieces(text: str) -> set[str]:
    """Every text of a page by itself: what stands between tags, and what attributes say."""
    attributes = re.findall(r'(?:alt|content)="([^"]*)"', text)
    return {" ".join(unescape(piece).split()) for piece in (*re.split(r"<[^>]*>", text), *attributes)}


def english() -> list[tuple[str, re.Pattern[str]]]:
    """What English would have printed: each phrase as a pattern, where Spanish says something else."""
    found = []
    for key, forms in SAY.words.phrases.items():
        for form, text in forms.items():
            if text not in SAME and text != SPANISH.words.phrases[key].get(form) and re.search("[A-Za-z]{2}", text):
                parts = re.split(r"\{(\w+)\}", text.replace(TIE, " "))
                found.append((text, re.compile("".join(map(_piece, range(len(parts)), parts)))))
    return found


def _piece(number: int, part: str) -> str:
    """Words as they are, and between them anything that may be filled in."""
    return {**KINDS, "letter": "[A-Z]+"}.get(part, ".+?") if number % 2 else re.escape(part)


@pytest.mark.parametrize("name", NAMES)
def test_no_fixed_word_is_english(name: str) -> None:
    told = pieces(html(name))
    assert [text for text, pattern in english() if any(pattern.fullmatch(piece) for piece in told)] == []


def test_the_list_of_english_words_finds_them_in_english() -> None:
    text = quote_to_html(samples.clinics(), TEMPLATES).value
    assert text is not None
    told = pieces(text)
    found = [phrase for phrase, pattern in english() if any(pattern.fullmatch(piece) for piece in told)]
    assert len(found) > 90


def test_dates_and_amounts_are_written_as_the_locale_does() -> None:
    text = html("clinics").replace(TIE, " ")
    assert 'lang="es-US"' in text
    assert "válida hasta el 22 de enero de 2027" in text
    assert "Usted nos dijo que paga" not in text  # individual cases leave no comparison
    told = html("dentist").replace(TIE, " ")
    assert (
        "Usted nos dijo que paga $520.00 al mes a Regional Telco. Ese contrato termina el 31 de marzo de 2027." in told
    )
    assert not re.search(r"(January|March|November) \d", text + told)


def test_amounts_of_another_locale() -> None:
    assert said_in("es_MX").money(123450) == "USD1,234.50"
    assert said_in("es_ES").money(123450) == "1.234,50\N{NO-BREAK SPACE}US$"
    assert said_in("es_ES").quoted("37.6 % of $4,261.00", "fee_share") == "37,6 % de 4.261,00\N{NO-BREAK SPACE}US$"


def test_what_the_program_wrote_is_said_in_spanish() -> None:
    sentences = {
        said("sites_alike", n=12): "12 sitios iguales",
        said("likewise", reason="Traffic grows", n=3): "Traffic grows; lo mismo en 3 sitios más.",
        said("not_added", what="Fibre", where=said("some_sites", n=2)): (
            "Fibre no puede agregarse en 2 sitios: nada de lo que se vende allí lo ofrece."
        ),
        said("case_expired", reason=said("case_by_case"), until=date(2026, 12, 1)): (
            "Se diseña y se cotiza caso por caso. Su precio fue válido hasta el 1\u00a0de\u00a0diciembre\u00a0de\u00a02026."
        ),
        said("case_of_sites", names="West", n=2, name="WAN", case=said("case_by_case_over", access="near-net fibre")): (
            "West y 2 más: WAN. Se diseña y se cotiza caso por caso (near-net fibre)."
        ),
        said("fee_share_of_part", percent="37.6", part="15", amount="$4,261.00"): "37.6 % del 15 % de $4,261.00",
        said("missing_and_more", what="911 address: street", names="A, B, C, D", n=2): "911 address: street: A, B, C, D y 2 más",
        said("missing", what="The bill", names=said("the_account")): "The bill: la cuenta",
        said("ends_within", first=1, last=12, percent="80"): (
            "En los meses 1 a 12: 80 % de los cargos mensuales que quedan en ese período"
        ),
        said("usage", site="Main", basis=_basis(), sum="12.00"): (
            "Consumo en Main: 5,000 minutes, 1,000 incluidos; 4,000 × $0.003; se estiman $12.00 al mes además de los precios anteriores."
        ),
    }  # fmt: skip
    known = tuple(PHRASES)
    assert {text: SPANISH.quoted(text, _key(text)) for text in sentences} == sentences
    assert all(SAY.quoted(text, *known) for text in sentences)


def _basis() -> str:
    return said("usage_basis", stated="5,000", usage="minutes", included="1,000", over="4,000", rate="0.003")


def _key(text: str) -> str:
    """The narrowest sentence that a text is: the one with the most words of its own."""
    fits = [key for key in PHRASES if recognised(text, (key,))]
    return max(fits, key=lambda key: len(re.sub(r"\{\w+\}", "", PHRASES[key])))


@pytest.mark.parametrize("key", PHRASES)
def test_every_sentence_of_the_program_is_known_again(key: str) -> None:
    filled = {
        "until": "2026-12-01",
        "amount": "$1.00",
        "back": "$2.00",
        "names": "West",
        "what": "Fibre",
        "reason": "It rains.",
    }
    names = re.findall(r"\{(\w+)\}", PHRASES[key])
    numbers = ("n", "first", "last", "percent", "part", "stated", "included", "over", "rate", "sum")
    text = said(key, **{name: "7" if name in numbers else filled.get(name, "a thing") for name in names})
    assert recognised(text, (key,)) is not None
    assert recognised("Something that the catalog says", (key,)) is None
    if not names:
        assert SPANISH.quoted(text, key) != text


def test_english_says_what_the_quote_says() -> None:
    other = {"bundle": "{name}"}  # the column says already that it is a bundle
    assert {key: SAY.words.phrases[f"quoted.{key}"]["other"] for key in PHRASES} == {**PHRASES, **other}


def test_every_sentence_of_the_program_is_looked_for_somewhere() -> None:
    sources = "".join(file.read_text("utf-8") for file in (TEMPLATES.parent / "src/proposer/propose").rglob("*.py"))
    found = {key for key in PHRASES if f'"{key}"' in sources or key.startswith(("plan_", "access_"))}
    assert set(PHRASES) - found == set()


def test_what_is_the_catalogs_own_stays() -> None:
    assert SPANISH.quoted("Everything you asked for.", *CASES, "sites_alike") == "Everything you asked for."
    audience = load_audience(TEMPLATES, "full").value
    assert audience is not None
    terms = proposal_view(spanish("clinics"), SPANISH, audience).contract.terms
    assert terms == tuple((title, f"<p>{text}</p>") for title, text in samples.clinics().contract.terms)


def test_a_proposal_in_spanish_comes_again_from_its_own_attachment() -> None:
    made = propose(spanish("dentist"), TEMPLATES)
    assert made.diagnostics == ()
    assert made.value is not None
    reader = PdfReader(io.BytesIO(made.value))
    assert reader.metadata is not None
    assert reader.metadata.title == "Propuesta para Harbor Dental"
    (attached,) = reader.attachments["proposer-quote.json"]
    saved = quote_from_json(bytes(attached).decode()).value
    assert saved == spanish("dentist")
    assert propose(saved, TEMPLATES).value == made.value


def test_a_quote_differs_by_its_locale_alone() -> None:
    quote = samples.clinics()
    assert in_language(quote, "") is quote
    assert in_language(quote, "es") == replace(quote, locale="es_US")
    assert quote_to_json(in_language(quote, "en")) == quote_to_json(quote)


@pytest.mark.parametrize(
    ("language", "declared", "locale"),
    [
        ("es", "en_US", "es_US"),
        ("en", "en_US", "en_US"),
        ("es-MX", "en_US", "es_MX"),
        ("es_ES", "en_US", "es_ES"),
        ("fr", "en_US", "fr"),
        ("en", "es_US", "en_US"),
        ("es", "en", "es"),
    ],
)
def test_the_locale_of_a_language(language: str, declared: str, locale: str) -> None:
    assert locale_for(language, declared) == locale


def test_a_language_that_nobody_knows_is_told_before_a_quote_is_made() -> None:
    assert [f"{d.code} {d.message}" for d in language_faults("xx", TEMPLATES)] == ["TPL104 unknown locale `xx`"]
    assert [f"{d.code} {d.message}" for d in language_faults("fr", TEMPLATES)] == [
        "TPL401 there are no words for the language `fr`"
    ]
    assert language_faults("es_MX", TEMPLATES) == ()
    assert language_faults("", Path("nowhere")) == ()


def test_what_a_saved_quote_says_of_itself_stays_text() -> None:
    for text in (", sites alike", "1,,2 sites alike", f"{'9' * 400} sites alike", "$1.999 × $2"):
        assert SPANISH.quoted(text, "sites_alike", "fee_pieces") in (text, "12 sitios iguales")
    never = said("case_expired", reason="Far.", until="2026-02-31")
    assert SPANISH.quoted(never, *CASES) == "Far. Su precio fue válido hasta el 2026-02-31."


def test_words_of_the_catalog_name_their_language() -> None:
    quote = replace(samples.clinics(), catalog_locale="en_US")
    spanish_text, english_text = (quote_to_html(in_language(quote, way), TEMPLATES).value for way in ("es", "en"))
    assert spanish_text is not None
    assert english_text is not None
    told = re.findall(r'<(\w+)[^>]* lang="en-US">', spanish_text)
    assert {"p", "li", "th", "td", "span", "div", "tbody", "h3"} <= set(told)
    assert '<html lang="es-US">' in spanish_text
    (_, text), *_ = quote.contract.terms
    assert f'<div lang="en-US"><p>{text}</p></div>' in spanish_text
    assert f"<p>{text}</p>" in english_text
    assert '<div lang="en-US"><p>' not in english_text


def test_a_reps_note_is_of_no_language() -> None:
    quote = replace(samples.clinics(), catalog_locale="en_US", touches=Touches("Estimada Dana"))
    text = quote_to_html(in_language(quote, "es"), TEMPLATES).value
    assert text is not None
    assert "<p>Estimada Dana</p>" in text
    assert '<div lang="en-US"><p>Estimada' not in text


def test_risks_are_said_in_spanish() -> None:
    ends = said("ends_from", first="1", percent="50")
    quote = samples.clinics()
    quote = replace(quote, contract=replace(quote.contract, early_termination=(ends,), open_points=()))
    assert (
        risks_of(quote, SPANISH)[-1] == "La terminación anticipada cuesta una parte de los cargos restantes. "
        "Desde el mes 1: 50 % de los cargos mensuales que quedan en ese período."
    )
