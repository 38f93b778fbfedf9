"""What sites share: capacity at the hub and of the network, drawn on by packages elsewhere.

A hub's packages are enumerated for every level of need that could arise, from the least to the most that the spokes can
draw; the master then balances them. A hub port carries whole EVCs, so a package whose ports cannot hold the spokes'
smallest EVCs, packed as well as can be, is left out (bin packing, first fit decreasing then exact).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proposer.configure.kinds import Kind
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Capability

Lines = tuple[tuple[Variant, int], ...]


@dataclass(frozen=True, slots=True)
class Pool:
    """A capability that is balanced over the place of kind number `kind` and everything that draws on it.

    `demanded` is what the place itself must keep, in thousandths.
    """

    capability: str
    kind: int
    demanded: int


def pools_of(kinds: Sequence[Kind], capabilities: Mapping[str, Capability]) -> tuple[Pool, ...]:
    """The pools that some candidate draws on."""
    drawn = sorted({name for kind in kinds for variant in kind.variants for name in variant.linked})
    pools = []
    for name in drawn:
        at_account = capabilities[name].at is not At.SITE
        holder = next((i for i, kind in enumerate(kinds) if _holds(kind, at_account)), None)
        if holder is not None:
            pools.append(Pool(name, holder, kinds[holder].requirements.amounts.get(name, 0)))
    return tuple(pools)


def _holds(kind: Kind, at_account: bool) -> bool:  # noqa: FBT001 - one caller
    return kind.sites == ("",) if at_account else kind.is_hub


def given(lines: Lines, capability: str) -> int:
    """What a place's own items give to a capability that balances there."""
    return sum((v.provides.get(capability, 0) - v.consumes.get(capability, 0)) * n for v, n in lines)


def drawn(lines: Lines, capability: str) -> int:
    """What a place's items draw from elsewhere (negative: give)."""
    return -sum(v.linked.get(capability, 0) * n for v, n in lines)


def ports(lines: Lines, capability: str) -> list[int]:
    """The sizes of the single pieces that give a capability: ports of a hub."""
    return sorted(
        (v.provides[capability] for v, n in lines for _ in range(n) if v.provides.get(capability)), reverse=True
    )


MOST_TRIES = 20_000


def fits(sizes: Sequence[int], bins: Sequence[int]) -> bool | None:
    """Whether whole sizes can be put into bins: first fit decreasing, then exact search; None when its bound on work was met."""
    ordered = sorted(sizes, reverse=True)
    if not ordered or not bins or sum(ordered) > sum(bins):
        return not ordered
    if len(set(bins)) == 1 and len(set(ordered)) == 1:
        return len(ordered) <= len(bins) * (bins[0] // ordered[0])
    return _place(ordered, list(bins))


def _place(sizes: Sequence[int], room: list[int]) -> bool | None:
    """Depth first, without recursion: a network may have thousands of circuits."""
    placed: list[int] = []
    waiting = [iter(_different(room))]
    tries = MOST_TRIES + len(sizes) * len(room)
    while waiting and tries > 0:
        tries -= 1
        index = next(waiting[-1], None)
        if index is None:
            waiting.pop()
            if placed:
                room[placed.pop()] += sizes[len(placed)]
        elif room[index] >= sizes[len(placed)]:
            room[index] -= sizes[len(placed)]
            placed.append(index)
            if len(placed) == len(sizes):
                return True
            waiting.append(iter(_different(room)))
    return None if waiting else False


def _different(room: Sequence[int]) -> list[int]:
    """One bin, the first, for each size of what is left."""
    return list({left: index for index, left in reversed(list(enumerate(room)))}.values())
