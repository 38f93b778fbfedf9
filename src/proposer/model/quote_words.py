"""The parts of a quote that are words and dates: customer, sites, offerings, service levels, plan, contract."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from proposer.money import Cents


@dataclass(frozen=True, slots=True)
class QuotedSite:
    """A site as the proposal names it."""

    id: str
    name: str
    street: str
    city: str
    state: str
    zip: str
    access: dict[str, str]  # access label → status in words
    is_hub: bool


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody by name; what is not known is empty."""

    name: str
    title: str
    email: str
    phone: str


@dataclass(frozen=True, slots=True)
class CustomerFacts:
    """What the customer said of themselves, in their words."""

    name: str
    industry: str
    contact: Person
    goals: tuple[str, ...]
    today_provider: str
    today_monthly: Cents | None
    today_contract_ends: date | None
    budget_monthly: Cents | None
    install_by: date | None
    network: str  # "hub-and-spoke", "any-to-any" or ""
    answers: dict[str, str] = field(default_factory=dict)  # goal → how what is quoted answers it, where that is known


@dataclass(frozen=True, slots=True)
class OfferingWords:
    """What the proposal says of an offering that some line quotes."""

    id: str
    name: str
    family: str
    in_short: str
    you_get: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    service_level: str  # id, or ""


@dataclass(frozen=True, slots=True)
class LevelWords:
    """A service level behind something that is quoted."""

    id: str
    title: str
    availability: str
    repair: str
    objectives: tuple[tuple[str, str], ...]
    credits: tuple[tuple[str, str], ...]
    words: str
    example: str = ""  # the credits on something at hand


@dataclass(frozen=True, slots=True)
class PlanStep:
    """A row of the implementation plan: targets, not promises. Days from signature, inclusive-exclusive."""

    title: str
    sites: tuple[str, ...]
    start_day: int
    end_day: int
    end_date: date
    words: str


@dataclass(frozen=True, slots=True)
class ProviderWords:
    """Who offers, and what families and capabilities are called."""

    name: str
    legal_name: str
    notice: str
    phone: str
    email: str
    web: str
    address: str
    families: dict[str, str]  # family id → name
    capabilities: dict[str, str]  # capability id → label


@dataclass(frozen=True, slots=True)
class ContractWords:
    """What is assumed, excluded, open and agreed."""

    assumptions: tuple[str, ...]
    exclusions: tuple[str, ...]
    open_points: tuple[str, ...]  # what is missing from the customer: "911 address of West clinic: street"
    recommendations: tuple[str, ...]
    terms: tuple[tuple[str, str], ...]
    next_steps: tuple[str, ...]
    early_termination: tuple[str, ...]
    fees_note: str
    fees_exclude: tuple[str, ...]
