"""The parts of a needs file that the catalog's questions, accesses and offerings decide."""

from __future__ import annotations

from pydantic import JsonValue

from proposer.load.schemas import scalars
from proposer.load.schemas.building import Json, any_of, listed, mapping, one_of_names, one_or_more, said, snippet
from proposer.load.schemas.named import keyed_by, offering_words
from proposer.load.schemas.questions import questions_of
from proposer.load.schemas.shaped import schema_of
from proposer.load.shapes.needs import ADDRESS, TOPOLOGY_WORDS, CasePriceShape, CustomerShape, GoalShape
from proposer.load.shapes.provider import STATUS_WORDS
from proposer.model.catalog import At, Catalog
from proposer.model.touches import OPTIONAL
from proposer.model.vocabulary import NO_TOPOLOGY

_ID: Json = {
    "type": ["string", "number"], "pattern": "^[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?$",
    "patternErrorMessage": "Letters, digits, `-` and `_`, at most 64 of them.",
}  # fmt: skip
_LETTERS: Json = {
    "type": "string", "pattern": r"^\s*[A-Za-z]{2}\s*$", "patternErrorMessage": "Expected two letters: `PA`.",
}  # fmt: skip


def customer(catalog: Catalog) -> Json:
    """The fixed fields and the questions of the account."""
    properties = schema_of(CustomerShape)["properties"]
    assert isinstance(properties, dict)  # noqa: S101 - a shape has them
    return mapping({**properties, **questions_of(catalog, At.ACCOUNT)}, ["name"])


def network(catalog: Catalog) -> Json:
    """Topology, hub, and the questions of the network."""
    topology = one_of_names({**TOPOLOGY_WORDS, NO_TOPOLOGY: "Every site stands alone."})
    fixed: dict[str, JsonValue] = {
        "topology": said("How the sites are linked.", topology),
        "hub": said("The hub's `id`, for hub-and-spoke.", scalars.TEXT),
    }
    return mapping({**fixed, **questions_of(catalog, At.NETWORK)}, ["topology"])


def discounts(catalog: Catalog) -> Json:
    """Offering → per cent."""
    words = offering_words(catalog)
    return keyed_by(words, dict.fromkeys(words, scalars.percent()))


def icb() -> Json:
    """The prices of individual cases."""
    return listed(schema_of(CasePriceShape))


def goals() -> Json:
    """Goals in the customer's words, with or without an answer."""
    return one_or_more(any_of(scalars.TEXT, schema_of(GoalShape)))


def annexes() -> Json:
    """The annexes that may be left out."""
    return one_or_more({"enum": [*OPTIONAL]})


def site_defaults(catalog: Catalog) -> Json:
    """All that a site can say but its id and name."""
    return mapping(_site(catalog))


def sites(catalog: Catalog) -> Json:
    """The list of sites."""
    fixed: dict[str, JsonValue] = {
        "id": said("Short and unique: letters, digits, `-` and `_`.", _ID),
        "name": said("What the proposal calls it; without it the id in words.", scalars.TEXT),
    }
    site = mapping({**fixed, **_site(catalog), "growth": _growth(catalog)}, ["id"])
    body: JsonValue = {"id": "${1:main}", "address": {"city": "$2", "state": "$3"}, "users": "$4"}
    return listed({**site, "defaultSnippets": [snippet("a site", "A site with its address", body)]})


def _growth(catalog: Catalog) -> Json:
    """Month → what is needed from then on."""
    later: Json = {"type": "object", "patternProperties": {"^[1-9][0-9]*$": mapping(questions_of(catalog, At.SITE))}}
    words = "Counts and numbers that rise in mid-term, by the month of the contract: `13: {users: 60}`."
    return said(words, {**later, "additionalProperties": False})


def _site(catalog: Catalog) -> dict[str, JsonValue]:
    address = {part: _LETTERS if part == "state" else scalars.TEXT for part in ADDRESS}
    status = one_of_names(STATUS_WORDS)
    accesses = {
        id_: {**said(f"**{access.label}**: is it in the building?", status), "default": access.assumed}
        for id_, access in catalog.accesses.items()
    }
    construction = {
        id_: said(f"What it costs to bring **{access.label}** into the building.", scalars.MONEY)
        for id_, access in catalog.accesses.items()
    }
    dotted: dict[str, JsonValue] = {
        f"{group}.{name}": {**part, "doNotSuggest": True}
        for group, parts in (("address", address), ("access", accesses), ("construction", construction))
        for name, part in parts.items()
    }
    return {
        "address": said("Where it is.", mapping({**address})),
        "access": said("What can reach the building.", mapping({**accesses})),
        "construction": said("What it costs to build an access that is near-net.", mapping({**construction})),
        "from_month": said(
            "The month of the contract in which its charges begin; without it the first.", scalars.PIECES
        ),
        **questions_of(catalog, At.SITE),
        **dotted,
    }
