"""Random needs of small customers against the shipped catalog: seeded, and with something of each of its families.

They are drawn so that most can be served; what cannot be, such as coax alone for a circuit of fibre, is part of it.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

TERMS = ("12", "24", "36", "36", "60", "[24, 36]")
NETWORKS = (
    "{topology: hub-and-spoke, hub: s0, cir: 20 Mbps, service_class: priority}",
    "{topology: any-to-any, cir: 10 Mbps, service_class: basic, reports: true}",
    "{topology: hub-and-spoke, hub: s0, cir: 50 Mbps, service_class: premium}",
)


def needs_text(seed: int) -> str:
    """A needs file; equal seeds give equal ones."""
    dice = random.Random(f"needs {seed}")  # noqa: S311 - nothing secret
    sites = [f"  - {{id: s{number}, {', '.join(_site(dice))}}}" for number in range(dice.choice((1, 1, 2, 2, 4)))]
    return "\n".join([*_frame(dice, len(sites)), "sites:", *sites, ""])


GROWING = {
    "concurrent_calls": "voice.concurrent_calls", "standard": "seats.standard", "lines": "voice.lines", "users": "users"
}  # fmt: skip


def growing_text(text: str, seed: int) -> str:
    """The same needs with less of something at the first site until month 7."""
    dice = random.Random(f"growth {seed}")  # noqa: S311 - nothing secret
    site = text.partition("sites:\n")[2].partition("\n")[0]
    stated = next(found for name in GROWING if (found := re.search(rf"\b({name}): (\d+)", site)))
    less = site.replace(stated[0], f"{stated[1]}: {dice.randrange(int(stated[2]) + 1)}", 1)
    later = f"growth: {{7: {{{GROWING[stated[1]]}: {stated[2]}}}}}"
    return text.replace(site, less.replace("{id: s0,", f"{{id: s0, {later},", 1), 1)


def _frame(dice: random.Random, sites: int) -> Iterator[str]:
    new = ", new: true" if dice.random() < 0.4 else ""
    free = f", toll_free: {dice.randrange(1, 4)}" if dice.random() < 0.3 else ""
    yield f"customer: {{name: Customer{new}{free}}}"
    yield f"term: {dice.choice(TERMS)}"
    if dice.random() < 0.3:
        yield f"budget: {{monthly: {dice.randrange(500, 2500) * sites}.00}}"
    if dice.random() < 0.3:
        yield f"discounts: {{business-internet: {dice.randrange(1, 10)} %, hosted-seat-standard: 3.5 %}}"
    if sites > 1 and dice.random() < 0.6:
        yield f"network: {dice.choice(NETWORKS)}"


def _site(dice: random.Random) -> Iterator[str]:
    users = dice.randrange(1, 120)
    coax, fibre = dice.choice(
        (("on-net", "on-net"), ("on-net", "near-net"), ("near-net", "on-net"), ("on-net", "on-net"))
    )
    yield f"access: {{coax: {coax}, fibre: {fibre}}}"
    yield f"users: {users}"
    if dice.random() < 0.8:
        yield f"internet: {{{', '.join(_internet(dice))}}}"
    yield from _voice(dice, users)
    if dice.random() < 0.4:
        yield f"wifi: {{people: {dice.randrange(5, 200)}, space: {dice.choice(('open', 'offices', 'warehouse'))}}}"
    for flag in ("security: {edge: true}", "sd_wan: {wanted: true}", "tv: {private: true, outlets: 2}"):
        if dice.random() < 0.2:
            yield flag


def _internet(dice: random.Random) -> Iterator[str]:
    yield f"down: {dice.choice((20, 75, 150, 300, 600))} Mbps"
    choices = ("backup: true", "public_addresses: 5", "ddos: true", "managed_router: true", "availability: 99.9 %")
    yield from (each for each in choices if dice.random() < 0.2)


def _voice(dice: random.Random, users: int) -> Iterator[str]:
    kind = dice.choice(("seats", "trunks", "lines", "none"))
    if kind == "seats":
        yield f"seats: {{standard: {users}, unified: {dice.randrange(10)}, basic: {dice.randrange(4)}}}"
        yield f"voice: {{numbers: {users}, auto_attendants: 1, recording: {dice.randrange(4)}}}"
    elif kind == "trunks":
        yield f"voice: {{concurrent_calls: {dice.randrange(1, 47)}, handoff: {dice.choice(('any', 'sip', 'pri'))}}}"
    elif kind == "lines":
        yield f"voice: {{lines: {dice.randrange(1, 8)}}}"
