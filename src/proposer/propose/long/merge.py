"""The parts of a long proposal become one PDF: its pages, what stands in their margins, its bookmarks, links and structure.

The first part is the document that the others are added to: its metadata, colours and attachments are the whole's. One part
is read at a time; its objects get numbers of their own in the whole and are written at once, so that memory does not grow.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from proposer.propose.long.bookmarks import Bookmark, outlines
from proposer.propose.long.compact import Writer
from proposer.propose.long.fonts import Fonts
from proposer.propose.long.renumbered import Numbered, outer, write_packed

CATALOG, PAGES, STRUCTURE, DOCUMENT, OWNERS, PLACES, SAVED, OVER = range(1, 9)
ANEW = ("/Pages", "/StructTreeRoot", "/Names", "/Outlines", "/AcroForm")  # of the catalog: made anew for the whole


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF of which so many pages are taken, after those before them; `levels` are those of its bookmarks, in order."""

    file: Path
    before: int
    pages: int
    levels: tuple[int, ...]


def merge(parts: Sequence[Part], margins: Callable[[], Path], target: Path) -> None:
    """Write the whole, and what stands in its margins over it, asked for last. The same parts give the same bytes."""
    with target.open("wb") as file:
        binding = Binding(Writer(file), sum(part.pages for part in parts))
        for part in parts:
            binding.add(part)
        binding.add_margins(margins())
        binding.close()


