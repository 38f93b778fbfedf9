"""Brands, papers and readers: the same quote, another document."""

import io
import re
import shutil
from dataclasses import replace
from functools import cache
from pathlib import Path

import proposal_samples as samples
import pytest
from proposal_wording import SAY
from pypdf import PdfReader

from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose import propose, quote_to_html
from proposer.propose.content.lines import line_tables
from proposer.propose.content.risks import risks_of
from proposer.propose.content.sites import site_groups
from proposer.propose.edition.audience import ANNEXES, load_audience

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def pages(name: str, edition: Edition) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in reader(name, edition).pages)


@cache
def reader(name: str, edition: Edition) -> PdfReader:
    quote: Quote = getattr(samples, name)()
    outcome = propose(quote, TEMPLATES, edition)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return PdfReader(io.BytesIO(outcome.value))


def annexes(name: str, edition: Edition) -> list[str]:
    return re.findall(r"Annex [A-Z]\s+(.+)", "\n".join(pages(name, edition)))


@pytest.mark.parametrize("name", ["clinics", "retailer", "long_names", "draft", "nothing"])
def test_an_executive_has_five_pages_at_most(name: str) -> None:
    read = pages(name, Edition(audience="executive"))
    assert len(read) <= 5
    assert "Before you sign" in " ".join(read)


def test_readers_get_their_annexes_in_their_order() -> None:
    assert annexes("clinics", Edition(audience="executive")) == ["Acceptance"]
    assert annexes("clinics", Edition(audience="technical"))[:3] == ["Your network", "Your sites", "What is installed"]
    assert annexes("clinics", Edition(audience="procurement"))[:2] == ["Every line of every site", "Your sites"]


def test_a_technician_reads_no_prices_of_sites_and_services() -> None:
    page = quote_to_html(samples.clinics(), TEMPLATES, Edition(audience="technical")).value
    assert page is not None
    for id_ in ("network", "sites", "designs", "services", "levels", "plan"):
        section = page.split(f'id="{id_}">')[1].split("</section>")[0]
        assert "$" not in section


def cents(text: str) -> int:
    return int(re.sub(r"[^\d]", "", text)) if re.search(r"\d", text) else 0


@pytest.mark.parametrize("name", ["clinics", "retailer", "three_sites", "nothing"])
def test_lines_make_sites_and_sites_make_tables_and_tables_the_whole(name: str) -> None:
    quote: Quote = getattr(samples, name)()
    tables = line_tables(quote, SAY)
    for table in tables:
        for site in table.sites:
            assert sum(cents(line.monthly) for _, line in site.lines) == cents(site.monthly)
            assert sum(cents(line.once) for _, line in site.lines) == cents(site.once)
        assert sum(cents(site.monthly) for site in table.sites) == cents(table.monthly)
    assert sum(cents(table.monthly) for table in tables) == quote.chosen.monthly
    assert sum(cents(table.once) for table in tables) == quote.chosen.once


def test_many_sites_of_several_states_have_sums_that_make_the_whole() -> None:
    quote = samples.retailer()
    mixed = replace(quote, sites=tuple(replace(s, state=("PA", "OH", "")[n % 3]) for n, s in enumerate(quote.sites)))
    groups = site_groups(mixed, SAY)
    assert [group.sum_title for group in groups] == ["PA, 167 sites", "OH, 167 sites", "Elsewhere, 166 sites"]
    assert sum(cents(group.monthly) for group in groups) == quote.chosen.monthly
    assert [group.sum_title for group in site_groups(quote, SAY)] == [""]


def test_what_to_know_before_signing() -> None:
    told = risks_of(samples.clinics(), SAY)
    assert told[0] == "One item is priced after survey and in no total."
    assert told[-1].startswith("Ending early costs a share of what remains. ")
    assert risks_of(samples.clinics(), SAY, 2)[-1] == f"and {len(told) - 1} more"


def test_paper() -> None:
    for paper, (width, height) in {"letter": (612, 792), "a4": (595.28, 841.89)}.items():
        box = reader("dentist", Edition(paper=paper)).pages[0].mediabox
        assert (float(box.width), float(box.height)) == pytest.approx((width, height), abs=0.1)


def drawn(name: str, edition: Edition) -> str:
    """How the first page is drawn."""
    content = reader(name, edition).pages[0].get_contents()
    assert content is not None
    return content.get_data().decode("latin-1")


def test_brands_differ_in_type_colour_and_name() -> None:
    read = pages("dentist", Edition(brand="northline"))
    assert "Northline Connect" in read[0]
    assert "Meridian Business Services, LLC" in " ".join(read)  # the party that signs stays the same
    ours, theirs = (drawn("dentist", Edition(brand=brand)) for brand in ("meridian", "northline"))
    assert "0.047059 0.290196 0.333333" in ours
    assert "0.227451 0.176471 0.690196" in theirs
    assert "0.047059 0.290196 0.333333" not in theirs


def faults(templates: Path, edition: Edition) -> list[str]:
    outcome = propose(samples.dentist(), templates, edition)
    assert outcome.value is None
    return [
        f"{d.code} {d.span.file.rpartition('/')[2]}:{d.span.line} {d.message} ({d.help})" for d in outcome.diagnostics
    ]


def test_unknown_editions_are_told_at_once(tmp_path: Path) -> None:
    assert faults(TEMPLATES, Edition("meridain", "a5", audience="executve")) == [
        "TPL201 brand.toml:0 there is no brand `meridain` (did you mean `meridian`?)",
        "TPL204 :0 there is no paper `a5` (known here: `a4`, `letter`)",
        "TPL205 audiences.toml:0 there is no audience `executve` (did you mean `executive`?)",
    ]
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    file = templates / "audiences.toml"
    file.write_text('[full]\nfront = ["cover", "opptions"]\nannexes = ["terms", "terms"]\nmost = -1\n', "utf-8")
    assert faults(templates, Edition()) == [
        "TPL206 audiences.toml:4 `full.most`: Input should be greater than or equal to 0 ()"
    ]
    file.write_text('[full]\nfront = ["cover", "opptions"]\nannexes = ["terms", "terms"]\n', "utf-8")
    assert faults(templates, Edition()) == [
        "TPL206 audiences.toml:2 `full.front`: there is no section `opptions` (did you mean `options`?)",
        "TPL206 audiences.toml:3 `full.annexes`: `terms` stands in it twice ()",
        "TPL206 audiences.toml:3 `full.annexes`: `terms` stands in it twice ()",
    ]
    file.unlink()
    assert faults(templates, Edition())[0].startswith("TPL206 audiences.toml:0 the audiences cannot be read: ")


def test_every_shipped_audience_is_sound() -> None:
    for name in ("full", "executive", "technical", "procurement"):
        audience = load_audience(TEMPLATES, name)
        assert audience.diagnostics == ()
        assert audience.value is not None
        assert set(audience.value.annexes) <= set(ANNEXES)


def test_an_edition_is_named_by_what_is_not_usual() -> None:
    assert Edition().marks == ()
    assert Edition("northline", "a4", "es", "executive").marks == ("executive", "northline", "a4", "es")
