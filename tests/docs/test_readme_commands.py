"""Every command that README shows is one: its name, its options and their values are understood, its files are there."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from proposer.cli.group import proposer

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
COMMANDS = [line.partition(" # ")[0].strip() for text in BLOCKS for line in text.splitlines() if "proposer " in line]
READER_HAS = {"thousands-of-sites.yaml", "quote.json"}  # what the reader brings


def understood(command: str) -> click.Context:
    """The context that the command would run in; an error when it would not."""
    group: click.Command = proposer
    words = shlex.split(command)[1:]
    context = click.Context(proposer)
    while isinstance(group, click.Group):
        name, found, words = group.resolve_command(context, words)
        assert found is not None
        context = click.Context(found, parent=context, info_name=name)
        group = found
    return group.make_context(context.info_name, words, parent=context.parent)


@pytest.mark.parametrize("command", COMMANDS)
def test_it_is_understood(command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    understood(command)
    files = [word for word in shlex.split(command) if re.search(r"\.(yaml|json)$", word)]
    assert [file for file in files if file not in READER_HAS and not (ROOT / file).exists()] == []


def test_there_are_some() -> None:
    assert len(COMMANDS) >= 20


def test_what_is_not_understood_is_noticed() -> None:
    with pytest.raises(click.UsageError, match="--brnd"):
        understood("proposer propose examples/clinics.yaml --brnd northline")
    with pytest.raises(click.UsageError, match="a5"):
        understood("proposer propose examples/clinics.yaml --paper a5")
