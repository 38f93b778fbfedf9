"""Packages as numbers: what each costs in a state of the account, and how it counts in every row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from proposer.configure.graduated import Standing, below
from proposer.configure.layout import Layout, Selection, Whole, whole
from proposer.configure.pools import Lines, Pool, drawn, given
from proposer.configure.rows import Row
from proposer.configure.states import Accounts, AccountState, Rates, Shape, Worth
from proposer.model.catalog import Bundle

Costs = tuple[Whole, Whole]  # by column: the value of the objective, the monthly charge


@dataclass(frozen=True, slots=True)
class _Dependent:
    """The lines of one offering whose price the account has a say in: columns, pieces, and which price counts there."""

    columns: Whole
    times: Whole  # how often the price counts: for each piece, or once
    priced: Whole  # index into `prices`
    prices: Sequence[Standing]


@dataclass(slots=True)
class PackageTable:
    """All packages of all kinds, side by side, for so many sites of each kind; sums are worked out once for each state."""

    layout: Layout
    accounts: Accounts
    lines: Sequence[Lines]
    pieces: dict[str, Whole]  # offering → how many pieces each column has
    apart: Costs  # what the account has no say in
    _dependent: dict[str, _Dependent]
    _known: dict[tuple[object, ...], Costs] = field(default_factory=dict)
    _reach: dict[str, tuple[int, int]] = field(default_factory=dict)
    _rows: dict[tuple[str, int, int | None], list[Row]] = field(default_factory=dict)

    @classmethod
    def of(cls, packages: Sequence[Sequence[Lines]], sites: Sequence[int], accounts: Accounts) -> PackageTable:
        """From the packages of every kind."""
        lines = [each for kind in packages for each in kind]
        shapes = [accounts.shape(each) for each in lines]
        apart = whole(shape.value for shape in shapes), whole(shape.monthly for shape in shapes)
        layout = Layout.of([len(kind) for kind in packages], sites)
        return cls(layout, accounts, lines, _pieces(shapes), apart, _dependents(shapes))

    def costs(self, state: AccountState) -> Costs:
        """The least value over the term, and the least monthly charge, of every column in a state."""
        values, monthly = (each.copy() for each in self.apart)
        rates = Rates(self.accounts, state)
        for offering, lines in self._dependent.items():
            value, month = self._dependent_costs(offering, lines, rates)
            np.add.at(values, lines.columns, value)
            np.add.at(monthly, lines.columns, month)
        return values, monthly

    def _dependent_costs(self, offering: str, lines: _Dependent, rates: Rates) -> Costs:
        state = rates.state
        held = [state.bundles[bundle.id] for bundle in self.accounts.over_account if offering in bundle.on]
        over = tuple(held) if offering in self.accounts.irregular.offerings else tuple(h is not False for h in held)
        key = offering, state.tiers.get(offering), over
        if key not in self._known:
            worths = [rates.unit(item, tier, shape.here) for item, tier, shape in lines.prices]
            value, month = whole(worth.value for worth in worths), whole(worth.monthly for worth in worths)
            self._known[key] = value[lines.priced] * lines.times, month[lines.priced] * lines.times
        return self._known[key]

    def exact(self, selection: Selection) -> Worth:
        """A selection's price with the tiers and bundles that it really leads to."""
        totals = {offering: selection.total(pieces) for offering, pieces in self.pieces.items()}
        state = self.accounts.settled(totals)
        values, monthly = self.costs(state)
        apart = self.whatever(state)
        return Worth(selection.total(values) + apart.value, selection.total(monthly) + apart.monthly)

    def whatever(self, state: AccountState) -> Worth:
        """What a state costs more, or less, than its columns, whatever is selected: the pieces of lower graduated tiers."""
        lines = {offering: lines.prices[0] for offering, lines in self._dependent.items()}
        parts = [
            below(Rates(self.accounts, state), lines[offering])
            for offering in self.accounts.graduated
            if offering in lines and len(state.tiers[offering]) == 1
        ]
        return Worth(sum(part.value for part in parts), sum(part.monthly for part in parts))

    def reach(self, offering: str) -> tuple[int, int]:
        """The fewest and the most pieces of an offering that any selection can have."""
        if offering not in self.pieces:
            return 0, 0
        if offering not in self._reach:
            layout, pieces = self.layout, self.pieces[offering]
            low, high = (int(each @ layout.sites) for each in (layout.least(pieces), layout.most(pieces)))
            self._reach[offering] = low, high
        return self._reach[offering]

    def reachable(self) -> AccountState:
        """The open state without the tiers and bundles that no selection can reach."""
        state = self.accounts.open_state
        tiers = {offering: self._reachable_tiers(offering, every) for offering, every in state.tiers.items()}
        return replace(state, tiers=tiers, bundles={b.id: self._foregone(b) for b in self.accounts.over_account})

    def _reachable_tiers(self, offering: str, every: tuple[int, ...]) -> tuple[int, ...]:
        low, high = self.reach(offering)
        ranges = ((tier, self.accounts.counted(offering, tier)) for tier in every)
        return tuple(t for t, (first, last) in ranges if first <= high and (last is None or low <= last)) or every[:1]

    def _foregone(self, bundle: Bundle) -> bool | None:
        """False for a bundle that cannot hold, True for one that always does, None where the choice decides."""
        reaches = [(self.reach(offering), limits) for offering, limits in bundle.members.items()]
        if any(high < least or (most is not None and low > most) for (low, high), (least, most) in reaches):
            return False
        always = all(low >= least and (most is None or high <= most) for (low, high), (least, most) in reaches)
        return True if always else None

    def state_rows(self, state: AccountState) -> Iterator[Row]:
        """The conditions under which the decided tiers and bundles are true."""
        for offering, tiers in state.tiers.items():
            yield from self._between(
                offering, self.accounts.counted(offering, tiers[0])[0], self._last(offering, tiers)
            )
        for bundle in self.accounts.over_account:
            if state.bundles[bundle.id]:
                for offering, (least, most) in bundle.members.items():
                    yield from self._between(offering, least, most)

    def _last(self, offering: str, tiers: tuple[int, ...]) -> int | None:
        return self.accounts.counted(offering, tiers[-1])[1]

    def _between(self, offering: str, first: int, last: int | None) -> list[Row]:
        key = offering, first, last
        if key not in self._rows:
            low, high = self.reach(offering)
            pieces = self.pieces.get(offering, np.zeros_like(self.layout.kinds))
            rows = [Row.make(pieces, first)] if first > low else []
            if last is not None and last < high:
                rows.append(Row.make(-pieces, -last))
            self._rows[key] = rows
        return self._rows[key]

    def pool_row(self, pool: Pool) -> Row:
        """What each column gives to a pool, negative where it draws, against what its own place keeps."""
        here = (self.layout.kinds == pool.kind).tolist()
        gives = (
            given(lines, pool.capability) if own else -drawn(lines, pool.capability)
            for lines, own in zip(self.lines, here, strict=True)
        )
        return Row.make(whole(gives), pool.demanded)


