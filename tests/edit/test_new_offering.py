"""A new offering: its file and the price books' last entries, or a refusal and nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer
from proposer.diagnostics import Diagnostic
from proposer.edit.offering import scalar
from proposer.edit.offering_prices import orderable, with_entry
from proposer.files import write_whole

ROOT = Path(__file__).parents[2]
BOOK = "price-books/2026.yaml"
FAX = ("--family", "access", "--name", "Fax line", "--in-short", "A line, for faxes.")


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "fixtures" / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny"


def new(folder: Path, name: str, *options: str) -> Result:
    return CliRunner().invoke(proposer, ["new", "offering", name, "--catalog", str(folder), *options])


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.yaml")}


def test_the_file_and_one_line_in_the_book(tiny: Path) -> None:
    before = contents(tiny)
    more = ("--access", "fibre", "--count", "line,lines,1,8", "--provides", "seats=1", "--monthly", "32.00")
    result = new(tiny, "fax", *FAX, *more, "--once", "75.00", "--terms", "12")
    assert result.exit_code == 0, result.output
    after = contents(tiny)
    assert after.pop("offerings/access/fax.yaml").decode() == (
        "name: Fax line\nper: site\nrides_on: [fibre]\ncount: {unit: line, units: lines, least: 1, most: 8}\n"
        'provides: {seats: 1}\nwords:\n  in_short: "A line, for faxes."\n'
    )
    assert after.pop(BOOK) == before.pop(BOOK) + b"  fax: {monthly: 32.00, once: 75.00, terms: [12]}\n"
    assert after == before
    assert "proposer check --catalog" in result.stderr


def test_without_a_price_check_finds_each_blank(tiny: Path) -> None:
    more = ("--access", "fibre", "--characteristic", "rate=100..300 Mbps by 100", "--provides", "internet=down:rate")
    result = new(tiny, "fax", *FAX, *more)
    assert result.exit_code == 0, result.output
    rows = (tiny / BOOK).read_text("utf-8").splitlines()[-5:]
    assert rows[0] == "      by: [rate, term]"
    assert rows[1] == "      term:     [   12,    36]"
    assert rows[4] == '      300 Mbps: ["???", "???"]'
    checked = CliRunner().invoke(proposer, ["check", "--catalog", str(tiny)])
    assert checked.exit_code == 1
    assert checked.output.count("error[PRC101]: expected an amount of money") == 6


def test_nothing_is_overwritten(tiny: Path) -> None:
    before = contents(tiny)
    result = new(tiny, "seat", *FAX, "--monthly", "1")
    assert result.exit_code == 2
    assert "error[EDT104]: there is an offering `seat` already" in result.stderr
    assert contents(tiny) == before


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--family", "acess", *FAX[2:]), "no family `acess`; did you mean `access`?"),
        ((*FAX, "--access", "fiber"), "no access `fiber`; did you mean `fibre`?"),
        ((*FAX, "--provides", "seat=1"), "no capability `seat`; did you mean `seats`?"),
        ((*FAX, "--terms", "12,48"), "no term of 48 months; there are 12, 36"),
        (FAX[2:], "--family is missing"),
        ((*FAX, "--monthly", "cheap"), "expected an amount of money, such as 32.00"),
        ((*FAX, "--count", "line"), "expected unit, units, least and most"),
        ((*FAX, "--terms", "year"), "expected months set apart by commas"),
        ((*FAX, "--characteristic", "rate"), "expected a name, `=`"),
    ],
)
def test_wrong_usage_names_the_remedy(tiny: Path, options: tuple[str, ...], message: str) -> None:
    before = contents(tiny)
    result = new(tiny, "fax", *options)
    assert result.exit_code == 2
    assert message in result.stderr
    assert contents(tiny) == before


def test_what_would_bring_an_error_is_refused(tiny: Path) -> None:
    before = contents(tiny)
    result = new(tiny, "Fax Line", *FAX, "--monthly", "1")
    assert result.exit_code == 1, result.output
    assert "nothing was written" in result.stderr
    assert contents(tiny) == before


def test_a_dry_run_shows_both_files_and_writes_neither(tiny: Path) -> None:
    before = contents(tiny)
    result = new(tiny, "fax", *FAX, "--monthly", "1", "--dry-run")
    assert result.exit_code == 0, result.output
    assert "+name: Fax line" in result.stdout
    assert "+  fax: {monthly: 1, terms: [12, 36]}" in result.stdout
    assert contents(tiny) == before


def test_when_the_second_file_cannot_be_written_the_first_goes(tiny: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(tiny)

    def full(path: Path, content: bytes) -> Diagnostic | None:
        return Diagnostic("OUT101", "no room") if path.name == "2026.yaml" else write_whole(path, content)

    monkeypatch.setattr("proposer.edit.offering_files.write_whole", full)
    result = new(tiny, "fax", *FAX, "--monthly", "1")
    assert result.exit_code == 2
    assert contents(tiny) == before


def test_prices_go_below_the_last_entry() -> None:
    entry = "  b: {}\n"
    assert with_entry("prices:\n  a: {}", entry) == "prices:\n  a: {}\n  b: {}\n"
    assert with_entry("prices:\r\n  a: {}\r\n", entry) == "prices:\r\n  a: {}\r\n  b: {}\r\n"
    assert (
        with_entry("prices:\n  a: {}\n\n# last\nname: x\n", entry) == "prices:\n  a: {}\n  b: {}\n\n# last\nname: x\n"
    )
    assert with_entry("prices: {a: {}}\n", entry) is None


def test_values_and_quotes() -> None:
    assert orderable("10..30 Mbps by 10, 1 Gbps") == ["10 Mbps", "20 Mbps", "30 Mbps", "1 Gbps"]
    assert orderable("a..b by 0") == ["a..b by 0"]
    assert [scalar(text) for text in ("plain", "true", "a: b", "12")] == ["plain", '"true"', '"a: b"', "12"]


@pytest.mark.parametrize(
    "more",
    [
        ["--access=fibre", "--count=line,lines,1,8", "--provides=seats=1", "--monthly=32.00", "--once=7"],
        ["--characteristic=size=5 Mbps,10 Mbps,1 Gbps", "--monthly=9.50", "--once=75.00"],
        ["--characteristic=size=100..300 Mbps by 100"],
        ["--provides=internet=down: size", "--characteristic=size=100 Mbps,1 Gbps"],
        [],
    ],
)
def test_what_is_written_is_laid_out(tiny: Path, more: list[str]) -> None:
    result = new(tiny, "fax", *FAX, *more)
    assert result.exit_code == 0, result.output
    checked = CliRunner().invoke(proposer, ["fmt", "--check", str(tiny)])
    assert checked.exit_code == 0, checked.stdout
