"""`proposer fmt`: files laid out as the house does it."""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console
from proposer.cli.exits import FINDINGS

if TYPE_CHECKING:
    from proposer.cli.check_fixing import Change
    from proposer.diagnostics import Outcome

EPILOG = "Example: proposer fmt --diff catalog/price-books needs.yaml"


@click.command(epilog=EPILOG)
@click.argument("paths", nargs=-1, type=options.FILE, metavar="[PATHS]...")
@click.option("--check", is_flag=True, help="Write nothing; exit with 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@options.console_options
def command(
    console: Console,
    paths: tuple[Path, ...],
    check: bool,  # noqa: FBT001  # click passes by name
    diff: bool,  # noqa: FBT001  # click passes by name
) -> None:
    """Lay out catalog, scenario and needs files: order of keys, grids, blank lines. No comment is lost.

    PATHS are files and folders; without any, the catalog. What a file says is the same afterwards, or it is not touched.
    """
    from proposer.cli.check_fixing import apply_changes, diff_of
    from proposer.cli.findings import from_here, print_findings
    from proposer.cli.road import find_content

    files = list(_files(paths or (find_content(console, None).catalog,)))
    outcomes = [_outcome(path) for path in files]
    found = tuple(each for outcome in outcomes for each in outcome.diagnostics)
    changes = tuple(each.value for each in outcomes if each.value is not None and each.value.count)
    if not (check or diff):
        apply_changes(console, changes)
    print_findings(console, found, None)
    if diff and changes:
        console.result(diff_of(changes))
    elif changes:
        console.result("\n".join(from_here(change.path) for change in changes))
    console.message(_summary(len(files), len(changes), sum(each.value is None for each in outcomes), check or diff))
    if found or (check and changes):
        raise Exit(FINDINGS)


def _files(paths: Iterable[Path]) -> dict[Path, None]:
    """The files to look at, each once, those of folders sorted."""
    from proposer.load.folder import yaml_files

    files: dict[Path, Path] = {}
    for path in paths:
        for file in [path / name for name in yaml_files(path)] if path.is_dir() else [path]:
            files.setdefault(file.resolve(), file)
    return dict.fromkeys(files.values())


def _outcome(path: Path) -> Outcome[Change]:
    """One file laid out; its count is 0 when nothing changes."""
    from proposer.cli.check_fixing import Change
    from proposer.cli.findings import from_here
    from proposer.diagnostics import Outcome
    from proposer.edit.formatting import formatted
    from proposer.edit.layout import place_in_catalog
    from proposer.load.files import read_text

    label = from_here(path)
    before = read_text(path, label)
    if before.value is None:
        return Outcome(None, before.diagnostics)
    after = formatted(before.value, label, place_in_catalog(path) or place_in_catalog(path.resolve()))
    if after.value is None:
        return Outcome(None, after.diagnostics)
    mark = "\ufeff" if path.read_bytes().startswith(BOM_UTF8) else ""
    return Outcome(Change(path, mark + before.value, mark + after.value, int(before.value != after.value)))


def _summary(looked_at: int, changed: int, faulty: int, only_shown: bool) -> str:  # noqa: FBT001  # one caller
    """The run in one line."""
    noun = "file" if looked_at == 1 else "files"
    verb = "would change" if only_shown else "changed"
    wrong = f", {faulty} not touched" if faulty else ""
    return f"{looked_at} {noun}: {changed} {verb}{wrong}"
