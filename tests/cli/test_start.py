"""Starting up: light, lazy, and each command's help with an example."""

from __future__ import annotations

import subprocess
import sys

import pytest
from click.testing import CliRunner

from proposer.cli.group import COMMANDS, proposer

HEAVY = ("pydantic", "yaml", "jinja2", "weasyprint", "highspy", "rich", "babel")


def heavy_imports(*arguments: str) -> set[str]:
    command = [sys.executable, "-X", "importtime", "-m", "proposer", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode in (0, 2), done.stderr[-500:]
    names = {line.rsplit("|", 1)[-1].strip().split(".")[0] for line in done.stderr.splitlines() if "|" in line}
    return names & set(HEAVY)


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("propose", "--help"), ("nonsense",)])
def test_nothing_heavy_is_imported_for_help(arguments: tuple[str, ...]) -> None:
    assert heavy_imports(*arguments) == set()


def test_the_guard_sees_a_heavy_import() -> None:
    assert "pydantic" in heavy_imports("render", "no-such-file.json")


def test_every_command_loads_and_its_help_ends_with_an_example() -> None:
    for name in COMMANDS:
        shown = CliRunner().invoke(proposer, [name, "--help"]).output
        last = shown.rstrip().split("\n\n")[-1].strip()
        assert last.startswith(f"Example: proposer {name}"), name


def test_help_lists_every_command_without_loading_one() -> None:
    shown = CliRunner().invoke(proposer, ["--help"]).output
    assert [line.split()[0] for line in shown.split("Commands:\n")[1].split("\n\n")[0].splitlines()] == list(COMMANDS)


def test_a_command_misspelt_is_a_usage_error_with_a_suggestion() -> None:
    result = CliRunner().invoke(proposer, ["qoute"])
    assert result.exit_code == 2
    assert "Did you mean 'quote'?" in result.stderr


def test_the_version_is_the_package_s() -> None:
    from proposer import __version__

    assert CliRunner().invoke(proposer, ["--version"]).output == f"proposer, version {__version__}\n"
