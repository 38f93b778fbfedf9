"""Templates and brands: what a sales engineer can get wrong is told at file and line."""

import re
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import proposal_samples as samples
import pytest
import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again

from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose import propose, quote_to_html
from proposer.propose.pdf.fetcher import LockedFetcher

TEMPLATES = Path(__file__).parents[2] / "templates"


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def append(templates: Path, name: str, text: str) -> int:
    """Add a line to a template; its number."""
    file = templates / "proposal" / name
    before = file.read_text("utf-8")
    file.write_text(before + text, "utf-8")
    return before.count("\n") + 1


def html(quote: Quote) -> str:
    text = quote_to_html(quote, TEMPLATES).value
    assert text is not None
    return text


def faults(templates: Path, brand: str = "meridian") -> list[str]:
    outcome = propose(samples.dentist(), templates, Edition(brand=brand))
    assert outcome.value is None
    return [
        f"{d.code} {Path(d.span.file).name}:{d.span.line} {d.message}".replace(str(templates), "TEMPLATES")
        for d in outcome.diagnostics
    ]


def test_an_unknown_name(templates: Path) -> None:
    line = append(templates, "sections/terms.html.j2", "{{ view.contract.termz }}\n")
    (told,) = faults(templates)
    assert told.startswith(f"TPL101 terms.html.j2:{line} the template asks for what is not there: ")
    assert told.endswith("ContractWords object' has no attribute 'termz'")


def test_a_broken_template(templates: Path) -> None:
    line = append(templates, "sections/terms.html.j2", "{% for x in %}\n")
    (told,) = faults(templates)
    assert told.startswith(f"TPL102 terms.html.j2:{line} the template cannot be read: ")


def test_a_missing_template(templates: Path) -> None:
    (templates / "proposal/sections/fees.html.j2").unlink()
    assert faults(templates) == ["TPL102 proposal:0 there is no template `sections/fees.html.j2`"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{{ 2 * 3 }}", "the template failed: `*` computes"),
        ("{{ view.totals.monthly + view.totals.once }}", "the template failed: `+` computes"),
        ("{{ ''.__class__.__mro__ }}", "access to attribute '__class__' of 'str' object is unsafe."),
    ],
)
def test_a_template_prints_and_nothing_else(templates: Path, text: str, words: str) -> None:
    line = append(templates, "sections/terms.html.j2", text + "\n")
    (told,) = faults(templates)
    assert told.endswith(words)
    assert told.startswith(f"TPL103 terms.html.j2:{line} ")


@pytest.mark.parametrize("text", ["{{ 'x' | safe }}", "{{ [1, 2] | sum }}"])
def test_filters_that_act_or_compute_are_not_there(templates: Path, text: str) -> None:
    append(templates, "sections/terms.html.j2", text)
    (told,) = faults(templates)
    assert told.startswith("TPL102 terms.html.j2:")
    assert "No filter named" in told


def test_brands(templates: Path) -> None:
    assert faults(templates, "meridan") == ["TPL201 brand.toml:0 there is no brand `meridan`"]
    assert faults(templates, "../meridian") == ["TPL201 brand.toml:0 there is no brand `../meridian`"]
    file = templates / "brands/meridian/brand.toml"
    good = file.read_text("utf-8")
    file.write_text(
        good.replace('"#a85a1c"', '"copper;}"').replace('family = "Barlow"', 'family = "Gill Sans"'), "utf-8"
    )
    assert faults(templates) == [
        "TPL202 brand.toml:14 `colours.accent`: `copper;}` is no colour; write it as `#0b4f5c`",
        "TPL203 brand.toml:18 the font family `Gill Sans` is not installed",
    ]
    file.write_text(good.replace('"500", "600"', '"500", "650"'), "utf-8")
    assert faults(templates) == ["TPL203 brand.toml:19 `Barlow` has no face `650`"]
    file.write_text("name = ", "utf-8")
    (told,) = faults(templates)
    assert told.startswith("TPL202 brand.toml:0 the brand cannot be read: Invalid value (at ")


def test_what_is_asked_for_outside_is_refused_and_told(templates: Path) -> None:
    append(
        templates,
        "sections/terms.html.j2",
        '<img src="file:///etc/passwd" alt="x"><img src="http://x.example/a.png" alt="y">',
    )
    assert faults(templates) == [
        "TPL302 :0 the document asks for `file:///etc/passwd`, which it may not read",
        "TPL302 :0 the document asks for `http://x.example/a.png`, which it may not read",
    ]


def test_what_the_engine_ignores_is_told(templates: Path) -> None:
    append(templates, "proposal.css", "p { colour: red }\n")
    (told,) = faults(templates)
    assert told.startswith("TPL303 :0 the PDF engine reports: Ignored `colour: red ` at ")


def test_the_fetcher_follows_links_before_it_trusts_them(tmp_path: Path) -> None:
    folder = tmp_path / "brand"
    folder.mkdir()
    (tmp_path / "secret").write_text("secret")
    (folder / "link.svg").symlink_to(tmp_path / "secret")
    (folder / "logo.svg").write_text("<svg/>")
    fetch = LockedFetcher([folder])
    inside, above = (folder / "logo.svg").as_uri(), f"{folder.as_uri()}/../secret"
    fetch(inside)
    for url in ((folder / "link.svg").as_uri(), above, above.replace("..", "%2e%2e"), "ftp://x/y", "/etc/passwd"):
        with pytest.raises(ValueError, match="refused"):
            fetch(url)
    assert len(fetch.refused) == 5


def test_a_letter_that_no_font_has_fails_the_document() -> None:
    quote = samples.dentist()
    outcome = propose(replace(quote, customer=replace(quote.customer, name="東京 Dental")), TEMPLATES)
    assert outcome.value is None
    assert {d.help for d in outcome.diagnostics} == {
        "choose a font in brand.toml that covers the customer's script, or write the word in letters that it has"
    }
    assert [d.message for d in outcome.diagnostics] == [
        'the brand\'s fonts have no letter for "東" (U+6771)',
        'the brand\'s fonts have no letter for "京" (U+4EAC)',
    ]


def test_an_unknown_locale() -> None:
    outcome = propose(replace(samples.dentist(), locale="xx_QQ"), TEMPLATES)
    assert [d.message for d in outcome.diagnostics] == ["unknown locale `xx_QQ`"]


def test_escaping() -> None:
    text = html(samples.draft())
    assert "<script>" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }} &amp; Sons" in text
    assert "49" not in text.partition("</h1>")[0].rpartition("<h1")[2]


def test_one_heading_chain() -> None:
    levels = [int(level) for level in re.findall(r"<h([1-6])[ >]", html(samples.clinics()))]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
