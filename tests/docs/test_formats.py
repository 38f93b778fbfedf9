"""The needs file that the format's page shows is one that the shipped catalog reads without a finding."""

from __future__ import annotations

import re
from pathlib import Path

from PIL import Image

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs

ROOT = Path(__file__).parents[2]
SITES = "id,address.city,access.coax,internet.down\nwest,Millcreek,,200 Mbps\neast,Harborcreek,on-net,300 Mbps\n"


def test_the_needs_example_loads(tmp_path: Path) -> None:
    page = (ROOT / "docs/needs-format.md").read_text("utf-8")
    (example,) = re.findall(r"```yaml\n(.*?)```", page, re.DOTALL)
    (tmp_path / "needs.yaml").write_text(example, "utf-8")
    (tmp_path / "sites.csv").write_text(SITES, "utf-8")
    Image.new("RGB", (300, 100), "teal").save(tmp_path / "lakeside.png")
    catalog = load_catalog(ROOT / "catalog").value
    assert catalog is not None
    needs = load_needs(tmp_path / "needs.yaml", catalog)
    assert needs.diagnostics == ()
    assert needs.value is not None
    assert [site.id for site in needs.value.sites] == ["main", "west", "east"]
    assert (needs.value.terms, needs.value.hub) == ((36, 60), "main")
