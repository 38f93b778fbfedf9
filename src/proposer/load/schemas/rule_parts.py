"""What rules, capabilities and questions hold that depends on what the catalog declares."""

from __future__ import annotations

from proposer.load.schemas import scalars
from proposer.load.schemas.building import Json, any_of, each, listed, mapping, one_or_more
from proposer.load.schemas.named import capability_words, keyed_by
from proposer.load.schemas.shaped import schema_of
from proposer.load.shapes.rules import RuleShape
from proposer.model.catalog import Capability, Catalog


def demand(catalog: Catalog) -> Json:
    """Capability → expression, or its qualities with expressions; services without qualities also by name."""
    words = capability_words(catalog)
    wanted = {id_: _wanted(capability) for id_, capability in catalog.capabilities.items()}
    return any_of(keyed_by(words, wanted), one_or_more({"part": "capability"}))


def adds() -> Json:
    """Rules by id."""
    return each(schema_of(RuleShape))


def qualities() -> Json:
    """Quality → unit, or grades with the lowest first."""
    grades: Json = {**listed({"type": ["string", "integer"]}), "minItems": 1, "uniqueItems": True}
    return each(any_of(scalars.UNIT, grades))


def choices() -> Json:
    """The names of a choice, each with what the rep reads."""
    return any_of({**each({"type": "string"}), "minProperties": 1}, {**listed(scalars.SCALAR), "minItems": 1})


def _wanted(capability: Capability) -> Json:
    if capability.is_amount:
        return scalars.EXPRESSION
    return any_of(mapping({quality.name: scalars.EXPRESSION for quality in capability.qualities}), {"enum": [True]})
