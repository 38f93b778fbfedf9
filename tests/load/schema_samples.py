"""Loaded data as JSON has it, and files' schemas applied to them."""

from __future__ import annotations

from decimal import Decimal

from jsonschema import Draft202012Validator
from pydantic import JsonValue

from proposer.load.document import Data
from proposer.load.schemas import schema_for
from proposer.load.yaml import parse_yaml
from proposer.model.catalog import Catalog


def as_json(data: Data) -> JsonValue:
    """The data of a document with JSON's numbers."""
    if isinstance(data, Decimal):
        return int(data) if data == data.to_integral_value() else float(data)
    if isinstance(data, dict):
        return {name: as_json(each) for name, each in data.items()}
    if isinstance(data, list):
        return [as_json(each) for each in data]
    return data


def complaints(schema: JsonValue, text: str) -> list[str]:
    """What a schema has against a file's text: where, and what."""
    document = parse_yaml(text, "file.yaml").value
    assert document is not None
    assert isinstance(schema, dict)
    errors = Draft202012Validator(schema).iter_errors(as_json(document.data))
    return [f"{'.'.join(map(str, error.absolute_path))}: {error.message}" for error in errors]


def underlined(kind: str, catalog: Catalog, text: str) -> list[str]:
    """The places that the schema of a kind of file objects to."""
    return [each.split(":")[0] for each in complaints(schema_for(kind, catalog), text)]
