"""The parts of a scenario: needs in which a table's `$column` may stand for any value, and what is expected."""

from __future__ import annotations

from pydantic import JsonValue

from proposer.load.schemas import scalars
from proposer.load.schemas.building import Json, any_of, each, listed, mapping, said
from proposer.load.schemas.named import capability_words, keyed_by, offering_words, value_words
from proposer.load.schemas.shaped import schema_of
from proposer.load.shapes.needs import NeedsShape
from proposer.model.catalog import Catalog, Offering

_COLUMN: Json = {"type": "string", "pattern": r"^\$[A-Za-z_]\w*$", "doNotSuggest": True}
_HOLDERS = ("anyOf", "items", "properties", "additionalProperties", "then", "else")


def table() -> Json:
    """Column → its values, one for each row."""
    cells: Json = {**listed({}), "minItems": 1}
    return {**each(cells), "minProperties": 1}


def needs() -> Json:
    """What a needs file holds, or the name of one."""
    words = "Expected needs, or a file beside this one: `office.yaml`."
    file: Json = {"type": "string", "pattern": r"\.ya?ml$", "patternErrorMessage": words}
    return {"if": {"type": "string"}, "then": file, "else": schema_of(NeedsShape)}


def items(catalog: Catalog) -> Json:
    """Site → offerings, each with characteristics and count."""
    words = offering_words(catalog)
    chosen = {id_: _item(offering) for id_, offering in catalog.offerings.items()}
    return each(any_of(keyed_by(words, chosen), listed({"part": "offering"})))


def offerings_at_sites() -> Json:
    """Site → offerings."""
    return each({"part": "offerings"})


def causes(catalog: Catalog) -> Json:
    """Site → capability → rule."""
    capabilities = capability_words(catalog)
    return each(keyed_by(capabilities, {name: {"part": "rule"} for name in capabilities}))


def _item(offering: Offering) -> Json:
    """Characteristics with values that can be ordered, however they are written; a bare number is the count."""
    fields: dict[str, JsonValue] = {
        name: said(
            f"One of {', '.join(values[:12])}{', …' if len(values) > 12 else ''}",
            any_of({"enum": [*values]}, scalars.value()),
        )
        for name, values in value_words(offering).items()
    }
    count = {"count": said("How many pieces.", scalars.PIECES)}
    return any_of(mapping({**fields, **count}), scalars.PIECES, {"type": "null"})


def with_columns(data: JsonValue) -> JsonValue:
    """A schema in which a table's `$column` may stand wherever a single value may."""
    if not isinstance(data, dict) or "$ref" in data:
        return data
    if not any(name in data for name in _HOLDERS):
        words = {name: text for name in ("description", "markdownDescription") if (text := data.get(name))}
        return data if _is_free(data) else {**words, **any_of(data, _COLUMN)}
    return {name: _with_columns(name, inner) if name in _HOLDERS else inner for name, inner in data.items()}


def _with_columns(name: str, data: JsonValue) -> JsonValue:
    if name == "properties" and isinstance(data, dict):
        return {key: with_columns(inner) for key, inner in data.items()}
    if name == "anyOf" and isinstance(data, list):
        whole = [inner if not isinstance(inner, dict) or _is_single(inner) else with_columns(inner) for inner in data]
        return [*whole, _COLUMN]
    return with_columns(data)


def _is_single(data: Json) -> bool:
    return not any(name in data for name in _HOLDERS)


def _is_free(data: Json) -> bool:
    """Whether any text may stand there anyway."""
    kinds = data.get("type")
    texts = kinds == "string" or (isinstance(kinds, list) and "string" in kinds)
    return not data or (texts and "pattern" not in data and "enum" not in data)
