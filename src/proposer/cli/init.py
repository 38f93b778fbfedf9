"""`proposer init`: a workspace of one's own, with catalog, templates and an example; it never writes over anything."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console
from proposer.content import packaged
from proposer.diagnostics import Diagnostic, Span

if TYPE_CHECKING:
    from proposer.model.catalog import Catalog

EPILOG = "Example: proposer init my-workspace"
EXAMPLE = Path("examples", "dentist.yaml")
PARTS = (Path("catalog"), Path("templates"), EXAMPLE)
MADE = (*PARTS, Path("schemas"), Path(".vscode"))
NEVER = shutil.ignore_patterns("__pycache__", "*.pyc", ".*")


@click.command(epilog=EPILOG)
@click.argument("folder", type=options.FOLDER, default=".")
@options.console_options
def command(console: Console, folder: Path) -> None:
    """Make a workspace in FOLDER (default: here): the shipped catalog and templates to change, and an example.

    Editors that know YAML schemas are set up as well: schemas with this catalog's names, a line in each file that names
    its schema, and settings for VS Code. After adding to the catalog, `proposer schema --write` makes the schemas anew.
    """
    from proposer.cli.exits import FAULT
    from proposer.cli.road import load_catalog, stop
    from proposer.content import default_catalog

    fault = _taken(folder)
    if not fault:
        catalog = load_catalog(console, default_catalog())
        console.clear()
        fault = _copied(folder, catalog)
    if fault:
        stop(console, (fault,), None, FAULT)
    for part in MADE:
        console.result(str(folder / part))
    console.message(_next(folder))


def _taken(folder: Path) -> Diagnostic | None:
    if folder.exists() and not folder.is_dir():
        return Diagnostic(
            "OUT201", f"`{folder}` is a file", Span(str(folder)), help="name a folder: `proposer init NAME`"
        )
    there = [part for part in MADE if (folder / part).exists()]
    if there:
        names = ", ".join(f"`{folder / part}`" for part in there)
        remedy = "name another folder: `proposer init NAME`; nothing was written"
        return Diagnostic("OUT202", f"already there: {names}", Span(str(folder / there[0])), help=remedy)
    return None


def _copied(folder: Path, catalog: Catalog) -> Diagnostic | None:
    """Make everything aside first, then move it into place: an interrupt leaves no half of a catalog."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=".proposer-init.", dir=folder) as name:
            aside = Path(name)
            for part in PARTS:
                _copy(packaged() / part, aside / part)
            _set_up_editor(aside, catalog)
            for part in MADE:
                (folder / part).parent.mkdir(parents=True, exist_ok=True)
                (aside / part).rename(folder / part)
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


def _set_up_editor(workspace: Path, catalog: Catalog) -> None:
    """Schemas, settings, and the line in each file that names its schema."""
    from proposer.edit.editor import schema_files, settings_files, with_modeline

    for name, text in {**schema_files(catalog), **settings_files()}.items():
        path = workspace / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    for path in workspace.rglob("*.yaml"):
        text = path.read_text("utf-8")
        path.write_text(with_modeline(text, path.relative_to(workspace).as_posix()), "utf-8", newline="\n")


def _next(folder: Path) -> str:
    enter = "" if folder == Path() else f"cd {folder} && "
    return f"Next: {enter}proposer propose {EXAMPLE.as_posix()}"
