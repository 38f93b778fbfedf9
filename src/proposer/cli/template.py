"""`proposer template`: what an author of templates works with, one command a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import click

from proposer.cli.group import LazyGroup


class TemplateGroup(LazyGroup):
    """The commands below `proposer template`."""

    known: ClassVar[Mapping[str, str]] = {"check": "Find what is wrong or dear in a folder of templates."}
    prefix = "template_"


@click.group(cls=TemplateGroup, epilog="Example: proposer template check templates")
def command() -> None:
    """Check templates, words, styles and brands."""
