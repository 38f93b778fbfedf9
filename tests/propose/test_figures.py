"""Every figure of every quote: inside its frame, no text on another, no text wider than it is taken for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

import proposal_samples as samples
import pytest
from example_quotes import EXAMPLES, ROOT, quote
from fontTools.ttLib import TTFont
from proposal_parts import AS_OF, design
from proposal_wording import SAY

from proposer.model.quote import Quote, Stretch
from proposer.propose.content.figures import Figure
from proposer.propose.content.figures.shapes import SMALL, WIDTH, Area, Dot, Label, Line, Shape, broken, fit, text_width
from proposer.propose.content.view import ProposalView, proposal_view
from proposer.propose.content.wording import Wording, wording
from proposer.propose.edition.audience import load_audience
from proposer.propose.edition.brand import COLOURS, load_brand
from proposer.propose.template.html import Printer


def ramp() -> Quote:
    """Thirty-six sites, one more every month: a charge that changes in each month of the term."""
    made = samples.dentist()
    steps = tuple(Stretch(month, month, 1_234_567_890 * month, 0, 0) for month in range(1, 37))
    return replace(made, options=tuple(replace(option, schedule=steps) for option in made.options))


def amounts(monthly: int, once: int, today: int) -> Quote:
    """The dentist with two months free and these amounts."""
    made = samples.dentist()
    months = (Stretch(1, 1, 0, once, once), Stretch(2, 2, 0, 0, 0), Stretch(3, 36, monthly, 0, monthly))
    options = tuple(replace(option, schedule=months, monthly=monthly) for option in made.options)
    return replace(made, options=options, customer=replace(made.customer, today_monthly=today))


def asked_for(day: date) -> Quote:
    made = samples.clinics()
    return replace(made, customer=replace(made.customer, install_by=day))


def unlike() -> Quote:
    """Sixty sites, each with a rate of its own."""
    made = samples.clinics(60)
    line = replace(samples.COAX, meets=("internet",))
    designs = tuple(
        design(site.id, site.name, (site.id,), (replace(line, characteristics={"down": f"{n + 1} Mbps"}),))
        for n, site in enumerate(made.sites)
    )
    alone = replace(made.customer, network="")
    return replace(made, options=(replace(made.chosen, designs=designs),), customer=alone)


HARD = {
    "one-site": samples.dentist,
    "twelve-sites": samples.clinics,
    "three-sites": samples.three_sites,
    "five-hundred-sites": samples.retailer,
    "mesh-of-16": lambda: replace(
        samples.clinics(16), customer=replace(samples.clinics(16).customer, network="any-to-any")
    ),
    "mesh-of-2": lambda: replace(
        samples.clinics(2), customer=replace(samples.clinics(2).customer, network="any-to-any")
    ),
    "long-names": samples.long_names,
    "draft": samples.draft,
    "nothing": samples.nothing,
    "ramp": ramp,
    "negative": lambda: amounts(-52_000, -10_000, 61_200),
    "zero": lambda: amounts(0, 0, 1),
    "huge": lambda: amounts(99_999_999_999_99, 12_345_678_901_23, 99_000_000_000_00),
    "dearer": lambda: amounts(90_000, 50_000, 40_000),
    "asked-for-today": lambda: asked_for(AS_OF),
    "asked-for-long-ago": lambda: asked_for(date(2020, 1, 1)),
    "asked-for-in-years": lambda: asked_for(date(2036, 1, 1)),
    "unlike": unlike,
}


@cache
def made(name: str) -> Quote:
    return HARD[name]() if name in HARD else quote(name)


def view(name: str, language: str = "en") -> ProposalView:
    audience = load_audience(ROOT / "templates", "full").value
    assert audience is not None
    return proposal_view(made(name), SAY if language == "en" else spanish(), audience)


@cache
def spanish() -> Wording:
    said = wording("es_US", "USD", ROOT / "templates").value
    assert said is not None
    return said


def figures(name: str, language: str = "en") -> Iterator[Figure]:
    seen = view(name, language)
    pictures = seen.pictures
    found = [seen.front.figure, seen.price.figure, pictures.months, pictures.today, pictures.bandwidth]
    found += [pictures.availability, seen.plan.figure if seen.plan else None]
    found += [pictures.network.figure if pictures.network else None, pictures.map.figure if pictures.map else None]
    yield from (figure for figure in found if figure)


def ends(shape: Shape) -> list[tuple[int, int]]:
    """The corners of a shape."""
    if isinstance(shape, Area):
        return [(shape.x, shape.y), (shape.x + shape.width, shape.y + shape.height)]
    if isinstance(shape, Dot):
        return [(shape.x - shape.radius, shape.y - shape.radius), (shape.x + shape.radius, shape.y + shape.radius)]
    if isinstance(shape, Line):
        return list(shape.points)
    return [(shape.left, shape.y - shape.size * 8 // 10), (shape.right, shape.y + shape.size // 4)]


def outside(figure: Figure) -> list[Shape]:
    """The shapes that leave the frame by more than a hair."""
    return [
        shape
        for shape in figure.shapes
        if any(not (-2 <= x <= WIDTH + 2 and -2 <= y <= figure.height + 2) for x, y in ends(shape))
    ]


def collisions(figure: Figure) -> list[tuple[str, str]]:
    labels = figure.labels
    return [(a.text, b.text) for n, a in enumerate(labels) for b in labels[n + 1 :] if a.meets(b)]


def is_language(text: str) -> bool:
    """Whether a listener hears sentences, not a table: at least half of the signs are letters, as outloud counts them."""
    return sum(map(str.isalpha, text)) * 2 >= len(text)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("name", [*EXAMPLES, *HARD])
def test_figures_keep_to_their_frame_and_their_texts_apart(name: str, language: str) -> None:
    for figure in figures(name, language):
        assert outside(figure) == [], figure.title
        assert collisions(figure) == [], figure.title
        assert all(label.size >= SMALL for label in figure.labels), "less than 7 pt"
        assert figure.title
        assert figure.words
        assert is_language(f"{figure.title}: {figure.words}"), figure.words


def test_the_checks_see_what_is_wrong() -> None:
    one, other = Label(0, 20, "Erie"), Label(30, 24, "Corry")
    wrong = Figure("wrong", "wrong", 40, (one, other, Area(1700, 0, 80, 10, "ink"), Dot(4, 4, 9, "ink")))
    assert outside(wrong) == [Area(1700, 0, 80, 10, "ink"), Dot(4, 4, 9, "ink")]
    assert collisions(wrong) == [("Erie", "Corry")]
    assert not is_language("Essential: Months 1–2 $7,022.94, Month 3 $10,346.18")


@pytest.mark.parametrize("name", [*EXAMPLES, *HARD])
def test_figures_are_painted_in_colours_of_the_brand(name: str) -> None:
    for figure in figures(name):
        for shape in figure.shapes:
            painted = {shape.colour} if isinstance(shape, Label) else {shape.fill, shape.stroke}
            assert painted <= {"", *COLOURS}, figure.title


@pytest.mark.parametrize("name", ["meridian", "northline"])
def test_no_text_is_wider_than_it_is_taken_for(name: str) -> None:
    brand = load_brand(ROOT / "templates", name)
    assert brand.value is not None
    texts = [label.text for each in HARD for figure in figures(each) for label in figure.labels]
    for face in brand.value.faces:
        if face.family == "Brand Text" and face.style == "normal":
            font = TTFont(face.file)
            letters, widths, unit = font.getBestCmap(), font["hmtx"], font["head"].unitsPerEm
            for text in set(texts):
                width = sum(widths[letters[ord(letter)]][0] for letter in text if ord(letter) in letters) / unit * SMALL
                assert width <= text_width(text, SMALL), (face.file.name, text)


def test_texts_are_cut_to_their_room() -> None:
    assert fit("Harbor Avenue", SMALL, 400) == "Harbor Avenue"
    assert fit("Harbor Avenue", SMALL, 130) == "Harbor…"
    assert fit("Harbor Avenue", SMALL, 10) == ""


def test_a_template_only_draws() -> None:
    """Every figure comes out of the template with its title, its words and no colour of its own."""
    brand = load_brand(ROOT / "templates", "northline").value
    assert brand is not None
    page = Printer(ROOT / "templates", SAY.words).html(view("twelve-sites"), brand).value
    assert page is not None
    for figure in figures("twelve-sites"):
        assert f"<title>{figure.title}: " in page
    drawn = "".join(part.partition("</svg>")[0] for part in page.split("<svg ")[1:])
    assert "opacity" not in drawn
    assert "gradient" not in drawn.lower()


def test_a_label_that_is_too_wide_takes_two_lines() -> None:
    room = text_width("Ethernet and dedicated", SMALL)
    assert broken("Ethernet on fibre", SMALL, room) == ("Ethernet on fibre",)
    assert broken("Ethernet and dedicated internet on", SMALL, room) == ("Ethernet and dedicated", "internet on")
    assert broken("Ethernet and dedicated internet on fibre, and more", SMALL, room)[1].endswith("…")
