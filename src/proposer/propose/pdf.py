"""HTML to PDF: the only importer of WeasyPrint.

The same input gives the same bytes on every run, in every folder, on every day: fonts are the brand's alone, the
identifier comes from the quote, and every date from the caller. Nothing is read from the network or from outside
the brand's folder and the font packages; what was refused is reported, never passed over.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import os
import traceback
import warnings
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit
from urllib.request import url2pathname

from proposer.diagnostics import Diagnostic, Outcome
from proposer.propose.brand import Brand
from proposer.propose.breaches import failed
from proposer.propose.checked import is_safe_address
from proposer.propose.finisher import Laid, Written, finish

NO_PANGO, REFUSED, IGNORED, NO_LETTER = "TPL301", "TPL302", "TPL303", "TPL304"
FOREIGN = "TPL311"
OWN_QUOTE, TMF_QUOTE = "proposer-quote.json", "quote.json"
MOST_DATA = 4_000_000
MOST_FILE = 20_000_000
COLLECT = (100_000, 50, 100)  # layout makes many small objects that live: collecting them often is a fifth of the time
PANGO_HELP = (
    "Debian and Ubuntu: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0; macOS: brew install pango"
)


@dataclass(frozen=True, slots=True)
class Sheet:
    """What becomes a PDF: the HTML, its stylesheet, and the quote that goes with it as attachments: our own and TMF648."""

    html: str
    stylesheet: str
    quote_json: str
    about_quote: str  # what a reader is told of the attachment
    as_of: date
    tmf648: str = ""


def write_pdf(sheet: Sheet, brand: Brand) -> Outcome[bytes]:
    """The PDF's bytes: archival (PDF/A-3a) and accessible (PDF/UA-1), with the quote inside; or what stood in the way."""
    with _own_fonts_only(), _patient_collector():
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # that there are no system fonts is what we want
                import weasyprint  # noqa: F401  # only to see whether its libraries are there
        except (OSError, ImportError) as error:
            fault = Diagnostic(
                NO_PANGO, f"the PDF engine's libraries are missing: {_first_line(error)}", help=PANGO_HELP
            )
            return Outcome(None, (fault,))
        fetch = LockedFetcher((brand.folder, *sorted({face.file.parent for face in brand.faces})))
        try:
            return _write(sheet, brand, fetch)
        except MemoryError:
            raise
        except Exception as error:
            if _is_ours(error):
                raise
            return Outcome(None, tuple(_faults(fetch.refused, ())) or (failed(error),))


def style_log(stylesheet: str) -> tuple[str, ...]:
    """What the engine says of a stylesheet when it reads it: above all what it ignores."""
    from weasyprint import CSS

    with _own_fonts_only(), _listening() as listener, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        CSS(string=stylesheet, url_fetcher=LockedFetcher(()))
    return tuple(listener.heard)


def _is_ours(error: BaseException) -> bool:
    """Whether it came up in this program, and not in a library that met a document it does not know to handle."""
    frames = traceback.extract_tb(error.__traceback__)
    return bool(frames) and Path(frames[-1].filename).is_relative_to(Path(__file__).parents[1])


def _write(sheet: Sheet, brand: Brand, fetch: LockedFetcher) -> Outcome[bytes]:
    from weasyprint import CSS, HTML
    from weasyprint.text.fonts import FontConfiguration

    base = brand.folder.as_uri() + "/"
    foreign: dict[str, None] = {}
    with _listening() as listener, _streams_end_apart(), warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # the engine leaves its colour profile open to the collector
        fonts = FontConfiguration()
        style = CSS(string=sheet.stylesheet, font_config=fonts, url_fetcher=fetch, base_url=base)
        data = HTML(string=sheet.html, url_fetcher=fetch, base_url=base).write_pdf(
            stylesheets=[style],
            font_config=fonts,
            attachments=list(_attachments(sheet, fetch)),
            pdf_variant="pdf/a-3a",
            finisher=partial(_finished, foreign),
            pdf_identifier=hashlib.sha256(sheet.quote_json.encode()).hexdigest()[:32].encode(),
        )
    faults = (*_faults(fetch.refused, listener.heard), *map(_foreign, foreign))
    return Outcome(None if faults else bytes(data), faults)


def _attachments(sheet: Sheet, fetch: LockedFetcher) -> Iterator[object]:
    """The quote for programs, in the order of their names, as PDF asks. Their dates are the quote's."""
    from weasyprint import Attachment

    day = datetime.combine(sheet.as_of, time())
    attached = (
        (OWN_QUOTE, sheet.about_quote, "Source", sheet.quote_json),
        (TMF_QUOTE, f"{sheet.about_quote} (TMF648 4.0.0)", "Data", sheet.tmf648),
    )
    for name, words, relationship, text in attached:
        if text:
            yield Attachment(
                string=text,
                url_fetcher=fetch,
                name=name,
                description=words,
                relationship=relationship,
                created=day,
                modified=day,
            )


