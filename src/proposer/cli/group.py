"""The group of commands: it knows their names and short helps by heart, and loads a command when it is called."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import ClassVar

import click

from proposer import __version__

COMMANDS = {
    "propose": "Needs in, proposal out: the PDF that the customer signs.",
    "quote": "The quote of a needs file: a table, or JSON to keep.",
    "price": "Terms side by side, grids of prices, cost and margin.",
    "render": "A saved quote to the same PDF.",
    "samples": "Every example in every brand and edition, to look at.",
    "why": "Why a line is there, each step of its price, and the next best.",
    "why-not": "What an offering at a site would cost, or why it cannot stand.",
    "what-if": "What another answer, term or budget would change.",
    "check": "Find what is wrong in the catalog and in needs files.",
    "test": "Run the catalog's scenarios.",
    "template": "Find what is wrong or dear in a folder of templates.",
    "fmt": "Lay out catalog and needs files; no comment is lost.",
    "catalog": "Show, search, draw and change what is in the catalog.",
    "new": "A new offering: its file and its prices.",
    "explain": "What the code of a finding means, wrong and right.",
    "init": "Make a workspace: catalog, templates, an example.",
    "schema": "JSON Schema of needs or catalog files, for editors.",
    "doctor": "What this machine lacks, and the one command for it.",
}
EPILOG = "Begin with: proposer init my-workspace"


class LazyGroup(click.Group):
    """Commands by name; the module `proposer.cli.<name>` holds `command`, that of a group's command `<group>_<name>`."""

    known: ClassVar[Mapping[str, str]] = COMMANDS
    prefix = ""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # click's signature
        """In the order in which a rep meets them."""
        return list(self.known)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002  # click's signature
        """Load a command, and only that one."""
        if cmd_name not in self.known:
            return None
        command = import_module(f"proposer.cli.{self.prefix}{cmd_name}".replace("-", "_")).command
        return command if isinstance(command, click.Command) else None

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with a suggestion when the name is near one of ours."""
        name = args[0]
        if name not in self.known and not name.startswith("-"):
            raise click.NoSuchCommand(name, possibilities=list(self.known), ctx=ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002  # click's signature
        """The list of commands, without loading any."""
        with formatter.section("Commands"):
            formatter.write_dl(list(self.known.items()))


@click.group(cls=LazyGroup, epilog=EPILOG, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="proposer")
def proposer() -> None:
    """From a customer's needs to the provably best solution, priced to the cent, and the proposal that they sign."""
