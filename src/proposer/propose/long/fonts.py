"""The fonts of a long document, each once: a part holds of a font what it needs, and the whole holds what its parts do.

A part keeps the numbers that glyphs have in the font as it is published, so that the same number means the same in all
parts. What is no TrueType font, or is not written by those numbers, stays as it is in each part.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from pikepdf import Array, Dictionary, Name, Object, Pdf

from proposer.propose.long.compact import Writer
from proposer.propose.long.renumbered import Numbered, outer, write_packed

if TYPE_CHECKING:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

LETTER = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
NONE = 0  # the glyph for what a font does not have, in every font
TOGETHER = 100  # letters in one block, by PDF's own rule
HEAD = (
    b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n/CIDSystemInfo\n"
    b"<< /Registry (Adobe)\n/Ordering (UCS)\n/Supplement 0\n>> def\n/CMapName /Adobe-Identity-UCS def\n"
    b"/CMapType 2 def\n1 begincodespacerange\n<0000> <ffff>\nendcodespacerange"
)
END = b"endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend"


@dataclass(slots=True)
class Gathered:
    """A font of the whole: its number, an object like it, and by the number of each glyph its letters and its width."""

    number: int
    font: Object
    files: list[tuple[bytes, AbstractSet[int]]] = field(default_factory=list)
    letters: dict[int, bytes] = field(default_factory=dict)
    widths: dict[int, int | Decimal] = field(default_factory=dict)

    def add(self, font: Object) -> None:
        """What a part holds of it; a file that has no other glyphs than those before it is not kept."""
        below = font.DescendantFonts[0]
        descriptor = below.FontDescriptor
        letters = {int(glyph, 16): text for glyph, text in LETTER.findall(font.ToUnicode.read_bytes())}
        widths = dict(_widths(below.W))
        if not letters.keys() <= self.letters.keys():
            self.files.append((descriptor.FontFile2.read_bytes(), letters.keys() | {NONE}))
        self.letters = letters | self.letters
        self.widths = widths | self.widths
        mine = self.font.DescendantFonts[0].FontDescriptor
        mine.Flags = int(mine.Flags) & int(descriptor.Flags)  # all of one width only where all parts are
        mine.FontBBox[2] = max(mine.FontBBox[2], descriptor.FontBBox[2])

    def close(self) -> None:
        """Put together what was gathered."""
        below = self.font.DescendantFonts[0]
        file = together(self.files)
        write_packed(below.FontDescriptor.FontFile2, file)
        below.FontDescriptor.FontFile2.Length1 = len(file)
        below.W = Array(_runs(self.widths))
        write_packed(self.font.ToUnicode, b"\n".join((HEAD, *_blocks(self.letters), END)))


class Fonts:
    """All fonts of the whole, by the names that pages call them."""

    def __init__(self, writer: Writer) -> None:
        self.writer = writer
        self.pdf = Pdf.new()
        self.gathered: dict[str, Gathered] = {}

    def share(self, part: Pdf) -> None:
        """Let a part's pages have the fonts of the whole. All pages of a part have the same."""
        fonts = part.pages[0].Resources.get("/Font", Dictionary())
        for name, font in list(fonts.items()):
            if _is_shared(font):
                if name not in self.gathered:
                    self.gathered[name] = Gathered(self.writer.take(1), self.pdf.copy_foreign(font))
                self.gathered[name].add(font)
                fonts[name] = outer(self.gathered[name].number)

    def close(self) -> None:
        """Write them."""
        given = Numbered(self.pdf, self.writer)
        for font in self.gathered.values():
            font.close()
            given.give(font.font, font.number)
        given.write()


def _is_shared(font: Object) -> bool:
    return font.get("/Encoding") == Name("/Identity-H") and "/FontFile2" in font.DescendantFonts[0].FontDescriptor


def _widths(row: Object) -> Iterator[tuple[int, int | Decimal]]:
    """The width of each glyph, of a row such as `3 [500 510] 8 [490]`."""
    parts = list(row)
    for first, widths in zip(parts[::2], parts[1::2], strict=True):
        yield from enumerate(widths, int(first))


def _runs(widths: dict[int, int | Decimal]) -> Iterator[object]:
    """The same row again."""
    run = Array()
    for glyph in sorted(widths):
        if glyph - 1 not in widths:
            run = Array()
            yield from (glyph, run)
        run.append(widths[glyph])


def _blocks(letters: dict[int, bytes]) -> Iterator[bytes]:
    lines = [b"<%04x> <%s>" % each for each in sorted(letters.items())]
    for at in range(0, len(lines), TOGETHER):
        block = lines[at : at + TOGETHER]
        yield b"\n".join((b"%d beginbfchar" % len(block), *block, b"endbfchar"))


def together(files: Sequence[tuple[bytes, AbstractSet[int]]]) -> bytes:
    """One TrueType file with the glyphs of all, each at its own number; each file comes with the numbers that it is used for.

    What a file has beyond those are pieces that its glyphs are made of, at numbers of that file alone: glyphs made of
    pieces become glyphs of their own.
    """
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables._g_l_y_f import Glyph

    fonts = [(TTFont(io.BytesIO(file), recalcTimestamp=False), sorted(glyphs)) for file, glyphs in files]
    for font, _ in fonts:
        font.setGlyphOrder([f"glyph{number}" for number in range(font["maxp"].numGlyphs)])
    whole = max((font for font, _ in fonts), key=lambda font: int(font["maxp"].numGlyphs))
    found = {name: (glyph, font["hmtx"][name]) for font, glyphs in fonts for name, glyph in _in_one_piece(font, glyphs)}
    for name in whole.getGlyphOrder():
        if name in found:
            whole["glyf"][name], whole["hmtx"][name] = found[name]
        else:
            whole["glyf"][name] = Glyph()
    target = io.BytesIO()
    whole.save(target)
    return target.getvalue()


def _in_one_piece(font: TTFont, glyphs: Sequence[int]) -> Iterator[tuple[str, Glyph]]:
    from fontTools.pens.recordingPen import DecomposingRecordingPen
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    drawn = font.getGlyphSet()
    for number in glyphs:
        name = f"glyph{number}"
        glyph = font["glyf"][name]
        if glyph.isComposite():
            pieces, pen = DecomposingRecordingPen(drawn), TTGlyphPen(None)
            drawn[name].draw(pieces)
            pieces.replay(pen)
            glyph = pen.glyph()
        yield name, glyph
