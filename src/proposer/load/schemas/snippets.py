"""What an editor offers to insert whole: a new file or entry with the places to fill in."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.load.schemas.building import Json, snippet

SNIPPETS: Mapping[str, Json] = {
    "needs": snippet(
        "new needs",
        "A customer with one site",
        {
            "customer": {"name": "$1"},
            "term": "${2:36}",
            "sites": [{"id": "${3:main}", "address": {"city": "$4", "state": "$5"}, "users": "$6"}],
        },
    ),
    "offering": snippet(
        "new offering",
        "Something that can be ordered",
        {
            "name": "$1",
            "per": "${2:site}",
            "provides": {"$3": "$4"},
            "words": {"in_short": "$5"},
        },
    ),
    "bundle": snippet(
        "new bundle",
        "Members and a benefit",
        {
            "name": "$1",
            "per": "${2:site}",
            "members": {"$3": "1.."},
            "benefit": {"percent": "${4:10}", "on": ["$5"]},
            "words": "$6",
        },
    ),
    "promotion": snippet(
        "new promotion",
        "A dated benefit",
        {
            "name": "$1",
            "valid": {"from": "$2", "until": "$3"},
            "benefit": {"percent": "${4:10}", "of": "${5:monthly}", "on": ["$6"]},
            "words": "$7",
        },
    ),
    "price-book": snippet(
        "new price book",
        "Dated prices",
        {"name": "$1", "valid": {"from": "$2"}, "prices": {"$3": {"monthly": "$4", "terms": [12, 24, 36, 60]}}},
    ),
    "rules": snippet(
        "new rule",
        "Needs to demands",
        {"${1:rule-id}": {"for": "${2:site}", "when": "$3", "demand": {"$4": "$5"}, "because": "$6"}},
    ),
    "scenario": snippet(
        "new scenario",
        "A test of the catalog",
        {
            "as_of": "$1",
            "needs": {"customer": {"name": "Test"}, "term": "${2:12}", "sites": [{"id": "a"}]},
            "expect": {"items": {"a": {"$3": {}}}},
        },
    ),
}
