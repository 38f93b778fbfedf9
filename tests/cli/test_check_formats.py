"""Each format on stdout and in a file, and what a GitHub workflow gets."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from check_sample import check, replace_in, tiny

PLACE = "cat/bundles/office.yaml:3:11"
READERS: dict[str, Callable[[str], object]] = {
    "json": json.loads,
    "jsonl": lambda text: [json.loads(line) for line in text.splitlines()],
    "sarif": json.loads,
    "gitlab": json.loads,
    "junit": fromstring,
    "github": str.splitlines,
    "markdown": str.splitlines,
    "concise": str.splitlines,
}


def broken(folder: Path) -> None:
    replace_in(tiny(folder) / "bundles" / "office.yaml", "{internet: 1", "{internte: 1")


@pytest.mark.parametrize("style", READERS)
def test_nothing_found_is_a_document_too(style: str, tmp_path: Path) -> None:
    tiny(tmp_path)
    result = check(tmp_path, "--format", style)
    READERS[style](result.stdout)
    assert result.exit_code == 0, result.output
    assert "CAT104" not in result.stdout


@pytest.mark.parametrize("style", READERS)
def test_on_stdout_stands_the_document_alone(style: str, tmp_path: Path) -> None:
    broken(tmp_path)
    result = check(tmp_path, "--format", style)
    assert result.exit_code == 1
    READERS[style](result.stdout)
    assert "CAT104" in result.stdout
    assert result.stderr == "cat: 1 error\n"


@pytest.mark.parametrize("style", ["text", *READERS])
def test_a_file_holds_the_same_as_stdout(style: str, tmp_path: Path) -> None:
    broken(tmp_path)
    result = check(tmp_path, "--format", style, "--output", "out")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (tmp_path / "out").read_text("utf-8") == check(tmp_path, "--format", style).stdout


def test_text_in_full(tmp_path: Path) -> None:
    broken(tmp_path)
    result = check(tmp_path)
    assert result.stdout == (
        "error[CAT104]: unknown offering `internte`\n"
        f" --> {PLACE}\n"
        "  |\n"
        "3 | members: {internte: 1, seat: 5..}\n"
        "  |           ^^^^^^^^\n"
        "  = help: did you mean `internet`?\n"
        "  = note: `internet` is declared here\n"
        " --> cat/offerings/access/internet.yaml:1:1\n"
        "  |\n"
        "1 | name: Internet on fibre\n"
        "  | -----------------------\n"
        "\n"
        "1 error\n"
    )


def test_colours_are_for_those_who_ask(tmp_path: Path) -> None:
    broken(tmp_path)
    assert "\x1b[" not in check(tmp_path).stdout
    assert "\x1b[1;31merror[CAT104]" in check(tmp_path, FORCE_COLOR="1").stdout
    assert "\x1b[" not in check(tmp_path, FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" not in check(tmp_path, "--no-color", FORCE_COLOR="1").stdout
    assert "\x1b[" not in check(tmp_path, "--format", "concise", FORCE_COLOR="1").stdout


def test_json_has_a_shorter_name(tmp_path: Path) -> None:
    broken(tmp_path)
    assert check(tmp_path, "--json").stdout == check(tmp_path, "--format", "json").stdout
    both = check(tmp_path, "--json", "--format", "sarif")
    assert both.exit_code == 2
    assert "--json and --format sarif: choose one" in both.stderr


def test_a_workflow_gets_text_annotations_and_a_summary(tmp_path: Path) -> None:
    broken(tmp_path)
    summary = tmp_path / "summary.md"
    summary.write_text("before\n", "utf-8")
    result = check(tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    text, annotations = check(tmp_path).stdout, check(tmp_path, "--format", "github").stdout
    assert result.stdout == text + annotations
    assert annotations.startswith("::error file=cat/bundles/office.yaml,line=3,endLine=3,col=11,endColumn=18,")
    assert summary.read_text("utf-8") == "before\n" + check(tmp_path, "--format", "markdown").stdout


def test_a_workflow_that_names_a_format_gets_that(tmp_path: Path) -> None:
    broken(tmp_path)
    summary = tmp_path / "summary.md"
    result = check(tmp_path, "--format", "json", GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(summary))
    json.loads(result.stdout)
    assert not summary.exists()


def test_a_summary_that_cannot_be_written_is_only_told(tmp_path: Path) -> None:
    broken(tmp_path)
    result = check(tmp_path, GITHUB_ACTIONS="true", GITHUB_STEP_SUMMARY=str(tmp_path))
    assert result.exit_code == 1
    assert "summary" in result.stderr


def test_a_file_that_cannot_be_written_ends_the_run(tmp_path: Path) -> None:
    broken(tmp_path)
    result = check(tmp_path, "--format", "sarif", "--output", "no/such/out")
    assert result.exit_code == 2
    assert "OUT101" in result.stderr


def test_a_file_here_of_the_same_name_is_not_taken_for_the_catalogs(tmp_path: Path) -> None:
    broken(tmp_path)
    (tmp_path / "bundles").mkdir()
    (tmp_path / "bundles" / "office.yaml").write_text("other\n", "utf-8")
    assert f"--> {PLACE}\n" in check(tmp_path).stdout


def test_findings_stand_by_file_and_line(tmp_path: Path) -> None:
    broken(tmp_path)
    replace_in(tmp_path / "cat" / "promotions" / "launch.yaml", "name:", "nmae:")
    replace_in(tmp_path / "cat" / "bundles" / "office.yaml", "on: [seat]", "on: [saet]")
    places = [line.split(": ")[0] for line in check(tmp_path, "--format", "concise").stdout.splitlines()]
    assert places == sorted(places)
    assert len(places) >= 3


def test_a_stream_that_is_not_utf8_gets_plain_signs(tmp_path: Path) -> None:
    broken(tmp_path)
    replace_in(tmp_path / "cat" / "bundles" / "office.yaml", "name: Office", "name: Büro − 日本\nnmae: 日本 …")
    command = [sys.executable, "-m", "proposer", "check", "cat"]
    variables = {**os.environ, "PYTHONIOENCODING": "ascii"}
    variables.pop("GITHUB_ACTIONS", None)
    done = subprocess.run(command, cwd=tmp_path, env=variables, capture_output=True, check=False)
    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert "2 | nmae: ?? ...\n" in done.stdout.decode("ascii")
