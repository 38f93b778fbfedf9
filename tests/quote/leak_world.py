"""The shipped catalog and examples with a sentinel in every field that never leaves the house, and where to look for them.

Sentinels: every cost share, the floor, the thresholds of approvals, an approver who need not be asked, comments for
colleagues in the needs, who priced an individual case, the names of price components that no example takes (a promotion of
other days, a bundle that never holds, a fee that is due nowhere), and notes in the files themselves.
"""

from __future__ import annotations

import io
import re
import shutil
import zlib
from collections.abc import Iterator
from pathlib import Path

from example_quotes import ROOT
from pypdf import PdfReader
from pypdf.generic import StreamObject

from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.needs import Needs

NOTE = "SENTINEL-NOTE"
COMMENT = "SENTINEL-COMMENT"
APPROVER = "SENTINEL-APPROVER"
AUTHOR = "SENTINEL-AUTHOR"
COMPONENT = "SENTINEL-COMPONENT"
COST, OVER_COST, OF_PRICE, OVER, BELOW, MARKUP = "37.73918", "7.7713", "41.3179", "13.1317", "11.7119", "23.4567"
SENTINELS = (NOTE, COMMENT, APPROVER, AUTHOR, COMPONENT, *(text for each in (COST, OVER_COST, OF_PRICE, OVER, BELOW, MARKUP) for text in (each, f"0.{each.replace('.', '').zfill(6)}")))  # fmt: skip
POLICY = f"""\
negotiated:
  most: 15 %
  approvals:
    - {{over: 5 %, by: Sales director}}
    - {{over: {OVER} %, by: {APPROVER}-1}}
    - {{margin_below: {BELOW} %, by: {APPROVER}-2}}
  floor: {{over_cost: {OVER_COST} %, of_price: {OF_PRICE} %}}
construction: {{charge: amortised, markup: {MARKUP} %, months: 24}}
"""
CASES = f"""\
icb:
  - {{site: studio, offering: dedicated-internet-custom, monthly: 4500.00, once: 9000.00, until: 2027-03-01, by: {AUTHOR}-1}}
  - {{site: studio, offering: diverse-entrance, monthly: 450.00, until: 2026-11-01, by: {AUTHOR}-2}}
"""
COMPONENTS = {
    "promotions/other-days.yaml": f"""\
name: {COMPONENT}-1
valid: {{from: 2027-04-01, until: 2027-05-01}}
benefit: {{percent: 50, of: monthly, on: [business-internet, dedicated-internet]}}
words: {COMPONENT}-2
""",
    "bundles/never-held.yaml": f"""\
name: {COMPONENT}-3
per: account
members: {{remote-user: 9000..}}
benefit: {{percent: 1, on: [remote-user]}}
words: {COMPONENT}-4
""",
}
FEE = f"""\
    - id: nowhere
      name: {COMPONENT}-5
      kind: recovery
      on: [business-internet, dedicated-internet]
      states: [HI]
      rate: 1 %
      valid: {{from: 2026-01-01}}
"""
BUILT = """\
customer: {name: Test}
term: 36
sites: [{id: a, access: {fibre: near-net}, construction: {fibre: 4321.09}, internet: {down: 9 Gbps, up: 9 Gbps}}]
"""
_SHARE = re.compile(r"cost: \{[^}]*\}")
_ICB = re.compile(r"^icb:.*\n(?: .*\n)*", re.MULTILINE)
_CONSTRUCTION = re.compile(r"^construction: .*\n", re.MULTILINE)
_NEGOTIATED = re.compile(r"negotiated:\n(?:  .*\n)+")


def marked_world(folder: Path) -> Path:
    """A folder with `catalog` and `examples`, marked."""
    shutil.copytree(ROOT / "catalog", folder / "catalog")
    shutil.copytree(ROOT / "examples", folder / "examples")
    for name, text in COMPONENTS.items():
        (folder / "catalog" / name).write_text(text, "utf-8")
    shares = 0
    for file in sorted(folder.rglob("*.yaml")):
        text = file.read_text("utf-8")
        text = _SHARE.sub(lambda cost: re.sub(r"[0-9.]+ %", f"{COST} %", cost[0]), text)
        shares += text.count(COST)
        if file.name == "pricing.yaml":
            text, changed = _NEGOTIATED.subn(POLICY, _CONSTRUCTION.sub("", text))
            text, added = re.subn(r"\n  list:\n", f"\n  list:\n{FEE}", text)
            assert (changed, added) == (1, 1)
        if file.parent.name == "examples":
            text += f"comments: [{COMMENT} is for colleagues]\n"
            text = _ICB.sub("", text) + CASES if file.name == "over-ten-gigabit.yaml" else text
        file.write_text(f"# {NOTE} at the top\n{text}# {NOTE} at the end\n", "utf-8")
    assert shares > 100
    return folder


def marked_catalog(folder: Path) -> Catalog:
    loaded = load_catalog(folder / "catalog")
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def marked_needs(folder: Path, example: str, catalog: Catalog) -> Needs:
    loaded = load_needs(folder / "examples" / f"{example}.yaml", catalog)
    assert loaded.value is not None, loaded.diagnostics
    return loaded.value


def leaked(output: bytes | str) -> list[str]:
    """The sentinels that an output holds, in any encoding that a PDF or a text could have them in."""
    data = output.encode() if isinstance(output, str) else output
    return [sentinel for sentinel in SENTINELS if any(form in data for form in _forms(sentinel))]


def _forms(sentinel: str) -> Iterator[bytes]:
    for encoding in ("utf-8", "utf-16-be", "utf-16-le"):
        plain = sentinel.encode(encoding)
        yield from (plain, plain.hex().encode(), plain.hex().upper().encode())


def parts_of(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """All that a PDF can hold a text in, named: its bytes, pages' text, metadata, attachments, objects, streams."""
    reader = PdfReader(io.BytesIO(pdf))
    yield "bytes", pdf
    for number, page in enumerate(reader.pages, 1):
        text = page.extract_text()
        yield f"text of page {number}", text.encode()
        yield f"text of page {number}, closed up", re.sub(r"\s+", "", text).encode()
    yield "metadata", repr(dict(reader.metadata or {})).encode()
    for name, contents in reader.attachments.items():
        for content in contents:
            yield f"attachment {name}", content
    for number in sorted(reader.xref[0] | reader.xref_objStm):
        thing = reader.get_object(number)
        if isinstance(thing, StreamObject):
            yield f"stream {number}", thing.get_data()
        elif thing is not None:
            written = io.BytesIO()
            thing.write_to_stream(written)
            yield f"object {number}", written.getvalue()
    yield from _inflated(pdf)


def _inflated(pdf: bytes) -> Iterator[tuple[str, bytes]]:
    """Every stream of the file itself, whether an object owns it or not."""
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            yield f"stream at byte {found.start()}", zlib.decompressobj().decompress(found[1])
        except zlib.error:
            yield f"stream at byte {found.start()}, as it is", found[1]