def _pieces(shapes: Sequence[Shape]) -> dict[str, Whole]:
    found: dict[str, Whole] = {}
    for column, shape in enumerate(shapes):
        for offering, pieces in shape.pieces.items():
            found.setdefault(offering, np.zeros(len(shapes), np.int64))[column] = pieces
    return found


def _dependents(shapes: Sequence[Shape]) -> dict[str, _Dependent]:
    """The lines whose price depends on the account, by offering; like prices are asked for once."""
    listed: dict[str, list[tuple[int, int, int]]] = {}
    prices: dict[str, dict[tuple[object, ...], tuple[int, Standing]]] = {}
    for column, shape in enumerate(shapes):
        for item, times, tier in shape.open_pieces:
            known = prices.setdefault(item.offering, {})
            discounts = tuple(bundle.id for bundle in shape.here if item.offering in bundle.on)
            index, _ = known.setdefault((item, tier, discounts), (len(known), (item, tier, shape)))
            listed.setdefault(item.offering, []).append((column, times, index))
    found: dict[str, _Dependent] = {}
    for offering, lines in listed.items():
        columns, pieces, priced = (whole(numbers) for numbers in zip(*lines, strict=True))
        found[offering] = _Dependent(columns, pieces, priced, [standing for _, standing in prices[offering].values()])
    return found
