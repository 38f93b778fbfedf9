"""Writes a PDF in few bytes, object by object: all that can be packed goes together into streams of objects.

Why not as a library writes it: that packs a hundred objects at a time, of which each bundle is packed anew, and holds all of
them in memory; and it leaves streams that end in a carriage return, which with the line's end behind them read as a byte
less, and PDF/A forbids that.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator
from typing import BinaryIO

TOGETHER = 5_000  # objects in one stream
HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
PACK = 9


class Writer:
    """One file that is written, and where each object stands in it. Numbers are taken before objects are written."""

    def __init__(self, file: BinaryIO) -> None:
        self.file = file
        self.digest = hashlib.md5(usedforsecurity=False)
        self.at = 0
        self.count = 0  # of numbers that are taken
        self.places: dict[int, tuple[int, int, int]] = {0: (0, 0, 65_535)}
        self.waiting: list[tuple[int, bytes]] = []
        self._put(HEAD)

    def take(self, count: int) -> int:
        """The first of so many numbers that nothing else bears."""
        self.count += count
        return self.count - count + 1

    def add(self, number: int, source: bytes) -> None:
        """An object that is no stream, as PDF source."""
        self.waiting.append((number, source))
        if len(self.waiting) == TOGETHER:
            self._pack()

    def add_stream(self, number: int, about: bytes, data: bytes) -> None:
        """A stream with its entries, without its length; what is packed may be followed by a byte that is not looked at."""
        if data.endswith(b"\r"):
            data += b"\n"
        self.places[number] = (1, self.at, 0)
        self._put(b"%d 0 obj\n<<%s/Length %d>>stream\n" % (number, about, len(data)))
        self._put(data)
        self._put(b"\nendstream\nendobj\n")

    def close(self, root: int, info: bytes, identifier: bytes) -> None:
        """Write what waits, then where each object is: a row each, as differences from the row before."""
        self._pack()
        start, number = self.at, self.take(1)
        self.places[number] = (1, start, 0)
        wide = (start.bit_length() + 7) // 8
        rows = (self.places.get(each, (0, 0, 0)) for each in range(number + 1))
        packed = zlib.compress(b"".join(_differences(rows, wide)), PACK)
        about = b"/Type/XRef/Size %d/W[1 %d 2]/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns %d>>" % (
            number + 1, wide, wide + 3,
        )  # fmt: skip
        digest = self.digest.hexdigest().encode()
        about += b"/Root %d 0 R/Info %s/ID[<%s><%s>]" % (root, info, identifier.hex().encode(), digest)
        self.add_stream(number, about, packed)
        self._put(b"startxref\n%d\n%%%%EOF\n" % start)

    def _pack(self) -> None:
        """Write the objects that wait, packed together."""
        if not self.waiting:
            return
        stream, at, index = self.take(1), 0, list[bytes]()
        for place, (number, source) in enumerate(self.waiting):
            index.append(b"%d %d" % (number, at))
            self.places[number] = (2, stream, place)
            at += len(source) + 1
        first = b" ".join(index) + b"\n"
        packed = zlib.compress(first + b"\n".join(source for _, source in self.waiting), PACK)
        about = b"/Type/ObjStm/N %d/First %d/Filter/FlateDecode" % (len(index), len(first))
        self.waiting.clear()
        self.add_stream(stream, about, packed)

    def _put(self, data: bytes) -> None:
        self.file.write(data)
        self.digest.update(data)
        self.at += len(data)


def _differences(rows: Iterator[tuple[int, int, int]], wide: int) -> Iterator[bytes]:
    """Each row less the one above it, byte by byte, as PNG's second filter has it."""
    above = bytes(wide + 3)
    for kind, place, more in rows:
        row = bytes((kind,)) + place.to_bytes(wide, "big") + more.to_bytes(2, "big")
        yield b"\2" + bytes((mine - theirs) & 255 for mine, theirs in zip(row, above, strict=True))
        above = row
