"""A valid catalog of some 20,000 lines and 1,000 offerings: the shipped one with many seeded phones beside its own."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

OFFERINGS = 900
BOOKS = ("us-2026-h2", "us-2027-h1")


def write_large_catalog(shipped: Path, folder: Path, seed: int = 1) -> None:
    """Copy the shipped catalog without its scenarios and add offerings with prices in both books."""
    chance = random.Random(seed)  # noqa: S311 — a repeatable catalog, no secret
    shutil.copytree(shipped, folder, ignore=shutil.ignore_patterns("scenarios"))
    prices = []
    for number in range(1, OFFERINGS + 1):
        id_ = f"room-phone-{number}"
        path = folder / "offerings" / "advanced-voice" / f"{id_}.yaml"
        path.write_text(_offering(number, chance), encoding="utf-8")
        prices.append(_price(id_, chance))
    for book in BOOKS:
        with (folder / "price-books" / f"{book}.yaml").open("a", encoding="utf-8") as file:
            file.write("".join(prices))


def _offering(number: int, chance: random.Random) -> str:
    return f"""name: Room phone {number}
per: site
count: {{unit: phone, units: phones, least: 1, most: {chance.randint(100, 900)}}}
provides:
  conference-phones: 1
requires:
  hosted-voice: {{}}
interval:
  any: {chance.randint(3, 20)} business days
words:
  in_short: A phone for a room of {chance.randint(4, 40)} people.
  you_get:
    - Replacement the next business day
"""


def _price(id_: str, chance: random.Random) -> str:
    return f"""  {id_}:
    monthly: {chance.randint(10, 40)}.00
    terms: [12, 24, 36, 60]
    cost: {{monthly: {chance.randint(40, 80)} %}}
"""
