"""A part of a PDF with the numbers that its objects have in the whole: read as objects, written as PDF source.

What the whole has one of (its catalog, its tree of pages, the root of its structure) has one number in all parts.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Mapping

import pikepdf
from pikepdf import Dictionary, Name, Object, Pdf

from proposer.propose.long.compact import PACK, Writer

OUTER = "/Number.Of.The.Whole."
TOKEN = re.compile(
    rb"\((?:\\.|[^\\()])*\)|<[0-9A-Fa-f]*>|\b(\d+) 0 R\b|" + re.escape(OUTER.encode()) + rb"(\d+)", re.DOTALL
)


def outer(number: int) -> Name:
    """What stands in a part for an object of the whole, which the part does not hold."""
    return Name(f"{OUTER}{number}")


def write_packed(stream: Object, data: bytes) -> None:
    """Give a stream what it shall hold, packed: nothing packs it later."""
    stream.write(zlib.compress(data, PACK), filter=Name.FlateDecode)


class Numbered:
    """A part whose objects get their numbers as they are met; so what nothing kept leads to has none, and is not written."""

    def __init__(self, pdf: Pdf, writer: Writer, common: Mapping[int, Object] | None = None) -> None:
        """Take a part; what is common to all parts has its number already, and is written by another."""
        self.pdf, self.writer = pdf, writer
        self.numbers = {thing.objgen[0]: number for number, thing in (common or {}).items()}
        self.waiting = deque[int]()

    def give(self, thing: Object, number: int) -> None:
        """Let an object have a number that was taken for it."""
        self.numbers[thing.objgen[0]] = number
        self.waiting.append(thing.objgen[0])

    def number(self, thing: Object) -> int:
        """The number of an object in the whole."""
        return self._in_whole(thing.objgen[0])

    def source(self, thing: Object) -> bytes:
        """What refers to an object, or what has no number itself, as PDF source of the whole."""
        return self._renumbered(thing.unparse())

    def write(self) -> None:
        """Write all objects that were met, and what they lead to."""
        while self.waiting:
            here = self.waiting.popleft()
            number, thing = self.numbers[here], self.pdf.get_object(here, 0)
            if isinstance(thing, pikepdf.Stream):
                entries = Dictionary({key: value for key, value in thing.stream_dict.items() if key != "/Length"})
                about = self.source(entries).strip().removeprefix(b"<<").removesuffix(b">>").strip()
                self.writer.add_stream(number, about, thing.read_raw_bytes())
            else:
                self.writer.add(number, self._renumbered(thing.unparse(resolved=True)))

    def _in_whole(self, here: int) -> int:
        if here not in self.numbers:
            self.numbers[here] = self.writer.take(1)
            self.waiting.append(here)
        return self.numbers[here]

    def _renumbered(self, source: bytes) -> bytes:
        return TOKEN.sub(self._token, source)

    def _token(self, match: re.Match[bytes]) -> bytes:
        if match[1]:
            return b"%d 0 R" % self._in_whole(int(match[1]))
        return b"%s 0 R" % match[2] if match[2] else match[0]
