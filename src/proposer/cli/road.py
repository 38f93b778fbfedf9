"""The steps that commands share: find the content, load catalog and needs, make the quote; each ends the run when it fails.

Heavy imports stand inside the functions, so that a command pays only for the stages that it goes through.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, TypeVar

from click.exceptions import Exit

from proposer.cli.console import Console
from proposer.cli.exits import FAULT, FINDINGS
from proposer.cli.findings import print_findings
from proposer.cli.patience import Patience
from proposer.content import Content, locate
from proposer.diagnostics import Diagnostic, Outcome

if TYPE_CHECKING:
    from proposer.model.catalog import Catalog
    from proposer.model.configuration import Conflict
    from proposer.model.explanation import Change
    from proposer.model.needs import Needs
    from proposer.model.quote import Quote
    from proposer.pipeline.known import Known

T = TypeVar("T")


def find_content(console: Console, catalog: Path | None, templates: Path | None = None) -> Content:
    """The folders of catalog and templates; the run ends when there are none."""
    outcome = locate(Path(), catalog, templates)
    if outcome.value is None:
        stop(console, outcome.diagnostics, None, FAULT)
    return outcome.value


def load_catalog(console: Console, folder: Path) -> Catalog:
    """The catalog of a folder, its findings printed."""
    from proposer.load.catalog import load_catalog as load

    console.progress("Reading the catalog", 0, 1)
    outcome = load(folder)
    return value_of(console, outcome, folder)


def load_needs(console: Console, path: Path, catalog: Catalog, folder: Path) -> Needs:
    """The needs of a file, its findings printed."""
    from proposer.load.needs import load_needs as load

    console.progress("Reading the needs", 0, 1)
    return value_of(console, load(path, catalog), folder)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which of the solutions: an option's id, a term in months, what is made least; None is as the needs and policy say."""

    option: str | None = None
    term: int | None = None
    objective: str | None = None
    patience: Patience = field(default_factory=Patience)
    soft: bool = False  # whether Ctrl-C asks for the best so far


def make_quote(console: Console, known: Known, needs: Needs, folder: Path, asked: Asked) -> Quote | Conflict:
    """The quote of the needs on a day, or the conflict that forbids one."""
    from proposer.model.objective import Objective
    from proposer.pipeline import make_quote as make

    least = Objective(asked.objective) if asked.objective else None
    with asked.patience.watching(console, soft=asked.soft) as watch:
        outcome = make(
            known.catalog, needs, known.day, selected=asked.option, term=asked.term, progress=console.progress,
            objective=least, known=known, watch=watch,
        )  # fmt: skip
    return value_of(console, outcome, folder)


def change_needs(console: Console, needs: Needs, catalog: Catalog, folder: Path, changes: Sequence[Change]) -> Needs:
    """The needs with what `--set` says, findings printed."""
    from proposer.load.changes import changed

    return value_of(console, changed(needs, catalog, changes), folder)


@dataclass(frozen=True, slots=True)
class Road:
    """The road from a needs file to its quote, with all that was met on it."""

    folder: Path
    known: Known
    needs: Needs
    quote: Quote | Conflict

    @property
    def catalog(self) -> Catalog:
        """What is sold."""
        return self.known.catalog


def read_needs(
    console: Console, path: Path, folder: Path, as_of: date, changes: Sequence[Change] = ()
) -> tuple[Known, Needs]:
    """What is sold on a day, and a needs file with changes."""
    from proposer.pipeline.known import Known

    catalog = load_catalog(console, folder)
    needs = change_needs(console, load_needs(console, path, catalog, folder), catalog, folder, changes)
    return Known(catalog, as_of), needs


def quote_needs(
    console: Console, path: Path, folder: Path, as_of: date, asked: Asked, changes: Sequence[Change] = ()
) -> Road:
    """From a needs file, with changes, to its quote."""
    known, needs = read_needs(console, path, folder, as_of, changes)
    quote = make_quote(console, known, needs, folder, asked)
    return Road(folder, known, needs if asked.term is None else replace(needs, terms=(asked.term,)), quote)


def stop(console: Console, diagnostics: Iterable[Diagnostic], folder: Path | None, code: int = FINDINGS) -> NoReturn:
    """Print what was found and end the run."""
    print_findings(console, tuple(diagnostics), folder)
    raise Exit(code)


def value_of(console: Console, outcome: Outcome[T], folder: Path) -> T:
    """A step's value, its findings printed; the run ends where there is none."""
    shown: Sequence[Diagnostic] = outcome.diagnostics
    if outcome.value is None or outcome.failed:
        stop(console, shown, folder)
    if not console.quiet:
        print_findings(console, tuple(shown), folder)
    return outcome.value
