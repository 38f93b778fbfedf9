"""`make golden`: write what is expected of each example's PDF, as text, pages and digest; `expected` reads it again.

The text comes first, so that another version of the engine fails in words. The digest is promised for the versions that
it was made with; with others the same words on as many pages are.
"""

from __future__ import annotations

import ctypes
import hashlib
import io
import json
import zlib
from collections.abc import Mapping
from ctypes.util import find_library
from dataclasses import asdict, dataclass
from pathlib import Path

from pypdf import PdfReader
from samples import Sample, samples

FOLDER = Path(__file__).with_name("golden")
PAGE = "=== page {} ==="


@dataclass(frozen=True, slots=True)
class Golden:
    """What a PDF is expected to be."""

    pages: int
    digest: str
    engine: Mapping[str, str]
    text: str


def golden_of(data: bytes) -> Golden:
    """What a PDF is."""
    pages = [page.extract_text() for page in PdfReader(io.BytesIO(data)).pages]
    text = "".join(f"{PAGE.format(number)}\n{_tidy(page)}\n" for number, page in enumerate(pages, 1))
    return Golden(len(pages), hashlib.sha256(data).hexdigest(), engine(), text)


def _tidy(page: str) -> str:
    return "\n".join(line.rstrip() for line in page.splitlines())


def engine() -> Mapping[str, str]:
    """The versions that decide over bytes."""
    import weasyprint
    from weasyprint.text.ffi import pango

    number = pango.pango_version()
    harfbuzz = ctypes.CDLL(find_library("harfbuzz") or "libharfbuzz.so.0")
    harfbuzz.hb_version_string.restype = ctypes.c_char_p
    return {
        "WeasyPrint": weasyprint.__version__,
        "Pango": f"{number // 10000}.{number // 100 % 100}.{number % 100}",
        "HarfBuzz": harfbuzz.hb_version_string().decode(),
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
    }


def expected(sample: Sample) -> Golden:
    """What was written for a sample."""
    facts = json.loads(_file(sample, "json").read_text("utf-8"))
    return Golden(facts["pages"], facts["digest"], facts["engine"], _file(sample, "txt").read_text("utf-8"))


def difference(made: Golden, wanted: Golden) -> str:
    """What a reader of the failure needs: the first other line, the pages, or the versions behind other bytes; or nothing."""
    page = ""
    for ours, theirs in zip((*made.text.splitlines(), ""), (*wanted.text.splitlines(), ""), strict=False):
        page = ours if ours.startswith("=== page") else page
        if ours != theirs:
            return f"other words on {page.strip('= ')}: {ours!r} instead of {theirs!r}; {_versions(made, wanted)}"
    if made.text != wanted.text or made.pages != wanted.pages:
        return f"{made.pages} pages instead of {wanted.pages}; {_versions(made, wanted)}"
    if made.engine == wanted.engine and made.digest != wanted.digest:
        return f"the same words on as many pages, but other bytes; {_versions(made, wanted)}"
    return ""


def _versions(made: Golden, wanted: Golden) -> str:
    if made.engine == wanted.engine:
        return "if that is meant, write it with `make golden`"
    changed = [f"{name} {made.engine[name]} instead of {old}" for name, old in wanted.engine.items()]
    return "made with " + ", ".join(changed)


def _file(sample: Sample, ending: str) -> Path:
    return FOLDER / f"{sample.example}.{ending}"


def main() -> None:
    """Write all anew; what is no example any more goes."""
    FOLDER.mkdir(exist_ok=True)
    for old in FOLDER.iterdir():
        old.unlink()
    for sample in samples():
        found = golden_of(sample.made())
        facts = {name: value for name, value in asdict(found).items() if name != "text"}
        _file(sample, "json").write_text(json.dumps(facts, indent=2) + "\n", "utf-8")
        _file(sample, "txt").write_text(found.text, "utf-8")
        print(f"{sample.example}: {found.pages} pages, {found.digest[:12]}", flush=True)


if __name__ == "__main__":
    main()
