"""Empty signature fields where the document asks for them: a service, or a reader's own program, signs what is there.

A cell of a table with `data-signature` gets a field on its first line. The field stands in the structure tree with its
name, and has an appearance, if an empty one: so it is found by who listens, and the file stays an archive.
"""

from __future__ import annotations

from collections.abc import Iterator, MutableSequence
from typing import cast

from pydyf import Array, Dictionary, Stream, String

from proposer.propose.pdf.parts import Entry, Laid, Row, Written, attribute, boxes, entry_at

POINTS = 0.75  # of a pixel
PRINTED = 4


def add_fields(document: Laid, pdf: Written) -> None:
    """Put a field wherever the document has a place for one; before the PDF is finished."""
    kids = cast("Row", entry_at(pdf, pdf.catalog["Pages"])["Kids"])[::3]
    fields = [
        _field(pdf, place, f"{page} 0 R".encode(), float(getattr(laid, "height", 0)))
        for page, laid in zip(kids, document.pages, strict=True)
        for place in _places(laid)
    ]
    if fields:
        form = Dictionary({"Fields": Array(field.reference for field in fields)})
        for number, field in enumerate(fields, 1):
            field["T"] = String(f"Signature{number}")
        pdf.add_object(form)
        pdf.catalog["AcroForm"] = form.reference


def _places(page: object) -> Iterator[object]:
    """The cells of a page that want a field."""
    for box in boxes(getattr(page, "_page_box", None)):
        if attribute(box, "data-signature") and getattr(box, "mark", None) is not None:
            yield box


def _field(pdf: Written, cell: object, page: bytes, height: float) -> Dictionary:
    """One field over the first block of a cell, and its element in the structure tree."""
    line = next(iter(getattr(cell, "children", ())), cell)
    left, top, width, tall = (float(getattr(line, name)) for name in ("position_x", "position_y", "width", "height"))
    right, bottom = left + width, top + tall
    shown = {"Type": "/XObject", "Subtype": "/Form", "BBox": Array([0, 0, width * POINTS, tall * POINTS])}
    look = Stream([], shown)
    pdf.add_object(look)
    field = Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Widget",
            "FT": "/Sig",
            "TU": String(attribute(cell, "data-signature")),
            "F": PRINTED,
            "P": page,
            "Rect": Array([left * POINTS, (height - bottom) * POINTS, right * POINTS, (height - top) * POINTS]),
            "AP": Dictionary({"N": look.reference}),
        }
    )
    pdf.add_object(field)
    on_page = entry_at(pdf, page)
    on_page.setdefault("Annots", Array())
    cast("Row", on_page["Annots"]).append(field.reference)
    _hang(pdf, cast("Entry", getattr(cell, "mark", None)), field, page)
    return field


def _hang(pdf: Written, cell: Entry, field: Dictionary, page: bytes) -> None:
    """A form element below the cell's, which leads to the field and is led to by it."""
    kid = Dictionary({"Type": "/OBJR", "Obj": field.reference, "Pg": page})
    pdf.add_object(kid)
    own = f"{cast('Dictionary', cell).number} 0 R".encode()
    element = Dictionary({"Type": "/StructElem", "S": "/Form", "K": Array([kid.reference]), "P": own, "Pg": page})
    pdf.add_object(element)
    cast("Row", cell["K"]).append(element.reference)
    root = entry_at(pdf, pdf.catalog["StructTreeRoot"])
    numbers = cast("MutableSequence[object]", entry_at(pdf, root["ParentTree"])["Nums"])
    field["StructParent"] = len(numbers) // 2
    numbers += [field["StructParent"], element.reference]
