"""Price books: charges are an amount, a grid by characteristics, or volume tiers."""

from __future__ import annotations

from proposer.load.money import INDIVIDUAL_CASE
from proposer.load.schemas import scalars
from proposer.load.schemas.building import Json, any_of, each, is_mapping, listed, mapping, one_or_more, said
from proposer.load.schemas.named import keyed_by, offering_words
from proposer.load.schemas.shaped import schema_of
from proposer.load.shapes.prices import ChargeShape, OfferingPriceShape
from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import STATE

_CHARGES = {
    "monthly": "The monthly charge: an amount, a grid (`by: […]`), `volume: […]` or `graduated: […]`.",
    "once": "The one-time charge: an amount, a grid (`by: […]`), `volume: […]` or `graduated: […]`.",
}
_BY = "What the price goes by: characteristics, `term`, `access`, `state`. Those before the last nest, the last one runs across."


def prices(catalog: Catalog) -> Json:
    """Offering → its prices, with what its grids can go by."""
    words = offering_words(catalog)
    return keyed_by(words, {id_: _price(offering) for id_, offering in catalog.offerings.items()})


def term_factors(catalog: Catalog) -> Json:
    """Term → factor."""
    factor: Json = {"type": "number", "exclusiveMinimum": 0, "maximum": 10}
    known = {str(term): said(f"At {term} months.", factor) for term in catalog.terms}
    return mapping(known, others=factor)


def _price(offering: Offering) -> Json:
    made = schema_of(OfferingPriceShape)
    properties = made["properties"]
    assert isinstance(properties, dict)  # noqa: S101 - a shape has them
    charges = {name: _charge(words, offering) for name, words in _CHARGES.items()}
    return {**made, "properties": {**properties, **charges}}


def _charge(words: str, offering: Offering) -> Json:
    """A mapping with `by` is a grid, any other holds tiers, and what is no mapping is one price."""
    axes = [*(part.name for part in offering.characteristics), "term", "access", STATE]
    header: Json = {"if": {"type": "array"}, "then": _part("header"), "else": _part("row")}
    by = said(_BY, one_or_more({"enum": [*axes]}))
    grid = mapping(
        {"by": by, "term_factors": _part("term_factors"), **dict.fromkeys(axes, header)}, others=_part("row")
    )
    tiers: Json = {"if": {"type": "object"}, "then": _part("tiers"), "else": _part("cell")}
    return said(words, {"if": is_mapping(["by"]), "then": grid, "else": tiers})


def tiers() -> Json:
    """A charge that is no grid."""
    return schema_of(ChargeShape)


def cell() -> Json:
    """A price, or none."""
    by_hand: Json = {"enum": [INDIVIDUAL_CASE], "markdownEnumDescriptions": ["Quoted by hand, without a price."]}
    return any_of(by_hand, scalars.MONEY)


def row() -> Json:
    """Part of a grid: a price, a row of prices, or a mapping of values to either."""
    across: Json = {"if": {"type": "array"}, "then": listed(_part("cell")), "else": _part("cell")}
    return {"if": {"type": "object"}, "then": each(_part("row")), "else": across}


def _part(name: str) -> Json:
    return {"part": name}
