"""The commands on the shipped catalog and examples, from one end to the other."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from proposer.cli.group import proposer
from proposer.content import default_catalog, default_templates, packaged
from proposer.model.quote_json import quote_from_json

EXAMPLES = packaged() / "examples"
DAY = ("--as-of", "2026-11-23")


def run(*arguments: str) -> Result:
    result = CliRunner().invoke(proposer, arguments)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_quote_is_a_table_and_says_what_is_next() -> None:
    file = str(EXAMPLES / "dentist.yaml")
    result = run("quote", file, *DAY)
    assert result.exit_code == 0, result.stderr
    assert "Options side by side" in result.stdout
    assert result.stderr.splitlines()[-1].startswith(f"Next: proposer propose {file} --as-of 2026-11-23")


def test_a_quote_as_json_comes_back_whole_and_renders_to_the_same_bytes(tmp_path: Path) -> None:
    file = str(EXAMPLES / "dentist.yaml")
    printed = run("quote", file, "--json", *DAY)
    assert quote_from_json(printed.stdout).value is not None
    saved, once, again = tmp_path / "q.json", tmp_path / "x.pdf", tmp_path / "y.pdf"
    saved.write_text(printed.stdout, "utf-8")
    assert run("propose", file, "-o", str(once), *DAY).exit_code == 0
    assert run("render", str(saved), "-o", str(again)).exit_code == 0
    assert once.read_bytes() == again.read_bytes()


def test_a_proposal_in_spanish_is_the_same_from_needs_and_from_a_saved_quote(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = str(EXAMPLES / "dentist.yaml")
    saved, again = tmp_path / "q.json", tmp_path / "y.pdf"
    saved.write_text(run("quote", file, "--json", *DAY).stdout, "utf-8")
    monkeypatch.chdir(tmp_path)
    made = run("propose", file, "--language", "es", *DAY)
    assert made.stdout == "Brightwater-Family-Dental_2026-11-23_es.pdf\n"
    assert run("render", str(saved), "--language", "es", "-o", str(again)).exit_code == 0
    assert again.read_bytes() == (tmp_path / made.stdout.strip()).read_bytes()
    (tmp_path / "sent").mkdir()
    monkeypatch.chdir(tmp_path / "sent")
    assert run("render", str(tmp_path / made.stdout.strip())).stdout == made.stdout


def test_a_language_that_nobody_wrote_ends_the_run_at_once() -> None:
    result = run("propose", str(EXAMPLES / "dentist.yaml"), "--language", "fr", *DAY)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.splitlines() == [
        "error[TPL401]: there are no words for the language `fr`",
        f" --> {default_templates() / 'words' / 'fr.toml'}",
        "  = help: copy `en.toml` to `fr.toml` and translate it; there is `en`, `es`",
        "",
        "1 error",
    ]


def test_the_impossible_is_explained() -> None:
    result = run("quote", str(EXAMPLES / "impossible.yaml"), *DAY)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("these cannot hold together") == 1
    as_data = run("quote", str(EXAMPLES / "impossible.yaml"), "--json", *DAY)
    assert as_data.exit_code == 1
    assert json.loads(as_data.stdout)["conflict"]["blames"]


def test_why_lists_and_explains() -> None:
    file = str(EXAMPLES / "clinics.yaml")
    listed = run("why", file, "main/", *DAY)
    assert listed.exit_code == 0, listed.stderr
    names = [line.split()[0] for line in listed.stdout.splitlines()[2:] if line.startswith("main/")]
    assert names
    for name in (names[0], names[-1]):
        shown = run("why", file, name, *DAY)
        assert shown.exit_code == 0, shown.stderr
        assert "offering  " in shown.stdout
        assert len(shown.stdout.splitlines()) <= 50
    assert run("why", file, "main/nonsense", *DAY).exit_code == 2


def test_why_as_data() -> None:
    file = str(EXAMPLES / "dentist.yaml")
    first = run("why", file, *DAY).stdout.splitlines()[2].split()[0]
    data = json.loads(run("why", file, first, "--json", *DAY).stdout)
    assert f"{data['site']}/{data['line']['id']}" == first


def test_the_shipped_catalog_and_examples_are_clean() -> None:
    result = run("check", str(default_catalog()), *(str(file) for file in sorted(EXAMPLES.glob("*.yaml"))))
    assert (result.exit_code, result.stdout) == (0, ""), result.stdout
    assert "nothing found" in result.stderr


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A catalog in which one rule names a capability that is misspelt."""
    folder = tmp_path / "catalog"
    shutil.copytree(default_catalog(), folder)
    file = next(file for file in sorted((folder / "rules").glob("*.yaml")) if "internet:" in file.read_text("utf-8"))
    file.write_text(file.read_text("utf-8").replace("internet:", "internt:", 1), "utf-8")
    return folder


def test_an_id_misspelt_is_found_at_its_place(broken: Path) -> None:
    result = run("check", str(broken))
    assert result.exit_code == 1
    assert "did you mean `internet`?" in result.stdout
    assert "^" in result.stdout
    assert f"--> {broken / 'rules'}" in result.stdout


def test_findings_are_data_too(broken: Path) -> None:
    result = run("check", str(broken), "--json")
    records = json.loads(result.stdout)
    assert result.exit_code == 1
    assert records[0]["severity"] == "error"
    assert Path(records[0]["file"]).is_file()
    assert records[0]["line"] > 0


@pytest.mark.parametrize("what", ["needs", "catalog", "scenario"])
def test_schemas_are_json(what: str) -> None:
    result = run("schema", what)
    assert result.exit_code == 0, result.stderr
    assert json.loads(result.stdout)


def test_quiet_is_quiet() -> None:
    assert run("quote", str(EXAMPLES / "dentist.yaml"), "-q", *DAY).stderr == ""
    assert run("check", "-q").output == ""
