"""Runs `proposer check` on the small good catalog, with something wrong in it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"


def tiny(folder: Path) -> Path:
    """A copy of the catalog as `folder/cat`."""
    shutil.copytree(TINY, folder / "cat")
    return folder / "cat"


def replace_in(file: Path, old: str, new: str) -> None:
    """Replace a text that must stand in the file; ends of lines stay as they are."""
    text = file.read_bytes().decode()
    assert old in text, f"{old!r} is not in {file}"
    file.write_bytes(text.replace(old, new, 1).encode())


def check(folder: Path, *arguments: str, **environment: str | None) -> Result:
    """`proposer check cat …` in the folder; any exception but an exit code is a failure of the program."""
    variables = {"GITHUB_ACTIONS": None, "GITHUB_STEP_SUMMARY": None, "NO_COLOR": None, "FORCE_COLOR": None}
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner(env={**variables, **environment}).invoke(proposer, ["check", "cat", *arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result
