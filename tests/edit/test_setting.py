"""One value set: its characters and no others, in the quotes that it needs, or a finding and nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer
from proposer.edit.formatting import formatted
from proposer.edit.setting import as_stored, change

ROOT = Path(__file__).parents[2]
BOOK = "price-books/2026.yaml"


@pytest.fixture
def tiny(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "tests" / "fixtures" / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny"


def set_value(folder: Path, path: str, value: str, *options: str) -> Result:
    return CliRunner().invoke(proposer, ["catalog", "set", "--catalog", str(folder), path, value, *options])


def changed_lines(folder: Path, path: str, value: str) -> list[tuple[str, str]]:
    changed = change(folder, path, value)
    assert changed.value is not None, changed.diagnostics
    _, before, after = changed.value
    pairs = zip(before.splitlines(), after.splitlines(), strict=True)
    return [(old.strip(), new.strip()) for old, new in pairs if old != new]


def message(folder: Path, path: str, value: str) -> str:
    (found,) = change(folder, path, value).diagnostics
    return f"{found.code} {found.message}; {found.help}"


def test_a_price_below_its_term(tiny: Path) -> None:
    lines = changed_lines(tiny, '2026:prices.internet.monthly."100 Mbps"[36]', "301.00")
    assert lines == [("100 Mbps: [400.00, 350.00]", "100 Mbps: [400.00, 301.00]")]


def test_quotes_are_added_where_yaml_needs_them(tiny: Path) -> None:
    assert changed_lines(tiny, "seat:name", "Seat: standard") == [("name: Seat", 'name: "Seat: standard"')]
    assert changed_lines(tiny, "seat:name", "true") == [("name: Seat", "name: true")]
    assert changed_lines(tiny, "seat:name", "# one") == [("name: Seat", 'name: "# one"')]


def test_what_cannot_be_found_names_what_can(tiny: Path) -> None:
    assert message(tiny, "seats:name", "x").startswith("EDT101 there is no file `seats`; did you mean `seat`?")
    assert (
        message(tiny, "seat:nmae", "x")
        == "EDT101 there is no `nmae` in `offerings/access/seat.yaml`; did you mean `name`?"
    )
    assert message(tiny, '2026:prices.internet.monthly."100 Mbps"[48]', "1").endswith("there are [12], [36]")
    assert message(tiny, "seat", "x").startswith("EDT101 `seat` is no path to a value")


def test_more_than_one_value_is_refused(tiny: Path) -> None:
    assert message(tiny, "seat:provides", "x").startswith("EDT102 `provides` is not one value on one line")


def test_signs_that_yaml_cannot_hold_plain_are_escaped(tiny: Path) -> None:
    assert changed_lines(tiny, "seat:name", "two\nlines") == [("name: Seat", r'name: "two\nlines"')]


def test_the_file_on_disk_differs_in_one_line(tiny: Path) -> None:
    before = (tiny / BOOK).read_text("utf-8")
    result = set_value(tiny, '2026:prices.internet.monthly."100 Mbps"[36]', "301.00")
    assert result.exit_code == 0, result.output
    assert "-      100 Mbps: [400.00, 350.00]" in result.output
    after = (tiny / BOOK).read_text("utf-8")
    assert after == before.replace("100 Mbps: [400.00, 350.00]", "100 Mbps: [400.00, 301.00]")


def test_what_would_bring_an_error_is_refused_and_not_written(tiny: Path) -> None:
    before = {path: path.read_bytes() for path in tiny.rglob("*.yaml")}
    result = set_value(tiny, "office:benefit.on[0]", "chair")
    assert result.exit_code == 1
    assert "unknown offering `chair`" in result.output
    assert "nothing was written" in result.output
    assert {path: path.read_bytes() for path in tiny.rglob("*.yaml")} == before


def test_a_dry_run_writes_nothing(tiny: Path) -> None:
    before = (tiny / BOOK).read_bytes()
    assert set_value(tiny, '2026:prices.internet.monthly."100 Mbps"[36]', "301.00", "--dry-run").exit_code == 0
    assert (tiny / BOOK).read_bytes() == before


def test_line_ends_and_the_byte_order_mark_stay(tiny: Path) -> None:
    file = tiny / "offerings/access/seat.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    changed = change(tiny, "seat:name", "Chair")
    assert changed.value is not None
    assert as_stored(tiny, changed.value[0], changed.value[2]) == before.replace(b"name: Seat", b"name: Chair")


def test_a_grid_stays_aligned(tiny: Path) -> None:
    before = (tiny / BOOK).read_text("utf-8")
    changed = change(tiny, '2026:prices.internet.monthly."100 Mbps"[36]', "1350.00").value
    assert changed is not None
    assert formatted(changed[2], BOOK, BOOK).value == changed[2]
    assert "100 Mbps: [ 400.00, 1350.00]" in changed[2]
    assert changed[2].replace(" ", "") == before.replace(" ", "").replace("400.00,350.00", "400.00,1350.00")


def test_a_file_that_is_not_laid_out_is_not_laid_out_by_the_way(tiny: Path) -> None:
    text = (tiny / BOOK).read_text("utf-8").replace("[300.00,", "[ 300.00 ,")
    (tiny / BOOK).write_text(text, "utf-8")
    changed = change(tiny, '2026:prices.internet.monthly."100 Mbps"[36]', "1350.00").value
    assert changed is not None
    assert changed[2] == text.replace("400.00, 350.00", "400.00, 1350.00")
