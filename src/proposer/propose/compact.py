"""Writes a PDF in few bytes: all that can be packed goes together into streams of objects, as PDF 1.5 has it.

Why not as the library writes it: it packs a hundred objects at a time, of which each bundle is packed anew; and it leaves
streams that end in a carriage return, which with the line's end behind them read as a byte less, and PDF/A forbids that.
"""

from __future__ import annotations

import hashlib
import io
import zlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

import pikepdf
from pikepdf import Object, Pdf

TOGETHER = 5_000  # objects in one stream
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 9


def save_plain(pdf: Pdf, file: Path) -> None:
    """Write what is reached from the document's root, numbered without gaps and not packed, for `write_compact`."""
    pdf.save(
        file,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=False,
        fix_metadata_version=False,
        deterministic_id=True,
    )


def write_compact(plain: Path, target: Path) -> None:
    """Write the PDF in `plain` anew; the same document gives the same bytes."""
    with pikepdf.open(plain) as pdf, target.open("wb") as file:
        _Writer(file).write(pdf)


class _Writer:
    """One file that is written, and where each object stands in it."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.digest = hashlib.md5(usedforsecurity=False)
        self.at = 0
        self.places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65_535)}

    def write(self, pdf: Pdf) -> None:
        """All objects, then where they are."""
        self._put(HEAD)
        numbers = range(1, int(pdf.trailer.Size))
        plain = list[int]()
        for number in numbers:
            thing = pdf.get_object(number, 0)
            if isinstance(thing, pikepdf.Stream):
                self._stream(number, _dictionary(thing), thing.read_raw_bytes())
            else:
                plain.append(number)
        count = len(numbers) + 1
        for at in range(0, len(plain), TOGETHER):
            self._bundle(count, pdf, plain[at : at + TOGETHER])
            count += 1
        self._index(count, pdf.trailer)

    def _bundle(self, number: int, pdf: Pdf, numbers: Sequence[int]) -> None:
        """Objects that are packed together."""
        index, body = list[str](), io.BytesIO()
        for place, each in enumerate(numbers):
            index.append(f"{each} {body.tell()}")
            self.places[each] = (2, number, place)
            body.write(pdf.get_object(each, 0).unparse(resolved=True) + b"\n")
        first = " ".join(index).encode() + b"\n"
        packed = zlib.compress(first + body.getvalue(), PACK)
        about = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(numbers), len(first))
        self._stream(number, about, packed)

    def _index(self, number: int, trailer: Object) -> None:
        """Where each object is, a row each, written as differences from the row before."""
        start = self.at
        self.places[number] = (1, start, 0)
        wide = (start.bit_length() + 7) // 8
        rows = [
            bytes((kind,)) + place.to_bytes(wide, "big") + more.to_bytes(2, "big")
            for kind, place, more in (self.places[each] for each in range(number + 1))
        ]
        packed = zlib.compress(b"".join(_differences(rows)), PACK)
        about = b"/Type/XRef/Size %d/W[1 %d 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>" % (
            number + 1, wide, wide + 3,
        )  # fmt: skip
        first = bytes(trailer.ID[0]).hex()
        about += b"/Root %s/Info %s" % (trailer.Root.unparse(), trailer.Info.unparse())
        about += f"/ID[<{first}><{self.digest.hexdigest()}>]".encode()
        self._stream(number, about, packed)
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _stream(self, number: int, about: bytes, data: bytes) -> None:
        """A stream with its entries, without its length; what is packed may be followed by a byte that is not looked at."""
        if data.endswith(b"\r"):
            data += b"\n"
        self.places[number] = (1, self.at, 0)
        self._put(b"%d 0 obj\n<<%s/Length %d>>stream\n" % (number, about, len(data)))
        self._put(data)
        self._put(b"\nendstream\nendobj\n")

    def _put(self, data: bytes) -> None:
        self.file.write(data)
        self.digest.update(data)
        self.at += len(data)


def _dictionary(stream: Object) -> bytes:
    """A stream's entries as PDF source, without its length."""
    entries = pikepdf.Dictionary({key: value for key, value in stream.stream_dict.items() if key != "/Length"})
    return entries.unparse().removeprefix(b"<<").removesuffix(b">>").strip()


def _differences(rows: list[bytes]) -> Iterator[bytes]:
    """Each row less the one above it, byte by byte, as PNG's second filter has it."""
    above = bytes(len(rows[0]))
    for row in rows:
        yield b"\2" + bytes((mine - theirs) & 255 for mine, theirs in zip(row, above, strict=True))
        above = row
