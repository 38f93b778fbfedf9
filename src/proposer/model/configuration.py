"""The choice: which items stand where, and how well that is proven; or why nothing can."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from proposer.model.catalog import Value


@dataclass(frozen=True, slots=True, order=True)
class Circumstances:
    """What of the place, beside the access, bears on an item's price; empty where it does not."""

    state: str = ""  # postal code, where the price or a promotion on it goes by state
    from_month: int = 1  # the month of the contract in which the site begins
    construction: int = 0  # cents that it costs to build the access that the item opens
    expedited: bool = (
        False  # whether it is installed sooner than its interval, at a charge, where it begins in the first month
    )
    before: int = (
        0  # pieces of the same line that begin in earlier months, where all pieces of a line are priced together
    )
    case: int = 0  # the number, from 1, of the price of the individual case among those of the needs


PLAIN = Circumstances()


@dataclass(frozen=True, slots=True, order=True)
class Item:
    """An offering with its characteristics and count, on an access with its status ("" without access)."""

    offering: str
    characteristics: tuple[tuple[str, Value], ...] = ()
    access: str = ""
    access_status: str = ""
    count: int = 1
    here: Circumstances = PLAIN
    _hash: int = field(init=False, repr=False, compare=False)  # items are looked up by the hundred thousand

    def __post_init__(self) -> None:
        parts = (self.offering, self.characteristics, self.access, self.access_status, self.count, self.here)
        object.__setattr__(self, "_hash", hash(parts))

    def __hash__(self) -> int:
        return self._hash


@dataclass(frozen=True, slots=True)
class Design:
    """The items of a kind of site: every site in `sites` is served alike ("" is the account)."""

    sites: tuple[str, ...]
    items: tuple[Item, ...]
    meets: Mapping[Item, tuple[str, ...]]  # item → capabilities for whose sake it is there
    kinds: int = 1


@dataclass(frozen=True, slots=True)
class Proof:
    """How good the answer is: the objective and a lower bound on it, in cents over the term; equal means proven."""

    objective: int
    bound: int
    kinds: int
    packages: int
    nodes: int

    @property
    def proven(self) -> bool:
        """Whether nothing better is possible."""
        return self.bound >= self.objective


@dataclass(frozen=True, slots=True)
class Configuration:
    """The best choice for one term. The objective is the total contract value in cents."""

    term: int
    designs: tuple[Design, ...]
    proof: Proof
    individual_cases: int = 0  # items without a price; chosen only where nothing priced serves


@dataclass(frozen=True, slots=True)
class Blame:
    """One member of a conflict: what holds it up, in words, where it stands, and what would have to change.

    `paths` are the fields of the needs that it comes from: those that could be stated otherwise.
    """

    # `sites.west.voice.concurrent_calls`, `sites.west.access.fibre`, `rules/voice#…`, `term`, `budget.monthly`
    name: str
    words: str
    place: str = ""
    change: str = ""
    paths: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """A minimal set of causes that cannot hold together: without any one of them there is a solution."""

    site: str
    blames: tuple[Blame, ...]
    summary: str = ""
    others: tuple[str, ...] = field(default_factory=tuple)  # further sites with a like conflict
    over_budget: int = 0  # cents a month by which the least exceeds the budget, where only that stands in the way
