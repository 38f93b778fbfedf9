"""Bookmarks of a PDF: read as a list with the levels of their headings, and written as the tree that viewers fold.

Why levels: a part of a document that begins with a heading of the third level has it at the top of its own tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pikepdf import Dictionary, Name, Object, Pdf


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Its words, where it leads, and the level of its heading."""

    title: Object
    goal: Object
    level: int


def bookmarks_of(root: Object, levels: Sequence[int]) -> Iterator[Bookmark]:
    """All bookmarks in the order of the document; their levels are known from elsewhere."""
    entries = _entries(root.get("/Outlines"))
    for entry, level in zip(entries, levels, strict=True):
        yield Bookmark(entry.Title, entry.Dest, level)


def _entries(above: Object | None) -> Iterator[Object]:
    entry = above.get("/First") if above is not None else None
    while entry is not None:
        yield entry
        yield from _entries(entry)
        entry = entry.get("/Next")


def outlines(pdf: Pdf, bookmarks: Sequence[Bookmark]) -> Object:
    """The tree, all of it unfolded: each hangs on the last one before it that is of a higher level."""
    top = pdf.make_indirect(Dictionary(Type=Name.Outlines, Count=0))
    open_: list[tuple[int, Object]] = [(0, top)]
    for bookmark in bookmarks:
        while open_[-1][0] >= bookmark.level:
            open_.pop()
        entry = pdf.make_indirect(Dictionary(Title=bookmark.title, Dest=bookmark.goal))
        _hang(entry, open_[-1][1])
        for _, above in open_:
            above.Count = int(above.get("/Count", 0)) + 1
        open_.append((bookmark.level, entry))
    return top


def _hang(entry: Object, above: Object) -> None:
    entry.Parent = above
    if "/Last" in above:
        entry.Prev, above.Last.Next = above.Last, entry
    else:
        above.First = entry
    above.Last = entry
