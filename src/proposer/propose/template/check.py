"""Everything that can be said of a folder of templates without a quote: names, words, styles, colours, pictures."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Severity, Span
from proposer.propose.bounded.limits import limits_for
from proposer.propose.bounded.worker import run_bounded
from proposer.propose.edition.audience import audience_names, load_audience
from proposer.propose.edition.brand import BAD_BRAND, Brand, load_brand
from proposer.propose.edition.words import load_words
from proposer.propose.template.contrast import contrast_faults

IGNORED, LARGE_PICTURE = "TPL303", "TPL705"
MOST_PICTURE = 200_000  # bytes of a PNG, which the engine unpacks and packs again
NAMED = re.compile(r'\bsrc="([\w.-]+)"')  # a file of the brand's folder
AT = re.compile(r"^(.*?) at (\d+):(\d+)(.*)$", re.DOTALL)


def check_templates(templates: Path) -> tuple[Diagnostic, ...]:
    """All findings, in a process of its own: what is judged may be hostile."""
    outcome = run_bounded(partial(_checked, templates), limits_for(1), lambda _stage: None)
    return outcome.value or outcome.diagnostics


def _checked(templates: Path, _tell: Callable[[str], None]) -> Outcome[tuple[Diagnostic, ...]]:
    return Outcome(tuple(_findings(templates)))


def _findings(templates: Path) -> Iterator[Diagnostic]:
    from proposer.propose.template.costly import cost_faults
    from proposer.propose.template.html import place_faults
    from proposer.propose.template.names import name_faults
    from proposer.propose.template.phrases import phrase_faults

    yield from place_faults(templates / "proposal")
    yield from name_faults(templates / "proposal")
    yield from phrase_faults(templates)
    for file in sorted((templates / "words").glob("*.toml")):
        yield from load_words(templates, file.stem).diagnostics
    for style in (*sorted(templates.glob("proposal/*.css")), *sorted(templates.glob("brands/*/*.css"))):
        yield from _ignored(style)
        yield from cost_faults(style)
    for file in sorted(templates.glob("brands/*/brand.toml")):
        brand = load_brand(templates, file.parent.name)
        yield from _contrasts(templates, brand.value, file) if brand.value else brand.diagnostics
        yield from _missing(templates, file)
    for name in audience_names(templates):
        yield from load_audience(templates, name).diagnostics
    yield from _pictures(templates)


def _contrasts(templates: Path, brand: Brand, file: Path) -> Iterator[Diagnostic]:
    """What is too faint in a brand: pairs of its palette, and rules of its own stylesheet and of the proposal's."""
    from proposer.propose.template.style_contrast import style_contrast_faults

    yield from contrast_faults(brand, file)
    for style in (*sorted(templates.glob("proposal/*.css")), *sorted(file.parent.glob("*.css"))):
        yield from style_contrast_faults(brand, style)


def _ignored(style: Path) -> Iterator[Diagnostic]:
    """What the engine says of a stylesheet, at its line."""
    from proposer.propose.pdf.engine import style_log

    for message in style_log(style.read_text("utf-8")):
        found = AT.match(message)
        words, place = (
            (found[1] + found[4], Span(str(style), int(found[2]), int(found[3])))
            if found
            else (message, Span(str(style)))
        )
        yield Diagnostic(IGNORED, f"the PDF engine reports: {words}", place, help="mend the stylesheet")


def _missing(templates: Path, brand: Path) -> Iterator[Diagnostic]:
    """The files that templates ask of every brand and this one does not have."""
    for template in sorted(templates.glob("proposal/**/*.j2")):
        for name in dict.fromkeys(NAMED.findall(template.read_text("utf-8", "replace"))):
            if not (brand.parent / name).is_file():
                message = f"the brand has no `{name}`, which {template.name} shows"
                yield Diagnostic(BAD_BRAND, message, Span(str(brand)), help="put the file beside brand.toml")


def _pictures(templates: Path) -> Iterator[Diagnostic]:
    for file in sorted(templates.glob("brands/*/*.png")):
        if file.stat().st_size > MOST_PICTURE:
            message = f"a PNG of {file.stat().st_size // 1000:,} kB takes the engine most of a second"
            yield Diagnostic(LARGE_PICTURE, message, Span(str(file)), Severity.WARNING, help="save photographs as JPEG")
