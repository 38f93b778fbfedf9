"""Packages as numbers: what each costs in a state of the account, and how it counts in every row."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from proposer.configure.pools import Lines, Pool, drawn, given
from proposer.configure.rows import Row, Selection
from proposer.configure.states import Accounts, AccountState, Worth, pieces_of
from proposer.model.catalog import At, Bundle

Numbers = list[list[int]]


@dataclass(slots=True)
class PackageTable:
    """All packages of all kinds with their counts of offerings; costs are worked out once for each state."""

    packages: Sequence[Sequence[Lines]]
    accounts: Accounts
    counts: list[list[dict[str, int]]] = field(init=False)
    _costs: dict[str, tuple[Numbers, Numbers]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.counts = [[pieces_of(lines) for lines in kind] for kind in self.packages]

    def costs(self, state: AccountState) -> tuple[Numbers, Numbers]:
        """The least value over the term, and the least monthly charge, of every package in a state."""
        key = repr((sorted(state.tiers.items()), sorted(state.bundles.items())))
        if key not in self._costs:
            worths = [[self.accounts.worth(lines, state) for lines in kind] for kind in self.packages]
            self._costs[key] = [[w.value for w in k] for k in worths], [[w.monthly for w in k] for k in worths]
        return self._costs[key]

    def exact(self, selection: Selection) -> Worth:
        """A selection's price with the tiers and bundles that it really leads to."""
        state = self.accounts.settled(self.totals(selection))
        costs, monthly = self.costs(state)
        chosen = [(k, p, n) for k, kind in enumerate(selection) for p, n in kind]
        return Worth(sum(costs[k][p] * n for k, p, n in chosen), sum(monthly[k][p] * n for k, p, n in chosen))

    def totals(self, selection: Sequence[Sequence[tuple[int, int]]]) -> dict[str, int]:
        """How many pieces of each offering a selection has over the account."""
        totals: dict[str, int] = {}
        for kind, chosen in enumerate(selection):
            for package, sites in chosen:
                for offering, pieces in self.counts[kind][package].items():
                    totals[offering] = totals.get(offering, 0) + pieces * sites
        return totals

    def reach(self, offering: str, sites: Sequence[int]) -> tuple[int, int]:
        """The fewest and the most pieces of an offering that any selection can have."""
        low = high = 0
        for kind, number in zip(self.counts, sites, strict=True):
            pieces = [package.get(offering, 0) for package in kind]
            low, high = low + min(pieces, default=0) * number, high + max(pieces, default=0) * number
        return low, high

    def reachable(self, sites: Sequence[int]) -> AccountState:
        """The open state without the tiers and bundles that no selection can reach."""
        state = self.accounts.open_state()
        tiers = {offering: self._reachable_tiers(offering, sites, every) for offering, every in state.tiers.items()}
        bundles: dict[str, bool | None] = {b.id: self._foregone(b, sites) for b in self._account_bundles()}
        return replace(state, tiers=tiers, bundles=bundles)

    def _reachable_tiers(self, offering: str, sites: Sequence[int], every: tuple[int, ...]) -> tuple[int, ...]:
        low, high = self.reach(offering, sites)
        ranges = ((tier, self.accounts.counted(offering, tier)) for tier in every)
        return tuple(t for t, (first, last) in ranges if first <= high and (last is None or low <= last)) or every[:1]

    def _foregone(self, bundle: Bundle, sites: Sequence[int]) -> bool | None:
        """False for a bundle that cannot hold, True for one that always does, None where the choice decides."""
        reaches = [(self.reach(offering, sites), limits) for offering, limits in bundle.members.items()]
        if any(high < least or (most is not None and low > most) for (low, high), (least, most) in reaches):
            return False
        always = all(low >= least and (most is None or high <= most) for (low, high), (least, most) in reaches)
        return True if always else None

    def _account_bundles(self) -> list[Bundle]:
        return [bundle for bundle in self.accounts.bundles if bundle.per is At.ACCOUNT]

    def state_rows(self, state: AccountState, sites: Sequence[int]) -> list[Row]:
        """The conditions under which the decided tiers and bundles are true."""
        rows: list[Row] = []
        for offering, tiers in state.tiers.items():
            low, high = self.reach(offering, sites)
            first, last = self.accounts.counted(offering, tiers[0])[0], self.accounts.counted(offering, tiers[-1])[1]
            rows += self._between(offering, first, last, low, high)
        for bundle in self._account_bundles():
            if state.bundles[bundle.id]:
                for offering, (least, most) in bundle.members.items():
                    rows += self._between(offering, least, most, *self.reach(offering, sites))
        return rows

    def _between(self, offering: str, first: int, last: int | None, low: int, high: int) -> list[Row]:
        pieces = [[package.get(offering, 0) for package in kind] for kind in self.counts]
        rows = [Row(pieces, first)] if first > low else []
        if last is not None and last < high:
            rows.append(Row([[-n for n in kind] for kind in pieces], -last))
        return rows

    @staticmethod
    def pool_coefficients(packages: Sequence[Sequence[Lines]], pool: Pool) -> Numbers:
        """What each package gives to a pool, negative where it draws."""
        return [
            [given(lines, pool.capability) if kind == pool.kind else -drawn(lines, pool.capability) for lines in every]
            for kind, every in enumerate(packages)
        ]
