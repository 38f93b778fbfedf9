"""The fixed words: every language has all of them, and what a translator gets wrong is told at file and line."""

import re
import shutil
from pathlib import Path

import proposal_samples as samples
import pytest
from proposal_wording import SAY, SPANISH, TEMPLATES

from proposer.diagnostics import Diagnostic
from proposer.propose import propose
from proposer.propose.content.wording import wording
from proposer.propose.edition.words import load_words

ROOT = Path(__file__).parents[2]
LANGUAGES = sorted(file.stem for file in (TEMPLATES / "words").glob("*.toml"))
NAMED = re.compile(r"""(?:\bwords\.|["'])([a-z_]+\.[a-z_]*[a-z])\b(?!_)""")


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    shutil.copytree(TEMPLATES / "words", tmp_path / "templates" / "words")
    return tmp_path / "templates"


def change(templates: Path, before: str, after: str, name: str = "es.toml") -> None:
    file = templates / "words" / name
    text = file.read_text("utf-8")
    assert before in text
    file.write_text(text.replace(before, after, 1), "utf-8")


def at(templates: Path, text: str) -> int:
    """The line where a text stands first."""
    return (templates / "words" / "es.toml").read_text("utf-8").partition(text)[0].count("\n") + 1


def told(templates: Path, language: str = "es") -> list[str]:
    outcome = load_words(templates, language)
    assert outcome.value is None
    return [message(found) for found in outcome.diagnostics]


def message(found: Diagnostic) -> str:
    remedy = f" ({found.help})" if found.help else ""
    return f"{found.code} {Path(found.span.file).name}:{found.span.line} {found.message}{remedy}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_words_are_whole(language: str) -> None:
    outcome = load_words(TEMPLATES, language)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    assert set(outcome.value.phrases) == set(SAY.words.phrases)


def test_two_languages_are_shipped() -> None:
    assert LANGUAGES == ["en", "es"]


def test_every_phrase_that_is_named_is_there_and_every_one_is_named() -> None:
    sources = [*(TEMPLATES / "proposal").rglob("*.j2"), *(ROOT / "src/proposer/propose").rglob("*.py")]
    named = {key for file in sources for key in NAMED.findall(file.read_text("utf-8"))}
    assert len(named) > 150
    sections = {key.partition(".")[0] for key in SAY.words.phrases}
    assert {key for key in named - set(SAY.words.phrases) if key.partition(".")[0] in sections} == set()
    composed = ("annexes.", "fees.", "price.", "figures.", "cover.offer_", "schedule.billed_", "network.", "quoted.")
    assert {key for key in set(SAY.words.phrases) - named if not key.startswith(composed)} == set()


def test_a_phrase_that_is_missing(templates: Path) -> None:
    change(templates, 'proposal_for = "Una propuesta para"\n', "")
    assert told(templates) == [
        f"TPL403 es.toml:{at(templates, '[cover]')} the phrase `cover.proposal_for` is missing (in English it is: A proposal for)"
    ]


def test_a_phrase_that_nobody_asks_for(templates: Path) -> None:
    change(templates, "proposal_for =", "propsal_for =")
    assert told(templates) == [
        f"TPL403 es.toml:{at(templates, '[cover]')} the phrase `cover.proposal_for` is missing (in English it is: A proposal for)",
        f"TPL403 es.toml:{at(templates, 'propsal_for')} there is no phrase `cover.propsal_for` in English (did you mean `cover.proposal_for`?)",
    ]


def test_what_is_filled_in(templates: Path) -> None:
    change(templates, 'valid_until = "Válida hasta el {date}"', 'valid_until = "Válida hasta el {fecha}"')
    change(templates, '"{n} mes"', '"{n} mes {"')
    change(templates, 'date = "Fecha"', 'date = { one = "Fecha", other = "Fechas" }')
    months, date = at(templates, "months ="), at(templates, "date = {")
    assert sorted(told(templates)) == [
        f"TPL404 es.toml:{months} `numbers.months.one` has a brace that belongs to nothing (write what is filled in as `{{name}}`)",
        f"TPL404 es.toml:{date} `cover.date` depends on no number (in English it is: Date)",
        f"TPL404 es.toml:{date + 1} `cover.valid_until` fills in `{{fecha}}` (known here: `date`)",
        f"TPL404 es.toml:{date + 1} `cover.valid_until` leaves out `{{date}}` (in English it is: Valid until {{date}})",
    ]


