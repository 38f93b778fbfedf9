"""The parts of a long proposal become one PDF: its pages, what stands in their margins, its bookmarks, links and structure.

The first part is the document that the others are added to: its metadata, colours and attachments are the whole's. Parts
are read from files, and what is in their streams goes from file to file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from proposer.propose.bookmarks import Bookmark, bookmarks_of, outlines
from proposer.propose.compact import save_plain, write_compact

SAVED, OVER = b"q", b"Q /Artifact <</Type /Pagination>> BDC /Margins Do EMC"  # around a page's own content, which leaves its scale behind


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF of which so many pages are taken, after those before them; `levels` are those of its bookmarks, in order."""

    file: Path
    before: int
    pages: int
    levels: tuple[int, ...]


def merge(parts: Sequence[Part], margins: Path, target: Path) -> None:
    """Write the whole, and what stands in its margins over it. The same parts give the same bytes."""
    plain = target.with_suffix(".plain")
    with ExitStack() as files:
        whole = files.enter_context(pikepdf.open(parts[0].file))
        binding = Binding(whole, parts[0])
        for part in parts[1:]:
            binding.add(files.enter_context(pikepdf.open(part.file)), part)
        _lay_over(whole, files.enter_context(pikepdf.open(margins)))
        binding.close()
        save_plain(whole, plain)
    write_compact(plain, target)
    plain.unlink()


class Binding:
    """The document that grows by a part at a time."""

    def __init__(self, whole: Pdf, front: Part) -> None:
        self.whole = whole
        self.document = whole.Root.StructTreeRoot.K[0]
        self.owners: list[Object | int] = []
        self.places: dict[str, Object] = {}
        self.bookmarks: list[Bookmark] = []
        self._keep(_belongings(whole, front), list(whole.pages))

    def add(self, other: Pdf, part: Part) -> None:
        """Add a part's pages and all that belongs to them."""
        belongings = other.make_indirect(_belongings(other, part))
        first = len(self.whole.pages)
        self.whole.pages.extend(other.pages)
        brought = self.whole.copy_foreign(belongings)
        for element in brought.Elements:
            element.P = self.document
            self.document.K.append(element)
        self._keep(brought, list(self.whole.pages[first:]))

    def _keep(self, belongings: Object, pages: Sequence[pikepdf.Page]) -> None:
        for owner, (thing, key) in zip(belongings.Owners, _owned(pages), strict=True):
            thing[key] = len(self.owners) // 2
            self.owners += [len(self.owners) // 2, owner]
        for name, place in zip(belongings.Names, belongings.Places, strict=True):
            self.places.setdefault(str(name), place)
        titles = zip(belongings.Titles, belongings.Goals, belongings.Levels, strict=True)
        self.bookmarks += (Bookmark(title, goal, int(level)) for title, goal, level in titles)

    def close(self) -> None:
        """Write down what the whole has one of: the owners of what is on its pages, places that links lead to, bookmarks."""
        root = self.whole.Root
        root.StructTreeRoot.ParentTree = self.whole.make_indirect(Dictionary(Nums=Array(self.owners)))
        names = [each for name in sorted(self.places) for each in (pikepdf.String(name), self.places[name])]
        root.Names.Dests = self.whole.make_indirect(Dictionary(Names=Array(names)))
        if "/Outlines" in root:
            del root.Outlines
        if self.bookmarks:
            root.Outlines = outlines(self.whole, self.bookmarks)


def _belongings(pdf: Pdf, part: Part) -> Dictionary:
    """All that belongs to a part's pages; the pages that it does not have are taken away."""
    root = pdf.Root
    numbers = list(root.StructTreeRoot.ParentTree.Nums)
    owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
    marks = list(bookmarks_of(root, part.levels))
    del pdf.pages[part.before + part.pages :]
    del pdf.pages[: part.before]
    here = {page.obj.objgen for page in pdf.pages}
    elements = root.StructTreeRoot.K[0].K
    for element in elements:
        if part.before:
            del element["/P"]  # what it leads to is the part's own document, which stays behind
    places = [(name, place) for name, place in _places(root) if place[0].objgen in here]
    return Dictionary(
        Elements=elements,
        Owners=Array([owners[int(thing[key])] for thing, key in _owned(list(pdf.pages))]),
        Names=Array([name for name, _ in places]),
        Places=Array([place for _, place in places]),
        Titles=Array([mark.title for mark in marks]),
        Goals=Array([mark.goal for mark in marks]),
        Levels=Array([mark.level for mark in marks]),
    )


def _places(root: Object) -> Iterator[tuple[Object, Object]]:
    """The named places of a document."""
    if "/Names" in root and "/Dests" in root.Names:
        names = list(root.Names.Dests.Names)
        yield from zip(names[::2], names[1::2], strict=True)


def _owned(pages: Sequence[pikepdf.Page]) -> Iterator[tuple[Object, Name]]:
    """What has owners in the structure, and by which key: the pages, then the links on each."""
    for page in pages:
        yield page.obj, Name.StructParents
        for annotation in page.obj.get("/Annots", ()):
            if "/StructParent" in annotation:
                yield annotation, Name.StructParent


def _lay_over(whole: Pdf, margins: Pdf) -> None:
    """Lay each page of `margins` over that of the whole. All in it is marked as standing apart already."""
    saved, over = whole.make_stream(SAVED), whole.make_stream(OVER)
    for page, around in zip(whole.pages, margins.pages, strict=True):
        resources = Dictionary(page.obj.Resources)
        resources.XObject = Dictionary(resources.get("/XObject", Dictionary()))
        resources.XObject.Margins = whole.copy_foreign(around.as_form_xobject())
        page.obj.Resources = resources
        page.obj.Contents = Array([saved, page.obj.Contents, over])
