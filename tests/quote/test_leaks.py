"""What never leaves the house is looked for in every output of every example, in PDFs down to the last stream."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from example_quotes import AS_OF, EXAMPLES, ROOT
from leak_world import (
    APPROVER,
    AUTHOR,
    BUILT,
    SENTINELS,
    leaked,
    marked_catalog,
    marked_needs,
    marked_world,
    parts_of,
)

from proposer.cli.group import proposer
from proposer.load.changes import changed
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.explanation import Change
from proposer.model.internal import InternalView
from proposer.model.needs import Needs
from proposer.model.quote import Quote
from proposer.model.quote_json import quote_to_json
from proposer.model.tmf648 import quote_to_tmf648
from proposer.pipeline import make_quote
from proposer.pipeline.internal import internal_view
from proposer.pipeline.known import Known
from proposer.pipeline.terms import price_terms
from proposer.propose import propose
from proposer.report.internal_data import internal_record
from proposer.report.plain import plain_text
from proposer.report.quote_csv import quote_csv
from proposer.report.quote_table import quote_sheet
from proposer.report.terminal import terminal_text
from proposer.report.terms_data import terms_csv, terms_record
from proposer.report.terms_table import terms_sheet

TEMPLATES = ROOT / "templates"
DISCOUNTS = {"law-firm": ("dedicated-internet", "8 %"), "clinics": ("dedicated-internet", "10 %")}


@dataclass(frozen=True)
class World:
    """The marked content, quoted once for all tests."""

    folder: Path

    @cache  # noqa: B019 - as long as the tests run
    def catalog(self) -> Catalog:
        return marked_catalog(self.folder)

    @cache  # noqa: B019 - as long as the tests run
    def needs(self, example: str) -> Needs:
        """An example's needs; two of them with a discount that makes a draft."""
        needs = marked_needs(self.folder, example, self.catalog())
        offering, percent = DISCOUNTS.get(example, ("", ""))
        with_discount = changed(needs, self.catalog(), [Change(f"discounts.{offering}", percent)] if offering else [])
        assert with_discount.value is not None
        return with_discount.value

    @cache  # noqa: B019 - as long as the tests run
    def quote(self, example: str) -> Quote:
        quoted = make_quote(self.catalog(), self.needs(example), AS_OF)
        assert isinstance(quoted.value, Quote), quoted
        return quoted.value

    def view(self, example: str) -> InternalView:
        return internal_view(Known(self.catalog(), AS_OF), self.needs(example), self.quote(example))


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    return World(marked_world(tmp_path_factory.mktemp("marked")))


def texts_of(quote: Quote) -> Iterator[tuple[str, str]]:
    """Every output of a quote that is a text."""
    yield "JSON", quote_to_json(quote)
    yield "TMF648", quote_to_tmf648(quote)
    yield "CSV", quote_csv(quote)
    yield "plain", plain_text(quote_sheet(quote), 100)
    yield "terminal", terminal_text(quote_sheet(quote), 140, color=True)


def pdf_of(quote: Quote) -> bytes:
    made = propose(quote, TEMPLATES)
    assert made.value is not None, made.diagnostics
    return made.value


@pytest.mark.parametrize("example", EXAMPLES)
def test_texts_hold_nothing_of_the_house(world: World, example: str) -> None:
    assert {name: leaked(text) for name, text in texts_of(world.quote(example)) if leaked(text)} == {}


@pytest.mark.parametrize("example", EXAMPLES)
def test_pdfs_hold_nothing_of_the_house(world: World, example: str) -> None:
    parts = dict(parts_of(pdf_of(world.quote(example))))

    assert {name: leaked(part) for name, part in parts.items() if leaked(part)} == {}
    assert {"metadata", "attachment proposer-quote.json", "attachment quote.json", "text of page 1"} < set(parts)
    assert len(parts) > 100


