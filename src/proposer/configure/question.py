"""What is asked of the choice, and what it answers when there is none."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proposer.configure.kinds import Kind, kinds_of
from proposer.configure.measures import Measures
from proposer.configure.shelf import Shelf
from proposer.configure.watch import UNLIMITED, Watch
from proposer.model.candidates import Candidates
from proposer.model.catalog import Bundle, Capability
from proposer.model.demands import ACCOUNT, Demand
from proposer.model.objective import Objective
from proposer.pricing import PriceList


@dataclass(frozen=True, slots=True)
class Question:
    """All that the choice depends on. `budget` is cents a month, or None; `bundles` are those that hold on the day.

    `objective` is what is made least. Of equal packages for a site the one that is lower by `ties`, in their order, is taken.
    """

    sites: Sequence[str]
    hub: str | None
    demands: Sequence[Demand]
    candidates: Candidates
    capabilities: Mapping[str, Capability]
    bundles: Sequence[Bundle]
    prices: PriceList
    budget: int | None = None
    objective: Objective = Objective.TCV
    ties: tuple[Objective, ...] = ()
    shelf: Shelf | None = None  # what is known of the same prices and bundles already
    watch: Watch = UNLIMITED

    @property
    def measures(self) -> Measures:
        """What two things that could be bought are compared by."""
        discounted = frozenset(name for bundle in self.bundles for name in bundle.on)
        return Measures(self.objective, tuple(self.ties), self.budget is not None, discounted)

    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of all sites, and of the account."""
        every = [*self.sites, ACCOUNT]
        return kinds_of(every, self.demands, self.candidates, self.capabilities, self.hub)


@dataclass(frozen=True, slots=True)
class Unsolved:
    """Why there is no configuration: kinds without any package, or (no kinds) what couples the sites.

    `network` is the way of building the network that was tried. Where only a bound on work or time was met, there may be
    an answer after all, worth no less than `least` with its individual cases counted; None: there is none.
    """

    network: str | None
    kinds: tuple[Kind, ...]
    least: int | None = None

    @property
    def proven(self) -> bool:
        """Whether it is certain that there is no answer."""
        return self.least is None
