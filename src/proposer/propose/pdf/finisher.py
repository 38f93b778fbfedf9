"""The last touches to a written PDF, so that it is an archive (PDF/A-3a) and readable to everybody (PDF/UA-1) at once.

The engine writes either; what the other asks for besides is done here, on its objects, before they become bytes:
tables that only place things are no tables, heads of tables say what they head, running heads and feet are no part of
what is read aloud, an attachment is named once, and the document declares both standards.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping, MutableSequence
from typing import Protocol, cast

from proposer.propose.pdf.slim import slim
from proposer.propose.pdf.spans import hang_text_in_its_holder

Entry = MutableMapping[str, object]  # a dictionary of the PDF
Row = MutableSequence[object]  # an array of the PDF
PRODUCER = "Proposer"  # without a version: what made the file is no part of what it says
EMPTY = ("/Span", "/P", "/Lbl", "/NonStruct", "/Sect", "/Div")  # the kinds that say nothing when they are empty
SCOPES = {"row": "/Row", "rowgroup": "/Row", "col": "/Column", "colgroup": "/Column"}


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


def finish(document: Laid, pdf: Written) -> None:
    """Make an archival PDF accessible as well; to be called by the engine before it writes.

    Needs of the templates: each `th` has a `scope`, a table that only places things has `role="presentation"`.
    """
    tables = Tables(pdf)
    for page in document.pages:
        tables.mend(getattr(page, "_page_box", None))
    _drop_empty_parts(pdf)
    _drop_languages_of_the_whole(pdf)
    _set_loose_parts_apart(pdf)
    hang_text_in_its_holder(pdf.objects, _owners(pdf))
    for content in _contents(pdf):
        slim(content)
    if isinstance(attached := pdf.catalog.get("AF"), MutableSequence):
        attached[:] = dict.fromkeys(attached)
    if "Producer" in pdf.info:
        pdf.info["Producer"].string = PRODUCER
    _declare(cast("Stream", _at(pdf, pdf.catalog["Metadata"])))


def _at(pdf: Written, reference: object) -> object:
    """The object behind `b"12 0 R"`."""
    return pdf.objects[int(bytes(cast("bytes", reference)).split()[0])]


def entry_at(pdf: Written, reference: object) -> Entry:
    """The dictionary behind a reference."""
    return cast("Entry", _at(pdf, reference))


def boxes(box: object) -> Iterator[object]:
    """A box of the layout and all within it, outer ones first."""
    left = [box]
    while left:
        box = left.pop()
        yield box
        left += reversed(getattr(box, "children", ()))


class Tables:
    """Mends the tables of one document, page by page.

    The engine makes a table of each page's part of a table. Here the parts become one again, so that its head is read
    once; the heads that it repeats are left loose.
    """

    def __init__(self, pdf: Written) -> None:
        self.pdf = pdf
        self.first: dict[object, bytes] = {}  # the table that has a part on an earlier page, by its element in the HTML

    def mend(self, page: object) -> None:
        """Mend all tables of a page, those within tables as well."""
        for box in boxes(page):
            if getattr(box, "element_tag", None) == "table" and not getattr(box, "is_table_wrapper", False):
                groups = [cells for group in getattr(box, "children", ()) if (cells := list(_marked_cells(group)))]
                if attribute(box, "role") == "presentation":
                    _flatten(self.pdf, [mark for cells in groups for mark, _ in cells])
                elif groups:
                    for mark, scope in (cell for cells in groups for cell in cells):
                        _head(mark, scope)
                    self._join(getattr(box, "element", None), [cells[0][0] for cells in groups])

    def _join(self, element: object, firsts: list[Entry]) -> None:
        """Hang the groups of rows that `firsts` begin under the part of the table that came first."""
        groups = [cast("bytes", entry_at(self.pdf, first["P"])["P"]) for first in firsts]
        table = cast("bytes", entry_at(self.pdf, groups[0])["P"])
        whole = self.first.setdefault(element, table)
        if whole == table:
            return
        for group in groups:
            if entry_at(self.pdf, group)["S"] == "/TBody":
                entry_at(self.pdf, group)["P"] = whole
                cast("Row", entry_at(self.pdf, whole)["K"]).append(group)
        cast("Row", entry_at(self.pdf, entry_at(self.pdf, table)["P"])["K"]).remove(table)


def _marked_cells(group: object) -> Iterator[tuple[Entry, str]]:
    """The cells of a group of rows: each one's structure element, and what it is the head of."""
    for row in getattr(group, "children", ()):
        for cell in getattr(row, "children", ()):
            if (mark := getattr(cell, "mark", None)) is not None:
                yield mark, attribute(cell, "scope")


def attribute(box: object, name: str) -> str:
    """What a box's element in the HTML says of itself, or an empty text."""
    element = getattr(box, "element", None)
    return "" if element is None else str(element.get(name, ""))


def _head(mark: Entry, scope: str) -> None:
    """Say whose head a cell is. That suffices, so the lists of heads in each cell go."""
    attributes = cast("Entry", mark["A"])
    attributes.pop("Headers", None)
    mark.pop("ID", None)
    if mark["S"] == "/TH" and scope in SCOPES:
        attributes["Scope"] = SCOPES[scope]
    if len(attributes) == 1:  # only the owner is left
        del mark["A"]


