"""JSON Schemas (2020-12) for editors, with the names of one catalog in them: hover, completion, checks while typing.

The loader is the judge; a schema allows whatever the loader reads, and may allow more.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import JsonValue, TypeAdapter

from proposer.load.answers import questions_at
from proposer.load.question_schema import Json, choice, question_schema, text
from proposer.load.questions import SCOPES
from proposer.load.shapes.fields import Shape
from proposer.load.shapes.needs import ADDRESS, TOPOLOGIES
from proposer.load.shapes.needs_words import CapabilityShape, QuestionShape, TableShape
from proposer.load.shapes.offerings import BundleShape, OfferingShape, PromotionShape
from proposer.load.shapes.prices import ContractShape, PriceBookShape, PricingShape
from proposer.load.shapes.provider import STATUSES, CatalogShape
from proposer.load.shapes.rules import OptionShape, RuleShape
from proposer.load.shapes.scenarios import ScenarioShape
from proposer.model.catalog import At, Catalog, Question

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONE: Mapping[str, type[Shape]] = {
    "catalog": CatalogShape, "offering": OfferingShape, "bundle": BundleShape, "promotion": PromotionShape,
    "price-book": PriceBookShape, "pricing": PricingShape, "contract": ContractShape, "scenario": ScenarioShape,
}  # fmt: skip
_MANY: Mapping[str, type[Shape]] = {
    "capabilities": CapabilityShape, "tables": TableShape, "rules": RuleShape, "options": OptionShape,
}  # fmt: skip
KINDS = (*_ONE, *_MANY, "questions")
_OFFERING_FIELDS = ("entrance", "on", "excludes", "offering")


def needs_schema(catalog: Catalog) -> dict[str, JsonValue]:
    """The schema of a needs file: the fixed frame, and the catalog's questions with what to ask."""
    money: Json = {"type": ["number", "string"]}
    contact = _object({"name": text(), "title": text(), "email": text(), "phone": text()})
    site = _site(catalog)
    terms: Json = {"enum": list(catalog.terms)}
    properties: Json = {
        "customer": _object(
            {"name": text(), "industry": text(), "contact": contact, **_asked(catalog, At.ACCOUNT)}, ["name"]
        ),
        "goals": {"type": "array", "items": text("In the customer's own words")},
        "today": _object({"provider": text(), "monthly": money, "contract_ends": _day()}),
        "prepared_by": contact,
        "term": {"description": "Months; of several, the lowest average month wins", "anyOf": [terms, _list(terms)]},
        "budget": _object({"monthly": money}, ["monthly"]),
        "install_by": _day(),
        "network": _object({"topology": choice(TOPOLOGIES), "hub": text("A site's id"), **_asked(catalog, At.NETWORK)}),
        "discounts": {
            "type": "object",
            "propertyNames": choice(catalog.offerings),
            "additionalProperties": {"type": ["number", "string"], "examples": ["5 %"]},
        },
        "defaults": _object(site),
        "sites": _list(_object({"id": text("Letters, digits, `-` and `_`"), **site}, ["id"])),
        "sites_from": text("A CSV beside this file; its header has dotted column names"),
    }
    schema = _object(properties, ["customer", "term"])
    return {"$schema": DIALECT, "title": "What a customer needs", **schema}


def catalog_schema(catalog: Catalog, kind: str = "") -> dict[str, JsonValue]:
    """The schema of one kind of catalog file (see KINDS), or of any of them."""
    parts = {name: _kind_schema(catalog, name) for name in ([kind] if kind else KINDS)}
    shared = {name: part for made in parts.values() for name, part in _definitions(made).items()}
    if kind:
        return {"$schema": DIALECT, **parts[kind], "$defs": shared}
    any_of: list[JsonValue] = [{**made, "title": name} for name, made in parts.items()]
    return {"$schema": DIALECT, "title": "A file of the catalog", "anyOf": any_of, "$defs": shared}


def _definitions(made: dict[str, JsonValue]) -> dict[str, JsonValue]:
    """Take the shared definitions out of a schema; they belong at the top of the document."""
    found = made.pop("$defs", {})
    return found if isinstance(found, dict) else {}


def _kind_schema(catalog: Catalog, kind: str) -> dict[str, JsonValue]:
    """One kind's schema: a shape, or a mapping of ids to shapes; questions have scopes above."""
    shape = _ONE.get(kind) or _MANY.get(kind) or QuestionShape
    made = TypeAdapter(dict[str, JsonValue]).validate_python(shape.model_json_schema())
    _name(made, list(catalog.offerings))
    shared = _definitions(made)
    if kind not in _ONE:
        made = {"type": "object", "additionalProperties": made}
    if kind == "questions":
        scopes: dict[str, JsonValue] = dict.fromkeys(SCOPES, made)
        made = {"type": "object", "properties": scopes, "additionalProperties": False}
    return {**made, "$defs": shared}


def _name(part: JsonValue, offerings: list[str]) -> None:
    """Put the catalog's ids into the fields that name offerings."""
    if isinstance(part, list):
        for each in part:
            _name(each, offerings)
    elif isinstance(part, dict):
        properties = part.get("properties")
        for field, inner in properties.items() if isinstance(properties, dict) else ():
            if field in _OFFERING_FIELDS and isinstance(inner, dict):
                inner["examples"] = [*offerings]
        for each in part.values():
            _name(each, offerings)


def _site(catalog: Catalog) -> dict[str, JsonValue]:
    address = _object({part: text() for part in ADDRESS})
    access = {
        id_: {**choice(STATUSES), "description": entry.label, "default": entry.assumed}
        for id_, entry in catalog.accesses.items()
    }
    return {"name": text(), "address": address, "access": _object(dict(access)), **_asked(catalog, At.SITE)}


def _asked(catalog: Catalog, at: At) -> dict[str, JsonValue]:
    """The questions of a scope, dotted paths nested."""
    return _nested("", list(questions_at(catalog.questions, at).values()))


def _nested(prefix: str, questions: Iterable[Question]) -> dict[str, JsonValue]:
    groups: dict[str, list[Question]] = {}
    for question in questions:
        groups.setdefault(question.path.removeprefix(prefix).split(".")[0], []).append(question)
    return {
        name: question_schema(group[0])
        if group[0].path == prefix + name
        else _object(_nested(f"{prefix}{name}.", group))
        for name, group in groups.items()
    }


def _object(properties: Mapping[str, JsonValue], required: Iterable[str] = ()) -> dict[str, JsonValue]:
    made: dict[str, JsonValue] = {"type": "object", "properties": dict(properties), "additionalProperties": False}
    return {**made, "required": list(required)} if required else made


def _list(items: Mapping[str, JsonValue]) -> dict[str, JsonValue]:
    return {"type": "array", "items": dict(items)}


def _day() -> dict[str, JsonValue]:
    return {"type": "string", "format": "date", "examples": ["2027-03-01"]}
