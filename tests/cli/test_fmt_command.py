"""`fmt` at a terminal: what is written, named and shown, and with which exit code it ends."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer

ROOT = Path(__file__).parents[2]
SEAT = "catalog/offerings/access/seat.yaml"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with one file that is not laid out, and needs that are."""
    shutil.copytree(ROOT / "tests" / "fixtures" / "tiny", tmp_path / "catalog")
    seat = tmp_path / SEAT
    seat.write_bytes(b"\xef\xbb\xbf" + swapped(seat.read_text("utf-8")).replace("\n", "\r\n").encode())
    seat.chmod(0o640)
    (tmp_path / "needs.yaml").write_text("customer: {name: A}\nterm: 12\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def swapped(text: str) -> str:
    """A file's first line after its second, with a comment."""
    first, second, *rest = text.splitlines()
    return "\n".join(["# The head", second, f"{first}  # its name", *rest, ""])


def fmt(*arguments: str) -> Result:
    return CliRunner().invoke(proposer, ["fmt", *arguments])


def test_the_file_that_changes_is_written_and_named(workspace: Path) -> None:
    result = fmt()
    assert result.exit_code == 0, result.output
    assert result.stdout == f"{SEAT}\n"
    assert result.stderr.endswith(" files: 1 changed\n")
    content = (workspace / SEAT).read_bytes()
    assert content.startswith(b"\xef\xbb\xbf# The head\r\nname: ")
    assert b"  # its name\r\nper: " in content
    assert content.count(b"\n") == content.count(b"\r\n")
    assert (workspace / SEAT).stat().st_mode & 0o777 == 0o640
    again = fmt()
    assert (again.exit_code, again.stdout) == (0, "")
    assert (workspace / SEAT).read_bytes() == content


def test_check_and_diff_write_nothing(workspace: Path) -> None:
    before = (workspace / SEAT).read_bytes()
    checked, shown, both = fmt("--check"), fmt("--diff"), fmt("--check", "--diff")
    assert (checked.exit_code, checked.stdout) == (1, f"{SEAT}\n")
    assert checked.stderr.endswith(" files: 1 would change\n")
    assert shown.exit_code == 0
    assert f"--- {SEAT}\n+++ {SEAT}\n@@" in shown.stdout
    assert both.exit_code == 1
    assert both.stdout == shown.stdout
    assert (workspace / SEAT).read_bytes() == before
    assert fmt("--check", "needs.yaml", "catalog/bundles").exit_code == 0


def test_a_file_that_cannot_be_read_is_told_and_the_others_go_on(workspace: Path) -> None:
    (workspace / "catalog" / "tables.yaml").write_text("a: [1\n", "utf-8")
    result = fmt("catalog", "catalog/tables.yaml", "no-such.yaml")
    assert result.exit_code == 1
    assert result.stdout == f"{SEAT}\n"
    assert result.stderr.count("error[YML105]") == 1
    assert "catalog/tables.yaml:" in result.stderr
    assert "error[YML101]: there is no file `no-such.yaml`" in result.stderr
    assert result.stderr.endswith(": 1 changed, 2 not touched\n")
    assert (workspace / "catalog" / "tables.yaml").read_text("utf-8") == "a: [1\n"


def test_a_linked_file_stays_a_link(workspace: Path) -> None:
    (workspace / "linked.yaml").symlink_to(workspace / SEAT)
    assert fmt("linked.yaml").exit_code == 0
    assert (workspace / "linked.yaml").is_symlink()
    assert (workspace / SEAT).read_bytes().startswith(b"\xef\xbb\xbf# The head\r\nname: ")


def test_quiet_leaves_the_names(workspace: Path) -> None:
    assert workspace.is_dir()
    result = fmt("--quiet", "--check")
    assert (result.stdout, result.stderr) == (f"{SEAT}\n", "")


def test_a_file_of_a_catalog_is_known_by_its_place(workspace: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir((workspace / SEAT).parent)
    assert fmt("--check", "seat.yaml").stdout == "seat.yaml\n"
    shutil.copy(workspace / SEAT, workspace / "elsewhere.yaml")
    monkeypatch.chdir(workspace)
    assert fmt("--check", "elsewhere.yaml").exit_code == 0


def test_an_empty_folder(tmp_path: Path) -> None:
    assert fmt(str(tmp_path)).stderr == "0 files: 0 changed\n"
