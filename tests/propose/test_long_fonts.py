"""A long document holds each font once, and what it holds of it is the font as it is published."""

from __future__ import annotations

import io

import pikepdf
import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from test_sections import BUYER, TEMPLATES, in_sections, stores

from proposer.propose.edition.look import load_look
from proposer.propose.long.fonts import LETTER, _widths, together

Outline = list[tuple[str, tuple[object, ...]]]


def outline(font: TTFont, glyph: int) -> Outline:
    pen = DecomposingRecordingPen(drawn := font.getGlyphSet())
    drawn[font.getGlyphName(glyph)].draw(pen)
    return list(pen.value)


def test_each_font_lies_in_the_file_once_and_each_glyph_is_that_of_the_published_font() -> None:
    look = load_look(stores(), TEMPLATES, BUYER).value
    assert look is not None
    published = [TTFont(face.file) for face in look.brand.faces]
    with pikepdf.open(io.BytesIO(in_sections(BUYER))) as pdf:
        fonts = {name: font for page in pdf.pages for name, font in page.Resources.Font.items()}
        files = [thing for thing in pdf.objects if isinstance(thing, pikepdf.Stream) and "/Length1" in thing]
        assert len(files) == len(fonts) > 3
        for font in fonts.values():
            compare(font, published)


def compare(font: pikepdf.Object, published: list[TTFont]) -> None:
    below = font.DescendantFonts[0]
    held = TTFont(io.BytesIO(below.FontDescriptor.FontFile2.read_bytes()))
    widths = dict(_widths(below.W))
    alike = [face for face in published if all(outline(held, glyph) == outline(face, glyph) for glyph in widths)]
    assert len(alike) == 1, f"{font.BaseFont} is none of the brand's faces"
    face = alike[0]
    for glyph, width in widths.items():
        published_width = face["hmtx"][face.getGlyphName(glyph)][0] * 1000 / face["head"].unitsPerEm
        assert float(width) == pytest.approx(published_width, abs=0.5)
    letters = {
        int(glyph, 16): bytes.fromhex(text.decode()).decode("utf-16-be")
        for glyph, text in LETTER.findall(font.ToUnicode.read_bytes())
    }
    assert letters.keys() - {0} == widths.keys() - {0}
    for letter, name in face.getBestCmap().items():
        if (glyph := face.getGlyphID(name)) in letters and not chr(letter).isspace():
            assert letters[glyph] == chr(letter) or letter > 0x2000


def a_font(*drawn: str) -> bytes:
    """A font with squares at glyphs 1 and 3, and one at 2 that is made of the last, moved; only what is named is drawn."""
    names = [".notdef", "a", "b", "c"]
    glyphs = {name: TTGlyphPen(None).glyph() for name in names}
    for name, size in (("a", 100), ("c", 300)):
        if name in drawn:
            glyphs[name] = square(size)
    if "b" in drawn:
        pen = TTGlyphPen(dict.fromkeys(names))
        pen.addComponent("c", (1, 0, 0, 1, 50, 0))
        glyphs["b"] = pen.glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf(glyphs)
    builder.setupHorizontalMetrics({name: (500 + number, 50 * (name == "b")) for number, name in enumerate(names)})
    builder.setupHorizontalHeader()
    builder.setupPost(keepGlyphNames=False)
    target = io.BytesIO()
    builder.save(target)
    return target.getvalue()


def square(size: int) -> Glyph:
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    for point in ((0, size), (size, size), (size, 0)):
        pen.lineTo(point)
    pen.closePath()
    return pen.glyph()


def test_pieces_that_a_glyph_is_made_of_have_other_numbers_in_other_files() -> None:
    """The first file has a piece at glyph 3, where the second has a letter of that number."""
    with_piece, with_letter = a_font("b", "c"), a_font("a", "c")
    whole = TTFont(io.BytesIO(together([(with_piece, {2}), (with_letter, {1})])))
    assert outline(whole, 2) == outline(TTFont(io.BytesIO(with_piece)), 2)
    assert outline(whole, 1) == outline(TTFont(io.BytesIO(with_letter)), 1)
    assert outline(whole, 3) == []
    assert [whole["hmtx"][whole.getGlyphName(glyph)][0] for glyph in (1, 2)] == [501, 502]


def test_the_same_files_give_the_same_bytes() -> None:
    files = [(a_font("a"), {1}), (a_font("b", "c"), {2})]
    assert together(files) == together(files)
