"""What must be known of a laid-out document to put it together with others."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What must be known of a document to put it together with others."""

    pages: int
    levels: tuple[int, ...]  # of its bookmarks, in their order
    starts: Mapping[str, int]  # the page, from 0, on which each anchor stands


def facts_of(document: object) -> Facts:
    """What is known of a document once it has pages."""
    pages = getattr(document, "pages", ())
    levels = tuple(int(bookmark[0]) for page in pages for bookmark in page.bookmarks)
    starts: dict[str, int] = {}
    for number, page in enumerate(pages):
        for name in page.anchors:  # what spans pages has its anchor on each
            starts.setdefault(name, number)
    return Facts(len(pages), levels, starts)
