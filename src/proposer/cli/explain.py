"""`proposer explain`: what a code stands for, offline."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from collections.abc import Sequence

EPILOG = "Example: proposer explain CAT104"


@click.command(epilog=EPILOG)
@click.argument("codes", nargs=-1, metavar="[CODE]...")
@click.option("--markdown", is_flag=True, help="Print the page of all codes, which is docs/codes.md.")
@options.json_option
@options.console_options
def command(
    console: Console,
    codes: tuple[str, ...],
    markdown: bool,  # noqa: FBT001  # click passes by name
    as_json: bool,  # noqa: FBT001  # click passes by name
) -> None:
    """Say what each CODE means, why it matters, what is wrong and what is right. Without a CODE, list them all."""
    from proposer.codes import CODES
    from proposer.report.code_pages import code_list, code_record, code_text, codes_page

    names = _known(codes) or sorted(CODES)
    if markdown:
        if codes:
            raise click.UsageError("--markdown is the page of all codes: name none")
        console.data(codes_page())
    elif as_json:
        console.data(json.dumps([code_record(name, CODES[name]) for name in names], indent=2, ensure_ascii=False))
    elif codes:
        console.result("\n\n".join(code_text(name, CODES[name], console.width()) for name in names))
    else:
        console.result(code_list(names))


def _known(codes: Sequence[str]) -> list[str]:
    """The codes as they are spelt, or a usage error with the nearest one."""
    from proposer.codes import CODES
    from proposer.diagnostics import did_you_mean

    names = [code.strip().upper() for code in codes]
    for name in names:
        if name not in CODES:
            near = did_you_mean(name, [other for other in CODES if other[:3] == name[:3]] or CODES)
            raise click.UsageError(f"there is no code `{name}`; {near}")
    return names
