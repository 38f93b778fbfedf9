"""The gallery's page holds all it shows, and the pictures of a PDF are its pages: of a long one the first and the last two."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from io import BytesIO

import pikepdf
from PIL import Image

from proposer.gallery.page import Sample, gallery_page
from proposer.gallery.pictures import MOST, WIDTH, drawn

DOT = b"\x89PNG"
SAMPLES = (
    Sample("clinics", "meridian, full", "clinics-meridian-full.pdf", 2, 61_500, ((1, DOT), (2, DOT))),
    Sample("clinics", "northline, full", "clinics-northline-full.pdf", 41, 900_000, ((1, DOT), (41, DOT))),
    Sample('<b> & "c"', "meridian, executive", "x.pdf", 1, 999, ((1, DOT),)),
)


class Addresses(HTMLParser):
    """What a page links to and what it shows."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.shown: list[str] = []
        self.words: list[str] = []
        self.tags: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        self.tags.add(tag)
        self.links += [said["href"]] if "href" in said else []
        self.shown += [said["src"]] if "src" in said else []
        self.words += [said["alt"]] if "alt" in said else []


def blank(pages: int) -> bytes:
    """A PDF of so many pages, each a point wider than the one before."""
    with pikepdf.new() as document:
        for number in range(pages):
            document.add_blank_page(page_size=(300 + number, 400))
        held = BytesIO()
        document.save(held)
    return held.getvalue()


def test_the_page_asks_nobody_for_anything() -> None:
    text = gallery_page(SAMPLES)
    page = Addresses(text)
    assert page.tags.isdisjoint({"script", "link", "iframe", "object"})
    assert {address.split(",")[0] for address in page.shown} == {"data:image/png;base64"}
    assert set(page.links) == {
        "#clinics", '#<b> & "c"', "clinics-meridian-full.pdf", "clinics-meridian-full.pdf#page=1", "clinics-meridian-full.pdf#page=2",
        "clinics-northline-full.pdf", "clinics-northline-full.pdf#page=1", "clinics-northline-full.pdf#page=41", "x.pdf", "x.pdf#page=1",
    }  # fmt: skip
    assert not re.search(r"https?:|url\(|@import|//\w", text)


def test_each_sample_says_what_it_is() -> None:
    text = gallery_page(SAMPLES)
    assert re.findall(r"<small>(.*?)</small>", text) == [
        "2 pages, 61 KB", "41 pages, 39 of them only in the PDF, 900 KB", "1 page, 0 KB",
    ]  # fmt: skip
    assert re.findall(r"<h2.*?>(.*?)</h2>", text) == ["clinics", "&lt;b&gt; &amp; &quot;c&quot;"]
    assert Addresses(text).words == [
        "clinics, meridian, full, page 1", "clinics, meridian, full, page 2", "clinics, northline, full, page 1",
        "clinics, northline, full, page 41", '<b> & "c", meridian, executive, page 1',
    ]  # fmt: skip


def test_every_page_of_a_short_document_is_drawn() -> None:
    for count in (1, MOST):
        made = drawn(blank(count)).value
        assert made is not None
        assert (made.count, [number for number, _ in made.pages]) == (count, list(range(1, count + 1)))


def test_of_a_long_document_the_first_and_the_last_two_are_drawn() -> None:
    for count in (MOST + 1, 60):
        made = drawn(blank(count)).value
        assert made is not None
        assert made.count == count
        assert [number for number, _ in made.pages] == [*range(1, 39), count - 1, count]


def test_a_page_is_drawn_at_its_size() -> None:
    made = drawn(blank(1)).value
    assert made is not None
    with Image.open(BytesIO(made.pages[0][1])) as picture:
        assert (picture.format, picture.size) == ("PNG", (WIDTH, 560))
