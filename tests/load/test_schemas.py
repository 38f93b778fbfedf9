"""Schemas allow whatever the loader reads, carry the catalog's names, and underline what people get wrong."""

from __future__ import annotations

import json
import random
import shutil
import sys
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from load_fixtures import loaded_tiny, tiny_catalog
from pydantic import JsonValue
from schema_samples import complaints, underlined

from proposer.diagnostics import Severity
from proposer.edit.editor import kind_of
from proposer.load.catalog import load_catalog
from proposer.load.needs import load_needs
from proposer.load.schemas import KINDS, any_catalog_file, schema_for
from proposer.model.catalog import Catalog
from proposer.validate import validate

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
from mutating import mutant

ROOT = Path(__file__).parents[2]
FILES = sorted(
    path.relative_to(ROOT).as_posix()
    for path in (*(ROOT / "catalog").rglob("*.yaml"), *(ROOT / "examples").glob("*.yaml"))
)


@pytest.fixture(scope="module")
def shipped() -> Catalog:
    catalog = load_catalog(ROOT / "catalog").value
    assert catalog is not None
    return catalog


def part(schema: JsonValue, *steps: str) -> JsonValue:
    for step in steps:
        assert isinstance(schema, dict)
        schema = schema[step]
    return schema


def test_the_questions_are_in_the_schema_of_needs() -> None:
    schema = schema_for("needs", loaded_tiny())
    site = part(schema, "$defs", "sites", "items", "properties")
    assert part(site, "internet", "properties", "down") == {
        "type": ["number", "string"],
        "pattern": r"^\s*[+-]?[0-9][0-9_,]*(?:\.[0-9]+)?\s*(?:kbps|Mbps|Gbps)?\s*$",
        "patternErrorMessage": "Expected an amount such as `10 Mbps` (units: kbps, Mbps, Gbps; a bare number is in Mbps).",
        "examples": ["1 Mbps"], "minimum": 1, "maximum": 100000, "description": "How fast?", "markdownDescription": "How fast?",
    }  # fmt: skip
    assert part(site, "traffic", "enum") == ["light", "heavy"]
    assert part(site, "traffic", "markdownEnumDescriptions") == ["Little", "Much"]
    assert part(site, "urgent", "type") == "boolean"
    assert part(site, "access", "properties", "fibre", "enum") == ["on-net", "near-net", "off-net", "none", "refused"]
    assert part(schema, "required") == ["customer", "term"]


@pytest.mark.parametrize("kind", ["", *KINDS])
def test_every_kind_of_file_has_a_schema_that_is_one(kind: str) -> None:
    schema = schema_for(kind, loaded_tiny()) if kind else any_catalog_file(loaded_tiny())
    Draft202012Validator.check_schema(schema)
    assert '"part"' not in json.dumps(schema), "a part was left unfilled"
    definitions = part(schema, "$defs")
    assert isinstance(definitions, dict)
    for text in json.dumps(schema).split('"$ref": "#/$defs/')[1:]:
        assert text.split('"')[0] in definitions


def test_ids_of_the_catalog_come_with_their_names() -> None:
    schema = schema_for("bundle", loaded_tiny())
    offering = part(schema, "$defs", "offering")
    assert part(offering, "enum") == ["fibre-entrance", "internet", "seat"]
    assert "**Internet on fibre** (Access)" in str(part(offering, "markdownEnumDescriptions"))
    assert "**Internet on fibre** (Access)" in str(
        part(schema, "$defs", "members", "properties", "internet", "markdownDescription")
    )


def test_every_field_of_a_file_has_words() -> None:
    for kind in ("offering", "bundle", "promotion", "price-book", "pricing", "scenario", "needs"):
        fields = part(schema_for(kind, loaded_tiny()), "properties")
        assert isinstance(fields, dict)
        assert [name for name, field in fields.items() if not part(field, "markdownDescription")] == []


def test_all_that_is_shipped_is_allowed(shipped: Catalog) -> None:
    schemas = {kind: schema_for(kind, shipped) for kind in KINDS}
    anything = any_catalog_file(shipped)
    for file in FILES:
        text = (ROOT / file).read_text("utf-8")
        assert complaints(schemas[kind_of(file)], text) == [], file
        if file.startswith("catalog/"):
            assert complaints(anything, text) == [], file


