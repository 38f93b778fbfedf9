"""The options that say which edition of a proposal is made; kept with the command's context until it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import ParamSpec

import click

from proposer.model.edition import Edition

P = ParamSpec("P")
KEPT = "proposer.edition"
USUAL = Edition()
PEN = "none"  # nobody but a pen collects signatures


def edition_options(command: Callable[P, None]) -> Callable[P, None]:
    """`--brand`, `--paper`, `--language`, `--audience` and `--esign`."""
    look = "In whose look: a folder of templates/brands. Default: meridian."
    sizes = "US Letter or A4. Default: letter."
    brand = click.option("--brand", metavar="NAME", expose_value=False, callback=_keep, help=look)
    paper = click.option("--paper", type=click.Choice(["letter", "a4"]), expose_value=False, callback=_keep, help=sizes)
    readers = "For whom: full, executive (five pages at most), technical, procurement. Default: full."
    audience = click.option("--audience", metavar="NAME", expose_value=False, callback=_keep, help=readers)
    tongue = "en, es, or a locale such as es_MX. Default: as the catalog, or the saved quote, has it."
    language = click.option("--language", metavar="LANGUAGE", expose_value=False, callback=_keep, help=tongue)
    signed = "What a signing service finds: unseen anchors of docusign or adobe, real empty fields, or nothing. Default: none."
    services = click.Choice(["docusign", "adobe", "fields", PEN])
    esign = click.option("--esign", type=services, expose_value=False, callback=_keep, help=signed)
    return brand(paper(language(audience(esign(command)))))


def asked_edition(otherwise: Edition = USUAL) -> Edition:
    """The edition that the running command was asked for; what was not said is as in another one."""
    said: dict[str, str] = click.get_current_context().meta.get(KEPT, {})
    return replace(otherwise, **said)


def _keep(context: click.Context, parameter: click.Parameter, value: str | None) -> None:
    if value is not None and parameter.name:
        context.meta.setdefault(KEPT, {})[parameter.name] = "" if value == PEN else value
