"""The options of `proposer check`: the format, what counts, what is known already, what is put right."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import wraps
from pathlib import Path
from typing import Protocol, TypedDict, Unpack

import click

from proposer.cli.options import FILE
from proposer.diagnostics import Severity
from proposer.findings.selection import Selection, codes_in, unknown_code

FORMATS = ("text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "markdown")


class Given(TypedDict):
    """The options as click hands them over."""

    style: str | None
    as_json: bool
    output: Path | None
    level: str
    exit_zero: bool
    select: tuple[str, ...]
    ignore: tuple[str, ...]
    baseline: Path | None
    write_baseline: Path | None
    fix: bool
    diff: bool
    watch: bool


@dataclass(frozen=True, slots=True)
class Choices:
    """What is wanted of a check; `style` is None where no format was named."""

    style: str | None = None
    output: Path | None = None
    fails: Severity = Severity.WARNING
    exit_zero: bool = False
    selection: Selection = field(default_factory=Selection)
    baseline: Path | None = None
    write_baseline: Path | None = None
    fix: bool = False
    diff: bool = False
    watch: bool = False


class Chosen(Protocol):
    """A command that takes its options as one value."""

    def __call__(self, *, paths: tuple[Path, ...], catalog: Path | None, choices: Choices) -> None: ...  # noqa: D102 - the class says it


class Spread(Protocol):
    """The same as click calls it: each option by its name."""

    def __call__(self, *, paths: tuple[Path, ...], catalog: Path | None, **given: Unpack[Given]) -> None: ...  # noqa: D102 - the class says it


def check_options(command: Chosen) -> Spread:
    """Give the command all of its options as one value."""

    @wraps(command)
    def run(*, paths: tuple[Path, ...], catalog: Path | None, **given: Unpack[Given]) -> None:
        command(paths=paths, catalog=catalog, choices=_choices(given))

    options: Spread = run
    for option in reversed(_OPTIONS):
        options = option(options)
    return options


def _choices(given: Given) -> Choices:
    if given["as_json"] and given["style"] not in (None, "json"):
        raise click.UsageError(f"--json and --format {given['style']}: choose one")
    once = [name for name, is_given in (
        ("--output", given["output"]), ("--write-baseline", given["write_baseline"]), ("--fix", given["fix"]), ("--diff", given["diff"]),
    ) if is_given]  # fmt: skip
    if given["watch"] and once:
        raise click.UsageError(f"--watch goes on; {once[0]} is for a check that ends")
    return Choices(
        style="json" if given["as_json"] else given["style"],
        output=given["output"],
        fails=Severity[given["level"].upper()],
        exit_zero=given["exit_zero"],
        selection=Selection(_codes("--select", given["select"]), _codes("--ignore", given["ignore"])),
        baseline=given["baseline"],
        write_baseline=given["write_baseline"],
        fix=given["fix"],
        diff=given["diff"],
        watch=given["watch"],
    )


def _codes(option: str, written: tuple[str, ...]) -> tuple[str, ...]:
    codes = tuple(code for text in written for code in codes_in(text))
    for code in codes:
        if why := unknown_code(code):
            raise click.UsageError(f"{option}: {why}")
    if written and not codes:
        raise click.UsageError(f"{option} names no code; write such as {option} CAT104,PRC")
    return codes


_STYLE_WORDS = "How findings are written. Default: text; in a GitHub workflow text and annotations."
_SELECT_WORDS = "Only these codes, or those that begin so: CAT104,PRC."
_OPTIONS = (
    click.option("--format", "style", type=click.Choice(FORMATS), metavar="FORMAT", help=f"{_STYLE_WORDS} {', '.join(FORMATS)}."),
    click.option("--json", "as_json", is_flag=True, help="The same as --format json."),
    click.option("-o", "--output", type=FILE, metavar="FILE", help="Write the findings to a file."),
    click.option("--fail-level", "level", type=click.Choice(["note", "warning", "error"]), default="warning",
                 show_default=True, help="The least severity that ends with exit code 1."),
    click.option("--exit-zero", is_flag=True, help="Exit code 0 whatever is found."),
    click.option("--select", multiple=True, metavar="CODES", help=_SELECT_WORDS),
    click.option("--ignore", multiple=True, metavar="CODES", help="All but these codes; stronger than --select."),
    click.option("--baseline", type=FILE, metavar="FILE", help="Leave out the findings that this file knows."),
    click.option("--write-baseline", type=FILE, metavar="FILE", help="Write today's findings as known, and end."),
    click.option("--fix", is_flag=True, help="Put right what is mechanical, then report the rest."),
    click.option("--diff", is_flag=True, help="Show what --fix would change, and change nothing."),
    click.option("--watch", is_flag=True, help="Go on, and check again whenever a file changes."),
)  # fmt: skip
