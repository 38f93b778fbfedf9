"""`proposer samples`: every example in every edition, and one that is hard to lay out, side by side on a page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.content import Content
    from proposer.gallery.page import Sample
    from proposer.model.edition import Edition
    from proposer.model.quote import Quote

EPILOG = "Example: proposer samples -o out/gallery --example clinics"
HARD = "torture"
HARD_FROM = "clinics"


@click.command(epilog=EPILOG)
@click.option("-o", "--output", type=options.FOLDER, metavar="DIR", default="gallery", help="Where the gallery goes.")
@click.option(
    "--example", "examples", multiple=True, metavar="NAME", help="Only these needs; `torture` is the hard one."
)
@click.option("--brand", "brands", multiple=True, metavar="NAME", help="Only these brands.")
@click.option("--audience", "audiences", multiple=True, metavar="NAME", help="Only these readers.")
@click.option(
    "--paper", type=click.Choice(["letter", "a4"]), default="letter", help="US Letter or A4. Default: letter."
)
@click.option("--language", metavar="LANGUAGE", default="", help="en, es, or a locale such as es_MX.")
@click.option(
    "--examples", "folder", type=options.FOLDER, metavar="DIR", help="The needs files. Default: those that ship."
)
@options.catalog_option
@options.templates_option
@options.as_of_option
@options.console_options
def command(
    console: Console,
    output: Path,
    examples: tuple[str, ...],
    brands: tuple[str, ...],
    audiences: tuple[str, ...],
    paper: str,
    language: str,
    folder: Path | None,
    catalog: Path | None,
    templates: Path | None,
    as_of: date,
) -> None:
    """Render all examples for all brands and readers into DIR, with index.html to look at them."""
    from proposer.cli.road import find_content

    content = find_content(console, catalog, templates)
    editions = _editions(console, content, brands, audiences, paper, language)
    quotes = _quotes(console, content, folder, examples, as_of)
    output.mkdir(parents=True, exist_ok=True)
    samples = _render(console, content, quotes, editions, output)
    _write_index(console, output, samples)


def _editions(
    console: Console, content: Content, brands: Sequence[str], audiences: Sequence[str], paper: str, language: str
) -> list[Edition]:
    """Every brand for every reader, or those that were asked for; a name that is not there ends the run."""
    from proposer.cli.road import stop
    from proposer.model.edition import Edition
    from proposer.propose.edition.audience import audience_names, load_audience
    from proposer.propose.edition.brand import brand_names, load_brand

    looks = brands or brand_names(content.templates)
    readers = audiences or audience_names(content.templates)
    faults = [d for name in looks for d in load_brand(content.templates, name).diagnostics]
    faults += [d for name in readers for d in load_audience(content.templates, name).diagnostics]
    if faults:
        stop(console, faults, content.templates)
    return [Edition(look, paper, language, reader) for look in looks for reader in readers]


def _quotes(
    console: Console, content: Content, folder: Path | None, wanted: Sequence[str], as_of: date
) -> list[tuple[str, Quote]]:
    """The quotes of the examples that have an answer, then the one that is hard to lay out."""
    from proposer.cli.road import Asked, load_catalog, load_needs, make_quote, stop
    from proposer.content import packaged
    from proposer.diagnostics import Diagnostic, did_you_mean
    from proposer.gallery.torture import torture
    from proposer.model.quote import Quote
    from proposer.pipeline.known import Known

    files = {file.stem: file for file in sorted((folder or packaged() / "examples").glob("*.yaml"))}
    if unknown := [name for name in wanted if name not in (*files, HARD)]:
        stop(
            console,
            [
                Diagnostic("TPL602", f"there is no example `{name}`", help=did_you_mean(name, (*files, HARD)))
                for name in unknown
            ],
            None,
        )
    known = Known(load_catalog(console, content.catalog), as_of)
    hard = HARD in wanted or not wanted
    found: list[tuple[str, Quote]] = []
    for name, file in files.items():
        if not wanted or name in wanted or (hard and name == HARD_FROM):
            needs = load_needs(console, file, known.catalog, content.catalog)
            quote = make_quote(console, known, needs, content.catalog, Asked())
            found += [(name, quote)] if isinstance(quote, Quote) else []
    listed = [(name, quote) for name, quote in found if not wanted or name in wanted]
    return listed + [(HARD, torture(quote)) for name, quote in found if hard and name == HARD_FROM]


def _render(
    console: Console, content: Content, quotes: Sequence[tuple[str, Quote]], editions: Sequence[Edition], output: Path
) -> list[Sample]:
    """Every quote in every edition, several at a time; a sample that fails ends the run."""
    from proposer.cli.road import stop
    from proposer.propose import propose

    samples: list[Sample] = []
    total = len(quotes) * len(editions)
    for name, quote in quotes:
        for edition in editions:
            console.progress(f"{name}, {edition.brand}, {edition.audience}", len(samples), total)
            made = propose(quote, content.templates, edition)
            if made.value is None:
                stop(console, made.diagnostics, content.templates)
            samples.append(_sample(console, name, edition, made.value, output))
    return samples


def _sample(console: Console, name: str, edition: Edition, data: bytes, output: Path) -> Sample:
    from proposer.cli.exits import FAULT
    from proposer.cli.road import stop
    from proposer.files import write_whole
    from proposer.gallery.page import Sample
    from proposer.gallery.pictures import drawn

    words = [edition.brand, edition.audience, *(m for m in edition.marks if m not in (edition.brand, edition.audience))]
    file = "-".join([name, *words]) + ".pdf"
    pictures = drawn(data)
    if pictures.value is None:
        stop(console, pictures.diagnostics, None, FAULT)
    if fault := write_whole(output / file, data):
        stop(console, (fault,), None, FAULT)
    return Sample(name, ", ".join(words), file, pictures.value.count, len(data), pictures.value.pages)


def _write_index(console: Console, output: Path, samples: Sequence[Sample]) -> None:
    from proposer.cli.exits import FAULT
    from proposer.cli.road import stop
    from proposer.files import write_whole
    from proposer.gallery.page import gallery_page

    index = output / "index.html"
    if fault := write_whole(index, gallery_page(samples).encode()):
        stop(console, (fault,), None, FAULT)
    pages = sum(sample.pages for sample in samples)
    console.clear()
    console.result(str(index))
    console.message(f"{len(samples)} proposals, {pages} pages\nNext: open {index}")
