"""A long proposal is laid out in sections: the same pages, links and bookmarks as in one piece, whoever makes them."""

from __future__ import annotations

import io
import pickle
import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache, partial
from pathlib import Path

import pikepdf
import proposal_samples as samples
import pytest
from proposal_wording import SAY
from pypdf import PdfReader

from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose import make_pdf, propose
from proposer.propose.content.schedule import AT_ONCE, design_views, on_fresh_pages
from proposer.propose.content.sites import SiteGroup, SiteRow, site_groups, site_tables
from proposer.propose.content.view import ProposalView, proposal_view
from proposer.propose.edition.look import load_look
from proposer.propose.long.book import Book, make_section
from proposer.propose.long.sections import annex_sections
from proposer.propose.pdf import engine
from proposer.propose.pdf.inside import inside_of
from proposer.propose.template import html
from proposer.propose.template.html import Printer

TEMPLATES = Path(__file__).parents[2] / "templates"
BUYER = Edition(audience="procurement")
STORES = 104
TOLD: dict[tuple[Edition, int], list[str]] = {}


@cache
def stores() -> Quote:
    return replace(samples.retailer(STORES), approval="Director of Sales")


@cache
def in_sections(edition: Edition, workers: int = 2) -> bytes:
    told = TOLD[edition, workers] = []
    outcome = propose(stores(), TEMPLATES, edition, workers=workers, progress=told.append)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@cache
def in_one_piece(edition: Edition) -> bytes:
    outcome = make_pdf(stores(), TEMPLATES, edition, lambda _stage: None)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def words(data: bytes) -> list[str]:
    return [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]


