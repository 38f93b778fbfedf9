"""`proposer catalog`: reading and changing what is in the catalog, one command a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from proposer.cli.group import LazyGroup


class CatalogGroup(LazyGroup):
    """The commands below `proposer catalog`."""

    known: ClassVar[Mapping[str, str]] = {
        "show": "Everything about an offering, bundle, rule or capability on one screen.",
        "search": "What has these words in it.",
        "set": "Set one value of a catalog file, checked before it is written.",
        "graph": "Capabilities and offerings as a picture.",
    }
    prefix = "catalog_"


@click.group(cls=CatalogGroup, epilog="Example: proposer catalog show business-internet")
def command() -> None:
    """Show, search, draw and change what is in the catalog."""
