"""Whatever asks for a file of the machine or for the network is refused, and told where it could have mattered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from urllib.request import urlopen

import pytest
import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again
from fetch_vectors import VECTORS
from hostile_world import SECRET, Server, Vector, actions, everything, run, serving

NAMED = {vector.name: vector for vector in VECTORS}


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as it:
        yield it


@pytest.mark.parametrize("name", NAMED)
def test_nothing_is_fetched_from_outside(name: str, tmp_path: Path, server: Server) -> None:
    vector = NAMED[name]
    before = server.asked()
    ended = run(vector, tmp_path, server.address)
    assert ended.words == vector.expected
    assert server.asked() == before
    if ended.pdf:
        text = everything(ended.pdf)
        assert SECRET not in text
        assert actions(text) == set()


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    assert len(NAMED) == len(VECTORS) >= 60


def test_a_request_would_be_noticed(server: Server) -> None:
    with urlopen(f"{server.address}/noticed"):  # noqa: S310  # this test's own server
        assert server.asked()[-1] == "/noticed"


def test_a_secret_and_an_action_would_be_noticed(tmp_path: Path) -> None:
    body = f'<p>{SECRET} <a href="https://meridian.example/x">web</a> <a href="mailto:a@b.example">mail</a> <a href="#top" id="top">top</a></p>'
    ended = run(replace(Vector("", body)), tmp_path)
    assert ended.words == "a PDF"
    assert SECRET in everything(ended.pdf)
    assert actions(everything(ended.pdf)) == {"https://meridian.example/x", "mailto:a@b.example"}
