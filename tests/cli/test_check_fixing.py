"""`--fix` puts right what is mechanical and reports the rest; `--diff` only shows it."""

from __future__ import annotations

from pathlib import Path

from check_sample import check, replace_in, tiny

COMMENT = "  # proposer: ignore[CAT104] next year"
UNUSED = "hold-music: {at: site, qualities: {}, label: Music on hold}"


def idle(folder: Path, end: str = "\n") -> Path:
    """The catalog with a comment that suppresses nothing, and a warning that nothing can put right."""
    file = tiny(folder) / "capabilities.yaml"
    text = f"{UNUSED}{COMMENT}\n{file.read_text('utf-8')}"
    file.write_bytes(text.replace("\n", end).encode())
    return file


def test_a_diff_changes_nothing(tmp_path: Path) -> None:
    file = idle(tmp_path)
    before = file.read_bytes()
    result = check(tmp_path, "--diff")
    assert result.exit_code == 1
    assert result.stdout.startswith(
        f"--- cat/capabilities.yaml\n+++ cat/capabilities.yaml\n@@ -1,4 +1,4 @@\n-{UNUSED}{COMMENT}\n+{UNUSED}\n"
    )
    assert result.stderr == "1 finding would be put right\n"
    assert file.read_bytes() == before
    assert check(tmp_path, "--diff", "--fix").stdout == result.stdout
    assert file.read_bytes() == before


def test_a_fix_changes_its_place_and_no_other(tmp_path: Path) -> None:
    file = idle(tmp_path, end="\r\n")
    before = file.read_bytes()
    result = check(tmp_path, "--fix", "--format", "concise")
    assert file.read_bytes() == before.replace(COMMENT.encode(), b"")
    assert [line.split(" ")[1] for line in result.stdout.splitlines()] == ["warning[CAT203]"]
    assert result.exit_code == 1
    assert result.stderr.startswith("1 finding put right\n")


def test_nothing_to_put_right_is_no_diff(tmp_path: Path) -> None:
    tiny(tmp_path)
    result = check(tmp_path, "--diff")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "nothing to put right\n")


def test_only_what_is_shown_is_put_right(tmp_path: Path) -> None:
    file = idle(tmp_path)
    before = file.read_bytes()
    check(tmp_path, "--fix", "--ignore", "CAT120")
    assert file.read_bytes() == before
    check(tmp_path, "--write-baseline", "known.json")
    check(tmp_path, "--fix", "--baseline", "known.json")
    assert file.read_bytes() == before


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    file = idle(tmp_path)
    real = file.rename(tmp_path / "elsewhere.yaml")
    file.symlink_to(real)
    check(tmp_path, "--fix")
    assert file.is_symlink()
    assert COMMENT not in real.read_text("utf-8")


def test_two_comments_in_two_files(tmp_path: Path) -> None:
    idle(tmp_path)
    replace_in(tmp_path / "cat" / "bundles" / "office.yaml", "per: site\n", f"per: site{COMMENT}\n")
    assert check(tmp_path, "--fix").stderr.startswith("2 findings put right\n")
    assert "CAT120" not in check(tmp_path).stdout
