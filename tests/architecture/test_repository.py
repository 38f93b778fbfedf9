"""What may not stand in any file of the repository, and what must stand in some."""

from __future__ import annotations

import re

import pytest
from repository import ROOT, settings, texts

# Written in pieces, so that this file does not find itself.
REGISTRIES = ["py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "deb.deb" + "ian.org"]
MACHINE = re.compile("/" + r"(work|root|home/\w+|Users/\w+|opt/(py|wh)\w+)/")
ADDRESS = re.compile(r"https?://|--(extra-)?index-url|--find-links|(^|\s)-[if] ")


def test_no_file_names_a_registry_or_a_place_on_a_machine() -> None:
    assert [f"{name}: {fault}" for name, text in texts() for fault in faults(text)] == []


@pytest.mark.parametrize("text", ["see " + REGISTRIES[0], "cat /" + "root/x.txt", "open('/" + "work/main/a')"])
def test_such_a_name_is_noticed(text: str) -> None:
    assert len(faults(text)) == 1


def faults(text: str) -> list[str]:
    return [*(host for host in REGISTRIES if host in text), *(match[0] for match in MACHINE.finditer(text))]


def test_the_lock_has_exact_versions_with_hashes_and_no_addresses() -> None:
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert ADDRESS.findall(lock) == []
    entries = re.split(r"\n(?=\S)", lock.strip())
    assert [entry.split("\n")[0] for entry in entries if not re.match(r"[\w.-]+==\S+", entry)] == []
    assert [entry.split("\n")[0] for entry in entries if "--hash=sha256:" not in entry] == []


def test_the_lock_covers_what_the_project_asks_for() -> None:
    locked = set(re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE))
    wanted = {name(requirement) for requirement in requirements()}
    assert wanted - locked == set()


def requirements() -> list[str]:
    """Of the program, of every group, and of the build."""
    project, groups, build = (settings()[table] for table in ("project", "dependency-groups", "build-system"))
    assert isinstance(project, dict)
    assert isinstance(groups, dict)
    assert isinstance(build, dict)
    grouped = [entry for group in groups.values() for entry in group if isinstance(entry, str)]
    return [*project["dependencies"], *grouped, *build["requires"]]


def name(requirement: str) -> str:
    return re.split(r"[^\w.-]", requirement, maxsplit=1)[0].lower()


def test_the_catalog_says_that_it_is_fictional() -> None:
    assert "fictional" in (ROOT / "catalog/catalog.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("file", ["README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "docs/architecture.md"])
def test_documents_link_to_what_is_there(file: str) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    targets = re.findall(r"\]\((?!https?:)([^)#]+)", text)
    assert [target for target in targets if not (ROOT / file).parent.joinpath(target).exists()] == []
