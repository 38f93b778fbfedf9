"""The packages of every kind: first of the places that draw on pools, then of those that hold them.

A pool's place has to be ready for every need that could arise. Its packages are enumerated for the least need; where the
smallest of them falls short of the most that could be drawn, once more for a need just above it, and so on. Between two
such needs nothing new can be best: a package for the higher one, if it is irredundant, costs no less than one for the
lower, and the smallest of those already meets it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from proposer.configure.kinds import Kind
from proposer.configure.measures import Measures
from proposer.configure.packages import enumerate_packages
from proposer.configure.pools import Lines, Pool, drawn, fits, given, ports
from proposer.configure.pruning import Couplings, pruned
from proposer.configure.question import Question, Unsolved
from proposer.configure.requirements import Requirements
from proposer.configure.shelf import Shelf, Stocked, key_of
from proposer.configure.watch import Reached
from proposer.model.catalog import At


@dataclass(frozen=True, slots=True)
class Stock:
    """Packages by kind; not `complete` when a bound on work was met."""

    packages: tuple[tuple[Lines, ...], ...]
    complete: bool


@dataclass(frozen=True, slots=True)
class _Need:
    """What a pool's place must give: the least and the most that may be drawn, own demands included."""

    least: int
    most: int


def stock(question: Question, kinds: Sequence[Kind], pools: Sequence[Pool], shelf: Shelf) -> Stock | Unsolved:
    """All packages worth considering, or the kinds that have none."""
    couplings = Couplings.of(shelf.accounts(question.objective), [pool.capability for pool in pools])
    shelves = _Shelves(question, kinds, couplings, shelf, question.measures)
    holders = {pool.kind for pool in pools}
    for index in (index for index in range(len(kinds)) if index not in holders):
        if question.watch.is_all_over():
            return Unsolved(None, (), 0)
        shelves.fill(index)
    if empty := tuple(kinds[i] for i, packages in shelves.packages.items() if not packages):
        return Unsolved(None, empty, shelves.least)
    at_site_first = sorted(holders, key=lambda index: (kinds[index].sites == ("",), index))
    for index in at_site_first:
        own = [pool for pool in pools if pool.kind == index]
        wanted = shelves.least_wanted(index, own)
        if not shelves.fill_holder(index, own):
            return Unsolved(None, (replace(kinds[index], requirements=wanted),), shelves.least)
    return Stock(tuple(shelves.packages[i] for i in range(len(kinds))), shelves.complete)


@dataclass(slots=True)
class _Shelves:
    question: Question
    kinds: Sequence[Kind]
    couplings: Couplings
    shelf: Shelf
    measures: Measures
    packages: dict[int, tuple[Lines, ...]] = field(default_factory=dict)
    complete: bool = True

    def _enumerate(self, index: int, wanted: Requirements) -> tuple[Lines, ...]:
        question, variants = self.question, self.kinds[index].variants

        def make() -> Stocked:
            goods = self.shelf.goods(variants, question.capabilities, self.measures)
            found = enumerate_packages(goods, wanted, question.capabilities, question.prices, question.bundles)
            return pruned(self._priced(found.packages), self.couplings), found.complete

        key = key_of(variants, wanted, self.measures, self.couplings.pools)
        packages, complete = self.shelf.packages(key, make)
        self.complete = self.complete and complete
        return packages

    def _priced(self, packages: Sequence[Lines]) -> list[Lines]:
        """An individual case is the last resort: only packages with as few as can be stay."""
        cases = [self._cases(lines) for lines in packages]
        fewest = min(cases, default=0)
        return [lines for lines, number in zip(packages, cases, strict=True) if number == fewest]

    def _cases(self, lines: Lines) -> int:
        return sum(self.question.prices.price(variant.item).individual_case is not None for variant, _ in lines)

    @property
    def least(self) -> int | None:
        """What is known of an answer where no packages are: nothing but that it costs no less than nothing."""
        return None if self.complete else 0

    def fill(self, index: int) -> None:
        """The packages of a place that none draws on."""
        self.packages[index] = self._enumerate(index, self.kinds[index].requirements)
        packages = sum(len(each) for each in self.packages.values())
        self.question.watch.tell(Reached(len(self.packages), len(self.kinds), packages))

    def _need(self, pool: Pool) -> _Need:
        draws = [
            ([drawn(lines, pool.capability) for lines in packages], len(self.kinds[i].sites))
            for i, packages in self.packages.items()
        ]
        least = sum(min(each) * sites for each, sites in draws)
        return _Need(pool.demanded + least, pool.demanded + sum(max(each) * sites for each, sites in draws))

    def least_wanted(self, index: int, own: Sequence[Pool]) -> Requirements:
        wanted = self.kinds[index].requirements
        for pool in own:
            wanted = wanted.with_amount(pool.capability, self._need(pool).least)
        return wanted

    def fill_holder(self, index: int, own: Sequence[Pool]) -> bool:
        """The packages of a place that others draw on, for every level of every need."""
        needs = {pool.capability: self._need(pool) for pool in own}
        found: dict[tuple[object, ...], Lines] = {}
        waiting = [{name: need.least for name, need in needs.items()}]
        tried: set[tuple[int, ...]] = set()
        while waiting:
            level = waiting.pop()
            if tuple(level.values()) in tried:
                continue
            tried.add(tuple(level.values()))
            packages = self._enumerate(index, _at_level(self.kinds[index].requirements, level))
            found |= {tuple((variant.item, n) for variant, n in lines): lines for lines in packages}
            waiting += _next_levels(level, needs, packages)
        smallest = [(pool.capability, self._smallest_draws(pool)) for pool in own if self._is_packed(pool)]
        self.packages[index] = tuple(
            lines
            for lines in found.values()
            if all(fits(draws, ports(lines, name)) is not False for name, draws in smallest)
        )
        return bool(self.packages[index])

    def _is_packed(self, pool: Pool) -> bool:
        """Whether circuits must fit the ports one by one."""
        return self.question.capabilities[pool.capability].at is At.SITE

    def _smallest_draws(self, pool: Pool) -> list[int]:
        """The smallest circuit that could end here from each site."""
        least = {i: min(drawn(lines, pool.capability) for lines in every) for i, every in self.packages.items()}
        return [size for i, size in least.items() if size > 0 for _ in self.kinds[i].sites]


def _at_level(wanted: Requirements, level: Mapping[str, int]) -> Requirements:
    for name, amount in level.items():
        wanted = wanted.with_amount(name, amount)
    return wanted


def _next_levels(
    level: Mapping[str, int], needs: Mapping[str, _Need], packages: Sequence[Lines]
) -> list[dict[str, int]]:
    """For each pool that the smallest package could leave short: the same level with a need just above that package."""
    levels = []
    for name, need in needs.items():
        reached = min((given(lines, name) for lines in packages), default=None)
        if reached is not None and reached < need.most:
            levels.append({**level, name: max(reached, level[name]) + 1})
    return levels
