"""Packages of a kind that another one beats whatever the rest of the account does.

One package beats another when, whichever of the account's bundles hold, it costs no more over the term and a month; when it
gives the pools no less and counts no less towards any bundle; and when it has the same items wherever volume over the
account sets the price, or the price keeps no order (`irregular`). Of two equals the shorter, then the first stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import product

from proposer.configure.pools import Lines, drawn, given
from proposer.configure.states import Accounts, Rates
from proposer.model.catalog import Bundle

MOST_BUNDLES = 4  # touched by one kind; every combination of them is compared, so there are at most 16


@dataclass(frozen=True, slots=True)
class Couplings:
    """What of the account a package can see: tiers, bundles over the account, pools."""

    accounts: Accounts
    alike: frozenset[str]  # with tiers over the account, or irregular: compared only where they are the same
    bundles: tuple[Bundle, ...]
    pools: tuple[str, ...]
    _rates: dict[tuple[str, ...], tuple[Rates, ...]] = field(default_factory=dict)

    @classmethod
    def of(cls, accounts: Accounts, pools: Sequence[str]) -> Couplings:
        """From the tiers and account bundles of a deal."""
        alike = frozenset(accounts.open_state.tiers) | accounts.irregular.all
        return cls(accounts, alike, accounts.over_account, tuple(pools))

    def touching(self, offerings: set[str]) -> tuple[Bundle, ...]:
        """The account's bundles that count or discount some of the offerings."""
        return tuple(bundle for bundle in self.bundles if offerings & {*bundle.members, *bundle.on})

    def rates(self, bundles: Sequence[Bundle]) -> tuple[Rates, ...]:
        """The rates for every combination of bundles that hold; tiers stay open, since tiered items are the same."""
        key = tuple(bundle.id for bundle in bundles)
        if key not in self._rates:
            state = self.accounts.open_state
            held = (dict(zip(key, choice, strict=True)) for choice in product((True, False), repeat=len(key)))
            self._rates[key] = tuple(
                Rates(self.accounts, replace(state, bundles={**state.bundles, **each})) for each in held
            )
        return self._rates[key]


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
    shape = couplings.accounts.shape(lines)
    combined = len(bundles) <= MOST_BUNDLES
    bundled = set() if combined else {offering for bundle in bundles for offering in (*bundle.members, *bundle.on)}
    coupled = tuple((v.item, n) for v, n in lines if v.item.offering in couplings.alike or v.item.offering in bundled)
    held = tuple(bundle.id for bundle in shape.here) if coupled else ()
    gives = [given(lines, name) for name in couplings.pools] + [-drawn(lines, name) for name in couplings.pools]
    for bundle in bundles:
        for offering, (least, most) in bundle.members.items():
            pieces = shape.pieces.get(offering, 0)
            gives += [min(pieces, least), -pieces if most is not None else 0]
    worths = [rates.worth(lines) for rates in couplings.rates(bundles if combined else ())]
    costs = tuple(cost for worth in worths for cost in (worth.value, worth.monthly))
    return _Measured(lines, (coupled, held), costs, tuple(gives))