def _flatten(pdf: Written, cells: list[Entry]) -> None:
    """A table that only places things: its cells are read one after the other, and nothing calls itself a table."""
    for cell in cells:
        cell["S"] = "/Div"
        cell.pop("A", None)
        cell.pop("ID", None)
        above = entry_at(pdf, cell["P"])
        while above["S"] in ("/TR", "/TBody", "/THead", "/TFoot"):
            above["S"] = "/NonStruct"
            above = entry_at(pdf, above["P"])
        if above["S"] == "/Table":
            above["S"] = "/Div"


def _drop_empty_parts(pdf: Written) -> None:
    """Words that a template left empty are no stop for a reader. Later objects lie deeper, so they go first."""
    for number in range(len(pdf.objects) - 1, 0, -1):
        part = pdf.objects[number]
        if isinstance(part, dict) and part.get("S") in EMPTY and not part["K"] and "Alt" not in part:
            above = cast("Row", entry_at(pdf, part["P"])["K"])
            if (reference := f"{number} 0 R".encode()) in above:
                above.remove(reference)


def _drop_languages_of_the_whole(pdf: Written) -> None:
    """A part that is in the language of the one around it has no need to say so, and is no part for that alone."""
    for thing in pdf.objects:
        if isinstance(thing, MutableMapping) and _is_part(thing) and "Lang" in thing:
            above = entry_at(pdf, thing["P"])
            while _is_part(above) and "Lang" not in above:
                above = entry_at(pdf, above["P"])
            around = above if "Lang" in above else pdf.catalog
            if cast("Text", around["Lang"]).string == cast("Text", thing["Lang"]).string:
                del thing["Lang"]


def _set_loose_parts_apart(pdf: Written) -> None:
    """What hangs on no part of the structure tree becomes an artifact: what stands in each page's margins, repeated heads."""
    root, numbers = entry_at(pdf, pdf.catalog["StructTreeRoot"]), _owners(pdf)
    owners = {cast("int", number): owner for number, owner in zip(numbers[::2], numbers[1::2], strict=True)}
    hanging = _hanging(pdf, cast("Row", root["K"])[0])
    for number, content in enumerate(_contents(pdf)):
        on_page = cast("Row", owners[number])
        apart = {mark for mark, owner in enumerate(on_page) if owner not in hanging}
        on_page[:] = ["null" if mark in apart else owner for mark, owner in enumerate(on_page)]
        _mark_artifacts(content, apart)
    for number, thing in enumerate(pdf.objects):
        if _is_part(thing) and f"{number} 0 R".encode() not in hanging:
            cast("Entry", thing).clear()


def _owners(pdf: Written) -> Row:
    """Each page's number, then the elements of its marked pieces in their order; then the same of links, one for each."""
    root = entry_at(pdf, pdf.catalog["StructTreeRoot"])
    return cast("Row", entry_at(pdf, root["ParentTree"])["Nums"])


def _contents(pdf: Written) -> Iterator[list[object]]:
    """The content of each page, in pieces."""
    for page in cast("Row", entry_at(pdf, pdf.catalog["Pages"])["Kids"])[::3]:
        yield cast("Stream", _at(pdf, entry_at(pdf, f"{page} 0 R".encode())["Contents"])).stream


def _is_part(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _hanging(pdf: Written, document: object) -> set[object]:
    """References of all structure elements that are reached from the document downwards."""
    found: set[object] = {document}
    left = [document]
    while left:
        for kid in cast("Row", entry_at(pdf, left.pop()).get("K", ())):
            if isinstance(kid, bytes) and kid not in found and _is_part(_at(pdf, kid)):
                found.add(kid)
                left.append(kid)
    return found


def _mark_artifacts(pieces: list[object], apart: set[int]) -> None:
    """In a page's content, turn marked pieces into artifacts."""
    for at, piece in enumerate(pieces):
        if isinstance(piece, dict) and piece.get("MCID") in apart:
            piece.clear()
            piece["Type"] = "/Pagination"
            pieces[at - 1] = "/Artifact"


def _declare(metadata: Stream) -> None:
    """Name PDF/UA-1 beside PDF/A-3a, uncompressed, with the description of its field that PDF/A asks for."""
    metadata.compress = False
    text = b"\n".join(piece if isinstance(piece, bytes) else str(piece).encode() for piece in metadata.stream)
    before, end, after = text.rpartition(b"</rdf:RDF>")
    maker, of, rest = before.partition(b'Producer="')
    before = maker + of + PRODUCER.encode() + rest[rest.find(b'"') :] if of else before
    metadata.stream = [before + " ".join(UNIVERSAL.split()).encode() + end + after]


UNIVERSAL = """
<rdf:Description xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" rdf:about="" pdfuaid:part="1"/>
<rdf:Description xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
  xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"
  rdf:about=""><pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
  <pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
  <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
  <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
  <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
  <pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
  <pdfaProperty:category>internal</pdfaProperty:category>
  <pdfaProperty:description>The part of ISO 14289 that the document meets</pdfaProperty:description>
  </rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
