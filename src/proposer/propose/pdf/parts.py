"""A document that was laid out, and the PDF made of it before it becomes bytes, as far as others need to know them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, MutableSequence
from typing import Protocol, cast

Entry = MutableMapping[str, object]  # a dictionary of the PDF
Row = MutableSequence[object]  # an array of the PDF


class Stream(Protocol):
    """A stream of the PDF, as a list of its pieces."""

    stream: list[object]
    compress: bool


class Text(Protocol):
    """A string of the PDF."""

    string: str


class Written(Protocol):
    """The PDF before it becomes bytes: objects by number, and its catalog."""

    objects: list[object]
    catalog: Entry
    info: Mapping[str, Text]

    def add_object(self, new: object) -> None:
        """Give an object its number."""


class Laid(Protocol):
    """A document that was laid out in pages."""

    pages: list[object]


def object_at(pdf: Written, reference: object) -> object:
    """The object behind `b"12 0 R"`."""
    return pdf.objects[int(bytes(cast("bytes", reference)).split()[0])]


def entry_at(pdf: Written, reference: object) -> Entry:
    """The dictionary behind a reference."""
    return cast("Entry", object_at(pdf, reference))


def boxes(box: object) -> Iterator[object]:
    """A box of the layout and all within it, outer ones first."""
    left = [box]
    while left:
        box = left.pop()
        yield box
        left += reversed(getattr(box, "children", ()))


def attribute(box: object, name: str) -> str:
    """What a box's element in the HTML says of itself, or an empty text."""
    element = getattr(box, "element", None)
    return "" if element is None else str(element.get(name, ""))
