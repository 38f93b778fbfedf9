"""What makes a PDF small and changes nothing that is seen: joined lines, text in its holder, packed objects, bookmarks."""

from __future__ import annotations

import io
import zlib
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name

from proposer.propose.bookmarks import Bookmark, bookmarks_of, outlines
from proposer.propose.compact import save_plain, write_compact
from proposer.propose.slim import slim
from proposer.propose.spans import hang_text_in_its_holder

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
    for other in (line(b"20 6", b"30 6"), line(b"20 5", b"20 9"), line(b"20 5", b"30 5", b"1 0 0 RG"), line(b"21 5", b"30 5")):
        both = [*line(b"10 5", b"20 5"), *other]
        assert slimmed(*both) == both


def test_kerning_by_nothing_is_left_out() -> None:
    assert slimmed(b"[<0001>0<0002>-3<0003>0<0004>0] TJ") == [b"[<00010002>-3<00030004>] TJ"]


def element(kind: str, above: int, kids: list[object], page: bytes = b"9 0 R", **more: object) -> dict[str, object]:
    return {"Type": "/StructElem", "S": kind, "P": f"{above} 0 R".encode(), "K": kids, "Pg": page, **more}


def test_text_hangs_in_its_holder_and_is_owned_by_it() -> None:
    inner = element("/Span", 2, [1])
    objects = [None, element("/P", 0, [b"2 0 R", b"4 0 R"]), element("/Span", 1, [0, b"3 0 R"]), inner, element("/Span", 1, [2])]
    owners: list[object] = [0, [b"2 0 R", b"3 0 R", b"4 0 R", "null"], 1, b"8 0 R"]
    hang_text_in_its_holder(objects, owners)
    assert objects == [None, element("/P", 0, [0, 1, 2]), {}, {}, {}]
    assert owners == [0, [b"1 0 R", b"1 0 R", b"1 0 R", "null"], 1, b"8 0 R"]


def test_text_that_says_more_or_stands_elsewhere_stays() -> None:
    for span in (element("/Span", 1, [0], Alt="words"), element("/Span", 1, [0], page=b"7 0 R"), element("/Link", 1, [0])):
        objects = [None, element("/P", 0, [b"2 0 R"]), span]
        hang_text_in_its_holder(objects, [0, [b"2 0 R"]])
        assert objects[2] == span
        assert span["K"] == [0]


def test_bookmarks_hang_on_the_last_heading_above_them() -> None:
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        given = [("Cover", 1), ("A", 2), ("A 1", 3), ("A 1 a", 5), ("B", 2), ("Deep", 3), ("End", 1)]
        marks = [Bookmark(pikepdf.String(title), Array([page.obj, Name.Fit]), level) for title, level in given]
        pdf.Root.Outlines = outlines(pdf, marks)
        assert [(str(mark.title), mark.level) for mark in bookmarks_of(pdf.Root, [level for _, level in given])] == given
        top = pdf.Root.Outlines
        assert [int(each.Count) for each in (top, top.First, top.First.First)] == [7, 5, 2]
        assert str(top.Last.Title) == "End"
        assert str(top.First.First.Next.Prev.Title) == "A"


def test_a_compact_file_has_the_same_objects_and_no_stream_ends_in_a_carriage_return(tmp_path: Path) -> None:
    text = next(text for text in (b" " * number for number in range(5_000)) if zlib.compress(text).endswith(b"\r"))
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        page.obj.Contents = pikepdf.Stream(pdf, zlib.compress(text), Filter=Name.FlateDecode)
        page.obj.Note = Dictionary(Words="Année (1) \\", Numbers=Array([1, 2]))
        pdf.trailer.ID = Array([pikepdf.String("0123456789abcdef"), pikepdf.String("0123456789abcdef")])
        pdf.docinfo["/Producer"] = "Proposer"
        save_plain(pdf, tmp_path / "plain.pdf")
    write_compact(tmp_path / "plain.pdf", tmp_path / "compact.pdf")
    data = (tmp_path / "compact.pdf").read_bytes()
    assert b"\r\nendstream" not in data.replace(b"\r\n\nendstream", b"")
    with pikepdf.open(io.BytesIO(data)) as pdf:
        assert pdf.check_pdf_syntax() == []
        assert pdf.pages[0].Contents.read_bytes() == text
        assert str(pdf.pages[0].Note.Words) == "Année (1) \\"
        assert str(pdf.docinfo["/Producer"]) == "Proposer"
        assert bytes(pdf.trailer.ID[0]) == b"0123456789abcdef"
