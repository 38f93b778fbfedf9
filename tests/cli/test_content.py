"""Where the catalog is found."""

from __future__ import annotations

from pathlib import Path

from proposer.content import default_catalog, default_templates, locate


def workspace(folder: Path) -> Path:
    (folder / "catalog").mkdir(parents=True)
    (folder / "catalog" / "catalog.yaml").write_text("")
    (folder / "templates" / "proposal").mkdir(parents=True)
    return folder


def test_a_workspace_is_found_by_walking_up(tmp_path: Path) -> None:
    made = workspace(tmp_path / "w")
    below = made / "deep" / "er"
    below.mkdir(parents=True)
    content = locate(below).value
    assert content is not None
    assert (content.catalog, content.templates, content.found) == (made / "catalog", made / "templates", "workspace")


def test_in_the_workspace_itself_the_path_is_short(tmp_path: Path) -> None:
    content = locate(workspace(tmp_path)).value
    assert content is not None
    assert content.catalog == Path("catalog")


def test_without_a_workspace_the_shipped_content_is_read(tmp_path: Path) -> None:
    content = locate(tmp_path).value
    assert content is not None
    assert (content.catalog, content.templates, content.found) == (default_catalog(), default_templates(), "default")


def test_a_named_workspace_stands_for_its_catalog(tmp_path: Path) -> None:
    made = workspace(tmp_path / "w")
    for named in (made, made / "catalog"):
        content = locate(tmp_path, named).value
        assert content is not None
        assert (content.catalog, content.templates) == (made / "catalog", made / "templates")


def test_what_is_named_and_is_not_there_is_told(tmp_path: Path) -> None:
    (found,) = locate(tmp_path, tmp_path / "nix").diagnostics
    assert found.message == f"no catalog: `{tmp_path}/nix` does not exist"
    (found,) = locate(tmp_path, tmp_path).diagnostics
    assert found.message == f"no catalog: `{tmp_path}` holds no `catalog.yaml`"
    assert "proposer init" in found.help
    (found,) = locate(tmp_path, None, tmp_path).diagnostics
    assert found.message == f"no templates: `{tmp_path}` holds no folder `proposal`"
