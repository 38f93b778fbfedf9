"""Which findings count: levels, codes, comments in the files, and a baseline."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from check_sample import check, replace_in, tiny

UNUSED = "hold-music: {at: site, qualities: {}, label: Music on hold}"


def idle(folder: Path, comment: str = "") -> Path:
    """The catalog with a capability that nobody names: a warning, CAT203, on line 1."""
    file = tiny(folder) / "capabilities.yaml"
    file.write_text(f"{UNUSED}{comment}\n{file.read_text('utf-8')}", "utf-8")
    return file


def codes(folder: Path, *arguments: str) -> list[str]:
    return [found["code"] for found in json.loads(check(folder, "--json", *arguments).stdout)]


def test_the_level_decides_what_fails(tmp_path: Path) -> None:
    idle(tmp_path)
    assert codes(tmp_path) == ["CAT203"]
    assert [
        check(tmp_path, *more).exit_code for more in ((), ("--fail-level", "note"), ("--fail-level", "warning"))
    ] == [
        1,
        1,
        1,
    ]
    assert check(tmp_path, "--fail-level", "error").exit_code == 0
    assert check(tmp_path, "--exit-zero").exit_code == 0
    assert "warning[CAT203]" in check(tmp_path, "--exit-zero").stdout


def test_codes_are_selected_and_ignored(tmp_path: Path) -> None:
    idle(tmp_path)
    assert codes(tmp_path, "--select", "PRC") == []
    assert codes(tmp_path, "--select", "PRC,cat2") == ["CAT203"]
    assert codes(tmp_path, "--select", "PRC", "--select", "CAT203") == ["CAT203"]
    assert codes(tmp_path, "--ignore", "CAT2") == []
    assert codes(tmp_path, "--select", "CAT", "--ignore", "CAT203") == []
    assert check(tmp_path, "--ignore", "CAT2").exit_code == 0


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_an_unknown_code_is_a_usage_error(option: str, tmp_path: Path) -> None:
    tiny(tmp_path)
    result = check(tmp_path, option, "PCR")
    assert result.exit_code == 2
    assert f"{option}: there is no code 'PCR'; did you mean PRC?" in result.stderr
    assert f"{option} names no code" in check(tmp_path, option, " , ").stderr


def test_a_comment_suppresses_what_stands_on_its_line(tmp_path: Path) -> None:
    idle(tmp_path, "  # proposer: ignore[CAT203] sold from January on")
    result = check(tmp_path)
    assert (result.exit_code, result.stdout) == (0, "")


def test_a_comment_without_use_is_found(tmp_path: Path) -> None:
    idle(tmp_path, "  # proposer: ignore[CAT203, CAT104] sold from January on")
    assert codes(tmp_path) == ["CAT120"]
    assert codes(tmp_path, "--ignore", "CAT104") == []


def test_a_catalog_that_cannot_be_read_says_nothing_of_idle_comments(tmp_path: Path) -> None:
    idle(tmp_path, "  # proposer: ignore[CAT203] sold from January on")
    replace_in(tmp_path / "cat" / "bundles" / "office.yaml", "{internet: 1", "{internte: 1")
    assert codes(tmp_path) == ["CAT104"]


def test_comments_count_in_needs_and_scenarios_too(tmp_path: Path) -> None:
    scenario = tiny(tmp_path) / "scenarios" / "one-office.yaml"
    text = scenario.read_text("utf-8")
    scenario.write_text(f"# proposer: ignore[CAT104] x\n{text}", "utf-8")
    (tmp_path / "needs.yaml").write_text("# proposer: ignore[CAT999] x\ncustomer: {name: A}\n", "utf-8")
    result = check(tmp_path, "needs.yaml", "--format", "concise")
    assert "cat/scenarios/one-office.yaml:1:1: warning[CAT120] no finding CAT104" in result.stdout
    assert "needs.yaml:1:1: warning[CAT121] there is no code `CAT999`" in result.stdout


def test_a_baseline_leaves_out_what_is_known(tmp_path: Path) -> None:
    file = idle(tmp_path)
    written = check(tmp_path, "--write-baseline", "known.json")
    assert (written.exit_code, written.stdout) == (0, "")
    assert written.stderr == "known.json: 1 finding written as known\n"
    file.write_text("# moved\n\n" + file.read_text("utf-8"), "utf-8")
    later = check(tmp_path, "--baseline", "known.json")
    assert (later.exit_code, later.stdout) == (0, "")
    assert later.stderr.endswith(": nothing found; 1 known left out\n")


def test_a_baseline_shows_what_is_new_and_tells_what_is_gone(tmp_path: Path) -> None:
    file = idle(tmp_path)
    check(tmp_path, "--write-baseline", "known.json")
    replace_in(file, "hold-music", "lift-music")
    result = check(tmp_path, "--baseline", "known.json")
    assert result.exit_code == 1
    assert "lift-music" in result.stdout
    assert result.stderr.endswith(": 1 warning; 1 of the baseline is resolved: write it again\n")
    assert "baseline" not in check(tmp_path, "--baseline", "known.json", "--select", "PRC").stderr


def test_a_baseline_is_the_same_from_every_folder(tmp_path: Path) -> None:
    idle(tmp_path)
    check(tmp_path, "--write-baseline", "known.json")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "cat").symlink_to(tmp_path / "cat")
    assert check(tmp_path / "deep", "--baseline", "../known.json").exit_code == 0


@pytest.mark.parametrize(
    ("content", "words"), [(None, "there is no baseline 'known.json'"), ("{}", "'known.json' is no baseline"), ("\udcff", "UTF-8")]
)  # fmt: skip
def test_a_baseline_that_cannot_be_read_is_a_usage_error(content: str | None, words: str, tmp_path: Path) -> None:
    tiny(tmp_path)
    if content is not None:
        (tmp_path / "known.json").write_bytes(content.encode("utf-8", "surrogateescape"))
    result = check(tmp_path, "--baseline", "known.json")
    assert result.exit_code == 2
    assert words in result.stderr


def test_what_keeps_the_catalog_from_being_read_always_fails(tmp_path: Path) -> None:
    """Why: a clean check would say that the catalog can be sold from."""
    bundle = tiny(tmp_path) / "bundles" / "office.yaml"
    replace_in(bundle, "{internet: 1, seat: 5..}", "{internte: 1, seat: 5..} # proposer: ignore[CAT104] next year")
    result = check(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "cat: what is left out keeps the catalog from being read\n"
    assert check(tmp_path, "--exit-zero").exit_code == 0


def test_needs_are_known_by_whatever_way_they_were_named(tmp_path: Path) -> None:
    tiny(tmp_path)
    (tmp_path / "needs.yaml").write_text("customer: {name: A}\n", "utf-8")
    first = json.loads(check(tmp_path, "needs.yaml", "--json").stdout)
    second = json.loads(check(tmp_path, str(tmp_path / "needs.yaml"), "--json").stdout)
    assert first
    assert [one["fingerprint"] for one in first] == [one["fingerprint"] for one in second]
