"""The parts of a long proposal become one PDF: its pages, what stands in their margins, its bookmarks, links and structure.

The first part is the document that the others are added to: its metadata, colours and attachments are the whole's. One part
is read at a time; its objects get numbers of their own in the whole and are written at once, so that memory does not grow.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from proposer.propose.long.bookmarks import Bookmark, outlines
from proposer.propose.long.compact import Writer
from proposer.propose.long.fonts import Fonts
from proposer.propose.long.renumbered import Numbered, numbered, outer, write_packed

CATALOG, PAGES, STRUCTURE, DOCUMENT, OWNERS, PLACES, SAVED, OVER = range(1, 9)
OWN = ("/Names", "/Outlines", "/AcroForm")  # entries of the first part's catalog that are made anew for the whole
SHARED = {
    "/Root": CATALOG,
    "/Root/Pages": PAGES,
    "/Root/StructTreeRoot": STRUCTURE,
    "/Root/StructTreeRoot/K/0": DOCUMENT,
}


@dataclass(frozen=True, slots=True)
class Part:
    """A PDF of which so many pages are taken, after those before them; `levels` are those of its bookmarks, in order."""

    file: Path
    before: int
    pages: int
    levels: tuple[int, ...]


def merge(parts: Sequence[Part], margins: Path, target: Path) -> None:
    """Write the whole, and what stands in its margins over it. The same parts give the same bytes."""
    with target.open("wb") as file:
        binding = Binding(Writer(file), margins)
        for part in parts:
            binding.add(part)
        binding.close(margins.with_suffix(".fonts"))


class Binding:
    """The document that grows by a part at a time."""

    def __init__(self, writer: Writer, margins: Path) -> None:
        self.writer = writer
        writer.take(OVER)
        writer.add_stream(SAVED, b"", b"q")  # a page's own content leaves its scale behind
        writer.add_stream(OVER, b"", b"Q /Artifact <</Type /Pagination>> BDC /Margins Do EMC")
        self.fonts = Fonts(writer)
        self.forms = self._forms(margins)
        self.pages: list[int] = []
        self.elements: list[int] = []
        self.owners: list[bytes] = []
        self.places: dict[bytes, bytes] = {}
        self.bookmarks: list[Bookmark] = []
        self.fields: list[int] = []  # empty ones, for signatures
        self.catalog = self.names = self.info = self.identifier = b""

    def _forms(self, margins: Path) -> list[int]:
        """The numbers of the pages of margins, as drawings that can be laid over others."""
        with pikepdf.open(margins) as pdf:
            self.fonts.share(pdf)
            forms = Array([_packed(pdf.make_indirect(page.as_form_xobject())) for page in pdf.pages])
            del pdf.pages[1:]  # one must stay
            _keep_only(pdf.Root, "/Type", "/Pages")
            pdf.Root.Forms = forms
            with numbered(
                pdf, margins.with_suffix(".plain"), self.writer, {"/Root": CATALOG, "/Root/Pages": PAGES}
            ) as given:
                given.write()
                return [given.number(form) for form in given.pdf.Root.Forms]

    def add(self, part: Part) -> None:
        """Add a part's pages and all that belongs to them."""
        with pikepdf.open(part.file) as pdf:
            if not self.pages:
                self._begin(pdf)
            self._prepare(pdf, part)
            with numbered(pdf, part.file.with_suffix(".plain"), self.writer, SHARED) as given:
                if not self.pages:
                    self._take_over(given)
                given.write()
                self._keep(given)

    def _prepare(self, pdf: Pdf, part: Part) -> None:
        """Keep the part's pages and what belongs to them, gathered under one name; lay the margins over the pages."""
        root = pdf.Root
        numbers = list(root.StructTreeRoot.ParentTree.Nums)
        owners = {int(key): owner for key, owner in zip(numbers[::2], numbers[1::2], strict=True)}
        marks = list(zip(_entries(root.get("/Outlines")), part.levels, strict=True))
        del pdf.pages[part.before + part.pages :]
        del pdf.pages[: part.before]
        self.fonts.share(pdf)
        owned = list(_owned(pdf))
        belongings = Dictionary(
            Owners=Array([owners[int(thing[key])] for thing, key in owned]),
            Titles=Array([mark.Title for mark, _ in marks]),
            Goals=Array([mark.Dest for mark, _ in marks]),
            Levels=Array([level for _, level in marks]),
            Places=Array(_places(pdf)),
            Fields=Array(root.AcroForm.Fields if "/AcroForm" in root else ()),
        )
        for number, (thing, key) in enumerate(owned, len(self.owners)):
            thing[key] = number
        for number, page in enumerate(pdf.pages, len(self.pages)):
            _lay_over(page.obj, self.forms[number])
        root.Belongings = belongings
        if self.pages:
            _keep_only(root, "/Type", "/Pages", "/StructTreeRoot", "/Belongings")
        else:
            _keep_only(root, *(set(root.keys()) - set(OWN)))
        del root.StructTreeRoot["/ParentTree"]

    def _take_over(self, given: Numbered) -> None:
        """From the first part: what the whole has once."""
        root, trailer = given.pdf.Root, given.pdf.trailer
        skipped = ("/Pages", "/StructTreeRoot", "/Belongings", "/EmbeddedFiles")
        self.catalog = b"".join(
            key.encode() + b" " + given.source(value) for key, value in sorted(root.items()) if key not in skipped
        )
        self.names = b"/EmbeddedFiles " + given.source(root.EmbeddedFiles) if "/EmbeddedFiles" in root else b""
        self.info = given.source(trailer.Info)

    def _begin(self, pdf: Pdf) -> None:
        self.identifier = bytes(pdf.trailer.ID[0])
        if "/EmbeddedFiles" in pdf.Root.get("/Names", Dictionary()):
            pdf.Root.EmbeddedFiles = pdf.Root.Names.EmbeddedFiles

    def _keep(self, given: Numbered) -> None:
        root = given.pdf.Root
        belongings = root.Belongings
        self.pages += (given.number(page.obj) for page in given.pdf.pages)
        self.elements += (given.number(element) for element in root.StructTreeRoot.K[0].K)
        self.owners += map(given.source, belongings.Owners)
        self.fields += (given.number(each) for each in belongings.Fields)
        names = list(belongings.Places)
        for name, place in zip(names[::2], names[1::2], strict=True):
            self.places.setdefault(bytes(name), given.source(place))
        marks = zip(belongings.Titles, belongings.Goals, belongings.Levels, strict=True)
        self.bookmarks += (Bookmark(_text(title), given.source(goal), int(level)) for title, goal, level in marks)

    def close(self, plain: Path) -> None:
        """Write down what the whole has one of: fonts, the owners of what is on its pages, places that links lead to, bookmarks."""
        self.fonts.close(plain)
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


def _keep_only(entries: Object, *keys: str) -> None:
    for key in set(entries.keys()) - set(keys):
        del entries[key]


def _places(pdf: Pdf) -> Iterator[Object]:
    """The named places on the pages that are left: a name, then where it is."""
    here = {page.obj.objgen for page in pdf.pages}
    names = list(pdf.Root.Names.Dests.Names) if "/Dests" in pdf.Root.get("/Names", Dictionary()) else []
    for name, place in zip(names[::2], names[1::2], strict=True):
        if place[0].objgen in here:
            yield from (name, place)


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
