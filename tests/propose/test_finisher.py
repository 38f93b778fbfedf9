"""What the finisher does to the engine's PDF: tables, running parts, attachments, the declaration of both standards."""

import io
import zlib
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pikepdf
import proposal_samples as samples
from pikepdf import Array, Dictionary, Name

from proposer.propose import propose
from proposer.propose.edition.brand import load_brand
from proposer.propose.pdf.engine import write_pdf
from proposer.propose.pdf.sheet import Attached, Sheet

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def made(name: str) -> bytes:
    outcome = propose(getattr(samples, name)(), TEMPLATES)
    assert outcome.value is not None, outcome.diagnostics
    return outcome.value


def opened(body: str, style: str = "") -> pikepdf.Pdf:
    """The PDF of a page with this body."""
    brand = load_brand(TEMPLATES, "meridian").value
    assert brand is not None
    html = f"<html lang=en><title>Trial</title><body><h1>Trial</h1>{body}</body></html>"
    rules = f"{brand.stylesheet} html {{ font: 9pt 'Brand Text' }} {style}"
    outcome = write_pdf(Sheet(html, rules, date(2026, 11, 23)), brand)
    assert outcome.value is not None, outcome.diagnostics
    return pikepdf.open(io.BytesIO(outcome.value))


def outline(thing: pikepdf.Object, pdf: pikepdf.Pdf) -> list[object]:
    """A part of the structure tree as nested lists of kinds; text and what has no kind is left out."""
    kids = thing.get("/K", Array())
    inner = [outline(kid, pdf) for kid in kids if isinstance(kid, Dictionary) and "/S" in kid]
    scope = thing.get("/A", Dictionary()).get("/Scope", "")
    return [str(thing.S)[1:] + (f" {scope}" if scope else ""), *(part for part in inner if part != ["Span"])]


def tree(pdf: pikepdf.Pdf) -> list[object]:
    return outline(pdf.Root.StructTreeRoot.K[0], pdf)


def parts(thing: pikepdf.Object) -> Iterator[pikepdf.Object]:
    yield thing
    for kid in thing.get("/K", Array()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield from parts(kid)


def test_heads_say_what_they_head() -> None:
    body = """<table><thead><tr><th scope=col>Site<th scope=col>Price</thead>
    <tbody><tr><th scope=row>West<td>$5</tbody></table>"""
    assert tree(opened(body)) == [
        "Document",
        ["H1"],
        [
            "Table",
            ["THead", ["TR", ["TH /Column"], ["TH /Column"]]],
            ["TBody", ["TR", ["TH /Row"], ["TD"]]],
        ],
    ]


def test_a_table_that_only_places_things_is_none() -> None:
    body = """<table role=presentation><tr><td><p>Left<td>
    <table><thead><tr><th scope=col>Site</thead><tbody><tr><td>West</tbody></table></table>"""
    assert tree(opened(body)) == [
        "Document",
        ["H1"],
        [
            "Div",
            [
                "NonStruct",
                [
                    "NonStruct",
                    ["Div", ["P"]],
                    ["Div", ["Table", ["THead", ["TR", ["TH /Column"]]], ["TBody", ["TR", ["TD"]]]]],
                ],
            ],
        ],
    ]


def test_a_table_over_several_pages_is_one_and_its_head_is_read_once() -> None:
    rows = "".join(f"<tr><td>Store {number}" for number in range(12))
    pdf = opened(
        f"<table><thead><tr><th scope=col>Site</thead><tbody>{rows}</tbody></table>",
        "@page { size: 80mm 40mm; margin: 4mm }",
    )
    assert len(pdf.pages) > 2
    tables = [part for part in parts(pdf.Root.StructTreeRoot.K[0]) if str(part.S) == "/Table"]
    assert len(tables) == 1
    kinds = [str(part.S) for part in parts(tables[0])]
    assert (kinds.count("/THead"), kinds.count("/TR"), kinds.count("/TH")) == (1, 13, 1)
    assert pdf.pages[1].Contents.read_bytes().count(b"/Artifact\n<</Type /Pagination>>\nBDC") == 1


def test_running_parts_are_artifacts_and_marks_lead_to_what_is_read() -> None:
    pdf = pikepdf.open(io.BytesIO(made("clinics")))
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    for number, page in enumerate(pdf.pages):
        assert page.Contents.read_bytes().count(b"<</Type /Pagination>>") >= 3  # of head, foot and page number
        owners = numbers[2 * number + 1]
        assert any(owner is None for owner in owners)
        assert all(owner is None or "/S" in owner for owner in owners)


def test_no_part_is_empty() -> None:
    pdf = pikepdf.open(io.BytesIO(made("nothing")))
    found = [str(part.S) for part in parts(pdf.Root.StructTreeRoot.K[0]) if not len(part.get("/K", Array()))]
    assert set(found) <= {"/Div", "/TD", "/Sect", "/LBody"}


def test_attachments_are_named_once_and_links_are_printed() -> None:
    pdf = pikepdf.open(io.BytesIO(made("clinics")))
    named = [thing.objgen for thing in pdf.Root.AF]
    assert len(named) == len(set(named)) == len(pdf.attachments)
    links = [link for page in pdf.pages for link in page.get("/Annots", Array()) if link.Subtype == Name.Link]
    assert links
    assert {int(link.F) for link in links} == {4}


def test_both_standards_are_declared_in_plain_sight_and_no_version_of_anything() -> None:
    pdf = pikepdf.open(io.BytesIO(made("clinics")))
    metadata = pdf.Root.Metadata
    assert "/Filter" not in metadata
    text = metadata.read_bytes().decode()
    for said in ('pdfaid:part="3"', 'pdfaid:conformance="A"', 'pdfuaid:part="1"', "<pdfaSchema:prefix>pdfuaid<"):
        assert said in text
    assert 'pdf:Producer="Proposer"' in text
    assert str(pdf.docinfo["/Producer"]) == "Proposer"
    assert b"WeasyPrint" not in made("clinics")


def test_no_stream_ends_in_a_carriage_return_that_reads_as_a_line_end() -> None:
    """One packed stream in 256 ends in a carriage return: its last byte goes with the sum of what was packed."""
    text = next(text for text in map("a".__mul__, range(1, 257)) if zlib.compress(text.encode()).endswith(b"\r"))
    brand = load_brand(TEMPLATES, "meridian").value
    assert brand is not None
    sheet = Sheet("<html lang=en><title>Trial</title>", "", date(2026, 11, 23), (Attached("x", "x", "Data", text),))
    data = write_pdf(sheet, brand).value
    assert data is not None
    assert data.count(b"\r\nendstream") == data.count(b"\r\r\nendstream") > 0


def test_parts_of_another_language_name_it() -> None:
    body = """<p lang=es>Hola<p>Mr <span lang=es>García</span><p lang=en>Bye
    <p lang=es>Un <em lang=en>firewall <i lang=en>new</i></em> <b lang=es>más</b></p><table><tr><td lang=es>Sí</table>"""
    pdf = opened(body)
    found = [(str(part.S)[1:], str(part.Lang)) for part in parts(pdf.Root.StructTreeRoot.K[0]) if "/Lang" in part]
    assert found == [("P", "es"), ("Span", "es"), ("P", "es"), ("NonStruct", "en"), ("TD", "es")]
