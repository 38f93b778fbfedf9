"""The PDF: the same bytes everywhere, the quote's numbers and nobody's fonts."""

import hashlib
import io
import os
import re
import subprocess
import sys
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import proposal_samples as samples
import pytest
import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again
from proposal_wording import SAY
from pypdf import PdfReader
from pypdf.generic import PdfObject

from proposer.model.quote import Quote
from proposer.model.quote_json import quote_to_json
from proposer.model.tmf648 import quote_to_tmf648
from proposer.propose import propose

TEMPLATES = Path(__file__).parents[2] / "templates"


@cache
def pdf(name: str) -> bytes:
    quote: Quote = getattr(samples, name)()
    outcome = propose(quote, TEMPLATES)
    assert outcome.diagnostics == ()
    assert outcome.value is not None
    return outcome.value


@cache
def pages(name: str) -> tuple[str, ...]:
    return tuple(page.extract_text() for page in PdfReader(io.BytesIO(pdf(name))).pages)


def plain(data: bytes) -> str:
    """Every object of the file as PDF source, streams apart."""
    reader = PdfReader(io.BytesIO(data))
    found = io.BytesIO()
    for number in sorted(reader.xref[0] | reader.xref_objStm):
        thing = reader.get_object(number)
        if thing is not None and not hasattr(thing, "get_data"):
            thing.write_to_stream(found)
    return found.getvalue().decode("latin-1")


def words(name: str) -> str:
    return " ".join(" ".join(pages(name)).split())


def test_same_bytes_in_another_process_folder_zone_and_hash_seed(tmp_path: Path) -> None:
    script = (
        "import hashlib, sys; from pathlib import Path; import proposal_samples as s; from proposer.propose import propose;"
        "print(hashlib.sha256(propose(s.clinics(), Path(sys.argv[1])).value).hexdigest())"
    )
    path = os.pathsep.join((str(Path(__file__).parent), str(TEMPLATES.parent / "src")))
    seen = {"PYTHONHASHSEED": "77", "TZ": "Asia/Tokyo", "LC_ALL": "C", "PYTHONPATH": path, "PATH": os.environ["PATH"]}
    done = subprocess.run(
        [sys.executable, "-c", script, os.path.relpath(TEMPLATES, tmp_path)],
        cwd=tmp_path,
        env=seen,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stderr == ""
    assert done.stdout.strip() == hashlib.sha256(pdf("clinics")).hexdigest()


def test_same_bytes_again_in_this_process() -> None:
    assert propose(samples.clinics(), TEMPLATES).value == pdf("clinics")


def test_every_total_of_the_quote_stands_in_the_text() -> None:
    option, text = samples.clinics().chosen, words("clinics")
    for cents in (option.monthly, option.once, option.contract_value, option.first_year, option.fees_monthly):
        assert SAY.money(cents) in text
    for design in option.designs:
        assert SAY.money(design.monthly * max(1, len(design.site_ids))) in text
        for line in design.lines:
            assert line.name in text
            assert line.individual_case is not None or SAY.money(line.monthly) in text or "Included" in text
    for other in samples.clinics().options:
        assert SAY.money(other.contract_value) in text


def test_individual_cases_have_a_reason_and_no_price() -> None:
    text = words("clinics")
    assert "Individual case, priced after survey. Needs a survey of the building and the street." in text
    assert "Individual cases are in none of these sums." in text


def test_every_page_names_quote_revision_catalog_and_expiry() -> None:
    for number, page in enumerate(pages("clinics"), 1):
        flat = " ".join(page.split())
        assert "Q-7F3K-2026, revision 2 · catalog 4be1c0ffee4b · valid until January 22, 2027" in flat
        assert "Meridian Business is a fictional provider; all prices are illustrative." in flat
        assert f"{number} / {len(pages('clinics'))}" in flat


def test_a_draft_says_so_on_every_page() -> None:
    assert all("Draft, not approved: waits for Director of Sales" in " ".join(page.split()) for page in pages("draft"))
    assert "not approved" not in words("clinics")


def test_what_a_customer_says_stays_text() -> None:
    text = words("draft")
    assert "<script>alert(1)</script> {{ 7 * 7 }} & Sons" in text
    assert "{% raw %} <b>bold</b>" in text


def test_only_the_brands_fonts() -> None:
    names = set(re.findall(r"/BaseFont /[A-Z]{6}\+([\w-]+)", plain(pdf("clinics"))))
    assert names
    assert names <= {
        "Brand-Text",
        "Brand-Text-Medium",
        "Brand-Text-Semi-Bold",
        "Brand-Text-Italic",
        "Brand-Display",
        "Brand-Display-Italic",
    }


def test_archive_facts_and_the_quote_inside() -> None:
    reader = PdfReader(io.BytesIO(pdf("clinics")))
    assert reader.attachments["proposer-quote.json"] == [quote_to_json(samples.clinics()).encode()]
    assert reader.attachments["quote.json"] == [quote_to_tmf648(samples.clinics()).encode()]
    assert reader.metadata is not None
    assert reader.metadata.title == "Proposal for Lakeside Family Clinics"
    assert str(reader.metadata.get("/CreationDate")).startswith("D:20261123")
    raw = plain(pdf("clinics"))
    assert "/Marked true" in raw
    assert re.search(r"/Lang \(en(-|\\055)US\)", raw)
    assert "/AFRelationship /Data" in raw


@pytest.mark.parametrize("name", ["dentist", "three_sites", "long_names", "nothing"])
def test_other_shapes_render(name: str) -> None:
    assert 5 <= len(pages(name)) <= 14


def test_five_hundred_sites_are_listed() -> None:
    text = words("retailer")
    assert "Store 0499" in text
    assert len(pages("retailer")) < 45


def test_a_draft_says_so_across_each_page_and_names_who_must_approve() -> None:
    quote = replace(samples.clinics(), approval="Sales director, Finance")
    outcome = propose(quote, TEMPLATES)
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    drafts = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(outcome.value)).pages]

    assert len(drafts) == len(pages("clinics"))  # it takes no room
    for text in drafts:
        assert text.count("Draft, not approved") == 2  # across the page, and in its head (or on the cover)
        assert "draft, not approved" in text  # in its foot
        assert "Draft, not approved: waits for Sales director, Finance" in text
    assert "It can be signed once Sales director, Finance has approved it." in drafts[-1]


def test_what_is_approved_says_nothing_of_drafts() -> None:
    assert "draft" not in words("clinics").lower()


def test_the_watermark_is_no_part_of_what_is_read_aloud() -> None:
    """The structure tree grows by what the cover and the acceptance say of drafts, once, however many pages there are."""
    draft = propose(replace(samples.clinics(), approval="Finance"), TEMPLATES).value
    assert draft is not None

    more = structure(draft) - structure(pdf("clinics"))
    assert more == Counter({"/P": 2, "/Sect": 1})  # text hangs in its paragraph, without an element of its own
    assert sum(more.values()) < len(pages("clinics"))


def structure(data: bytes) -> Counter[str]:
    """How many elements of each kind the structure tree has."""
    found: Counter[str] = Counter()
    root = PdfReader(io.BytesIO(data)).root_object
    left: list[object] = [root.get("/StructTreeRoot")]
    while left:
        thing = left.pop()
        thing = thing.get_object() if isinstance(thing, PdfObject) else thing
        if isinstance(thing, list):
            left += thing
        elif isinstance(thing, dict):
            found.update([str(thing["/S"])] if "/S" in thing else [])
            left += [thing["/K"]] if "/K" in thing else []
    return found
