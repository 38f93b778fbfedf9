"""Packages of a kind that another one beats whatever the rest of the account does.

One package beats another when it costs no more over the term and a month, gives the pools no less, and has the same items
wherever the account bears on prices (volume tiers, account bundles). Of two equals the shorter, then the first stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.configure.pools import Lines, drawn, given
from proposer.configure.states import Accounts, AccountState, pieces_of, site_bundles
from proposer.model.catalog import At


@dataclass(frozen=True, slots=True)
class Couplings:
    """The offerings on whose prices or number the account bears, and the pools."""

    accounts: Accounts
    offerings: frozenset[str]
    pools: tuple[str, ...]

    @classmethod
    def of(cls, accounts: Accounts, pools: Sequence[str]) -> Couplings:
        """From the tiers and account bundles of a deal."""
        bundled = {o for b in accounts.bundles if b.per is At.ACCOUNT for o in (*b.members, *b.on)}
        return cls(accounts, frozenset(accounts.open_state().tiers) | bundled, tuple(pools))


@dataclass(frozen=True, slots=True)
class _Measured:
    """A package by what the rest of the account can see of it."""

    lines: Lines
    coupled: tuple[object, ...]
    costs: tuple[int, int]
    gives: tuple[int, ...]

    def beats(self, other: _Measured) -> bool:
        return all(a <= b for a, b in zip(self.costs, other.costs, strict=True)) and all(
            a >= b for a, b in zip(self.gives, other.gives, strict=True)
        )


def pruned(packages: Sequence[Lines], couplings: Couplings) -> tuple[Lines, ...]:
    """The packages that no other one beats, in their order."""
    groups: dict[tuple[object, ...], list[_Measured]] = {}
    order = {id(lines): place for place, lines in enumerate(packages)}
    state = couplings.accounts.open_state()
    measured = [_measure(lines, couplings, state) for lines in packages]
    for one in sorted(measured, key=lambda m: (m.costs, len(m.lines), order[id(m.lines)])):
        group = groups.setdefault(one.coupled, [])
        if not any(other.beats(one) for other in group):
            group.append(one)
    kept = [one.lines for group in groups.values() for one in group]
    return tuple(sorted(kept, key=lambda lines: order[id(lines)]))


def _measure(lines: Lines, couplings: Couplings, state: AccountState) -> _Measured:
    """Prices are those while nothing of the account is decided; equal coupled items make them comparable."""
    worth = couplings.accounts.worth(lines, state)
    coupled = tuple((v.item, n) for v, n in lines if v.item.offering in couplings.offerings)
    bundles = site_bundles(couplings.accounts.bundles, pieces_of(lines)) if coupled else ()
    held = tuple(bundle.id for bundle in bundles)
    gives = tuple(given(lines, name) for name in couplings.pools)
    draws = tuple(-drawn(lines, name) for name in couplings.pools)
    return _Measured(lines, (coupled, held), (worth.value, worth.monthly), gives + draws)
