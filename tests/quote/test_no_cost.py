"""Cost and margin never leave the house: what the provider pays changes nothing in a quote."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator

import pytest
from example_quotes import ROOT, needs, quote, quote_of

from proposer.load.catalog import load_catalog
from proposer.model.catalog import Catalog
from proposer.model.quote_json import quote_to_json

SHARE = re.compile(r"(cost: \{[^}]*\})")
SENTINEL = "37.7391"


@pytest.fixture(scope="module")
def costly(tmp_path_factory: pytest.TempPathFactory) -> Catalog:
    """The shipped catalog in which every cost share is one odd number."""
    folder = tmp_path_factory.mktemp("costly") / "catalog"
    shutil.copytree(ROOT / "catalog", folder)
    for book in (folder / "price-books").glob("*.yaml"):
        text = SHARE.sub(lambda cost: re.sub(r"[0-9.]+ %", f"{SENTINEL} %", cost[0]), book.read_text("utf-8"))
        assert text.count(SENTINEL) > 50
        book.write_text(text, "utf-8")
    loaded = load_catalog(folder)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


@pytest.mark.parametrize("example", ["dentist", "law-firm", "clinics"])
def test_costs_change_nothing_that_a_customer_sees(costly: Catalog, example: str) -> None:
    other = quote_of(costly, needs(example))
    text = quote_to_json(other)

    assert SENTINEL not in text
    assert "0.377391" not in text
    as_shipped = text.replace(other.catalog_digest, quote(example).catalog_digest).replace(other.id, quote(example).id)
    assert as_shipped == quote_to_json(quote(example))


def test_no_field_of_a_quote_is_about_cost() -> None:
    names = set(fields(json.loads(quote_to_json(quote("law-firm")))))

    assert "contract_value" in names
    assert {name for name in names if re.search("cost|margin|floor|internal", name)} == set()


def fields(data: object) -> Iterator[str]:
    """The names of all fields, at every depth."""
    if isinstance(data, dict):
        for name, value in data.items():
            yield name
            yield from fields(value)
    elif isinstance(data, list):
        for value in data:
            yield from fields(value)
