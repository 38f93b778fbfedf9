"""The last touches to a written PDF, so that it is an archive (PDF/A-3a) and readable to everybody (PDF/UA-1) at once.

The engine writes either; what the other asks for besides is done here, on its objects, before they become bytes:
tables that only place things are no tables, heads of tables say what they head, running heads and feet are no part of
what is read aloud, an attachment is named once, and the document declares both standards.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping, MutableSequence
from typing import cast

from proposer.propose.pdf.parts import Entry, Laid, Row, Stream, Text, Written, entry_at, object_at
from proposer.propose.pdf.slim import slim
from proposer.propose.pdf.spans import hang_text_in_its_holder
from proposer.propose.pdf.tables import Tables

PRODUCER = "Proposer"  # without a version: what made the file is no part of what it says
EMPTY = ("/Span", "/P", "/Lbl", "/NonStruct", "/Sect", "/Div")  # the kinds that say nothing when they are empty


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
    _declare(cast("Stream", object_at(pdf, pdf.catalog["Metadata"])))


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
        yield cast("Stream", object_at(pdf, entry_at(pdf, f"{page} 0 R".encode())["Contents"])).stream


def _is_part(thing: object) -> bool:
    return isinstance(thing, dict) and thing.get("Type") == "/StructElem"


def _hanging(pdf: Written, document: object) -> set[object]:
    """References of all structure elements that are reached from the document downwards."""
    found: set[object] = {document}
    left = [document]
    while left:
        for kid in cast("Row", entry_at(pdf, left.pop()).get("K", ())):
            if isinstance(kid, bytes) and kid not in found and _is_part(object_at(pdf, kid)):
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
