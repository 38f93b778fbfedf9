"""`proposer samples`: PDFs and a page to look at them; names that are not there are told whole, and nothing is written."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from example_quotes import ROOT
from pypdf import PdfReader

from proposer.cli.group import proposer

DAY = ("--as-of", "2026-11-23")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(proposer, ["samples", *DAY, *arguments])


def test_an_example_for_one_reader_in_every_brand(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "gallery"
    result = run("-o", str(folder), "--example", "dentist", "--audience", "executive")
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{folder / 'index.html'}\n"
    pages = [len(PdfReader(folder / f"dentist-{brand}-executive.pdf").pages) for brand in ("meridian", "northline")]
    assert result.stderr == f"2 proposals, {sum(pages)} pages\nNext: open {folder / 'index.html'}\n"
    assert len(list(folder.iterdir())) == 3
    page = (folder / "index.html").read_text("utf-8")
    assert page.count("<img ") == sum(pages) <= 10


UNKNOWN = (
    (("--example", "clinic"), "error[TPL602]: there is no example `clinic`\n  = help: did you mean `clinics`?"),
    (
        ("--brand", "nothline"),
        "error[TPL201]: there is no brand `nothline`\n --> templates/brands/nothline/brand.toml\n  = help: did you mean `northline`?",
    ),
    (
        ("--audience", "exective"),
        "error[TPL205]: there is no audience `exective`\n --> templates/audiences.toml\n  = help: did you mean `executive`?",
    ),
)


@pytest.mark.parametrize(("asked", "told"), UNKNOWN)
def test_a_name_that_is_not_there_ends_the_run(
    asked: tuple[str, str], told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    result = run("-o", str(tmp_path / "gallery"), *asked)
    assert result.exit_code == 1
    assert result.output.replace(f"{ROOT}/", "") == f"{told}\n\n1 error\n"
    assert not (tmp_path / "gallery").exists()


def test_without_the_package_that_draws_one_is_told_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    result = run("-o", str(tmp_path), "--example", "dentist", "--audience", "executive", "--brand", "meridian")
    assert result.exit_code == 2
    told = "error[TPL601]: pages are drawn by a package that is missing\n  = help: pip install 'proposer[samples]'\n\n1 error\n"
    assert result.output.endswith(told)
    assert list(tmp_path.iterdir()) == []
