"""Bookmarks as the tree that viewers fold, from a list with the levels of their headings.

Why levels: a part of a document that begins with a heading of the third level has it at the top of its own tree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Bookmark:
    """Its words and where it leads, as PDF source, and the level of its heading."""

    title: bytes
    goal: bytes
    level: int


@dataclass(slots=True)
class _Entry:
    number: int
    above: int
    kids: list[int] = field(default_factory=list)
    below: int = 0  # bookmarks under it, at any depth


def outlines(bookmarks: Sequence[Bookmark], top: int) -> Iterator[tuple[int, bytes]]:
    """The objects of the tree, all of it unfolded: `top`, then a number more for each bookmark.

    Each hangs on the last one before it that is of a higher level.
    """
    entries = [_Entry(top, 0)]
    open_ = [(0, entries[0])]
    for number, bookmark in enumerate(bookmarks, top + 1):
        while len(open_) > 1 and open_[-1][0] >= bookmark.level:
            open_.pop()
        entry = _Entry(number, open_[-1][1].number)
        open_[-1][1].kids.append(number)
        for _, above in open_:
            above.below += 1
        entries.append(entry)
        open_.append((bookmark.level, entry))
    beside = dict(pair for entry in entries for pair in _beside(entry.kids))
    yield top, b"<</Type/Outlines%s>>" % _kids(entries[0])
    for entry, bookmark in zip(entries[1:], bookmarks, strict=True):
        about = b"/Title %s/Dest %s/Parent %d 0 R" % (bookmark.title, bookmark.goal, entry.above)
        yield entry.number, b"<<%s%s%s>>" % (about, beside[entry.number], _kids(entry))


def _beside(kids: Sequence[int]) -> Iterator[tuple[int, bytes]]:
    for at, number in enumerate(kids):
        before = b"/Prev %d 0 R" % kids[at - 1] if at else b""
        yield number, before + (b"/Next %d 0 R" % kids[at + 1] if at + 1 < len(kids) else b"")


def _kids(entry: _Entry) -> bytes:
    return b"/First %d 0 R/Last %d 0 R/Count %d" % (entry.kids[0], entry.kids[-1], entry.below) if entry.kids else b""
