"""`proposer new offering`: a new offering's file and prices, checked before they are written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click
from click.exceptions import Exit

from proposer.cli import options
from proposer.cli.console import Console

if TYPE_CHECKING:
    from proposer.diagnostics import Diagnostic
    from proposer.edit.offering import Draft
    from proposer.model.catalog import Catalog

EPILOG = """Example:

\b
  proposer new offering alarm-gateway --family business-class --name "Alarm Line Gateway" \\
    --access wireless --count line,lines,1,8 --provides alarm-lines=1 \\
    --in-short "Lift, alarm and gate lines over LTE." --monthly 32.00 --terms 12,24,36"""
PLACES = click.Choice(["site", "link", "network", "account"])


@click.group(epilog="Example: proposer new offering alarm-gateway --family business-class")
def command() -> None:
    """Add something new to the catalog."""


@command.command(epilog=EPILOG)
@click.argument("name_of", metavar="ID")
@click.option("--family", metavar="FAMILY", help="The folder it goes to.")
@click.option("--name", metavar="TEXT", help="Its name in proposals.")
@click.option("--in-short", metavar="TEXT", help="One sentence that says what it is.")
@click.option("--per", type=PLACES, default="site", show_default=True, help="Where it stands.")
@click.option("--access", "accesses", multiple=True, metavar="ACCESS", help="What it rides on; may be repeated.")
@click.option("--characteristic", "characteristics", multiple=True, metavar="NAME=VALUES", help="What can be ordered.")
@click.option("--count", metavar="UNIT,UNITS,LEAST,MOST", help="Sold by the piece.")
@click.option("--provides", multiple=True, metavar="CAPABILITY=AMOUNT", help="By each piece; may be repeated.")
@click.option("--monthly", metavar="MONEY", help="The price a month.")
@click.option("--once", metavar="MONEY", help="The price once.")
@click.option("--terms", metavar="MONTHS,…", help="The terms it is sold at. Default: all of the catalog's.")
@click.option("--dry-run", is_flag=True, help="Show the differences and write nothing.")
@options.catalog_option
@options.console_options
def offering(
    console: Console,
    /,
    name_of: str,
    dry_run: bool,  # noqa: FBT001  # click passes by name
    catalog: Path | None,
    **said: str | tuple[str, ...] | None,
) -> None:
    """Write the file of the new offering ID, and its prices into every price book.

    Without a price there is `???` where one is to be filled in. What would bring any other error is refused.
    """
    from proposer.cli.exits import FAULT
    from proposer.cli.road import find_content, load_catalog, stop
    from proposer.edit.offering_files import new_texts, write_all
    from proposer.edit.offering_names import unknown_names

    folder = find_content(console, catalog).catalog
    loaded = load_catalog(console, folder)
    console.clear()
    draft = _draft(name_of, said, loaded)
    if wrong := unknown_names(draft, loaded):
        raise click.UsageError(wrong)
    texts = new_texts(folder, loaded, draft)
    if texts.value is None:
        stop(console, texts.diagnostics, folder, FAULT)
    blanks = _checked(console, folder, texts.value)
    if dry_run:
        console.result(_differences(folder, texts.value))
        return
    if fault := write_all(folder, texts.value):
        stop(console, (fault,), None, FAULT)
    _told(console, folder, draft, tuple(texts.value), blanks)


def _draft(name: str, said: dict[str, str | tuple[str, ...] | None], catalog: Catalog) -> Draft:
    from proposer.edit.offering import Draft

    return Draft(
        id=name,
        family=_asked(said, "family", f"Family ({', '.join(catalog.families)})"),
        name=_asked(said, "name", "Name in proposals"),
        in_short=_asked(said, "in_short", "In one sentence"),
        per=str(said["per"]),
        accesses=tuple(said["accesses"] or ()),
        characteristics=_pairs(said, "characteristics", "--characteristic"),
        count=_count(str(said["count"])) if said["count"] else None,
        provides=_pairs(said, "provides", "--provides"),
        monthly=_money(said, "monthly"),
        once=_money(said, "once"),
        terms=_terms(str(said["terms"])) if said["terms"] else catalog.terms,
    )


def _asked(said: dict[str, str | tuple[str, ...] | None], option: str, question: str) -> str:
    """What was said, else the answer at a terminal, else a usage error."""
    if said[option]:
        return str(said[option])
    flag = f"--{option.replace('_', '-')}"
    if not sys.stdin.isatty():
        raise click.UsageError(f"{flag} is missing; nobody is there to be asked")
    return str(click.prompt(question, err=True))


def _pairs(said: dict[str, str | tuple[str, ...] | None], key: str, flag: str) -> tuple[tuple[str, str], ...]:
    pairs = [text.partition("=") for text in said[key] or ()]
    for name, equals, value in pairs:
        if not name.strip() or (key == "characteristics" and not value.strip()):
            raise click.UsageError(f"{flag} {name}{equals}{value}: expected a name, `=` and what it is given")
    return tuple((name.strip(), value.strip()) for name, _, value in pairs)


def _count(text: str) -> tuple[str, str, str, str]:
    parts = [part.strip() for part in text.split(",")]
    numbers = parts[2:]
    if not 2 <= len(parts) <= 4 or not all(parts) or not all(number.isdecimal() for number in numbers):
        raise click.UsageError(f"--count {text}: expected unit, units, least and most, such as line,lines,1,8")
    return parts[0], parts[1], numbers[0] if numbers else "1", numbers[1] if len(numbers) > 1 else ""


def _money(said: dict[str, str | tuple[str, ...] | None], option: str) -> str:
    import re

    text = str(said[option] or "")
    if text and not re.fullmatch(r"[0-9]+(\.[0-9]{1,2})?", text):
        raise click.UsageError(f"--{option} {text}: expected an amount of money, such as 32.00")
    return text


def _terms(text: str) -> tuple[int, ...]:
    parts = [part.strip() for part in text.split(",")]
    if not all(part.isdecimal() for part in parts):
        raise click.UsageError(f"--terms {text}: expected months set apart by commas, such as 12,24,36")
    return tuple(map(int, parts))


def _checked(console: Console, folder: Path, texts: dict[str, str]) -> tuple[Diagnostic, ...]:
    """The findings at the blanks; the run ends when there are others that are errors."""
    from proposer.cli.exits import FINDINGS
    from proposer.cli.findings import print_findings
    from proposer.edit.offering_files import refusals
    from proposer.edit.trial import brought_by

    console.progress("Checking the catalog", 0, 1)
    found = brought_by(folder, texts)
    console.clear()
    if wrong := refusals(found, texts):
        print_findings(console, wrong, folder)
        console.error("refused: the offering would bring what stands above; nothing was written")
        raise Exit(FINDINGS)
    return found


def _differences(folder: Path, texts: dict[str, str]) -> str:
    from proposer.edit.trial import difference
    from proposer.load.files import read_yaml

    held = {file: read_yaml(folder / file, file).value for file in texts if (folder / file).exists()}
    before = {file: document.text for file, document in held.items() if document}
    return "".join(difference(file, before.get(file, ""), text) for file, text in texts.items())


def _told(console: Console, folder: Path, draft: Draft, files: tuple[str, ...], found: tuple[Diagnostic, ...]) -> None:
    """What was written, what is to be filled in, and what to type next."""
    from proposer.cli.findings import from_here
    from proposer.edit.editor import SCHEMAS

    own, *books = (from_here(folder / file) for file in files)
    console.result("\n".join([f"wrote {own}", *(f"added its prices to {book}" for book in books)]))
    blanks = [each.span.place for each in found if each.span.file in files[1:]]
    if not draft.monthly and not draft.once:
        console.message(f"Fill in each ??? in {', '.join(dict.fromkeys(blanks)) or ' and '.join(books)}.")
    console.message(f"Next: proposer catalog show {draft.id} --catalog {from_here(folder)}")
    console.message(f"      proposer check --catalog {from_here(folder)}")
    if (folder.parent / SCHEMAS).is_dir():
        console.message("      proposer schema --write   (your editor then knows it by name)")