class Binding:
    """The document that grows by a part at a time."""

    def __init__(self, writer: Writer, pages: int) -> None:
        self.writer = writer
        writer.take(OVER)
        writer.add_stream(SAVED, b"", b"q")  # a page's own content leaves its scale behind
        writer.add_stream(OVER, b"", b"Q /Artifact <</Type /Pagination>> BDC /Margins Do EMC")
        self.fonts = Fonts(writer)
        self.first_form = writer.take(pages)  # of the drawings that are laid over the pages
        self.pages: list[int] = []
        self.elements: list[int] = []
        self.owners: list[bytes] = []
        self.places: dict[bytes, bytes] = {}
        self.bookmarks: list[Bookmark] = []
        self.fields: list[int] = []  # empty ones, for signatures
        self.catalog = self.names = self.info = self.identifier = b""

    def add(self, part: Part) -> None:
        """Add a part's pages and all that belongs to them."""
        with pikepdf.open(part.file) as pdf:
            root = pdf.Root
            structure = root.StructTreeRoot
            common = {CATALOG: root, PAGES: root.Pages, STRUCTURE: structure, DOCUMENT: structure.K[0]}
            given = Numbered(pdf, self.writer, common)
            if not self.pages:
                self._begin(given)
            marks = list(zip(_entries(root.get("/Outlines")), part.levels, strict=True))
            del pdf.pages[part.before + part.pages :]
            del pdf.pages[: part.before]
            self.fonts.share(pdf)
            self._own(given)
            for page in pdf.pages:
                _lay_over(page.obj, self.first_form + len(self.pages))
                self.pages.append(given.number(page.obj))
            self.elements += (given.number(element) for element in structure.K[0].K)
            self.fields += (given.number(field) for field in (root.AcroForm.Fields if "/AcroForm" in root else ()))
            for name, place in _places(pdf):
                self.places.setdefault(bytes(name), given.source(place))
            self.bookmarks += (Bookmark(_text(mark.Title), given.source(mark.Dest), level) for mark, level in marks)
            given.write()

    def _begin(self, given: Numbered) -> None:
        """From the first part: what the whole has once."""
        root, trailer = given.pdf.Root, given.pdf.trailer
        kept = sorted(item for item in root.items() if item[0] not in ANEW)
        self.catalog = b"".join(key.encode() + b" " + given.source(value) for key, value in kept)
        names = root.get("/Names", Dictionary())
        self.names = b"/EmbeddedFiles " + given.source(names.EmbeddedFiles) if "/EmbeddedFiles" in names else b""
        self.info, self.identifier = given.source(trailer.Info), bytes(trailer.ID[0])

    def _own(self, given: Numbered) -> None:
        """Let what has owners in the structure name them by a number of the whole."""
        numbers = list(given.pdf.Root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
        for thing, key in _owned(given.pdf):
            self.owners.append(given.source(owners[int(thing[key])]))
            thing[key] = len(self.owners) - 1

    def add_margins(self, file: Path) -> None:
        """Add what stands in the margins: a drawing for each page, from an empty one."""
        with pikepdf.open(file) as pdf:
            self.fonts.share(pdf)
            given = Numbered(pdf, self.writer)
            for number, page in enumerate(pdf.pages, self.first_form):
                given.give(_packed(pdf.make_indirect(page.as_form_xobject())), number)
            given.write()

    def close(self) -> None:
        """Write down what the whole has one of: fonts, the owners of what is on its pages, places that links lead to, bookmarks."""
        self.fonts.close()
        add, top = self.writer.add, self.writer.take(len(self.bookmarks) + 1)
        for number, source in outlines(self.bookmarks, top):
            add(number, source)
        numbers = b" ".join(b"%d %s" % each for each in enumerate(self.owners))
        places = b" ".join(_text(name) + self.places[name] for name in sorted(self.places))
        add(PAGES, b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(self.pages), _references(self.pages)))
        add(OWNERS, b"<</Nums[%s]>>" % numbers)
        add(STRUCTURE, b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R>>" % (DOCUMENT, OWNERS))
        kids = _references(self.elements)
        add(DOCUMENT, b"<</Type/StructElem/S/Document/P %d 0 R/K[%s]>>" % (STRUCTURE, kids))
        add(PLACES, b"<</Names[%s]>>" % places)
        names = b"/Names<</Dests %d 0 R%s>>" % (PLACES, self.names)
        shared = b"/Pages %d 0 R/StructTreeRoot %d 0 R/Outlines %d 0 R" % (PAGES, STRUCTURE, top)
        form = b"/AcroForm<</Fields[%s]>>" % _references(self.fields) if self.fields else b""
        add(CATALOG, b"<<%s%s%s%s>>" % (self.catalog, shared, names, form))
        self.writer.close(CATALOG, self.info, self.identifier)


def _packed(form: Object) -> Object:
    """A drawing that was made of a page's content comes unpacked, and there is one for each page."""
    write_packed(form, form.read_bytes())
    return form


def _places(pdf: Pdf) -> Iterator[tuple[Object, Object]]:
    """The named places on the pages that are left, by their names."""
    here = {page.obj.objgen for page in pdf.pages}
    names = list(pdf.Root.Names.Dests.Names) if "/Dests" in pdf.Root.get("/Names", Dictionary()) else []
    for name, place in zip(names[::2], names[1::2], strict=True):
        if place[0].objgen in here:
            yield name, place


def _entries(above: Object | None) -> Iterator[Object]:
    """All bookmarks below an entry, in the order of the document."""
    entry = above.get("/First") if above is not None else None
    while entry is not None:
        yield entry
        yield from _entries(entry)
        entry = entry.get("/Next")


def _owned(pdf: Pdf) -> Iterator[tuple[Object, Name]]:
    """What has owners in the structure, and by which key: the pages, then the links on each."""
    for page in pdf.pages:
        yield page.obj, Name.StructParents
        for annotation in page.obj.get("/Annots", ()):
            if "/StructParent" in annotation:
                yield annotation, Name.StructParent


def _lay_over(page: Object, form: int) -> None:
    """Draw what stands in its margins over a page's own content. All in it is marked as standing apart already."""
    resources = Dictionary(dict(page.Resources.items()))
    drawings = dict(page.Resources.XObject.items()) if "/XObject" in page.Resources else {}
    resources.XObject = Dictionary(drawings | {"/Margins": outer(form)})
    page.Resources = resources
    page.Contents = Array([outer(SAVED), page.Contents, outer(OVER)])


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join(b"%d 0 R" % number for number in numbers)


def _text(text: Object | bytes) -> bytes:
    """A string as PDF source."""
    return b"<%s>" % bytes(text).hex().encode()
