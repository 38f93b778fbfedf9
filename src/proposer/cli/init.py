"""`proposer init`: a workspace of one's own, with catalog, templates and an example; it never writes over anything."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import click

from proposer.cli import options
from proposer.cli.console import Console
from proposer.content import packaged
from proposer.diagnostics import Diagnostic, Span

EPILOG = "Example: proposer init my-workspace"
EXAMPLE = Path("examples", "dentist.yaml")
PARTS = (Path("catalog"), Path("templates"), EXAMPLE)
NEVER = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


@click.command(epilog=EPILOG)
@click.argument("folder", type=options.FOLDER, default=".")
@options.console_options
def command(console: Console, folder: Path) -> None:
    """Make a workspace in FOLDER (default: here): the shipped catalog and templates to change, and an example."""
    from proposer.cli.exits import FAULT
    from proposer.cli.road import stop

    fault = _taken(folder) or _copied(folder)
    if fault:
        stop(console, (fault,), None, FAULT)
    for part in PARTS:
        console.result(str(folder / part))
    console.message(_next(folder))


def _taken(folder: Path) -> Diagnostic | None:
    if folder.exists() and not folder.is_dir():
        return Diagnostic(
            "OUT201", f"`{folder}` is a file", Span(str(folder)), help="name a folder: `proposer init NAME`"
        )
    there = [part for part in PARTS if (folder / part).exists()]
    if there:
        names = ", ".join(f"`{folder / part}`" for part in there)
        remedy = "name another folder: `proposer init NAME`; nothing was written"
        return Diagnostic("OUT202", f"already there: {names}", Span(str(folder / there[0])), help=remedy)
    return None


def _copied(folder: Path) -> Diagnostic | None:
    """Copy everything aside first, then move it into place: an interrupt leaves no half of a catalog."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".proposer-init.", dir=folder) as aside:
            for part in PARTS:
                _copy(packaged() / part, Path(aside, part))
            for part in PARTS:
                (folder / part).parent.mkdir(parents=True, exist_ok=True)
                Path(aside, part).rename(folder / part)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        remedy = "name another folder: `proposer init NAME`"
        return Diagnostic("OUT203", f"the workspace cannot be written: {why}", Span(str(folder)), help=remedy)
    return None


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=NEVER)
    else:
        shutil.copyfile(source, target)


def _next(folder: Path) -> str:
    enter = "" if folder == Path() else f"cd {folder} && "
    return f"Next: {enter}proposer propose {EXAMPLE.as_posix()}"
