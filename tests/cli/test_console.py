"""Colours, progress, the day."""

from __future__ import annotations

import sys
from datetime import date
from io import StringIO
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from proposer.cli.console import Console
from proposer.cli.document import readable_name
from proposer.cli.group import proposer
from proposer.cli.options import today


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("plain", "no_color", "force", "watched", "colored"),
    [
        (False, "", "", True, True),
        (False, "", "", False, False),
        (False, "1", "", True, False),
        (False, "", "1", False, True),
        (False, "1", "1", True, False),
        (True, "", "1", True, False),
    ],
)
def test_who_decides_on_colours(
    monkeypatch: pytest.MonkeyPatch,
    plain: bool,  # noqa: FBT001  # a case of the table
    no_color: str,
    force: str,
    watched: bool,  # noqa: FBT001  # a case of the table
    colored: bool,  # noqa: FBT001  # a case of the table
) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("NO_COLOR", no_color)
    monkeypatch.setenv("FORCE_COLOR", force)
    assert Console(plain=plain).colored(Terminal() if watched else StringIO()) is colored


def drawn(monkeypatch: pytest.MonkeyPatch, stream: StringIO, started: float, *, quiet: bool = False) -> str:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(sys, "stderr", stream)
    console = Console(quiet=quiet)
    console.started += started
    console.progress("choosing", 1, 3)
    console.clear()
    return stream.getvalue()


def test_progress_is_drawn_on_a_terminal_after_half_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    line = "Choosing, 2 of 3 …"
    assert drawn(monkeypatch, Terminal(), -1) == f"\r{line}\r{' ' * len(line)}\r"


def test_progress_keeps_still_where_nobody_waits_or_watches(monkeypatch: pytest.MonkeyPatch) -> None:
    assert drawn(monkeypatch, Terminal(), 0) == ""
    assert drawn(monkeypatch, StringIO(), -1) == ""
    assert drawn(monkeypatch, Terminal(), -1, quiet=True) == ""


def test_a_build_that_is_reproduced_has_its_own_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795392000")
    assert today() == date(2026, 11, 23)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    with pytest.raises(click.UsageError, match="SOURCE_DATE_EPOCH is 'yesterday'; expected whole seconds since 1970"):
        today()


@pytest.mark.parametrize("day", ["23.11.2026", "2026-02-30", "tomorrow"])
def test_a_day_that_is_none_is_a_usage_error(day: str, tmp_path: Path) -> None:
    result = CliRunner().invoke(proposer, ["quote", str(tmp_path / "n.yaml"), "--as-of", day])
    assert result.exit_code == 2
    assert "write year, month and day, such as 2026-11-23" in result.stderr


@pytest.mark.parametrize(
    ("customer", "name"),
    [
        ("Lakeside Family Clinics", "Lakeside-Family-Clinics"),
        ("../../etc/passwd", "etc-passwd"),
        ("A/B\\C:D*E?", "A-B-C-D-E"),
        ("Zahnärzte Łódź", "Zahnärzte-Łódź"),
        ("歯科", "歯科"),
        ("…", "Proposal"),
        ("x" * 300, "x" * 80),
        ("CON", "CON"),
    ],
)
def test_names_that_people_can_read_and_files_can_bear(customer: str, name: str) -> None:
    assert readable_name(customer, "2026-11-23") == f"{name}_2026-11-23"
