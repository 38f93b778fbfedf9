"""What the README shows is so: its links lead somewhere, its catalog example loads and is quoted, its output is real."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.quote import Quote
from proposer.pipeline import make_quote

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
NEEDS = """\
customer: {name: Test}
term: 36
sites: [{id: a, access: {fibre: on-net}, internet: {down: 9 Gbps, up: 9 Gbps}}]
"""


def broken_links(page: Path, text: str) -> list[str]:
    """The relative links of a page that lead nowhere."""
    targets = re.findall(r"\]\(([^)\s]+)\)", text)
    files = [target.split("#")[0] for target in targets if not re.match(r"[a-z]+:|#", target)]
    return [file for file in files if not (page.parent / file).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_relative_links_exist(page: Path) -> None:
    assert broken_links(page, page.read_text("utf-8")) == []


def test_a_broken_link_is_noticed() -> None:
    text = "[a](docs/nowhere.md#x) [b](README.md) [c](https://example.com) ![d](no.png)"
    assert broken_links(ROOT / "README.md", text) == ["docs/nowhere.md", "no.png"]


def offering_example() -> tuple[str, str]:
    """The README's new offering and its price rows."""
    (block,) = re.findall(r"```yaml\n(# catalog/offerings/.*?)```", (ROOT / "README.md").read_text("utf-8"), re.DOTALL)
    offering, prices = block.split("# catalog/price-books/us-2026-h2.yaml, under `prices:`\n")
    return offering, prices


def test_the_new_offering_loads_and_is_quoted(tmp_path: Path) -> None:
    folder = tmp_path / "catalog"
    shutil.copytree(ROOT / "catalog", folder)
    offering, prices = offering_example()
    (folder / "offerings/metro-ethernet/private-wave.yaml").write_text(offering, "utf-8")
    book = folder / "price-books/us-2026-h2.yaml"
    book.write_text(book.read_text("utf-8").replace("\nprices:\n", f"\nprices:\n{prices}", 1), "utf-8")
    catalog = load_catalog(folder)
    assert catalog.value is not None, catalog.diagnostics
    (tmp_path / "needs.yaml").write_text(NEEDS, "utf-8")
    needs = load_needs(tmp_path / "needs.yaml", catalog.value)
    assert needs.value is not None, needs.diagnostics
    quote = make_quote(catalog.value, needs.value, date(2026, 11, 23), selected="essential").value
    assert isinstance(quote, Quote)
    lines = {line.offering: line for design in quote.chosen.designs for line in design.lines}
    assert lines["private-wave"].characteristics == {"rate": "10 Gbps"}
    assert (lines["private-wave"].monthly, lines["private-wave"].once) == (275000, 150000)