def leads(data: bytes) -> list[tuple[object, ...]]:
    """Every bookmark with its depth and page, every name with its page, every link within with its page and goal."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        names = list(pdf.Root.Names.Dests.Names)
        places = {str(name): numbers[at[0].objgen] for name, at in zip(names[::2], names[1::2], strict=True)}
        links = [
            (number, places[str(link.Dest)])
            for number, page in enumerate(pdf.pages)
            for link in page.obj.get("/Annots", ())
            if "/Dest" in link
        ]
        marks = [(depth, title, numbers[at]) for depth, title, at in _marks(pdf.Root.Outlines, 0)]
        return [*marks, *sorted(places.items()), *links]


def _marks(above: pikepdf.Object, depth: int) -> Iterator[tuple[int, str, tuple[int, int]]]:
    entry = above.get("/First")
    while entry is not None:
        yield depth, str(entry.Title), entry.Dest[0].objgen
        yield from _marks(entry, depth + 1)
        entry = entry.get("/Next")


def test_it_tells_its_edition() -> None:
    inside = inside_of(in_sections(BUYER), "long.pdf").value
    assert inside is not None
    assert inside.edition == BUYER


@pytest.mark.parametrize("edition", [BUYER, Edition(brand="northline", paper="a4")], ids=["procurement", "full"])
def test_sections_are_the_pages_of_the_document_in_one_piece(edition: Edition) -> None:
    ours, whole = in_sections(edition), in_one_piece(edition)
    assert ours != whole
    assert words(ours) == words(whole)
    assert leads(ours) == leads(whole)


def test_the_same_bytes_for_any_number_of_workers() -> None:
    assert in_sections(BUYER, 0) == in_sections(BUYER, 1) == in_sections(BUYER, 2)


def test_templates_and_stylesheet_are_read_once_for_all_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    by_two, read = in_sections(BUYER), Counter[str]()

    def watched(made: Callable[..., object], *given: object) -> object:
        read[made.__name__] += 1
        return made(*given)

    for place, made in ((html, html._environment), (engine, engine._Press)):
        monkeypatch.setattr(place, made.__name__, partial(watched, made))
    assert propose(stores(), TEMPLATES, BUYER, workers=0).value == by_two
    assert read == {"_environment": 1, "_Press": 3}  # annexes, front and margins have a style each


def test_what_stands_in_the_margins_counts_the_whole() -> None:
    pages = words(in_sections(BUYER))
    for number, page in enumerate(pages, 1):
        flat = " ".join(page.split())
        assert f"{number} / {len(pages)}" in flat
        assert flat.count("Draft, not approved") == 2  # across the page, and in its head (or on the cover)


def test_the_structure_is_one_tree_and_owns_every_piece() -> None:
    with pikepdf.open(io.BytesIO(in_sections(BUYER))) as pdf:
        root = pdf.Root.StructTreeRoot
        assert [str(element.S) for element in root.K] == ["/Document"]
        assert all(element.P.objgen == root.K[0].objgen for element in root.K[0].K)
        numbers = list(root.ParentTree.Nums)
        assert [int(number) for number in numbers[::2]] == list(range(len(numbers) // 2))
        for page in pdf.pages:
            owners = numbers[2 * int(page.obj.StructParents) + 1]
            assert all("/Pg" in owner for owner in owners if owner is not None)


def test_progress_tells_sections_and_pages() -> None:
    told = TOLD[BUYER, 2] if in_sections(BUYER) else []
    count = len(words(in_sections(BUYER)))
    assert told[0] == "Laying out the proposal: section 1 of 6"
    assert told[1].startswith("Laying out the proposal: section 2 of 6, ")
    assert told[-1] == f"Laying out the proposal: section 6 of 6, {count} pages"


def test_a_fault_in_a_section_is_told_once(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    file = templates / "proposal" / "sections" / "lines.html.j2"
    file.write_text(file.read_text("utf-8") + "{{ view.nothing }}", "utf-8")
    outcome = propose(stores(), templates, BUYER, workers=2)
    assert outcome.value is None
    assert [(found.code, found.span.file) for found in outcome.diagnostics] == [("TPL101", str(file))]


def test_templates_that_know_of_no_parts_are_laid_out_in_one_piece(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    file = templates / "proposal" / "proposal.html.j2"
    lines = [line for line in file.read_text("utf-8").splitlines() if "in view.part." not in line or "annexes" in line]
    text = "\n".join(line for line in lines if "view.part.before" not in line)
    file.write_text(text.replace("view.part.annexes", "view.annexes"), "utf-8")
    told: list[str] = []
    outcome = propose(stores(), templates, Edition(audience="full"), progress=told.append)
    assert outcome.value is not None
    assert told == ["template", "pdf"]


def test_short_documents_and_short_editions_are_in_one_piece() -> None:
    told: list[str] = []
    assert propose(stores(), TEMPLATES, Edition(audience="executive"), progress=told.append).value is not None
    assert told == ["template", "pdf"]


def book(edition: Edition = BUYER) -> Book:
    look = load_look(stores(), TEMPLATES, edition).value
    assert look is not None
    view = proposal_view(stores(), look.say, look.audience)
    return Book(stores(), Edition(), look, view, Printer(TEMPLATES, look.say.words))


def test_a_section_can_be_sent_to_a_process_that_starts_afresh(tmp_path: Path) -> None:
    made = book()
    section = next(annex_sections(made.view))
    task = partial(make_section, made, section, tmp_path / "section.pdf")
    again = pickle.loads(pickle.dumps(task))  # noqa: S301  # our own
    assert again.args[1] == section


def cut(view: ProposalView) -> list[tuple[str, ...]]:
    return [tuple(annex.id for annex in section.view.part.annexes) for section in annex_sections(view)]


def test_where_a_document_is_cut() -> None:
    rest = ("price", "fees", "assumptions", "terms", "acceptance")
    assert cut(book().view) == [("lines",), ("lines",), ("lines",), ("sites",), rest]
    assert cut(book(Edition(audience="technical")).view) == [
        ("network",), ("sites",), ("designs",), ("services", "levels", "plan", "assumptions"),
    ]  # fmt: skip


def test_designs_of_a_long_document_begin_on_fresh_pages_now_and_then() -> None:
    design = replace(design_views(samples.dentist(), SAY)[0], rows=design_views(samples.dentist(), SAY)[0].rows * 100)
    fresh = [each.is_fresh for each in on_fresh_pages((design,) * 5)]
    per_page = -(-AT_ONCE // len(design.rows))
    assert fresh == [number > 0 and number % per_page == 0 for number in range(5)]


def row(number: int) -> SiteRow:
    return SiteRow(f"Site {number}", "", "", "", "", "")


def test_the_list_of_sites_is_cut_into_tables_and_loses_none() -> None:
    def group(name: str, first: int, count: int) -> SiteGroup:
        rows = tuple(row(number) for number in range(first, first + count))
        return SiteGroup(rows[:-3], rows[-3:], name, "", "")

    groups = (group("OH", 0, 150), group("PA", 150, 451), group("NY", 601, 1))
    tables = site_tables(groups)
    flat = [site.name for table in tables for each in table for site in (*each.rows, *each.closing)]
    assert flat == [f"Site {number}" for number in range(602)]
    assert [[each.sum_title for each in table] for table in tables] == [["OH", ""], [""], ["", ], ["PA", "NY"]]  # fmt: skip
    assert all(sum(len(each.rows) + len(each.closing) for each in table) <= 200 for table in tables)
    states = (group("OH", 0, 120), group("PA", 120, 90), group("NY", 210, 30))
    assert [[each.sum_title for each in table] for table in site_tables(states)] == [["OH"], ["PA", "NY"]]
    short = site_groups(samples.clinics(), SAY)
    assert site_tables(short) == (short,)


def test_everything_but_the_metadata_is_packed() -> None:
    with pikepdf.open(io.BytesIO(in_sections(BUYER))) as pdf:
        streams = [each for each in pdf.objects if isinstance(each, pikepdf.Stream)]
        plain = [each for each in streams if "/Filter" not in each and len(each.read_raw_bytes()) > 200]
        assert [each.get("/Type") for each in plain] == ["/Metadata"]