@pytest.mark.parametrize("example", EXAMPLES)
def test_no_sum_of_costs_or_margins_is_told(world: World, example: str) -> None:
    """Not the shares alone: what they come to, of a deal and of each site, is nowhere either."""
    secrets = house_amounts(world.view(example))
    told = {cents for _, text in texts_of(world.quote(example)) for cents in amounts_in(text)}

    assert len(secrets) >= 6
    assert sorted(secrets & told) == []


def house_amounts(view: InternalView) -> set[int]:
    """Costs and margins in cents; those below a hundred could stand anywhere by chance."""
    margins = [deal.margin for deal in view.deals] + [site.margin for deal in view.deals for site in deal.sites]
    return {cents for margin in margins for cents in (margin.cost, margin.amount) if cents >= 100_00}


def amounts_in(text: str) -> set[int]:
    """Every amount of a text in cents, with or without thousands marked."""
    return {
        int(found.replace(",", "").replace(".", "")) for found in re.findall(r"[0-9][0-9,]*\.[0-9]{2}(?![0-9])", text)
    }


@pytest.mark.parametrize("example", ["dentist", "law-firm", "manufacturer"])
def test_terms_side_by_side_hold_nothing_of_the_house(world: World, example: str) -> None:
    table = price_terms(Known(world.catalog(), AS_OF), world.needs(example), world.catalog().terms).value
    assert table is not None

    outputs = (plain_text(terms_sheet(table), 100), terms_csv(table), json.dumps(terms_record(table)))
    assert [leaked(text) for text in outputs] == [[], [], []]


@pytest.mark.parametrize(
    "arguments",
    [
        ("price", "--grid", "dedicated-internet.bandwidth", "--discount", "dedicated-internet=8%"),
        ("price", "--grid", "dedicated-internet.bandwidth", "--json"),
        ("price", "--grid", "dedicated-internet.bandwidth", "--format", "csv"),
        ("price", "--terms", "36", "--json"),
        ("what-if", "--discount", "dedicated-internet=8%"),
        ("what-if", "--discount", "dedicated-internet=8%", "--json"),
        ("why", "office/dedicated-internet"),
        ("why", "office/dedicated-internet", "--json"),
        ("quote", "--discount", "dedicated-internet=8%"),
        ("quote", "--json"),
        ("quote", "--format", "csv"),
        ("quote", "--format", "tmf648"),
    ],
)
def test_commands_hold_nothing_of_the_house(world: World, arguments: tuple[str, ...]) -> None:
    result = called(world, *arguments)

    assert (result.exit_code, len(result.output) > 200) == (0, True), result.output
    assert leaked(result.output) == []


def called(world: World, command: str, *arguments: str) -> Result:
    words = [command, str(world.folder / "examples/law-firm.yaml"), *arguments]
    return CliRunner().invoke(
        proposer, [*words, "--catalog", str(world.folder / "catalog"), "--as-of", AS_OF.isoformat()]
    )


def test_what_construction_costs_and_its_markup_are_not_told(world: World) -> None:
    """$4,321.09 and 23.4567 % are $5,334.69: in 24 instalments of $222.28, which the customer does read."""
    file = world.folder / "examples" / "built.yaml"
    file.write_text(BUILT, "utf-8")
    loaded = load_needs(file, world.catalog())
    assert loaded.value is not None, loaded.diagnostics
    quoted = make_quote(world.catalog(), loaded.value, AS_OF)
    assert isinstance(quoted.value, Quote)
    outputs = [
        *texts_of(quoted.value),
        *((name, part.decode("latin-1")) for name, part in parts_of(pdf_of(quoted.value))),
    ]

    assert [name for name, text in outputs if leaked(text) or re.search(r"4,?321\.09", text)] == []
    assert [name for name, text in outputs if "222.28" in text][:5] == ["JSON", "TMF648", "CSV", "plain", "terminal"]


