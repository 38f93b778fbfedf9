"""Whatever stands in a file, loading answers with findings; never with an exception."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from load_fixtures import TINY, found_in, loaded_tiny, rendered, tiny_catalog

from proposer.load.needs import load_needs

NEEDS = """\
customer: {name: A, contact: {name: B}}
term: [12, 36]
budget: {monthly: 100.00}
network: {topology: hub-and-spoke, hub: a, cir: 5 Mbps}
defaults: {access: {fibre: on-net}}
sites: [{id: a, address: {state: PA, zip: "01234"}, internet: {down: 5 Mbps}, seats: 4, traffic: heavy, urgent: true}]
sites_from: stores.csv
"""
STORES = 'id,name,internet.down,seats\nb,"B, 2",5,6\nc,,5 Gbps,\n'
JUNK = st.sampled_from(
    ["null", "[]", "{}", "-1", "1e9", "9" * 60, "yes", "10..5 Mbps by 0", "*a", "&a x", "a: b: c", "{", "'", "\t", "x",
     "2026-13-45", "12 parsecs", "1..", "²", "[[[]]]", "'{'", "term", "by", "\u202e", "\ud7ff", "", "-", "#", ",", ";", '"'],
)  # fmt: skip
FILES = sorted(path.relative_to(TINY).as_posix() for path in TINY.rglob("*.yaml"))


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """The text with some stretches replaced by something that does not belong there."""
    for _ in range(draw(st.integers(1, 3))):
        start = draw(st.integers(0, len(text)))
        end = start + draw(st.integers(0, 12))
        text = text[:start] + draw(JUNK) + text[end:]
    return text


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tiny_catalog(tmp_path_factory.mktemp("mutations")).parent


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_catalog(folder: Path, data: st.DataObject) -> None:
    catalog = folder / "catalog"
    file = data.draw(st.sampled_from(FILES))
    text = data.draw(mutated((TINY / file).read_text("utf-8")))
    (catalog / file).write_text(text, "utf-8")
    try:
        rendered(found_in(catalog, None), catalog)
    finally:
        shutil.copy(TINY / file, catalog / file)


@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(needs=mutated(NEEDS), stores=mutated(STORES))
def test_any_needs(folder: Path, needs: str, stores: str) -> None:
    (folder / "needs.yaml").write_text(needs, "utf-8")
    (folder / "stores.csv").write_text(stores, "utf-8")
    outcome = load_needs(folder / "needs.yaml", loaded_tiny())
    assert (outcome.value is None) == outcome.failed
    rendered(outcome.diagnostics, folder)
