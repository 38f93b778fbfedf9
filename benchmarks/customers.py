"""Generated customers for measuring the choice: seeded, of any size, as alike or as different as wanted.

A site is drawn from some **profiles** (what an office of that customer looks like); with as many profiles as sites no two
are meant to be alike. Every coupling of the catalog is called for: seats and trunks with volume tiers over the account, bundles at
a site and over the account, a hub-and-spoke network with circuits of several rates and classes that share the hub's ports,
and a budget that is far away, so that its row is there.
"""

from __future__ import annotations

import random
from pathlib import Path

from benchmarks.large_catalog import write_large_catalog

PER_COPY = 58  # offerings of the shipped catalog


def catalog_of(folder: Path, offerings: int) -> Path:
    """A catalog of at least so many offerings: the shipped one and copies of it at other prices."""
    return write_large_catalog(folder / "catalog", copies=-(-offerings // PER_COPY))


def needs_of(sites: int, profiles: int, seed: int = 1) -> str:
    """A needs file as text."""
    dice = random.Random(f"{sites} {profiles} {seed}")  # noqa: S311 - no secret
    kinds = [_profile(dice) for _ in range(profiles)]
    drawn = kinds if profiles >= sites else [dice.choice(kinds) for _ in range(sites)]
    listed = "\n".join(f"  - {{id: s{number}, {drawn[number % len(drawn)]}}}" for number in range(sites))
    return f"""\
customer: {{name: Generated}}
term: 36
budget: {{monthly: 90000000}}
network: {{topology: hub-and-spoke, hub: hub}}
sites:
  - {{id: hub, access: {{fibre: on-net, coax: on-net}}, users: 300, internet: {{down: 1 Gbps}}}}
{listed}
"""


def _profile(dice: random.Random) -> str:
    """What one office needs: people, internet, phones of one kind or the other, often a circuit to the hub."""
    users = dice.randrange(2, 250)
    fibre = dice.choice(("on-net", "near-net", "on-net"))
    parts = [
        f"access: {{coax: on-net, fibre: {fibre}}}",
        f"users: {users}",
        f"internet: {{down: {dice.randrange(2, 80) * 10} Mbps}}",
    ]
    if dice.random() < 0.6:
        parts.append(f"seats: {{standard: {dice.randrange(1, users + 1)}, unified: {dice.randrange(0, 40)}}}")
    else:
        parts.append(f"voice: {{concurrent_calls: {dice.randrange(1, 46)}}}")
    if dice.random() < 0.5:
        parts.append(
            f"wan: {{cir: {dice.choice((10, 20, 50, 100))} Mbps, service_class: {dice.choice(('basic', 'priority', 'premium'))}}}"
        )
    if dice.random() < 0.5:
        parts.append(f"wifi: {{people: {dice.randrange(5, 150)}}}")
    return ", ".join(parts)
