"""The engine's shorter ways give the same, are only taken while a document is made, and are those of the engine that is there."""

from __future__ import annotations

import hashlib
import inspect
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import FunctionType

import pytest
from example_quotes import quote

from proposer.gallery.torture import torture
from proposer.model.edition import Edition
from proposer.propose import make_pdf
from proposer.propose.pdf import engine, short_ways

TEMPLATES = Path(__file__).parents[2] / "templates"
engine.load_engine()
EDITIONS = [
    ("clinics", Edition(audience="full")),
    ("clinics", Edition(audience="technical", brand="northline", language="es")),
    ("law-firm", Edition(audience="procurement", brand="northline")),
    ("manufacturer", Edition(paper="a4", language="es")),
    ("torture", Edition()),
]
KNOWN = {
    "ComputedStyle.__missing__": "b318d8efc8ac",
    "Box.is_in_normal_flow": "5f49d6ab23da",
    "resolve_percentages": "71673078096f",
    "get_color": "8196bf0c7ddc",
    "get_font_description": "85734b8947b9",
    "_font_style_cache_key": "d6b09d54b825",
    "parse_one_declaration": "bbf597fdb2fb",
    "PDF.page_references": "060bf90aad55",
}


def functions() -> Iterator[FunctionType]:
    import pydyf
    import tinycss2
    from weasyprint.css import ComputedStyle
    from weasyprint.draw.color import get_color
    from weasyprint.formatting_structure.boxes import Box
    from weasyprint.layout.percent import resolve_percentages
    from weasyprint.text import line_break

    yield from (ComputedStyle.__missing__, Box.is_in_normal_flow, resolve_percentages, get_color)
    yield pydyf.PDF.page_references.fget
    yield from (line_break.get_font_description, line_break._font_style_cache_key, tinycss2.parse_one_declaration)


@pytest.mark.parametrize(("name", "edition"), EDITIONS)
def test_the_bytes_are_the_same_without_them(name: str, edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = torture(quote("clinics")) if name == "torture" else quote(name)
    short = make_pdf(asked, TEMPLATES, edition, lambda _stage: None).value
    monkeypatch.setattr(engine, "short_ways", nullcontext)
    long = make_pdf(asked, TEMPLATES, edition, lambda _stage: None).value
    assert short is not None
    assert short == long


def test_they_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the test above compares the engine with itself."""
    before, within = list(functions()), list[FunctionType]()

    @contextmanager
    def watched() -> Iterator[None]:
        with short_ways.short_ways():
            within.extend(functions())
            yield

    monkeypatch.setattr(engine, "short_ways", watched)
    assert make_pdf(quote("law-firm"), TEMPLATES, Edition(audience="executive"), lambda _stage: None).value
    assert not set(map(id, within)) & set(map(id, before))
    assert list(functions()) == before


def test_the_engines_functions_are_those_that_were_shortened() -> None:
    """After an update of the engine: read its new function, then the shorter one, then write the new digest down here."""
    assert {each.__qualname__: digest(each) for each in functions()} == KNOWN


def digest(function: FunctionType) -> str:
    return hashlib.sha256(inspect.getsource(function).encode()).hexdigest()[:12]
