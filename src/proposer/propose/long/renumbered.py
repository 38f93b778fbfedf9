"""A part of a PDF with the numbers that its objects have in the whole: read as objects, written as PDF source.

What the whole has one of (its catalog, its tree of pages, the root of its structure) has one number in all parts.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Name, Object, Pdf

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


@dataclass(frozen=True, slots=True)
class Numbered:
    """A part whose objects are numbered without gaps; `common` has the numbers of what it shares with others."""

    pdf: Pdf
    writer: Writer
    first: int
    common: Mapping[int, int]

    def number(self, thing: Object) -> int:
        """The number of an object in the whole."""
        return self._in_whole(thing.objgen[0])

    def source(self, thing: Object, *, resolved: bool = False) -> bytes:
        """What refers to an object, or the object itself, as PDF source of the whole."""
        return self._renumbered(thing.unparse(resolved=resolved))

    def write(self) -> None:
        """Write all objects but those that are shared."""
        for number in range(1, int(self.pdf.trailer.Size)):
            if number in self.common:
                continue
            thing = self.pdf.get_object(number, 0)
            if isinstance(thing, pikepdf.Stream):
                entries = pikepdf.Dictionary(
                    {key: value for key, value in thing.stream_dict.items() if key != "/Length"}
                )
                about = self._renumbered(entries.unparse()).strip().removeprefix(b"<<").removesuffix(b">>").strip()
                self.writer.add_stream(self._in_whole(number), about, thing.read_raw_bytes())
            else:
                self.writer.add(self._in_whole(number), self.source(thing, resolved=True))

    def _in_whole(self, number: int) -> int:
        return self.common.get(number, self.first + number - 1)

    def _renumbered(self, source: bytes) -> bytes:
        return TOKEN.sub(self._token, source)

    def _token(self, match: re.Match[bytes]) -> bytes:
        if match[1]:
            return b"%d 0 R" % self._in_whole(int(match[1]))
        return b"%s 0 R" % match[2] if match[2] else match[0]


@contextmanager
def numbered(pdf: Pdf, plain: Path, writer: Writer, common: Mapping[str, int]) -> Iterator[Numbered]:
    """Read what is reached from a document's root; `common` tells by paths what has which number: `/Root/Pages`."""
    pdf.save(
        plain,
        object_stream_mode=pikepdf.ObjectStreamMode.disable,
        compress_streams=False,
        fix_metadata_version=False,
        static_id=True,
    )
    with pikepdf.open(plain) as part:
        shared = {_at(part, path).objgen[0]: number for path, number in common.items()}
        yield Numbered(part, writer, writer.take(int(part.trailer.Size) - 1), shared)
    plain.unlink()


def _at(pdf: Pdf, path: str) -> Object:
    thing: Object = pdf.trailer
    for key in path.split("/")[1:]:
        thing = thing[int(key)] if key.isdigit() else thing[f"/{key}"]
    return thing
