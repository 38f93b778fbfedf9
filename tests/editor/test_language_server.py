"""The YAML language server that editors run, for real, on a workspace that `proposer init` made."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner
from language_server import SERVER, Json, Server, language_server

from proposer.cli.group import proposer

MISSING = "NOT TESTED: the editor's language server needs Node.js (`apt-get install nodejs npm`), then `make editor`"
pytestmark = pytest.mark.skipif(shutil.which("node") is None or not SERVER.exists(), reason=MISSING)

OFFERING = "catalog/offerings/metro-ethernet/new.yaml"
NUMBERS = count(1)
LOG = Path(os.environ.get("EDITOR_LOG", os.devnull))


@pytest.fixture(scope="module")
def workspace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("editor") / "workspace"
    assert CliRunner().invoke(proposer, ["init", str(folder)]).exit_code == 0
    return folder


@pytest.fixture(scope="module")
def server(workspace: Path) -> Iterator[Server]:
    written = json.loads((workspace / ".vscode" / "settings.json").read_text("utf-8"))
    yaml: Json = {name.removeprefix("yaml."): value for name, value in written.items() if name.startswith("yaml.")}
    with language_server(workspace, {"yaml": yaml}) as running:
        yield running


def opened(server: Server, path: str, text: str) -> tuple[str, list[tuple[str, str]]]:
    """Open a text as a new file beside `path`: its own path, and what is underlined."""
    own = path.replace("new", f"new-{next(NUMBERS)}")
    return own, underlined(text, server.open({own: text})[own])


def offered(server: Server, path: str, text: str) -> dict[str, str]:
    """The completions at `|` in a new file; they go to the log."""
    before = text.split("|")[0]
    own, _ = opened(server, path, text.replace("|", "", 1))
    found = server.completions(own, before.count("\n"), len(before.rsplit("\n", 1)[-1]))
    with LOG.open("a", encoding="utf-8") as log:
        log.write(f"--- {path}\n{text}\n")
        log.writelines(f"    {label}: {' '.join(words.split())}\n" for label, words in found.items())
    return found


def underlined(text: str, found: list[Json]) -> list[tuple[str, str]]:
    """The stretches of a text that are underlined, with the message."""
    lines = text.split("\n")
    pairs = []
    for each in found:
        reach = each["range"]
        assert isinstance(reach, dict)
        start, end = reach["start"], reach["end"]
        assert isinstance(start, dict)
        assert isinstance(end, dict)
        line, column, last = (int(str(part)) for part in (start["line"], start["character"], end["character"]))
        pairs.append((lines[line][column:last], str(each["message"])))
    return pairs


@pytest.mark.parametrize(
    ("path", "text"),
    [
        (OFFERING, "name: New line\nper: site\nexcludes: [dedi|]\n"),
        ("catalog/bundles/new.yaml", "name: New\nper: site\nmembers:\n  |\n"),
        ("catalog/price-books/new.yaml", "name: New\nprices:\n  |\n"),
        ("catalog/scenarios/new.yaml", "expect:\n  items:\n    a:\n      |\n"),
        ("catalog/rules/new.yaml", "r:\n  for: site\n  forbid: {offering: [|]}\n"),
        ("examples/new.yaml", "discounts:\n  |\n"),
    ],
)
def test_completion_of_an_offering_shows_its_name(server: Server, path: str, text: str) -> None:
    found = offered(server, path, text)
    assert found["dedicated-internet"].startswith("**Ethernet Dedicated Internet** (Metro Ethernet)")
    assert "coax" in found["business-internet"]


def test_other_names_of_the_catalog_are_offered(server: Server) -> None:
    assert offered(server, OFFERING, "name: New line\nper: site\nprovides:\n  |\n")["upstream"] == (
        "**Upstream bandwidth**, an amount in Mbps at the site"
    )
    assert "Fibre" in offered(server, OFFERING, "name: New line\nper: site\nrides_on: [|]\n")["fibre"]
    assert offered(server, "examples/new.yaml", "sites:\n  - id: a\n    access: {fibre: |}\n")["near-net"] == (
        "It can be built to the building; construction may cost extra."
    )
    causes = "expect:\n  causes: {a: {call-paths: |}}\n"
    assert "call-paths-as-stated" in offered(server, "catalog/scenarios/new.yaml", causes)


def test_a_new_file_is_offered_whole(server: Server) -> None:
    assert offered(server, OFFERING, "|")["new offering"] == "Something that can be ordered"
    assert "new needs" in offered(server, "needs/new.yaml", "|")


def test_a_wrong_unit_is_underlined_where_it_stands(server: Server) -> None:
    text = "name: New line\nper: site\nprovides:\n  internet: {down: 100 Mpbs, up: 5}\n"
    expected = "Expected an amount such as `10 Mbps` (units: kbps, Mbps, Gbps; a bare number is in Mbps)"
    assert opened(server, OFFERING, text)[1] == [("100 Mpbs", f"{expected}, or a characteristic's name.")]
    text = "customer: {name: A}\nterm: 36\nsites:\n  - id: a\n    internet: {down: 500 mbps, backup: yes}\n"
    assert opened(server, "needs/new.yaml", text)[1] == [
        ("500 mbps", f"{expected}."),
        ("yes", "Expected `true` or `false`; `yes` and `no` are texts."),
    ]


def test_hover_shows_help(server: Server) -> None:
    text = "name: New line\nper: site\ninterval: {on-net: 17 business days}\nexcludes: [epl]\n"
    offering, _ = opened(server, OFFERING, text)
    assert "Access status → time to install" in server.hover(offering, 2, 3)
    assert "Where it is ordered." in server.hover(offering, 1, 1)
    assert "**Ethernet Private Line**" in server.hover(offering, 3, 12)
    text = "customer: {name: A}\nterm: 36\nsites:\n  - {id: a, users: 12}\n"
    needs, _ = opened(server, "needs/new.yaml", text)
    assert "How many people work here?" in server.hover(needs, 3, 13)


def test_nothing_that_is_shipped_is_underlined(server: Server, workspace: Path) -> None:
    texts = {path.relative_to(workspace).as_posix(): path.read_text("utf-8") for path in workspace.rglob("*.yaml")}
    assert len(texts) > 200
    found = server.open(texts)
    assert {path: underlined(texts[path], each) for path, each in found.items() if each} == {}
