"""A catalog's own tests: needs, and what the answer to them must hold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from proposer.diagnostics import Span
from proposer.model.needs import Needs

ACCOUNT_WORD = "account"  # how a scenario names the place of what belongs to no site


@dataclass(frozen=True, slots=True)
class ExpectedItem:
    """An item that must stand at a site (empty: the account), with at least these values; `count` None is any."""

    site: str
    offering: str
    values: Mapping[str, str]  # characteristic → value as text, such as `1 Gbps`
    count: int | None
    span: Span


@dataclass(frozen=True, slots=True)
class ExpectedAt:
    """An offering at a site (empty: the account): one that must be absent, or an individual case."""

    site: str
    offering: str
    span: Span


@dataclass(frozen=True, slots=True)
class Named:
    """A text that must be found: a name in the conflict, or words in an open point."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class ExpectedTotal:
    """An amount of the quote in cents: `monthly`, `once`, `contract_value`, `credits`, `usage at a`, `invoice of month 13`."""

    name: str
    cents: int
    span: Span


@dataclass(frozen=True, slots=True)
class ExpectedCause:
    """A demand for a capability at a site (empty: the account) that comes from a rule."""

    site: str
    capability: str
    rule: str
    span: Span


@dataclass(frozen=True, slots=True)
class Expectation:
    """What must hold; whatever is empty is not asked. With `conflict`, there must be no solution."""

    conflict: tuple[Named, ...] = ()  # the conflict names at least these
    term: int | None = None
    items: tuple[ExpectedItem, ...] = ()
    absent: tuple[ExpectedAt, ...] = ()
    individual_case: tuple[ExpectedAt, ...] = ()
    totals: tuple[ExpectedTotal, ...] = ()
    causes: tuple[ExpectedCause, ...] = ()
    open_points: tuple[Named, ...] = ()
    span: Span = field(default_factory=Span)


@dataclass(frozen=True, slots=True)
class Scenario:
    """One file below `scenarios/`; its name is its path without `.yaml`."""

    name: str
    file: str
    as_of: date
    needs: Needs
    option: str
    expect: Expectation
    span: Span = field(default_factory=Span)
