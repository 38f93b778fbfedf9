"""From a quote to the PDF on the disk: its name, its making, its writing, and what is said about it."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

from proposer.cli.console import Console
from proposer.cli.exits import FAULT
from proposer.cli.limits_option import allowed
from proposer.cli.road import stop
from proposer.content import Content
from proposer.files import output_fault, write_whole
from proposer.report.amounts import counted, day, money

if TYPE_CHECKING:
    from proposer.model.edition import Edition
    from proposer.model.quote import Quote

LONGEST = 80
PLAIN = "en"  # the language that no name tells
MOST_BYTES = 160  # file systems take 255, with day, number and ending


def readable_name(customer: str, day_: str) -> str:
    """`Lakeside-Family-Clinics_2026-11-23`: letters and digits of any script, nothing that a file system minds."""
    short = (
        readable(customer)[:LONGEST].encode()[:MOST_BYTES].decode(errors="ignore")
    )  # some scripts' letters take four
    return f"{short.rstrip('-_') or 'Proposal'}_{day_}"


def readable(text: str) -> str:
    """Its letters and digits, with a hyphen for all between them."""
    return re.sub(r"[^\w]+", "-", unicodedata.normalize("NFC", text)).strip("-_")


def check_output(console: Console, output: Path | None) -> None:
    """End the run before any work is done when its result could not be kept."""
    fault = output_fault(output or Path("proposal.pdf"))
    if fault:
        stop(console, (fault,), None, FAULT)


def check_language(console: Console, language: str, content: Content) -> None:
    """End the run before any work is done when nobody wrote words in this language."""
    from proposer.propose import language_faults

    if faults := language_faults(language, content.templates):
        stop(console, faults, content.templates)


def make_document(console: Console, quote: Quote, content: Content, output: Path | None, edition: Edition) -> Path:
    """The path of the quote's PDF, written whole; its name says which edition it is."""
    from dataclasses import replace

    from proposer.propose import in_language, propose

    console.progress("Laying out the proposal", 0, 1)
    limits = allowed(len(quote.sites))
    outcome = propose(quote, content.templates, edition, progress=console.stage, limits=limits)
    if outcome.value is None or outcome.failed:
        stop(console, outcome.diagnostics, content.templates)
    spoken = in_language(quote, edition.language).locale.partition("_")[0]  # that of a saved quote, too
    marks = replace(edition, language="" if spoken == PLAIN else spoken).marks
    name = "_".join([readable_name(quote.customer.name, quote.as_of.isoformat()), *map(readable, marks)])
    path = output or _free(Path(), name, outcome.value)
    if fault := write_whole(path, outcome.value):
        stop(console, (fault,), None, FAULT)
    return path


def _free(folder: Path, name: str, content: bytes) -> Path:
    """A name that nothing else bears: a proposal that may have been sent is never written over."""
    path, number = folder / f"{name}.pdf", 1
    while path.exists() and not _same(path, content):
        number += 1
        path = folder / f"{name}-{number}.pdf"
    return path


def _same(path: Path, content: bytes) -> bool:
    try:
        return path.read_bytes() == content
    except OSError:
        return False


def tell(console: Console, quote: Quote, path: Path, following: str, *, as_json: bool) -> None:
    """The path as the result; what is in it and what to type next as news."""
    console.clear()
    if as_json:
        console.data(json.dumps(_record(quote, path), indent=2, ensure_ascii=False))
        return
    console.result(str(path))
    console.message("\n".join((*summary(quote), f"Next: {following}")))


def summary(quote: Quote) -> tuple[str, ...]:
    """The quote in a few lines."""
    chosen, currency = quote.chosen, quote.currency
    price = f"{money(chosen.monthly, currency)} a month for {counted(chosen.term, 'month')}"
    proof = "proven the best" if chosen.proof.proven else f"within {money(chosen.proof.gap, currency)} of the best"
    from proposer.model.alike import groups
    from proposer.report.quote_table import alike_words

    shown = [group[0] for group in groups(quote)]
    others = ", ".join(f"{o.title} {money(o.monthly, currency)}" for o in shown if o.id != quote.selected)
    lines = [
        f"{quote.customer.name}, {counted(len(quote.sites), 'site')}, quote {quote.id}, holds until {day(quote.valid_until)}",
        f"{chosen.title}: {price}, {money(chosen.once, currency)} once ({proof})",
    ]
    lines += [f"Beside it: {others}"] if others else []
    lines += alike_words(quote)
    cases = len(chosen.individual_cases)
    lines += [f"{counted(cases, 'individual case')} without a price; the proposal says which"] if cases else []
    open_points = quote.contract.open_points
    lines += (
        [f"Still missing: {'; '.join(open_points[:3])}" + (" …" if len(open_points) > 3 else "")] if open_points else []
    )
    return (*lines, f"DRAFT: needs approval by {quote.approval}") if quote.approval else tuple(lines)


def _record(quote: Quote, path: Path) -> dict[str, object]:
    from proposer.money import cents_to_text

    options = [
        {
            "id": option.id,
            "term": option.term,
            "monthly": cents_to_text(option.monthly),
            "once": cents_to_text(option.once),
            "contract_value": cents_to_text(option.contract_value),
            "proven": option.proof.proven,
        }
        for option in quote.options
    ]
    return {
        "file": str(path),
        "quote": quote.id,
        "revision": quote.revision,
        "selected": quote.selected,
        "options": options,
    }
