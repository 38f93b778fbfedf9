"""`init` and `doctor`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from proposer.cli import machine
from proposer.cli.group import proposer


def test_init_makes_a_workspace_and_says_what_to_type(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "work"
    result = CliRunner().invoke(proposer, ["init", str(folder)])
    assert result.exit_code == 0, result.output
    assert result.stderr == f"Next: cd {folder} && proposer propose examples/dentist.yaml\n"
    assert (folder / "catalog" / "catalog.yaml").is_file()
    assert (folder / "templates" / "proposal").is_dir()
    assert (folder / "examples" / "dentist.yaml").is_file()
    assert sorted(path.name for path in folder.iterdir()) == [".vscode", "catalog", "examples", "schemas", "templates"]


def test_init_sets_up_the_editor_and_the_catalog_stays_clean(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CliRunner().invoke(proposer, ["init", str(tmp_path / "work")])
    monkeypatch.chdir(tmp_path / "work")
    for path in Path().rglob("*.yaml"):
        first = path.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        assert (path.parent / first.partition("=")[2]).is_file(), path
    settings = json.loads(Path(".vscode/settings.json").read_text("utf-8"))
    assert all(Path(name).is_file() for name in settings["yaml.schemas"])
    assert CliRunner().invoke(proposer, ["check"]).exit_code == 0


def test_schemas_are_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    CliRunner().invoke(proposer, ["init", str(tmp_path / "work")])
    monkeypatch.chdir(tmp_path / "work")
    schema = Path("schemas", "offering.json")
    before = schema.read_text("utf-8")
    schema.write_text("stale", "utf-8")
    result = CliRunner().invoke(proposer, ["schema", "--write"])
    assert result.exit_code == 0
    assert "schemas/offering.json" in result.stdout.replace("\\", "/")
    assert schema.read_text("utf-8") == before


@pytest.mark.parametrize("arguments", [[], ["needs", "--write"], ["needs", "--kind", "offering"]])
def test_a_schema_of_nothing_is_a_usage_error(arguments: list[str]) -> None:
    assert CliRunner().invoke(proposer, ["schema", *arguments]).exit_code == 2


def test_init_never_writes_over_anything(tmp_path: Path) -> None:
    (tmp_path / "templates").mkdir()
    result = CliRunner().invoke(proposer, ["init", str(tmp_path)])
    assert result.exit_code == 2
    assert f"already there: `{tmp_path}/templates`" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["templates"]


def test_init_into_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "f").write_text("x")
    result = CliRunner().invoke(proposer, ["init", str(tmp_path / "f")])
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_doctor_finds_everything_here() -> None:
    result = CliRunner().invoke(proposer, ["doctor", "--json"])
    records = json.loads(result.stdout)
    assert [record["name"] for record in records if not record["good"]] == []
    assert result.exit_code == 0
    assert {"Python", "Text layout", "Fonts", "Catalog", "Templates"} <= {record["name"] for record in records}


def test_doctor_names_what_is_missing_and_the_one_command(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine, "_opens", lambda name: "subset" not in name)
    monkeypatch.setattr(machine, "_os_release", lambda: {"ID": "ubuntu", "ID_LIKE": "debian"})
    monkeypatch.setattr(machine, "_is_root", lambda: False)
    monkeypatch.setattr("sys.platform", "linux")
    result = CliRunner().invoke(proposer, ["doctor"])
    assert result.exit_code == 1
    assert "MISSING  Text layout      missing: HarfBuzz subset" in result.stdout
    assert "type: sudo apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0" in result.stdout


@pytest.mark.parametrize(
    ("platform", "release", "command"),
    [
        ("darwin", {}, "brew install pango"),
        ("linux", {"ID": "debian"}, "apt-get install -y libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
        ("linux", {"ID": "rocky", "ID_LIKE": "rhel centos fedora"}, "dnf install -y pango harfbuzz"),
        ("linux", {"ID": "opensuse-leap"}, "zypper install -y libpango-1_0-0 libharfbuzz-subset0"),
        ("linux", {"ID": "arch"}, "pacman -S --noconfirm pango harfbuzz"),
        ("linux", {"ID": "alpine"}, "apk add pango harfbuzz-subset fontconfig"),
    ],
)
def test_the_command_fits_the_system(platform: str, release: dict[str, str], command: str) -> None:
    assert machine.install_command(platform, release, root=True) == command


def test_who_is_not_root_types_sudo() -> None:
    assert machine.install_command("linux", {"ID": "fedora"}, root=False) == "sudo dnf install -y pango harfbuzz"
