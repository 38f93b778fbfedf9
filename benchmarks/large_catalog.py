"""A large catalog for measuring: the shipped one with copies of its offerings and prices under other names.

Copies differ in name and, by a seed, in price, so that no two price tables are equal; every copy provides what its original
provides. About 1,000 offerings and 20,000 lines, in which `proposer check` finds no error. One price book, no scenarios.
"""

from __future__ import annotations

import random
import re
import shutil
from pathlib import Path

SHIPPED = Path(__file__).parents[1] / "catalog"
BOOK = "price-books/us-2027-h1.yaml"
COPIES = 17
MONEY = re.compile(r"\d+\.\d\d")
ENTRY = re.compile(r"^  [a-z0-9-]+:.*\n(?:^(?:    .*|\s*)\n)*", re.MULTILINE)


def write_large_catalog(folder: Path, seed: int = 1, copies: int = COPIES) -> Path:
    """Write it to `folder` and return that; the scenarios stay behind."""
    shutil.copytree(SHIPPED, folder, ignore=shutil.ignore_patterns("scenarios", "us-2026-h2.yaml"))
    offerings = sorted((folder / "offerings").rglob("*.yaml"))
    book = folder / BOOK
    text = book.read_text("utf-8")
    entries = {found[0].strip().split(":")[0]: found[0] for found in ENTRY.finditer(text)}
    dice = random.Random(seed)  # noqa: S311  # no secret
    parts = [text]
    for number in range(1, copies):
        for file in offerings:
            copy = file.with_name(f"{file.stem}-{number}.yaml")
            copy.write_text(file.read_text("utf-8"), "utf-8")
            parts.append(_copied(entries[file.stem], file.stem, number, dice))
    book.write_text("".join(parts), "utf-8")
    return folder


def _copied(entry: str, name: str, number: int, dice: random.Random) -> str:
    """An entry under another name, all its prices raised by the same share."""
    share = 100 + dice.randrange(1, 30)
    lines = entry.splitlines(keepends=True)
    raised = "".join(
        line if "term_factors" in line else MONEY.sub(lambda found: _raised(found[0], share), line) for line in lines
    )
    return raised.replace(f"  {name}:", f"  {name}-{number}:", 1)


def _raised(amount: str, percent: int) -> str:
    cents = int(amount.replace(".", "")) * percent // 100
    return f"{cents // 100}.{cents % 100:02d}"
