"""The same needs give the same quote: again, in another order of sites, from another folder, in another process."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from example_quotes import AS_OF, EXAMPLES, ROOT, catalog, lines_by_site, needs, quote, quote_of

from proposer.load.catalog import load_catalog
from proposer.model.quote import QuoteLine, QuoteOption
from proposer.model.quote_json import quote_from_json, quote_to_json

SMALL = ["clinics", "dentist", "law-firm", "manufacturer", "over-ten-gigabit", "school-district"]
every_example = pytest.mark.parametrize("example", EXAMPLES)
every_small_example = pytest.mark.parametrize("example", SMALL)


@every_example
def test_a_quote_comes_back_from_its_json(example: str) -> None:
    text = quote_to_json(quote(example))

    read = quote_from_json(text)

    assert read.diagnostics == ()
    assert read.value == quote(example)
    assert quote_to_json(read.value) == text


@every_small_example
def test_quoting_twice_gives_the_same_json(example: str) -> None:
    assert quote_to_json(quote_of(catalog(), needs(example))) == quote_to_json(quote(example))


@pytest.mark.parametrize("example", ["clinics", "manufacturer", "school-district", "retailer"])
def test_the_order_of_sites_changes_neither_totals_nor_designs(example: str) -> None:
    asked = needs(example)

    turned = quote_of(catalog(), replace(asked, sites=tuple(reversed(asked.sites))))

    assert [totals(option) for option in turned.options] == [totals(option) for option in quote(example).options]
    assert [by_site(option) for option in turned.options] == [by_site(option) for option in quote(example).options]


def totals(option: QuoteOption) -> dict[str, int]:
    return {"monthly": option.monthly, "once": option.once, "contract value": option.contract_value}


def by_site(option: QuoteOption) -> dict[str, list[QuoteLine]]:
    return {site: sorted(lines, key=lambda line: line.id) for site, lines in lines_by_site(option).items()}


def test_the_catalog_s_folder_does_not_matter(tmp_path: Path) -> None:
    shutil.copytree(ROOT / "catalog", tmp_path / "somewhere" / "else")
    moved = load_catalog(tmp_path / "somewhere" / "else").value
    assert moved is not None

    assert quote_to_json(quote_of(moved, needs("clinics"))) == quote_to_json(quote("clinics"))


QUOTE_IN_A_PROCESS = """
import sys
from datetime import date
from pathlib import Path
from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.quote_json import quote_to_json
from proposer.pipeline import make_quote

root, example, day = Path(sys.argv[1]), Path(sys.argv[2]), date.fromisoformat(sys.argv[3])
catalog = load_catalog(root / "catalog").value
quote = make_quote(catalog, load_needs(example, catalog).value, day).value
sys.stdout.buffer.write(quote_to_json(quote).encode())
"""


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_the_hash_seed_does_not_matter(seed: str) -> None:
    example = ROOT / "examples" / "clinics.yaml"
    command = [sys.executable, "-c", QUOTE_IN_A_PROCESS, str(ROOT), str(example), AS_OF.isoformat()]

    done = subprocess.run(command, env={**os.environ, "PYTHONHASHSEED": seed}, capture_output=True, check=True)

    assert done.stdout.decode() == quote_to_json(quote("clinics"))
