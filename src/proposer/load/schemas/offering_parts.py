"""The parts of an offering's and a bundle's file that depend on what the catalog declares."""

from __future__ import annotations

from pydantic import JsonValue

from proposer.load.characteristics import RESERVED
from proposer.load.schemas import scalars
from proposer.load.schemas.building import Json, any_of, each, mapping, one_of_names, one_or_more, said
from proposer.load.schemas.named import access_words, capability_words, keyed_by, names, offering_words
from proposer.load.shapes.provider import STATUS_WORDS
from proposer.model.catalog import Capability, Catalog, Quality

_CHARACTERISTIC = "a characteristic's name"


def characteristics() -> Json:
    """Name → values, or a mapping with label, values, and the characteristic that they depend on."""
    fields: dict[str, JsonValue] = {
        "label": said("What customers read.", scalars.TEXT),
        "by": said("The characteristic that the values depend on; then its values are the other keys.", scalars.TEXT),
        "values": said("What can be ordered: `[100 Mbps, 1 Gbps]` or `10..100 Mbps by 10`.", scalars.values()),
    }
    full = mapping(fields, others=scalars.values())
    inner: Json = {"if": {"type": "object"}, "then": full, "else": scalars.values()}
    return {**each(inner), "propertyNames": {"not": {"enum": [*sorted(RESERVED)]}}}


def rides_on(catalog: Catalog) -> Json:
    """Accesses, or each with the values of characteristics that it carries."""
    words = access_words(catalog)
    limits: Json = {"type": "object", "additionalProperties": scalars.values()}
    return any_of(one_or_more(names(words)), keyed_by(words, dict.fromkeys(words, limits)))


def balances(catalog: Catalog) -> Json:
    """Capability → amount, or its qualities; `at hub:` nests what is drawn there."""
    words = capability_words(catalog)
    known = {id_: _balance(capability) for id_, capability in catalog.capabilities.items()}
    return keyed_by({**words, "at hub": "What it draws at the hub."}, {**known, "at hub": {"part": "balances"}})


def requires() -> Json:
    """Services by name, or each with the qualities that it must have."""
    return any_of(one_or_more({"part": "capability"}), {"part": "balances"})


def interval() -> Json:
    """Access status → time to install."""
    time = scalars.duration("business days", "days", "months")
    statuses = {status: STATUS_WORDS[status] for status in ("on-net", "near-net", "off-net")}
    words = {**statuses, "any": "Whatever the access."}
    return keyed_by(words, dict.fromkeys(words, time))


def members(catalog: Catalog) -> Json:
    """Offering → how many."""
    count: Json = {
        "type": ["integer", "string"], "minimum": 1, "pattern": r"^\s*[0-9]{1,6}\s*(?:\.\.\s*(?:[0-9]{1,6})?)?\s*$",
        "patternErrorMessage": "Expected a count: `1`, `5..` (at least five) or `0..1` (up to one).",
        "examples": [1, "1..", "0..1"],
    }  # fmt: skip
    words = offering_words(catalog)
    return keyed_by(words, dict.fromkeys(words, count))


def quality(quality: Quality, *, or_name: str = "") -> Json:
    """One quality's amount or grade; where a name may stand, the grades are suggestions."""
    if not quality.grades:
        return scalars.amount(quality.unit, or_name=or_name)
    grades = one_of_names(dict.fromkeys(quality.grades, f"Grade of `{quality.name}`."))
    return any_of(grades, {"type": "string"}) if or_name else grades


def _balance(capability: Capability) -> Json:
    if capability.unit is not None:
        return {**scalars.amount(capability.unit, or_name=_CHARACTERISTIC), "minimum": 0}
    qualities = {each.name: quality(each, or_name=_CHARACTERISTIC) for each in capability.qualities}
    return {"if": {"type": "object"}, "then": mapping({**qualities}), "else": {"enum": [1, True]}}
