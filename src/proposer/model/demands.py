"""What the needs come to: demands and prohibitions at places, each with its cause."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

ACCOUNT = ""  # the place of what belongs to no site: the account and its network


class NeedsFact(NamedTuple):
    """A fact that a rule read: `path` as in the needs file (`sites.west.users`), its words, `file:line`.

    A tuple, so that a quote of thousands of demands holds it as it is.
    """

    path: str
    text: str
    place: str


@dataclass(frozen=True, slots=True)
class Cause:
    """Why something is demanded: the rule, what it read, the sentence for the customer, the formula with its numbers."""

    rule: str
    place: str  # file:line of the rule
    because: str
    working: str = ""
    facts: tuple[NeedsFact, ...] = ()
    option: str = ""  # the option that added it; empty for what the customer asked


@dataclass(frozen=True, slots=True)
class Demand:
    """A capability demanded at a site ("" is the account): an amount, or qualities (numbers, or grades by name)."""

    site: str
    capability: str
    cause: Cause
    amount: Decimal | None = None
    qualities: Mapping[str, Decimal | str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Prohibition:
    """What must not be used at a site: an access or an offering."""

    site: str
    cause: Cause
    access: str = ""
    offering: str = ""


@dataclass(frozen=True, slots=True)
class Recommendation:
    """Advice that changes no price."""

    site: str
    text: str
    cause: Cause


Amounts = tuple[tuple[str, int], ...]  # capability and thousandths, sorted


@dataclass(frozen=True, slots=True)
class Growth:
    """What a site demands in the end, and what is enough `before` a month of the contract, by month."""

    before: tuple[tuple[int, Amounts], ...]
    finally_: Amounts


@dataclass(frozen=True, slots=True)
class Demands:
    """All that was derived for one option. `growth` is what sites that grow demand of amounts, by site."""

    demands: tuple[Demand, ...]
    prohibitions: tuple[Prohibition, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    growth: Mapping[str, Growth] = field(default_factory=dict)