def test_who_priced_an_individual_case_is_told_to_colleagues_alone(world: World) -> None:
    """The customer reads until when the price holds, of the other one that it no longer does."""
    text = quote_to_json(world.quote("over-ten-gigabit"))
    assert "Individual case, holds until 2027-03-01" in text
    assert "Its price held until 2026-11-01." in text

    needs, catalog = (str(world.folder / name) for name in ("examples/over-ten-gigabit.yaml", "catalog"))
    asked = [needs, "--catalog", catalog, "--as-of", AS_OF.isoformat()]
    line = "studio/dedicated-internet-custom"
    why = CliRunner().invoke(proposer, ["why", *asked[:1], line, *asked[1:]])
    house = CliRunner().invoke(proposer, ["price", *asked, "--internal"])
    assert f"priced by  {AUTHOR}-1, who is not named to the customer" in why.output
    told = f"{line} by {AUTHOR}-1, until 2027-03-01; studio/diverse-entrance by {AUTHOR}-2, until 2026-11-01"
    assert f"Individual cases priced: {told}." in " ".join(house.output.split())


def test_an_approver_is_named_when_asked_and_the_threshold_never(world: World) -> None:
    result = called(world, "quote", "--discount", "desk-phone=15%")

    assert result.exit_code == 0, result.output
    assert f"DRAFT: needs approval by Sales director, {APPROVER}-1." in result.output
    assert leaked(result.output) == [APPROVER]


def test_a_finding_about_the_floor_does_not_tell_it(world: World) -> None:
    """A phone of $6.00 may go down to $5.87; the message says how far, not why."""
    policy = world.folder / "catalog" / "pricing.yaml"
    text = policy.read_text("utf-8")
    policy.write_text(text.replace("of_price: 41.3179 %", "of_price: 97.7713 %"), "utf-8")
    try:
        result = called(world, "quote", "--discount", "desk-phone=15%")
    finally:
        policy.write_text(text, "utf-8")

    assert result.stderr.lstrip() == (
        "error[QUO113]: `desk-phone` at 15 % off falls below its floor at 36 months\n"
        " --> --discount desk-phone=15%\n  = help: at most 2.1 % there\n\n1 error\n"
    )


def test_the_internal_view_does_show_them(world: World) -> None:
    """The guard's other side: the sentinels are in force, so that what is not found was kept back."""
    text = json.dumps(internal_record(world.view("law-firm")), ensure_ascii=False)

    assert {"SENTINEL-COMMENT", APPROVER, "7.7713", "41.3179", "13.1317", "11.7119"} <= set(leaked(text))
    cases = json.dumps(internal_record(world.view("over-ten-gigabit")), ensure_ascii=False)
    assert AUTHOR in leaked(cases)
    for deal in world.view("law-firm").deals:
        assert deal.margin.percent is not None
        assert 45 < deal.margin.percent < 62.2609  # 37.7391 % of the book's price, less discounts


@pytest.mark.parametrize("sentinel", SENTINELS)
def test_the_search_finds_a_sentinel_wherever_it_is_put(world: World, sentinel: str) -> None:
    """A guard is shown a violation: as the customer's name, a leak would be in every output."""
    quote = world.quote("dentist")
    leaky = replace(quote, customer=replace(quote.customer, name=f"A {sentinel} B"))

    assert [name for name, text in texts_of(leaky) if sentinel not in leaked(text)] == ["CSV"]  # it names no customer
    sited = replace(quote, sites=tuple(replace(site, name=sentinel) for site in quote.sites))
    assert sentinel in leaked(quote_csv(sited))


def test_amounts_are_found_however_they_are_written() -> None:
    assert amounts_in('"1234.50", 1,234.50 −12.00 0.1234 $5,000.10') == {123450, 1200, 500010}


def test_the_search_finds_a_sentinel_in_each_part_of_a_pdf(world: World) -> None:
    quote = world.quote("dentist")
    leaky = replace(quote, customer=replace(quote.customer, name="SENTINEL-NOTE"))
    found = {name for name, part in parts_of(pdf_of(leaky)) if leaked(part)}

    assert {"metadata", "attachment proposer-quote.json", "attachment quote.json", "text of page 1"} <= found
    assert any(name.startswith("stream") for name in found)
