"""`proposer explain`, the page of all codes, and that every code shows wrong and right."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from proposer.cli.group import proposer
from proposer.codes import CODES
from proposer.report.code_pages import AREAS, codes_page

ROOT = Path(__file__).parents[2]


def explain(*arguments: str) -> Result:
    return CliRunner().invoke(proposer, ["explain", *arguments])


def test_a_code_in_full() -> None:
    result = explain("cat104")
    assert result.exit_code == 0
    assert result.output == (
        "CAT104: An unknown name\n"
        "\n"
        "It refers to something that no file declares.\n"
        "\n"
        "Wrong:\n"
        "    members: {business-intrenet: 1}\n"
        "\n"
        "Right:\n"
        "    members: {business-internet: 1}\n"
    )


def test_without_a_code_all_are_listed() -> None:
    lines = explain().output.splitlines()
    assert len(lines) == len(CODES)
    assert "PRC204  A hole in a price table" in lines


def test_an_unknown_code_is_answered_with_the_nearest() -> None:
    result = explain("PRC2O4")
    assert result.exit_code == 2
    assert "there is no code `PRC2O4`; did you mean `PRC204`?" in result.output


def test_as_data() -> None:
    (record,) = json.loads(explain("YML106", "--json").output)
    assert set(record) == {"code", "title", "why", "bad", "good"}


def test_every_code_shows_wrong_and_right() -> None:
    assert [name for name, code in CODES.items() if not (code.bad and code.good) or code.bad == code.good] == []
    assert {name[:3] for name in CODES} == set(AREAS)


def test_the_page_is_the_one_that_the_program_writes() -> None:
    written = (ROOT / "docs" / "codes.md").read_text("utf-8")
    assert written == codes_page(), "docs/codes.md is stale: run `make codes`"
