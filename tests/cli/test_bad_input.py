"""Whatever a rep may hand over: a place, a remedy, exit code 1 or 2, no traceback, and no file left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer

SITE = "  - {id: main, access: {coax: on-net}, internet: {down: 100 Mbps}}\n"
NEEDS = f"customer: {{name: Harbor Dental}}\nterm: 36\nsites:\n{SITE}"
DAY = ("--as-of", "2026-11-23")


def run(folder: Path, *arguments: str) -> Result:
    """Run in an empty folder; any exception but an exit code is a failure of the program."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(proposer, [*arguments])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    assert "Traceback" not in result.output
    return result


def propose(folder: Path, content: bytes | str, *more: str) -> Result:
    """Propose for a needs file of this content, and see that nothing was written."""
    raw = content.encode() if isinstance(content, str) else content
    (folder / "needs.yaml").write_bytes(raw)
    before = sorted(folder.iterdir())
    result = run(folder, "propose", "needs.yaml", *(more or DAY))
    assert result.exit_code in (1, 2), result.output
    assert sorted(folder.iterdir()) == before
    assert "help" in result.stderr or "at least" in result.stderr, result.stderr
    return result


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("", "needs.yaml", "empty"),
        ("# nothing\n", "needs.yaml", "empty"),
        ("customer: [a\n", "needs.yaml:", ""),
        ("\tcustomer: a\n", "needs.yaml:1", ""),
        ("just words\n", "needs.yaml:1", ""),
        ("- a\n", "needs.yaml:1", ""),
        (b"%PDF-1.7\x00\xff\xfe", "needs.yaml", ""),
        (NEEDS.replace("Harbor", "Höfen").encode("latin-1"), "needs.yaml", "UTF-8"),
        (NEEDS.encode("utf-16"), "needs.yaml", "UTF-8"),
        (NEEDS + SITE, "needs.yaml:5", "main"),
        (NEEDS + "network: {topology: hub-and-spoke, hub: mian}\n", "needs.yaml:5", "main"),
        (NEEDS.replace("100 Mbps", "-5 Mbps"), "needs.yaml:4", ""),
        (NEEDS.replace("100 Mbps", "1e400"), "needs.yaml:4", ""),
        (NEEDS.replace("100 Mbps", "100 Mpbs"), "needs.yaml:4", "Mbps"),
        (NEEDS.replace("down", "donw"), "needs.yaml:4", "down"),
        (NEEDS.replace("coax", "caox"), "needs.yaml:4", "coax"),
        (NEEDS.replace("on-net", "onnet"), "needs.yaml:4", "on-net"),
        (NEEDS.replace("term: 36", "term: 37"), "needs.yaml:2", "36"),
        (NEEDS.replace("term: 36", "term: soon"), "needs.yaml:2", ""),
        (NEEDS.replace("term: 36", "term: []"), "needs.yaml:2", ""),
        (NEEDS.replace("term: 36\n", "term: 36\nterm: 60\n"), "needs.yaml:3", "term"),
        (NEEDS.replace("term: 36\n", ""), "needs.yaml", "term"),
        (NEEDS.replace("sites:\n" + SITE, "sites: []\n"), "needs.yaml", "site"),
        (NEEDS + "sites_from: nix.csv\n", "needs.yaml:5", "nix.csv"),
        (NEEDS + "budget: {monthly: 12.345}\n", "needs.yaml:5", ""),
    ],
)
def test_needs_that_are_wrong(tmp_path: Path, content: bytes | str, place: str, words: str) -> None:
    result = propose(tmp_path, content)
    assert place in result.stderr
    assert words in result.stderr


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("id,internt.down\na,5\n", "sites.csv:1", "internet.down"),
        ("id,internet.down\na,5,6\n", "sites.csv:2", ""),
        ("id,users\na\n", "sites.csv:2", ""),
        ("", "sites.csv", ""),
        ("users\n5\n", "sites.csv:1", "id"),
        ("id,users\nmain,5\n", "sites.csv:2", "main"),
        ("id,users\nb,many\n", "sites.csv:2", ""),
    ],
)
def test_a_table_of_sites_that_is_wrong(tmp_path: Path, content: str, place: str, words: str) -> None:
    (tmp_path / "sites.csv").write_text(content)
    result = propose(tmp_path, NEEDS + "sites_from: sites.csv\n")
    assert place in result.stderr
    assert words in result.stderr


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    result = run(tmp_path, "propose", "nix.yaml", *DAY)
    assert result.exit_code in (1, 2)
    assert "nix.yaml" in result.stderr


def test_a_folder_is_no_needs_file(tmp_path: Path) -> None:
    result = run(tmp_path, "propose", ".", *DAY)
    assert result.exit_code in (1, 2)
    assert "folder" in result.stderr


def test_a_day_outside_every_price_book(tmp_path: Path) -> None:
    assert "no price book is valid on 1999-01-01" in propose(tmp_path, NEEDS, "--as-of", "1999-01-01").stderr


def test_an_option_and_a_term_that_there_are_not(tmp_path: Path) -> None:
    stderr = propose(tmp_path, NEEDS, "--option", "recomended", "--term", "37", *DAY).stderr
    assert "did you mean `recommended`?" in stderr
    assert "a term of 37 months is not sold" in stderr


def test_an_output_that_cannot_be_written(tmp_path: Path) -> None:
    assert "the folder `no` does not exist" in propose(tmp_path, NEEDS, "-o", "no/x.pdf", *DAY).stderr
    assert "this is a folder, not a file" in propose(tmp_path, NEEDS, "-o", ".", *DAY).stderr


def test_a_catalog_and_templates_that_are_not_there(tmp_path: Path) -> None:
    assert "no catalog: `nix` does not exist" in propose(tmp_path, NEEDS, "--catalog", "nix", *DAY).stderr
    assert "no templates" in propose(tmp_path, NEEDS, "--templates", ".", *DAY).stderr


def test_two_catalogs_at_once_are_a_usage_error(tmp_path: Path) -> None:
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
    result = run(tmp_path, "check", "a", "b")
    assert result.exit_code == 2
    assert "one catalog at a time" in result.stderr
