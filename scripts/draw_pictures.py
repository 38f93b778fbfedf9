"""Draw the pictures of README and docs/templates.md anew, from proposals of the examples on a fixed day: `make picture`.

A part of a page is found by its words, so that a page more before it moves nothing. Type, palette and space are drawn from
`specimen.html` beside this file, laid out with the proposal's own stylesheet and with each brand. A picture that becomes too
large ends the run.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.pipeline import make_quote
from proposer.propose import propose
from proposer.propose.edition.brand import COLOURS
from proposer.propose.edition.look import load_look
from proposer.propose.pdf.engine import write_pdf
from proposer.propose.pdf.sheet import Sheet

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES, FOLDER = ROOT / "templates", ROOT / "docs" / "images"
AS_OF = date(2026, 11, 23)
MERIDIAN, NORTHLINE = Edition(), Edition(brand="northline")
GROUND, GAP = "#dfe3e6", 10  # between pages
COLOURS_KEPT = 240
MOST, MOST_README = 60_000, 120_000  # bytes
POINT = 25.4 / 72  # millimetres
SIDE = 17  # millimetres: a part is the type area and a little more
Pages = pypdfium2.PdfDocument


def main() -> None:
    """Draw them all."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    brands = (MERIDIAN, NORTHLINE)
    readers = ("full", "executive", "technical", "procurement")
    papers = ((MERIDIAN, 324), (Edition(paper="a4"), 315))  # as wide as they are beside each other on a table
    save("brands", beside(page(clinics(each), at, 330) for each in brands for at in (0, 3)), MOST_README)
    save("type", beside(part(specimen(each), "h2, the title", 112, 440, wide=92) for each in brands))
    save("palette", beside(part(specimen(each), "brand.toml, [", 114, 400, wide=92) for each in brands))
    save("space", part(specimen(MERIDIAN), "The type area", 62, 720))
    save("tables", below(part(clinics(each), "Tax or fee", 60, 720) for each in brands))
    save("options", part(clinics(MERIDIAN), "Your options side by side", 69, 720))
    save("callouts", below(part(clinics(MERIDIAN), words, 57, 640) for words in ("12 sites, 36 months", "Dear Dana")))
    save("figures", figures())
    save("papers", beside(page(dentist(each), 0, width) for each, width in papers))
    save("audiences", below(strip(Edition(audience=reader), 6) for reader in readers))
    save("spanish", part(clinics(Edition(language="es")), "Sus opciones", 70, 720))
    save("acceptance", part(clinics(MERIDIAN), "By signing", 112, 640))


def figures() -> Image.Image:
    """Four figures: today, the plan, the months, the network."""
    found = (
        ("Compared with today", 96),
        ("Days count from", 61),
        ("What you pay a month, by", 76),
        ("Every site has", 118),
    )
    today, plan, months, network = (part(clinics(MERIDIAN), words, high, 520) for words, high in found)
    return beside([below([today, plan]), below([months, network])])


def strip(edition: Edition, most: int) -> Image.Image:
    """The first pages of an edition in a row."""
    pages = clinics(edition)
    return beside(page(pages, number, 120) for number in range(min(most, len(pages))))


@cache
def quote(example: str) -> Quote:
    """The example's quote on the fixed day."""
    catalog = known(load_catalog(ROOT / "catalog"))
    needs = known(load_needs(ROOT / "examples" / f"{example}.yaml", catalog))
    made = known(make_quote(catalog, needs, AS_OF))
    assert isinstance(made, Quote)  # noqa: S101 - the examples that are drawn have an answer
    return made


def known(outcome: object) -> object:
    """What was made, or the end."""
    value = getattr(outcome, "value", None)
    return value if value is not None else sys.exit("\n".join(d.message for d in outcome.diagnostics))


@cache
def clinics(edition: Edition) -> Pages:
    """The proposal of the clinics."""
    return Pages(known(propose(quote("clinics"), TEMPLATES, edition)))


@cache
def dentist(edition: Edition) -> Pages:
    """The proposal of the dentist."""
    return Pages(known(propose(quote("dentist"), TEMPLATES, edition)))


@cache
def specimen(edition: Edition) -> Pages:
    """Type, palette and space in a brand's look."""
    look = known(load_look(quote("dentist"), TEMPLATES, edition))
    swatches = "".join(
        f'<tr><td style="background:{look.brand.colours[name]}"></td><td>{name}</td><td>{look.brand.colours[name]}</td></tr>'
        for name in COLOURS
    )
    html = (ROOT / "scripts" / "specimen.html").read_text("utf-8").replace("SWATCHES", swatches)
    return Pages(known(write_pdf(Sheet(html, look.stylesheet, AS_OF), look.brand)))


def page(pages: Pages, number: int, width: int) -> Image.Image:
    """A whole page, so many pixels wide."""
    drawn = pages[number].render(scale=width / pages[number].get_width()).to_pil()
    return drawn.convert("RGB")


def part(pages: Pages, words: str, high: int, width: int, *, wide: int = 182) -> Image.Image:
    """The part of a page from these words on, `high` and `wide` in millimetres, so many pixels wide."""
    number, top = found(pages, words)
    sheet = pages[number]
    scale = width / (wide / POINT)
    upper = max(0, (sheet.get_height() - top - 4 / POINT) * scale)
    box = (int(SIDE / POINT * scale), int(upper), int(SIDE / POINT * scale) + width, int(upper + high / POINT * scale))
    return sheet.render(scale=scale).to_pil().convert("RGB").crop(box)


def found(pages: Pages, words: str) -> tuple[int, float]:
    """The first page on which words stand, and the upper end of their first letter in points."""
    for number in range(len(pages)):
        text = pages[number].get_textpage()
        hit = text.search(words, match_case=True).get_next()
        if hit:
            return number, text.get_charbox(hit[0])[3]
    sys.exit(f"no page says `{words}`")


def beside(images: Iterable[Image.Image]) -> Image.Image:
    """Pictures in a row."""
    parts = list(images)
    size = (sum(each.width + GAP for each in parts) + GAP, max(each.height for each in parts) + 2 * GAP)
    return placed(parts, size, down=False)


def below(images: Iterable[Image.Image]) -> Image.Image:
    """Pictures one below the other."""
    parts = list(images)
    size = (max(each.width for each in parts) + 2 * GAP, sum(each.height + GAP for each in parts) + GAP)
    return placed(parts, size, down=True)


def placed(parts: Sequence[Image.Image], size: tuple[int, int], *, down: bool) -> Image.Image:
    """Pictures on a grey ground."""
    ground = Image.new("RGB", size, GROUND)
    x = y = GAP
    for each in parts:
        ground.paste(each, (x, y))
        x, y = (x, y + each.height + GAP) if down else (x + each.width + GAP, y)
    return ground


def save(name: str, image: Image.Image, most: int = MOST) -> None:
    """Write a picture in few colours, and say how large it is."""
    held = BytesIO()
    image.quantize(COLOURS_KEPT, Image.Quantize.MAXCOVERAGE).save(held, "PNG", optimize=True)
    data = held.getvalue()
    print(f"{name:12}{image.width:6} × {image.height:<6}{len(data) // 1000:4} KB")
    if len(data) > most:
        sys.exit(f"{name} is larger than {most // 1000} KB")
    (FOLDER / f"{name}.png").write_bytes(data)


if __name__ == "__main__":
    main()
