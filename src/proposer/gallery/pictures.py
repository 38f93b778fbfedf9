"""Pages of a PDF as small pictures: the only importer of the page drawer, an extra package."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO

from proposer.diagnostics import Diagnostic, Outcome

NO_DRAWER = "TPL601"
MOST = 40  # pages of one proposal that are drawn: the first ones, and the last two
WIDTH = 420  # pixels
COLOURS = 48


@dataclass(frozen=True, slots=True)
class Drawn:
    """How many pages there are, and the number and picture (PNG) of each that was drawn."""

    count: int
    pages: tuple[tuple[int, bytes], ...]


def drawn(data: bytes) -> Outcome[Drawn]:
    """The pages of a PDF, of a long one the first and the last ones."""
    try:
        import pypdfium2
    except ImportError:
        remedy = "pip install 'proposer[samples]'"
        return Outcome(None, (Diagnostic(NO_DRAWER, "pages are drawn by a package that is missing", help=remedy),))
    document = pypdfium2.PdfDocument(data)
    try:
        count = len(document)
        numbers = [*range(count)] if count <= MOST else [*range(MOST - 2), count - 2, count - 1]
        return Outcome(Drawn(count, tuple((number + 1, _picture(document[number])) for number in numbers)))
    finally:
        document.close()


def _picture(page: object) -> bytes:
    from pypdfium2 import PdfPage

    assert isinstance(page, PdfPage)  # noqa: S101 - narrows the type of a package without types
    image = page.render(scale=WIDTH / page.get_width()).to_pil().convert("RGB").quantize(COLOURS)
    held = BytesIO()
    image.save(held, "PNG", optimize=True)
    return held.getvalue()
