"""Reading the catalog: one entry on a screen, words found, the picture of what provides what."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree

from click.testing import CliRunner, Result

from proposer.cli.group import proposer
from proposer.load.catalog import load_catalog
from proposer.report.graph_edges import Edge, Graph, graph_of, mermaid
from proposer.report.graph_svg import svg

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
AWKWARD = Graph((("family", (("a", 'A <"b"> & c'),)),), (("x", "X & Y"),), (Edge("a", "x", "provides"),))
SHOWN = """\
internet: Internet on fibre
===========================
As fast up as down.
declared      offerings/access/internet.yaml:1
family        Access
per           site
rides on      Fibre
port          100 Mbps, 1 Gbps
rate          100 Mbps: 50 Mbps, 100 Mbps; 1 Gbps: 500 Mbps, 1 Gbps
installed in  on-net 17 business days
service level fibre

What it does
------------
provides      internet (down rate, class premium); port (port)

Who asks for it
---------------
rule          internet-as-asked demands internet  [rules/demands.yaml:1]
rule          room-to-grow demands internet  [options.yaml:5]
offering      seat needs internet, port
bundle        office  [bundles/office.yaml:1]
scenarios     one-office

Prices: The year 2026
---------------------
A month       by rate, term  [price-books/2026.yaml:8]

rate      12 months  36 months
--------  ---------  ---------
50 Mbps      300.00     250.00
100 Mbps     400.00     350.00
500 Mbps     800.00     700.00
1 Gbps       900.00     800.00

Once          by port  [price-books/2026.yaml:15]

port       price
--------  ------
100 Mbps  100.00
1 Gbps    200.00

terms         12, 36
"""
GRAPH = """\
flowchart LR
  subgraph family_access["access"]
    o_internet["Internet on fibre"]
    o_seat["Seat"]
  end
  c_internet(["Internet"])
  c_port(["Port"])
  o_internet --> c_internet
  o_internet --> c_port
  c_internet -. requires .-> o_seat
"""


def catalog(*arguments: str) -> Result:
    return CliRunner().invoke(proposer, ["catalog", *arguments, "--catalog", str(TINY)])


def test_an_offering_on_one_screen() -> None:
    result = catalog("show", "internet", "--as-of", "2026-11-23")
    assert result.exit_code == 0, result.output
    assert result.stdout == SHOWN


def test_what_is_not_there_names_what_is_near() -> None:
    result = catalog("show", "internett")
    assert result.exit_code == 2
    assert "the catalog has no `internett`; did you mean `internet`?" in result.stderr


def test_ids_are_found_before_words() -> None:
    result = catalog("search", "SEAT", "--json")
    assert result.exit_code == 0, result.output
    found = json.loads(result.stdout)
    assert found[0] == {
        "kind": "offering",
        "id": "seat",
        "name": "Seat",
        "place": "offerings/access/seat.yaml:1",
    }
    assert {"offering", "capability"} <= {each["kind"] for each in found}


def test_every_word_must_be_there() -> None:
    assert "internet " in catalog("search", "fast", "down").stdout
    nothing = catalog("search", "fast", "zebra")
    assert nothing.exit_code == 1
    assert nothing.stderr == "nothing in the catalog has `fast` and `zebra` in it\n"


def test_the_neighbourhood_as_mermaid() -> None:
    assert catalog("graph", "internet").stdout == GRAPH


def test_the_whole_catalog_as_svg(tmp_path: Path) -> None:
    file = tmp_path / "graph.svg"
    result = catalog("graph", "--format", "svg", "-o", str(file))
    assert result.exit_code == 0, result.output
    root = ElementTree.fromstring(file.read_text("utf-8"))  # noqa: S314  # our own picture
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "Offerings and capabilities"
    assert root.findtext(f"{space}desc") == "3 offerings, 3 capabilities, 5 links."
    titles = {title.text for title in root.iterfind(f"{space}path/{space}title")}
    assert "seat requires internet" in titles


def test_an_unknown_id_cannot_be_drawn() -> None:
    result = catalog("graph", "seet")
    assert result.exit_code == 2
    assert "did you mean" in result.stderr


def test_signs_of_both_formats_are_escaped() -> None:
    assert 'o_a["A #lt;#quot;b#quot;#gt; & c"]' in mermaid(AWKWARD)
    root = ElementTree.fromstring(svg(AWKWARD))  # noqa: S314  # our own picture
    assert 'A <"b"> & c' in {element.text for element in root.iter()}


def test_an_offering_that_joins_nothing_is_still_drawn() -> None:
    loaded = load_catalog(TINY).value
    assert loaded is not None
    alone = graph_of(loaded, ("fibre-entrance",))
    assert [name for _, offerings in alone.families for name, _ in offerings] == ["fibre-entrance"]
