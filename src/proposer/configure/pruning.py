"""Packages of a kind that another one beats whatever the rest of the account does.

One package beats another when, whichever of the account's bundles hold, it costs no more over the term and a month; when it
gives the pools no less and counts no less towards any bundle; and when it has the same items wherever volume over the
account sets the price. Of two equals the shorter, then the first stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product

from proposer.configure.pools import Lines, drawn, given
from proposer.configure.states import Accounts, AccountState, pieces_of, site_bundles
from proposer.model.catalog import At, Bundle

MOST_BUNDLES = 4  # touched by one kind; every combination of them is compared, so there are at most 16


@dataclass(frozen=True, slots=True)
class Couplings:
    """What of the account a package can see: tiers, bundles over the account, pools."""

    accounts: Accounts
    tiered: frozenset[str]
    bundles: tuple[Bundle, ...]
    pools: tuple[str, ...]

    @classmethod
    def of(cls, accounts: Accounts, pools: Sequence[str]) -> Couplings:
        """From the tiers and account bundles of a deal."""
        bundles = tuple(bundle for bundle in accounts.bundles if bundle.per is At.ACCOUNT)
        return cls(accounts, frozenset(accounts.open_state().tiers), bundles, tuple(pools))

    def touching(self, offerings: set[str]) -> tuple[Bundle, ...]:
        """The account's bundles that count or discount some of the offerings."""
        return tuple(bundle for bundle in self.bundles if offerings & {*bundle.members, *bundle.on})


@dataclass(frozen=True, slots=True)
class _Measured:
    """A package by what the rest of the account can see of it."""

    lines: Lines
    coupled: tuple[object, ...]
    costs: tuple[int, ...]
    gives: tuple[int, ...]

    def beats(self, other: _Measured) -> bool:
        return all(a <= b for a, b in zip(self.costs, other.costs, strict=True)) and all(
            a >= b for a, b in zip(self.gives, other.gives, strict=True)
        )


def pruned(packages: Sequence[Lines], couplings: Couplings) -> tuple[Lines, ...]:
    """The packages that no other one beats, in their order."""
    if len(packages) < 2:
        return tuple(packages)
    bundles = couplings.touching({variant.item.offering for lines in packages for variant, _ in lines})
    measured = [_measure(lines, couplings, bundles) for lines in packages]
    groups: dict[tuple[object, ...], list[tuple[int, _Measured]]] = {}
    for place, one in sorted(enumerate(measured), key=lambda pair: (pair[1].costs, len(pair[1].lines), pair[0])):
        group = groups.setdefault(one.coupled, [])
        if not any(other.beats(one) for _, other in group):
            group.append((place, one))
    kept = sorted(pair for group in groups.values() for pair in group)
    return tuple(one.lines for _, one in kept)


def _measure(lines: Lines, couplings: Couplings, bundles: Sequence[Bundle]) -> _Measured:
    """With more bundles than can be combined, packages are compared only among those with the same bundled items."""
    pieces = pieces_of(lines)
    combined = len(bundles) <= MOST_BUNDLES
    bundled = set() if combined else {offering for bundle in bundles for offering in (*bundle.members, *bundle.on)}
    coupled = tuple((v.item, n) for v, n in lines if v.item.offering in couplings.tiered | bundled)
    held = tuple(b.id for b in site_bundles(couplings.accounts.bundles, pieces)) if coupled else ()
    gives = [given(lines, name) for name in couplings.pools] + [-drawn(lines, name) for name in couplings.pools]
    for bundle in bundles:
        for offering, (least, most) in bundle.members.items():
            gives += [min(pieces.get(offering, 0), least), -pieces.get(offering, 0) if most is not None else 0]
    costs = [
        cost for state in _states(couplings, bundles if combined else ()) for cost in _cost(couplings, lines, state)
    ]
    return _Measured(lines, (coupled, held), tuple(costs), tuple(gives))


def _states(couplings: Couplings, bundles: Sequence[Bundle]) -> list[AccountState]:
    """One state for every combination of bundles that hold; tiers stay open, since tiered items are the same."""
    open_state = couplings.accounts.open_state()
    combinations = product((True, False), repeat=len(bundles))
    held = [{bundle.id: h for bundle, h in zip(bundles, choice, strict=True)} for choice in combinations]
    return [replace(open_state, bundles={**open_state.bundles, **chosen}) for chosen in held]


def _cost(couplings: Couplings, lines: Lines, state: AccountState) -> tuple[int, int]:
    worth = couplings.accounts.worth(lines, state)
    return worth.value, worth.monthly
