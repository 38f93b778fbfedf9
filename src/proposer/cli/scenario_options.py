"""The options of `proposer test`, given to the command as one value."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ParamSpec

import click

from proposer.cli import options

P = ParamSpec("P")


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a user wants of a run."""

    words: str
    style: str
    output: Path | None
    coverage: bool
    page: Path | None
    fail_under: int | None
    jobs: int | None
    update: bool
    mutate: bool
    sample: int
    seed: int

    def covers(self) -> bool:
        """Whether the coverage is worked out."""
        return self.coverage or self.page is not None or (self.fail_under is not None and not self.mutate)

    def workers(self) -> int:
        """How many processes: as asked, else one for each processor."""
        return self.jobs or os.cpu_count() or 1

    def fits(self, name: str) -> bool:
        """Whether the words of `-k` fit a name: texts joined by `and`, `or`, `not`."""
        ways = self.words.split(" or ")
        return any(all(_has(name, part.strip()) for part in way.split(" and ")) for way in ways)


def _has(name: str, part: str) -> bool:
    if part.startswith("not "):
        return part.removeprefix("not ").strip() not in name
    return part in name


def wishes_options(command: Callable[P, None]) -> Callable[P, None]:
    """All options of the run; `Wishes` takes them."""
    for option in reversed(_options()):
        command = option(command)
    return command


def _options() -> list[Callable[[Callable[P, None]], Callable[P, None]]]:
    percent, count = click.IntRange(0, 100), click.IntRange(1, 100_000)
    return [
        click.option("-k", "words", default="", metavar="WORDS", help="Names with these texts: `voice and not pri`."),
        click.option("--format", "style", type=click.Choice(["text", "json", "junit"]), default="text", help="How results are written.", show_default=True),
        click.option("-o", "--output", type=options.FILE, metavar="FILE", help="Write the results to a file."),
        click.option("--coverage", is_flag=True, help="How much of the catalog the scenarios use."),
        click.option("--coverage-page", "page", type=options.FILE, metavar="FILE", help="The same as a page for a browser."),
        click.option("--fail-under", type=percent, metavar="PERCENT", help="Exit code 1 when rules, offerings or price rows (with --mutate: mutants) fall below."),
        click.option("-j", "--jobs", type=count, metavar="N", help="Processes. Default: one for each processor."),
        click.option("--update", is_flag=True, help="Write the totals that were found into the scenarios."),
        click.option("--mutate", is_flag=True, help="Put faults into the catalog, one at a time: which does no scenario notice?"),
        click.option("--sample", type=count, default=200, metavar="N", show_default=True, help="How many faults."),
        click.option("--seed", type=int, default=1, metavar="N", show_default=True, help="Which faults: another number, others."),
    ]  # fmt: skip
