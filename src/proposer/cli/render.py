"""`proposer render`: a quote that was saved as JSON, or lies in a proposal, to the same PDF as when it was made."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console
from proposer.cli.edition_options import USUAL, asked_edition, edition_options
from proposer.cli.limits_option import patience_option

if TYPE_CHECKING:
    from proposer.model.edition import Edition
    from proposer.model.quote import Quote

EPILOG = "Example: proposer render clinics.json -o clinics.pdf"


@click.command(epilog=EPILOG)
@click.argument("quote", type=click.Path(path_type=Path, allow_dash=True))
@options.output_option
@edition_options
@patience_option
@options.json_option
@options.templates_option
@options.console_options
def command(
    console: Console,
    quote: Path,
    output: Path | None,
    as_json: bool,  # noqa: FBT001  # click passes by name
    templates: Path | None,
) -> None:
    """Render the saved quote in the file QUOTE: JSON as `proposer quote --json` wrote it, or a proposal's PDF, which holds it.

    A PDF is made again as it was, but for the options that are given. `-` reads JSON from a pipe.
    """
    from proposer.cli.document import check_language, check_output, make_document, tell
    from proposer.cli.road import find_content

    check_output(console, output)
    content = find_content(console, None, templates)
    check_language(console, asked_edition().language, content)
    saved, edition = _read(console, quote)
    path = make_document(console, saved, content, output, asked_edition(edition))
    tell(console, saved, path, f"open {path}", as_json=as_json)


def _read(console: Console, path: Path) -> tuple[Quote, Edition]:
    """The quote, and the edition that a PDF is."""
    from dataclasses import replace

    from proposer.cli.exits import FAULT, FINDINGS
    from proposer.cli.road import stop
    from proposer.diagnostics import Diagnostic, Span
    from proposer.model.quote_json import quote_from_json

    try:
        text, edition = (sys.stdin.read(), USUAL) if str(path) == "-" else _inside(console, path)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        remedy = "save one with `proposer quote NEEDS --json > quote.json`"
        stop(
            console,
            (Diagnostic("QUO903", f"`{path}` cannot be read: {why}", Span(str(path)), help=remedy),),
            None,
            FAULT,
        )
    except UnicodeDecodeError as error:
        fault = f"`{path}` is not UTF-8 text: byte {error.start + 1}"
        remedy = "save the quote as UTF-8"
        stop(console, (Diagnostic("QUO903", fault, Span(str(path)), help=remedy),), None)
    outcome = quote_from_json(text)
    if outcome.value is None:
        placed = (
            replace(found, span=Span(str(path))) if not found.span.file else found for found in outcome.diagnostics
        )
        stop(console, placed, None, FINDINGS)
    return outcome.value, edition


def _inside(console: Console, path: Path) -> tuple[str, Edition]:
    """The quote as text and the edition, out of the PDF if it is one."""
    from proposer.cli.road import stop
    from proposer.propose.pdf.inside import inside_of, is_pdf

    data = path.read_bytes()
    if not is_pdf(data):
        return data.decode("utf-8-sig"), USUAL
    inside = inside_of(data, str(path))
    if inside.value is None:
        stop(console, inside.diagnostics, None)
    return inside.value.quote, inside.value.edition or USUAL
