from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from test_loading_needs import messages, needs_of

NEEDS = """\
customer: {name: Corner Stores}
term: 36
defaults: {access: {fibre: on-net}}
sites_from: stores.csv
"""


def test_rows_are_sites(tmp_path: Path) -> None:
    rows = '\ufeffid,name,address.zip,internet.down,urgent\n101,"Store 1, north",01234,50,TRUE\n102,,,1 Gbps,\n\n,,,,\n'
    one, two = needs_of(tmp_path, NEEDS, stores=rows).sites
    assert (one.id, one.name, one.address.zip) == ("101", "Store 1, north", "01234")
    assert (one.facts["internet.down"].value, one.facts["urgent"].value) == (Decimal(50), True)
    assert (two.name, two.facts["internet.down"].value, two.facts["urgent"].is_default) == ("102", Decimal(1000), True)
    assert two.access["fibre"].value == "on-net"


def test_places_are_those_of_the_cells(tmp_path: Path) -> None:
    rows = 'id,name,internet.down\n"a","x, ""y""",50\n'
    (site,) = needs_of(tmp_path, NEEDS, stores=rows).sites
    span = site.facts["internet.down"].span
    assert (span.file, span.line, span.column, span.end_column) == (str(tmp_path / "stores.csv"), 2, 16, 18)


def test_rows_come_after_the_sites_of_the_file(tmp_path: Path) -> None:
    sites = needs_of(tmp_path, NEEDS + "sites: [{id: hq}]\n", stores="id\na\n").sites
    assert [site.id for site in sites] == ["hq", "a"]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("", [("the file of sites is empty", "its first line names the columns: `id,address.city,internet.down`")]),
        ("id;internet.down\na;5\n", [("the cells are separated by `;`, not by commas", "export it again as CSV with commas")]),
        ("name,internet.down\na,5\n", [("the header has no column `id`", "the first line names the columns; one is `id`")]),
        ("ID,internet.down\na,5\n", [("the header has no column `id`", "write `id`, not `ID`")]),
        ("id,internet.don\na,5\n", [("unknown column `internet.don`", "did you mean `internet.down`?")]),
        ("id,id\na,b\n", [("the column `id` stands twice", "keep one")]),
        ("id,seats\na,#REF!\n", [("`#REF!` is a spreadsheet's error, not a value for `seats`", "put the value in the cell, then export again")]),
        ("id,seats\na,=B1+1\n", [("`=B1+1` is a formula, not a value for `seats`", "put the value in the cell, then export again")]),
        ("id,seats\na,-4\n", [("`-4` is too little: `seats` is at least 0", "")]),
        ("id,seats\n,4\n", [("the site has no `id`", "add a short one: `id: main`")]),
        ("id,urgent\na,maybe\n", [("expected `true` or `false`, got `maybe`", "")]),
    ],
)  # fmt: skip
def test_what_does_not_fit(tmp_path: Path, rows: str, expected: list[tuple[str, str]]) -> None:
    assert messages(tmp_path, NEEDS, stores=rows) == expected