def _finished(foreign: dict[str, None], document: Laid, pdf: Written) -> None:
    """What is done to the PDF before it is written: links are looked at, fields put in, and it is made fit for its standards."""
    from proposer.propose.fields import add_fields

    _note_links(foreign, document)
    add_fields(document, pdf)
    finish(document, pdf)


def _note_links(foreign: dict[str, None], document: object) -> None:
    """Keep the addresses that a document must not link to, by what was laid out: styles make links as well as markup."""
    for page in getattr(document, "pages", ()):
        for kind, target, *_ in page.links:
            if kind == "external" and not is_safe_address(target):
                foreign[target] = None


def _foreign(address: str) -> Diagnostic:
    return Diagnostic(FOREIGN, f"the document links to `{address[:200]}`", help=PLACES)


class LockedFetcher:
    """Reads files below the given folders, by their real path, and small `data:` addresses; remembers what it refused.

    Why remember: the engine swallows the error of an image or a font and goes on without it.
    """

    _fail_on_errors = False  # WeasyPrint asks every fetcher for it

    def __init__(self, folders: Sequence[Path]) -> None:
        self.folders = tuple(folder.resolve() for folder in folders)
        self.refused: list[str] = []

    def __call__(self, url: str) -> object:
        """Fetch one address, as WeasyPrint asks for it."""
        from weasyprint.urls import URLFetcher, URLFetcherResponse

        if url.startswith("data:") and len(url) <= MOST_DATA:
            return URLFetcher(allowed_protocols=("data",)).fetch(url)
        path = self._allowed(url)
        if path is None or not path.is_file() or path.stat().st_size > MOST_FILE:
            self.refused.append(url[:200])
            raise ValueError(f"refused: {url[:200]}")
        return URLFetcherResponse(url, path.read_bytes())

    def _allowed(self, url: str) -> Path | None:
        """The file behind an address, if it lies below one of the folders when every link is followed."""
        try:
            parts = urlsplit(url)
            name = url2pathname(parts.path)
            if parts.scheme != "file" or parts.netloc not in ("", "localhost") or name.startswith(("//", "\\\\")):
                return None  # two slashes: another machine's share, which Windows would ask merely to resolve it
            path = Path(name).resolve()
        except (OSError, ValueError):
            return None
        return path if any(path.is_relative_to(folder) for folder in self.folders) else None


@contextmanager
def _own_fonts_only() -> Iterator[None]:
    """Fontconfig reads our empty configuration while this lasts: no font of the machine takes part."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("fonts.conf"))
    try:
        yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


@contextmanager
def _streams_end_apart() -> Iterator[None]:
    """A stream whose last byte is a carriage return gets a whole line end of its own before `endstream`.

    Why: the engine writes a line feed there, and both together read as one line end. The stream then seems a byte
    shorter than it says, which PDF/A forbids; one packed stream in 256 ends so.
    """
    from pydyf import Stream

    before = Stream.data

    def data(stream: object) -> bytes:
        written = bytes(before.fget(stream))
        if not written.endswith(b"\r\nendstream"):
            return written
        return written.removesuffix(b"\nendstream") + b"\r\nendstream"

    Stream.data = property(data)
    try:
        yield
    finally:
        Stream.data = before


@contextmanager
def _patient_collector() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(*COLLECT)
    try:
        yield
    finally:
        gc.set_threshold(*before)


class _Listener(logging.Handler):
    """Keeps what the engine logs, in order and once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        self.heard[record.getMessage().rstrip(": ")] = None


@contextmanager
def _listening() -> Iterator[_Listener]:
    logger, listener = logging.getLogger("weasyprint"), _Listener()
    logger.addHandler(listener)
    try:
        yield listener
    finally:
        logger.removeHandler(listener)


def _faults(refused: Sequence[str], heard: Iterable[str]) -> Iterator[Diagnostic]:
    """What was refused, and what the engine passed over without failing."""
    for url in dict.fromkeys(refused):
        yield Diagnostic(REFUSED, f"the document asks for `{url}`, which it may not read", help=INSIDE)
    for message in heard:
        if message.startswith(".notdef"):
            letter = message.rpartition(": ")[2]
            yield Diagnostic(NO_LETTER, f"the brand's fonts have no letter for {letter}", help=OTHER_FONT)
        elif not any(url in message for url in refused):
            yield Diagnostic(IGNORED, f"the PDF engine reports: {message}", help=PLAIN_CSS)


PLACES = "link to the web (`https://`), to mail (`mailto:`), to a telephone (`tel:`), or within the document (`#`)"
INSIDE = "put the file into the brand's folder and name it without a path"
OTHER_FONT = "choose a font in brand.toml that covers the customer's script, or write the word in letters that it has"
PLAIN_CSS = "mend the stylesheet or the template; what the engine ignores, the customer does not see"


def _first_line(error: BaseException) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
