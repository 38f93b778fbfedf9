"""JSON Schemas (2020-12) for editors, with the ids and names of one catalog in them: hover, completion, checks while typing.

The loader is the judge; a schema allows whatever the loader reads, and may allow more. Keywords beyond the standard
(`markdownDescription`, `markdownEnumDescriptions`, `patternErrorMessage`, `defaultSnippets`, `doNotSuggest`) are those
that the YAML language server reads.
"""

from __future__ import annotations

from proposer.load.schemas.building import Json
from proposer.load.schemas.kinds import KINDS, TOLD_BY, finished, marked
from proposer.load.schemas.parts import Filling
from proposer.model.catalog import Catalog

__all__ = ["KINDS", "any_catalog_file", "schema_for"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_for(kind: str, catalog: Catalog) -> Json:
    """The schema of one kind of file (see KINDS)."""
    filling = Filling(catalog)
    made = _of(kind, filling)
    return {
        "$schema": DIALECT,
        "title": f"{kind.replace('-', ' ').capitalize()}",
        **made,
        **_definitions(kind, filling),
    }


def any_catalog_file(catalog: Catalog) -> Json:
    """The schema of any file of a catalog, scenarios included: which kind it is, its own keys tell."""
    made: Json = {"type": "object"}
    definitions: Json = {}
    for kind, condition in reversed([*TOLD_BY.items()]):
        filling = Filling(catalog, f"{kind}-")
        made = {"if": condition, "then": _of(kind, filling), "else": made}
        definitions |= _definitions(kind, filling)["$defs"]
    return {"$schema": DIALECT, "title": "A file of the catalog", **made, "$defs": definitions}


def _of(kind: str, filling: Filling) -> Json:
    made = finished(kind, filling.fill(marked(kind)))
    assert isinstance(made, dict)  # noqa: S101 - a schema is a mapping
    return made


def _definitions(kind: str, filling: Filling) -> dict[str, Json]:
    return {"$defs": {name: finished(kind, part) for name, part in filling.definitions.items()}}
