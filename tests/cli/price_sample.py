"""A small catalog with prices that a head can add up, and needs for it, for tests of what things cost."""

from __future__ import annotations

import shutil
from pathlib import Path

from click.testing import CliRunner, Result

from proposer.cli.group import proposer

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
DAY = "2026-11-23"
NEEDS = """\
customer: {name: Test}
term: 36
sites: [{id: a, access: {fibre: on-net}, internet: {down: 90 Mbps}, seats: 10}]
"""


def small_world(folder: Path, needs: str = NEEDS, changes: tuple[tuple[str, str, str], ...] = ()) -> Path:
    """A folder with the needs and a copy of the small catalog, with changes: file, what stands there, what instead."""
    shutil.copytree(TINY, folder / "catalog", dirs_exist_ok=True)
    for file, old, new in changes:
        path = folder / "catalog" / file
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {file}"
        path.write_text(text.replace(old, new), "utf-8")
    (folder / "needs.yaml").write_text(needs, "utf-8")
    return folder


def run(command: str, folder: Path, *arguments: str) -> Result:
    """One command on the needs and the catalog of a folder."""
    words = [command, str(folder / "needs.yaml"), *arguments, "--catalog", str(folder / "catalog"), "--as-of", DAY]
    result = CliRunner().invoke(proposer, words)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
