"""The commands of docs/pricing.md are run, and what the page shows is what they print."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposer.cli.group import proposer

ROOT = Path(__file__).parents[2]
LEFT_OUT = "…"


def blocks(text: str) -> list[tuple[str, list[str]]]:
    """Each command with the lines that are shown of its output."""
    found = re.findall(r"```console\n\$ proposer (.*?)\n(.*?)```", text, re.DOTALL)
    return [(command, shown.splitlines()) for command, shown in found]


PAGE = blocks((ROOT / "docs/pricing.md").read_text("utf-8"))


def unlike(shown: list[str], printed: list[str]) -> str:
    """The first shown line that is not printed where it should be; `…` stands for any lines."""
    place, free = 0, False
    for line in shown:
        if line == LEFT_OUT:
            free = True
        elif free and line in printed[place:]:
            place, free = printed.index(line, place) + 1, False
        elif not free and place < len(printed) and printed[place] == line:
            place += 1
        else:
            return line
    return "" if free or place == len(printed) else printed[place]


@pytest.mark.parametrize(("command", "shown"), PAGE, ids=[command for command, _ in PAGE])
def test_what_the_page_shows_is_printed(command: str, shown: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    result = CliRunner().invoke(proposer, [*shlex.split(command), "--as-of", "2026-11-23"])

    printed = [
        line for line in result.output.lstrip().splitlines() if not re.fullmatch("=+", line)
    ]  # rules below titles
    assert unlike(shown, printed) == ""


def test_the_page_shows_some() -> None:
    assert len(PAGE) >= 4


def test_another_line_is_noticed() -> None:
    printed = ["a", "b", "c", "d"]

    assert unlike(["a", "…", "c", "d"], printed) == ""
    assert unlike(["a", "…", "d", "…"], printed) == ""
    assert unlike(["…", "c", "x"], printed) == "x"
    assert unlike(["a", "c"], printed) == "c"
    assert unlike(["a", "b"], printed) == "c"
