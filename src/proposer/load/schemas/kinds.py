"""The kinds of file that a workspace has: each with its schema and its snippet, and how one is told from another."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import JsonValue

from proposer.load.policy import OPTIONS
from proposer.load.questions import SCOPES
from proposer.load.schemas import snippets
from proposer.load.schemas.building import Json, each, is_mapping, mapping
from proposer.load.schemas.scenario_parts import with_columns
from proposer.load.schemas.shaped import schema_of
from proposer.load.shapes.fields import Shape
from proposer.load.shapes.needs import NeedsShape
from proposer.load.shapes.needs_words import CapabilityShape, QuestionShape, TableShape
from proposer.load.shapes.offerings import BundleShape, OfferingShape, PromotionShape
from proposer.load.shapes.policy import ContractShape, PricingShape
from proposer.load.shapes.prices import PriceBookShape
from proposer.load.shapes.provider import CatalogShape
from proposer.load.shapes.rules import OptionShape, RuleShape
from proposer.load.shapes.scenarios import ScenarioShape

_ONE: Mapping[str, type[Shape]] = {
    "needs": NeedsShape, "scenario": ScenarioShape, "catalog": CatalogShape, "offering": OfferingShape,
    "bundle": BundleShape, "promotion": PromotionShape, "price-book": PriceBookShape, "pricing": PricingShape,
    "contract": ContractShape,
}  # fmt: skip
_MANY: Mapping[str, type[Shape]] = {
    "capabilities": CapabilityShape, "tables": TableShape, "rules": RuleShape, "options": OptionShape,
}  # fmt: skip
KINDS = (*_ONE, *_MANY, "questions")


def marked(kind: str) -> Json:
    """One kind's schema with its parts still marked."""
    if kind in _ONE:
        made = schema_of(_ONE[kind])
    elif kind in _MANY:
        made = each(schema_of(_MANY[kind]))
    else:
        made = mapping(dict.fromkeys(SCOPES, each(schema_of(QuestionShape))))
    if kind in snippets.SNIPPETS:
        made = {**made, "defaultSnippets": [snippets.SNIPPETS[kind]]}
    return made


def finished(kind: str, schema: JsonValue) -> JsonValue:
    """The last touch once all parts are in place: a scenario's table may fill in anything."""
    return with_columns(schema) if kind == "scenario" else schema


def _with_any(*keys: str) -> Json:
    return {"type": "object", "anyOf": [{"required": [key]} for key in keys]}


def _holding(*keys: str) -> Json:
    """A mapping at least one of whose values is a mapping with one of these keys."""
    return {"type": "object", "not": {"additionalProperties": {"not": _with_any(*keys)}}}


# how a file of the catalog is told from the others, in this order
TOLD_BY: Mapping[str, Json] = {
    "scenario": _with_any("as_of", "expect"),
    "bundle": is_mapping(["members"]),
    "promotion": is_mapping(["benefit"]),
    "price-book": is_mapping(["prices"]),
    "pricing": _with_any("waterfall", "list_term", "negotiated"),
    "contract": _with_any("assumptions", "exclusions", "next_steps", "early_termination"),
    "catalog": _with_any("provider", "accesses", "families"),
    "offering": _with_any("per", "rides_on", "characteristics", "provides"),
    "questions": {"type": "object", "minProperties": 1, "propertyNames": {"enum": [*SCOPES]}},
    "options": {"type": "object", "minProperties": 1, "propertyNames": {"enum": [*OPTIONS]}},
    "rules": _holding("for", "because", "demand", "forbid", "recommend"),
    "tables": _holding("source", "values"),
    "capabilities": _holding("at", "amount", "qualities"),
}