def test_what_is_no_text(templates: Path) -> None:
    change(templates, 'date = "Fecha"', "date = 3")
    change(templates, 'one = "{n} sitio"', 'single = "{n} sitio"')
    sites, date = at(templates, "sites ="), at(templates, "date = 3")
    form = 'write `name = "…"`, or `name = { one = "{n} …", other = "{n} …" }`, below a `[section]`'
    assert told(templates) == [
        f"TPL402 es.toml:{sites} `numbers.sites` is neither a text nor plural forms ({form})",
        f"TPL402 es.toml:{date} `cover.date` is neither a text nor plural forms ({form})",
    ]


def test_a_file_that_cannot_be_read(templates: Path) -> None:
    change(templates, 'date = "Fecha"', "date = Fecha")
    line = at(templates, "date = Fecha")
    assert told(templates) == [
        f"TPL402 es.toml:{line} the words cannot be read: Invalid value (at line {line}, column 8)"
    ]


def test_a_language_that_nobody_wrote(templates: Path) -> None:
    assert told(templates, "fr") == [
        (
            "TPL401 fr.toml:0 there are no words for the language `fr` "
            "(copy `en.toml` to `fr.toml` and translate it; there is `en`, `es`)"
        )
    ]


def test_words_of_ones_own_are_held_against_ones_own_english(templates: Path) -> None:
    change(templates, "[cover]", '[own]\nslogan = "Always near"\n\n[cover]', "en.toml")
    assert told(templates) == ["TPL403 es.toml:0 the phrase `own.slogan` is missing (in English it is: Always near)"]
    change(templates, "[cover]", '[own]\nslogan = "Siempre cerca"\n\n[cover]')
    words = load_words(templates, "es").value
    assert words is not None
    assert words.plain.own.slogan == "Siempre cerca"


def test_without_a_folder_of_words_the_shipped_ones_count(tmp_path: Path) -> None:
    assert load_words(tmp_path, "es").value == SPANISH.words


def test_a_template_that_names_no_phrase_or_leaves_a_value_out(tmp_path: Path) -> None:
    for text, fault in (
        ("{{ words.cover.dat }}", "'types.SimpleNamespace object' has no attribute 'dat'"),
        ('{{ phrase("cover.dat") }}', "there is no phrase `cover.dat`"),
        ('{{ phrase("cover.logo") }}', "the phrase `cover.logo` fills in `{provider}`"),
    ):
        templates = Path(shutil.copytree(TEMPLATES, tmp_path / str(len(text))))
        file = templates / "proposal/sections/terms.html.j2"
        file.write_text(text, "utf-8")
        outcome = propose(samples.dentist(), templates)
        assert [f"{d.code} {Path(d.span.file).name}:{d.span.line} {d.message}" for d in outcome.diagnostics] == [
            f"TPL101 terms.html.j2:1 the template asks for what is not there: {fault}"
        ]


def test_numbers_decide_the_plural_form() -> None:
    assert [SAY.counted("numbers.sites", n) for n in (1, 2, 1200)] == ["1 site", "2 sites", "1,200 sites"]
    assert [SPANISH.counted("numbers.sites", n) for n in (1, 2, 1200)] == ["1 sitio", "2 sitios", "1,200 sitios"]


def test_lists_say_how_many_are_left_out() -> None:
    names = ["A", "B", "C", "D"]
    assert (SAY.listed(names, 4), SAY.listed(names, 3)) == ("A, B, C, D", "A, B and\u00a02\u00a0more")
    assert SPANISH.listed(names, 3) == "A, B y\u00a02\u00a0más"
    assert SPANISH.both(["uno", "dos", "tres"]) == "uno y dos y tres"


def test_a_locale_whose_language_has_no_words() -> None:
    assert [found.code for found in wording("de_DE", "EUR", TEMPLATES).diagnostics] == ["TPL401"]
