"""A large catalog for measuring: the shipped one with copies of its offerings and prices under other names.

Copies differ in name and, by a seed, in price, so that no two price tables are equal: monthly charges are a share dearer,
one-time charges dearer or cheaper, so that neither of two is better in every regard. Every copy provides what its original
provides and excludes the copies of what that excludes; of what a place has only once it has one copy. With 17 of each
these are about 1,000 offerings and 20,000 lines. One price book, no scenarios.
"""

from __future__ import annotations

import random
import re
import shutil
from functools import partial
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "catalog"
BOOK = "price-books/us-2027-h1.yaml"
COPIES = 17
ENTRANCES = ("coax-entrance", "fibre-entrance")
MONEY = re.compile(r"\d+\.\d\d")
EXCLUDED = re.compile(r"^excludes: \[([a-z0-9, -]+)\].*\n", re.MULTILINE)
ENTRY = re.compile(r"^  [a-z0-9-]+:.*\n(?:^(?:    .*|\s*)\n)*", re.MULTILINE)


def write_large_catalog(folder: Path, seed: int = 1, copies: int = COPIES, *, sound: bool = False) -> Path:
    """Write it to `folder` and return that; the scenarios stay behind.

    A copy of an access's entrance can stand nowhere, for the entrance itself must be there: dead weight for the choice, an
    error for `proposer check`. A `sound` catalog has none of them.
    """
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("scenarios", "us-2026-h2.yaml"))
    every = sorted((folder / "offerings").rglob("*.yaml"))
    offerings = [file for file in every if not (sound and file.stem in ENTRANCES)]
    book = folder / BOOK
    prices = book.read_text("utf-8")
    entries = {found[0].strip().split(":")[0]: found[0] for found in ENTRY.finditer(prices)}
    dice = random.Random(seed)  # noqa: S311  # no secret
    parts = [prices]
    for file in offerings:
        text = file.read_text("utf-8")
        for number in range(copies):
            name = f"{file.stem}{_suffix(number)}"
            file.with_name(f"{name}.yaml").write_text(_excluding(text, file.stem, name, copies), "utf-8")
    for number in range(1, copies):
        parts += [_copied(entries[file.stem], file.stem, number, dice) for file in offerings]
    book.write_text("".join(parts), "utf-8")
    return folder


def _suffix(number: int) -> str:
    return f"-{number}" if number else ""


def _excluding(offering: str, stem: str, name: str, copies: int) -> str:
    """An offering that excludes every copy of what it excludes, and of what a place has only once, every other copy."""
    found = EXCLUDED.search(offering)
    families = [*(found[1].split(", ") if found else ()), *(() if "\ncount:" in offering else (stem,))]
    every = [f"{family}{_suffix(number)}" for family in families for number in range(copies)]
    line = f"excludes: [{', '.join(each for each in every if each != name)}]\n"
    return EXCLUDED.sub("", offering).rstrip("\n") + "\n" + (line if len(every) > 1 else "")


def _copied(entry: str, name: str, number: int, dice: random.Random) -> str:
    """An entry under another name, at its own share of the monthly and of the one-time prices."""
    monthly, once = 100 + dice.randrange(1, 30), 80 + dice.randrange(40)
    raised, share = "", monthly
    for line in entry.splitlines(keepends=True):
        share = once if line.startswith("    once:") else monthly if line.startswith("    monthly:") else share
        raised += line if "term_factors" in line else MONEY.sub(partial(_raised, share), line)
    return raised.replace(f"  {name}:", f"  {name}-{number}:", 1)


def _raised(percent: int, amount: re.Match[str]) -> str:
    cents = int(amount[0].replace(".", "")) * percent // 100
    return f"{cents // 100}.{cents % 100:02d}"
