from __future__ import annotations

import json

from load_fixtures import loaded_tiny
from pydantic import JsonValue

from proposer.load.schema import KINDS, catalog_schema, needs_schema


def part(schema: JsonValue, *steps: str) -> JsonValue:
    for step in steps:
        assert isinstance(schema, dict)
        schema = schema[step]
    return schema


def references(schema: JsonValue) -> set[str]:
    if isinstance(schema, list):
        return {name for each in schema for name in references(each)}
    if not isinstance(schema, dict):
        return set()
    own = {str(schema["$ref"])} if "$ref" in schema else set()
    return own.union(*(references(each) for each in schema.values()))


def test_the_questions_are_in_the_schema_of_needs() -> None:
    schema = needs_schema(loaded_tiny())
    site = part(schema, "properties", "sites", "items", "properties")
    assert part(site, "internet", "properties", "down") == {
        "description": "How fast?", "type": ["number", "string"], "examples": ["1 Mbps"], "minimum": 1, "maximum": 100000,
    }  # fmt: skip
    assert part(site, "traffic", "enum") == ["light", "heavy"]
    assert part(site, "traffic", "enumDescriptions") == ["Little", "Much"]
    assert part(site, "urgent") == {"description": "Is it urgent?", "type": "boolean", "default": False}
    assert part(site, "access", "properties", "fibre", "enum") == ["on-net", "near-net", "off-net", "none", "refused"]
    assert part(schema, "properties", "discounts", "propertyNames", "enum") == ["fibre-entrance", "internet", "seat"]
    assert part(schema, "required") == ["customer", "term"]


def test_every_kind_of_catalog_file_has_a_schema_that_holds_together() -> None:
    catalog = loaded_tiny()
    for kind in ("", *KINDS):
        schema = catalog_schema(catalog, kind)
        shared = part(schema, "$defs")
        assert isinstance(shared, dict)
        assert references(schema) <= {f"#/$defs/{name}" for name in shared}, kind
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        json.dumps(schema)


def test_ids_of_the_catalog_are_suggested() -> None:
    schema = catalog_schema(loaded_tiny(), "bundle")
    on = part(schema, "$defs", "BundleBenefitShape", "properties", "on")
    assert part(on, "examples") == ["fibre-entrance", "internet", "seat"]
