"""Who sells, in which families, on which terms: the standing words that every proposal copies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class OutageCredit:
    """The share of a month's charge that an outage of less than `under` minutes is credited with; None: any longer one."""

    under: int | None
    share: Decimal


@dataclass(frozen=True, slots=True)
class ServiceLevel:
    """What is promised and what is credited: `credits` are (outage as words, per cent of the monthly charge).

    They begin with the words of `outages`, the part that can be calculated with.
    """

    id: str
    title: str
    availability: str
    repair: str
    objectives: tuple[tuple[str, str], ...] = ()
    credits: tuple[tuple[str, str], ...] = ()
    words: str = ""
    outages: tuple[OutageCredit, ...] = ()


@dataclass(frozen=True, slots=True)
class Provider:
    """Who sells; `notice` stands wherever the name needs a word of explanation."""

    name: str
    legal_name: str
    notice: str
    phone: str
    email: str
    web: str
    address: str


@dataclass(frozen=True, slots=True)
class Family:
    """A family of offerings; its id is a folder's name."""

    id: str
    name: str
    in_short: str


@dataclass(frozen=True, slots=True)
class Clause:
    """A titled paragraph of the proposal's terms."""

    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Contract:
    """The standing words of every proposal."""

    assumptions: tuple[str, ...]
    exclusions: tuple[str, ...]
    terms: tuple[Clause, ...]
    next_steps: tuple[str, ...]
    early_termination: tuple[tuple[int | None, Decimal], ...]  # (to month, share of what remains)
    answers: Mapping[str, str] = field(default_factory=dict)  # a phrase of a customer's goal → how we answer it
