"""HTML to PDF: the only importer of WeasyPrint.

The same input gives the same bytes on every run, in every folder, on every day: fonts are the brand's alone, the
identifier comes from the quote, and every date from the caller. Nothing is read from the network or from outside
the brand's folder and the font packages; what was refused is reported, never passed over.
"""

from __future__ import annotations

import hashlib
import traceback
import warnings
from collections.abc import Iterator
from datetime import datetime, time
from functools import partial
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome
from proposer.propose.bounded.breaches import failed
from proposer.propose.edition.brand import Brand
from proposer.propose.pdf.around import languages_told, own_fonts_only, patient_collector, streams_end_apart
from proposer.propose.pdf.facts import Facts, facts_of
from proposer.propose.pdf.fetcher import LockedFetcher
from proposer.propose.pdf.finisher import finish
from proposer.propose.pdf.page import read_page
from proposer.propose.pdf.parts import Laid, Written
from proposer.propose.pdf.reported import faults_of, foreign_link, listening
from proposer.propose.pdf.sheet import Sheet
from proposer.propose.pdf.short_ways import short_ways
from proposer.propose.template.checked import is_safe_address

NO_PANGO = "TPL301"
PANGO_HELP = (
    "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango"
)


class Presses:
    """Fonts and stylesheets that were read once, for documents that look the same. They give the same bytes as fresh ones.

    In another process it begins afresh.
    """

    def __init__(self) -> None:
        self._kept: dict[tuple[str, Path], _Press] = {}
        self.refused: list[str] = []  # what the latest stylesheet asked for and may not read

    def __reduce__(self) -> tuple[type[Presses], tuple[()]]:
        return Presses, ()

    def of(self, stylesheet: str, brand: Brand) -> _Press:
        """The press with this stylesheet; for use where the engine is there."""
        key = stylesheet, brand.folder
        if key not in self._kept:
            fetch = _fetcher(brand)
            self.refused = fetch.refused
            self._kept[key] = _Press(stylesheet, brand, fetch)
        return self._kept[key]


class _Press:
    """A stylesheet as the engine holds it, with what it reported when it read it."""

    def __init__(self, stylesheet: str, brand: Brand, fetch: LockedFetcher) -> None:
        from weasyprint import CSS
        from weasyprint.text.fonts import FontConfiguration

        self.fetch, self.base = fetch, brand.folder.as_uri() + "/"
        self.fonts = FontConfiguration()
        with listening() as listener:
            self.style = CSS(string=stylesheet, font_config=self.fonts, url_fetcher=self.fetch, base_url=self.base)
        self.heard = listener.heard


def write_pdf(sheet: Sheet, brand: Brand, presses: Presses | None = None) -> Outcome[bytes]:
    """The PDF's bytes: archival (PDF/A-3a) and accessible (PDF/UA-1), with the quote inside; or what stood in the way."""
    written = write_with_facts(sheet, brand, presses)
    return Outcome(written.value[0] if written.value else None, written.diagnostics)


def write_with_facts(sheet: Sheet, brand: Brand, presses: Presses | None = None) -> Outcome[tuple[bytes, Facts]]:
    """The PDF's bytes, and what is known of them."""
    with own_fonts_only(), patient_collector():
        if missing := _missing_engine():
            return Outcome(None, (missing,))
        fetch, presses = _fetcher(brand), presses or Presses()
        try:
            return _write(sheet, brand, fetch, presses)
        except MemoryError:
            raise
        except Exception as error:
            if _is_ours(error):
                raise
            return Outcome(None, tuple(faults_of((*presses.refused, *fetch.refused), ())) or (failed(error),))


def load_engine() -> None:
    """Load the engine before copies of this process are made, of which each would load it."""
    with own_fonts_only():
        _missing_engine()


def _missing_engine() -> Diagnostic | None:
    """Load the engine, or say what it lacks."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that there are no system fonts is what we want
            import weasyprint  # noqa: F401  # only to see whether its libraries are there
    except (OSError, ImportError) as error:
        return Diagnostic(NO_PANGO, f"the PDF engine's libraries are missing: {_first_line(error)}", help=PANGO_HELP)
    return None


def _fetcher(brand: Brand) -> LockedFetcher:
    return LockedFetcher((brand.folder, *sorted({face.file.parent for face in brand.faces})))


def style_log(stylesheet: str) -> tuple[str, ...]:
    """What the engine says of a stylesheet when it reads it: above all what it ignores."""
    from weasyprint import CSS

    with own_fonts_only(), listening() as listener, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        CSS(string=stylesheet, url_fetcher=LockedFetcher(()))
    return tuple(listener.heard)


def _is_ours(error: BaseException) -> bool:
    """Whether it came up in this program, and not in a library that met a document it does not know to handle."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).is_relative_to(Path(__file__).parents[2])


def _write(sheet: Sheet, brand: Brand, fetch: LockedFetcher, presses: Presses) -> Outcome[tuple[bytes, Facts]]:
    foreign: dict[str, None] = {}
    facts: list[Facts] = []
    with listening() as listener, streams_end_apart(), languages_told(), short_ways(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the engine leaves its colour profile open to the collector
        press = presses.of(sheet.stylesheet, brand)
        data = read_page(sheet.html, sheet.stylesheet, fetch, press.base).write_pdf(
            stylesheets=[press.style],
            font_config=press.fonts,
            attachments=list(_attachments(sheet, fetch)),
            pdf_variant="pdf/a-3a",
            finisher=partial(_finished, foreign, facts),
            pdf_identifier=_identifier(sheet),
        )
    refused, heard = [*press.fetch.refused, *fetch.refused], press.heard | listener.heard
    faults = (*faults_of(refused, heard), *map(foreign_link, foreign))
    return Outcome(None if faults else (bytes(data), facts[0]), faults)


def _identifier(sheet: Sheet) -> bytes | bool:
    """The same for the same quote in the same edition; a part of a long document, which carries no quote, needs none."""
    if not sheet.attached:
        return False
    return hashlib.sha256("".join(each.text for each in sheet.attached).encode()).hexdigest()[:32].encode()


def _attachments(sheet: Sheet, fetch: LockedFetcher) -> Iterator[object]:
    """What lies in the document for programs. Their dates are the quote's."""
    from weasyprint import Attachment

    day = datetime.combine(sheet.as_of, time())
    for each in sheet.attached:
        yield Attachment(
            string=each.text,
            url_fetcher=fetch,
            name=each.name,
            description=each.about,
            relationship=each.relationship,
            created=day,
            modified=day,
        )


def _finished(foreign: dict[str, None], facts: list[Facts], document: Laid, pdf: Written) -> None:
    """What is done to the PDF before it is written: links are looked at, fields put in, and it is made fit for its standards."""
    from proposer.propose.pdf.fields import add_fields

    _note_links(foreign, document)
    add_fields(document, pdf)
    finish(document, pdf)
    facts.append(facts_of(document))


def _note_links(foreign: dict[str, None], document: object) -> None:
    """Keep the addresses that a document must not link to, by what was laid out: styles make links as well as markup."""
    for page in getattr(document, "pages", ()):
        for kind, target, *_ in page.links:
            if kind == "external" and not is_safe_address(target):
                foreign[target] = None


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
