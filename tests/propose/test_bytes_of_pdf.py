"""What makes a PDF small and changes nothing that is seen: joined lines, text in its holder, packed objects, bookmarks."""

from __future__ import annotations

import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from proposer.propose.long.bookmarks import Bookmark, outlines
from proposer.propose.long.compact import Writer
from proposer.propose.long.renumbered import Numbered, outer
from proposer.propose.pdf.slim import slim
from proposer.propose.pdf.spans import hang_text_in_its_holder

INK = b"0.8 0.8 0.8 RG"


def line(start: bytes, end: bytes, ink: bytes = INK) -> list[object]:
    state: list[object] = ["/Artifact", b"BMC", b"q", b"q", b"/A1.0 gs", ink, b"0.5 w"]
    return [*state, start + b" m", end + b" l", b"S", b"Q", b"Q", b"EMC"]


def slimmed(*pieces: object) -> list[object]:
    found = list(pieces)
    slim(found)
    return found


def test_lines_that_go_straight_on_in_the_same_ink_are_one() -> None:
    three = (*line(b"10 5", b"20 5"), *line(b"20 5", b"30 5"), *line(b"30 5", b"41.5 5"))
    assert slimmed(b"q", *three, b"Q") == [b"q", *line(b"10 5", b"41.5 5"), b"Q"]
    down = (*line(b"10 5", b"10 9"), *line(b"10 9", b"10 12"))
    assert slimmed(*down) == line(b"10 5", b"10 12")


def test_other_lines_stay() -> None:
    for other in (
        line(b"20 6", b"30 6"),
        line(b"20 5", b"20 9"),
        line(b"20 5", b"30 5", b"1 0 0 RG"),
        line(b"21 5", b"30 5"),
    ):
        both = [*line(b"10 5", b"20 5"), *other]
        assert slimmed(*both) == both


def test_kerning_by_nothing_is_left_out() -> None:
    assert slimmed(b"[<0001>0<0002>-3<0003>0<0004>0] TJ") == [b"[<00010002>-3<00030004>] TJ"]


def element(kind: str, above: int, kids: list[object], page: bytes = b"9 0 R", **more: object) -> dict[str, object]:
    return {"Type": "/StructElem", "S": kind, "P": f"{above} 0 R".encode(), "K": kids, "Pg": page, **more}


def test_text_hangs_in_its_holder_and_is_owned_by_it() -> None:
    inner = element("/Span", 2, [1])
    objects = [
        None,
        element("/P", 0, [b"2 0 R", b"4 0 R"]),
        element("/Span", 1, [0, b"3 0 R"]),
        inner,
        element("/Span", 1, [2]),
    ]
    owners: list[object] = [0, [b"2 0 R", b"3 0 R", b"4 0 R", "null"], 1, b"8 0 R"]
    hang_text_in_its_holder(objects, owners)
    assert objects == [None, element("/P", 0, [0, 1, 2]), {}, {}, {}]
    assert owners == [0, [b"1 0 R", b"1 0 R", b"1 0 R", "null"], 1, b"8 0 R"]


def test_text_that_says_more_or_stands_elsewhere_stays() -> None:
    for span in (
        element("/Span", 1, [0], Alt="words"),
        element("/Span", 1, [0], page=b"7 0 R"),
        element("/Link", 1, [0]),
    ):
        objects = [None, element("/P", 0, [b"2 0 R"]), span]
        hang_text_in_its_holder(objects, [0, [b"2 0 R"]])
        assert objects[2] == span
        assert span["K"] == [0]


def test_bookmarks_hang_on_the_last_heading_above_them() -> None:
    given = [(b"(Cover)", 1), (b"(A)", 2), (b"(A 1)", 3), (b"(A 1 a)", 5), (b"(B)", 2), (b"(Deep)", 3), (b"(End)", 1)]
    marks = [Bookmark(title, b"[9 0 R /Fit]", level) for title, level in given]
    told = {number: source.replace(b"/Dest [9 0 R /Fit]", b"").decode() for number, source in outlines(marks, 20)}
    assert told == {
        20: "<</Type/Outlines/First 21 0 R/Last 27 0 R/Count 7>>",
        21: "<</Title (Cover)/Parent 20 0 R/Next 27 0 R/First 22 0 R/Last 25 0 R/Count 5>>",
        22: "<</Title (A)/Parent 21 0 R/Next 25 0 R/First 23 0 R/Last 23 0 R/Count 2>>",
        23: "<</Title (A 1)/Parent 22 0 R/First 24 0 R/Last 24 0 R/Count 1>>",
        24: "<</Title (A 1 a)/Parent 23 0 R>>",
        25: "<</Title (B)/Parent 21 0 R/Prev 22 0 R/First 26 0 R/Last 26 0 R/Count 1>>",
        26: "<</Title (Deep)/Parent 25 0 R>>",
        27: "<</Title (End)/Parent 20 0 R/Prev 21 0 R>>",
    }
    assert dict(outlines([], 20)) == {20: b"<</Type/Outlines>>"}


TEXT = "Année (1 0 R) \\ ) 2 0 R"


def written(file: Path, data: bytes) -> pikepdf.Pdf:
    """A page whose content is this packed data, read from a part and written behind five numbers of others."""
    with pikepdf.new() as pdf, file.open("wb") as target:
        page = pdf.add_blank_page()
        page.obj.Contents = pikepdf.Stream(pdf, data, Filter=Name.FlateDecode)
        page.obj.Note = Dictionary(Words=TEXT, Numbers=Array([1, 0, 2]), Other=outer(3), Hex=pikepdf.String("\x07\x10"))
        pdf.docinfo["/Producer"] = "Proposer"
        writer = Writer(target)
        writer.take(5)
        writer.add(3, b"(of the whole)")
        given = Numbered(pdf, writer, {1: pdf.Root, 2: pdf.Root.Pages})
        pdf.make_indirect(Name.Unmet)  # nothing leads to it
        writer.add(1, b"<</Type/Catalog/Pages 2 0 R>>")
        writer.add(2, b"<</Type/Pages/Count 1/Kids[%d 0 R]>>" % given.number(page.obj))
        info = given.source(pdf.trailer.Info)
        given.write()
        writer.close(1, info, b"0123456789abcdef")
    return pikepdf.open(file)


def test_a_part_is_written_with_other_numbers_and_the_same_objects(tmp_path: Path) -> None:
    with written(tmp_path / "whole.pdf", zlib.compress(b"q Q")) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_bytes() == b"q Q"
        note = pdf.pages[0].Note
        assert (str(note.Words), [int(each) for each in note.Numbers], bytes(note.Hex)) == (
            TEXT,
            [1, 0, 2],
            b"\x07\x10",
        )
        assert str(note.Other) == "of the whole"
        assert pdf.pages[0].Parent.objgen[0] == 2
        assert str(pdf.docinfo["/Producer"]) == "Proposer"
        assert bytes(pdf.trailer.ID[0]) == b"0123456789abcdef"
        assert Name.Unmet not in list(pdf.objects)
    assert list(tmp_path.iterdir()) == [tmp_path / "whole.pdf"]


def test_no_stream_ends_in_a_carriage_return(tmp_path: Path) -> None:
    """Of which one in 256 does: its packed form ends in the sum of its bytes."""
    text = next(text for text in (b"%" + bytes((n,)) * 3 for n in range(256)) if zlib.compress(text).endswith(b"\r"))
    with written(tmp_path / "whole.pdf", zlib.compress(text)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == text
        assert pdf.check_pdf_syntax() == []
    assert b"\r\nendstream" not in (tmp_path / "whole.pdf").read_bytes()