def test_a_damaged_catalog_that_still_loads_is_allowed(tmp_path: Path) -> None:
    folder = tiny_catalog(tmp_path)
    files = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.yaml"))
    chance = random.Random("schemas")  # noqa: S311 - no secret
    read = 0
    for _ in range(300):
        path = folder / (file := chance.choice(files))
        clean = path.read_text("utf-8")
        text = mutant(chance, clean).text
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        outcome = validate(folder)
        path.write_text(clean, "utf-8")
        if outcome.value is not None and all(each.severity < Severity.ERROR for each in outcome.diagnostics):
            read += 1
            assert complaints(schema_for(kind_of(f"catalog/{file}"), outcome.value), text) == [], text
    assert read > 30


def test_damaged_needs_that_still_load_are_allowed(shipped: Catalog, tmp_path: Path) -> None:
    schema = schema_for("needs", shipped)
    chance = random.Random("needs")  # noqa: S311 - no secret
    examples = sorted((ROOT / "examples").glob("*.yaml"))
    for csv in (ROOT / "examples").glob("*.csv"):
        shutil.copy(csv, tmp_path)
    read = 0
    for _ in range(200):
        text = mutant(chance, chance.choice(examples).read_text("utf-8")).text
        path = tmp_path / "needs.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        outcome = load_needs(path, shipped)
        if outcome.value is not None and not outcome.diagnostics:
            read += 1
            assert complaints(schema, text) == [], text
    assert read > 20


@pytest.mark.parametrize(
    ("kind", "text", "place"),
    [
        ("offering", "name: X\nper: site\nprovides: {internet: {down: 100 Mpbs}}", "provides.internet.down"),
        ("offering", "name: X\nper: site\ncharacteristics: {rate: {values: [10 mbps]}}", "characteristics.rate.values"),
        ("offering", "name: X\nper: site\nexcludes: [intenet]", "excludes"),
        ("offering", "name: X\nper: site\nexcludes: [internet, sead]", "excludes"),
        ("offering", "name: X\nper: sites", "per"),
        ("offering", "name: X\nper: site\ncolour: red", ""),
        ("offering", "name: X\nper: site\nsold: {from: 1.7.2026}", "sold.from"),
        ("bundle", "name: X\nper: site\nmembers: {seat: 1...}\nbenefit: {percent: 5, on: seat}", "members.seat"),
        ("promotion", "name: X\nvalid: {}\nbenefit: {percent: 5 $, on: seat}", "benefit.percent"),
        ("promotion", "name: X\nvalid: {}\nwhen: {new_customers: yes}\nbenefit: {percent: 5, on: seat}", "when.new_customers"),
        ("price-book", "name: X\nvalid: {}\nprices: {seat: {monthly: -1}}", "prices.seat.monthly"),
        ("price-book", "name: X\nvalid: {}\nprices: {internet: {monthly: {by: [colour]}}}", "prices.internet.monthly.by"),
        ("price-book", "name: X\nvalid: {}\nprices: {seat: {monthly: {volume: [{to: 1, price: $5}]}}}", "prices.seat.monthly.volume.0.price"),
        ("rules", "r: {for: site, because: x, forbid: {access: coaxial}}", "r.forbid.access"),
        ("needs", "customer: {name: A}\nterm: 12\nsites: [{id: a, urgent: yes}]", "sites.0.urgent"),
        ("needs", "customer: {name: A}\nterm: 13\nsites: [{id: a}]", "term"),
        ("needs", "customer: {name: A}\nterm: 12\nsites: [{id: a, internet: {down: 5 mbps}}]", "sites.0.internet.down"),
        ("scenario", "as_of: 2026-11-23\nneeds: {customer: {name: A}, term: 12}\nexpect: {absent: {a: pri}}", "expect.absent.a"),
    ],
)  # fmt: skip
def test_what_people_get_wrong_is_underlined(kind: str, text: str, place: str) -> None:
    assert underlined(kind, loaded_tiny(), text) == [place]
    if kind != "needs":
        assert complaints(any_catalog_file(loaded_tiny()), text) != []


def test_a_column_may_stand_for_any_value_of_a_scenario() -> None:
    text = """
each: {day: [2026-11-23], months: [12], status: [on-net], rate: [5 Mbps], asked: [true], sum: [1.00]}
as_of: $day
needs: {customer: {name: A}, term: $months, sites: [{id: a, urgent: $asked, access: {fibre: $status}, internet: {down: $rate}}]}
expect: {totals: {monthly: $sum}}
"""
    assert complaints(schema_for("scenario", loaded_tiny()), text) == []
    assert underlined("scenario", loaded_tiny(), text.replace("$rate", "5 $rate")) == ["needs.sites.0.internet.down"]
