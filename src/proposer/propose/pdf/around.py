"""What must hold around the PDF engine while it works: its fonts, its line ends, languages, and the collector of memory."""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path

from proposer.propose.pdf.parts import Entry, attribute

COLLECT = (1_000_000, 50, 100)


@contextmanager
def own_fonts_only() -> Iterator[None]:
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
def streams_end_apart() -> Iterator[None]:
    """A stream whose last byte is a carriage return gets a whole line end of its own before `endstream`.

    Why: the engine writes a line feed there, and both together read as one line end. The stream then seems a byte
    shorter than it says, which PDF/A forbids; one packed stream in 256 ends so. What was packed is kept: the engine asks
    for it once more, for the digest of the whole.
    """
    from pydyf import Stream

    before = Stream.data

    def data(stream: object) -> bytes:
        written = bytes(before.fget(stream))
        if not written.endswith(b"\r\nendstream"):
            return written
        return written.removesuffix(b"\nendstream") + b"\r\nendstream"

    Stream.data = cached_property(data)
    Stream.data.__set_name__(Stream, "data")
    try:
        yield
    finally:
        Stream.data = before


@contextmanager
def languages_told() -> Iterator[None]:
    """Each part of the structure tree names its language where the HTML does: the engine names that of the whole alone.

    Why: words of the catalog may stand in a document of another language, and are read aloud as if they were of it.
    """
    from pydyf import String
    from weasyprint.pdf import tags

    before = tags._build_box_tree

    def build(box: object, *rest: object) -> Iterator[Entry]:
        language = attribute(box, "lang")
        for part in before(box, *rest):
            if language and "Lang" not in part:  # what stands for nothing itself, as the body, passes its children's on
                part["Lang"] = String(language)
            yield part

    tags._build_box_tree = build
    try:
        yield
    finally:
        tags._build_box_tree = before


@contextmanager
def patient_collector() -> Iterator[None]:
    """Collect more rarely: layout makes many small objects that live, and collecting them often is a fifth of the time."""
    before = gc.get_threshold()
    gc.set_threshold(*COLLECT)
    try:
        yield
    finally:
        gc.set_threshold(*before)
