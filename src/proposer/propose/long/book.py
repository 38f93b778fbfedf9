"""A long proposal: its sections are laid out in workers, several at a time, and become one document.

First an empty page, for what all sections share; then the annexes; then the front, whose contents tell their pages; then
what stands in the margins of all, which tells how many there are, while the rest is put together. Each leaves a file, so
that no process holds more than its own part.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from proposer.diagnostics import Outcome
from proposer.model.edition import Edition
from proposer.model.quote import Quote
from proposer.propose.bounded.limits import Limits
from proposer.propose.bounded.worker import Task, Tell, run_all
from proposer.propose.content.view import ProposalView
from proposer.propose.edition.look import Look
from proposer.propose.long.merge import Part, merge
from proposer.propose.long.sections import Section, annex_sections, empty_section, front_section, margins_section
from proposer.propose.pdf.engine import Presses, load_engine, write_with_facts
from proposer.propose.pdf.sheet import Sheet, sheet_of
from proposer.propose.template.html import Printer

T = TypeVar("T")
TITLE = "Laying out the proposal"
GLANCE = 0.01  # seconds


@dataclass(frozen=True, slots=True)
class Book:
    """A long proposal before it is laid out, and what its sections share: templates and stylesheets that were read once."""

    quote: Quote
    edition: Edition
    look: Look
    view: ProposalView
    printer: Printer
    presses: Presses = field(default_factory=Presses)


@dataclass(frozen=True, slots=True)
class Print:
    """A section that was laid out: its part of the document, and the page of the part on which each anchor stands."""

    part: Part
    starts: Mapping[str, int]


class Watch:
    """Tells how many sections and pages are ready."""

    def __init__(self, sections: int, tell: Tell) -> None:
        self.sections, self.tell = sections, tell
        self.ready = self.pages = 0

    def start(self) -> None:
        """Before the first is ready."""
        self.tell(f"{TITLE}: section 1 of {self.sections}")

    def add(self, _number: int, pages: str) -> None:
        """One more is ready, of so many pages."""
        self.ready, self.pages = self.ready + 1, self.pages + int(pages)
        self.tell(f"{TITLE}: section {min(self.ready + 1, self.sections)} of {self.sections}, {self.pages:,} pages")


def processors() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def make_long(book: Book, limits: Limits, workers: int, tell: Tell) -> Outcome[bytes]:
    """The document's bytes, the same for any number of workers; with 0 it is made in this process."""
    if workers:
        load_engine()
    with tempfile.TemporaryDirectory(prefix="proposer-") as folder:
        return _made(book, Path(folder), Team(limits, workers), tell)


@dataclass(frozen=True, slots=True)
class Team:
    """So many workers, and the limits of each."""

    limits: Limits
    workers: int

    def run(self, tasks: Sequence[Task[T]], progress: Callable[[int, str], None]) -> Outcome[tuple[T, ...]]:
        """What comes of the tasks, in their order; nothing when one of them fails."""
        if self.workers:
            outcomes = run_all(tasks, self.limits, self.workers, progress, whole=True)
        else:
            outcomes = tuple(task(partial(progress, number)) for number, task in enumerate(tasks))
        found = tuple(dict.fromkeys(fault for outcome in outcomes for fault in outcome.diagnostics))
        values = tuple(outcome.value for outcome in outcomes if outcome.value is not None)
        return Outcome(values if len(values) == len(tasks) else None, found)


def _rehearsed(book: Book, folder: Path, team: Team) -> Outcome[Print]:
    """Lay out an empty page, so that what all sections need is read once, and is there in every copy of this process.

    A worker tries it first, within its limits: what came to an end there may be done here.
    """
    empty = partial(make_section, book, empty_section(book.view), folder / "empty.pdf")
    tried = team.run((empty,), _unheard)
    return empty(lambda _pages: None) if tried.value else Outcome(None, tried.diagnostics)


def _made(book: Book, folder: Path, team: Team, tell: Tell) -> Outcome[bytes]:
    if team.workers and (rehearsed := _rehearsed(book, folder, team)).value is None:
        return Outcome(None, rehearsed.diagnostics)
    sections = list(annex_sections(book.view))
    watch = Watch(len(sections) + 1, tell)
    tasks = [partial(make_section, book, section, folder / f"{number}.pdf") for number, section in enumerate(sections)]
    watch.start()
    annexes = team.run(tasks, watch.add)
    if annexes.value is None:
        return Outcome(None, annexes.diagnostics)
    opening = front_section(book.view, _starts(annexes.value))
    front = team.run((partial(make_section, book, opening, folder / "front.pdf"),), watch.add)
    if front.value is None:
        return Outcome(None, front.diagnostics)
    parts = [printed.part for printed in (*front.value, *annexes.value)]
    around = margins_section(book.view, sum(part.pages for part in parts))
    margins, target = folder / "margins.pdf", folder / "whole.pdf"
    last = team.run((partial(_laid_out, book, around, margins), partial(_merged, parts, margins, target)), _unheard)
    return Outcome(target.read_bytes() if last.value else None, last.diagnostics)


def _starts(printed: Sequence[Print]) -> dict[str, int]:
    """The page on which each annex begins, the first page after the front being 1."""
    found, pages = dict[str, int](), 0
    for each in printed:
        found |= {id_: pages + page + 1 for id_, page in each.starts.items()}
        pages += each.part.pages
    return found


def make_section(book: Book, section: Section, file: Path, tell: Tell) -> Outcome[Print]:
    """Lay one section out, and leave it as a file. The front carries what is attached to the document."""
    look, quote = book.look, book.quote
    page = book.printer.html(section.view, look.brand)
    if page.value is None:
        return Outcome(None, page.diagnostics)
    is_front = bool(section.view.sections)
    sheet = sheet_of(page.value, look, quote, book.edition) if is_front else Sheet(page.value, "", quote.as_of)
    written = write_with_facts(replace(sheet, stylesheet=look.stylesheet + section.style), look.brand, book.presses)
    if written.value is None:
        return Outcome(None, written.diagnostics)
    data, facts = written.value
    begun = file.with_suffix(".begun")
    begun.write_bytes(data)
    begun.replace(file)  # whoever waits for it finds all of it
    part = Part(file, section.before, facts.pages - section.before - section.after, facts.levels)
    tell(str(part.pages))
    kept = {name: at - part.before for name, at in facts.starts.items() if 0 <= at - part.before < part.pages}
    return Outcome(Print(part, kept))


def _laid_out(book: Book, section: Section, file: Path, tell: Tell) -> Outcome[bool]:
    printed = make_section(book, section, file, tell)
    return Outcome(True if printed.value else None, printed.diagnostics)


def _merged(parts: Sequence[Part], margins: Path, target: Path, _tell: Tell) -> Outcome[bool]:
    """Put the parts together, beside another worker who lays out what stands in the margins: it is needed last."""

    def awaited() -> Path:
        while not margins.exists():
            time.sleep(GLANCE)
        return margins

    merge(parts, awaited, target)
    return Outcome(value=True)


def _unheard(_number: int, _stage: str) -> None:
    """Progress that is not counted."""
