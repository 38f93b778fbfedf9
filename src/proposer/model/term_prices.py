"""What each option costs at each of several terms, side by side. Amounts are whole cents."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from proposer.money import Cents


@dataclass(frozen=True, slots=True)
class OptionAtTerm:
    """One option at one term. What is due when the contract ends early is None where the catalog has no schedule."""

    option: str
    title: str
    term: int
    monthly: Cents
    once: Cents
    contract_value: Cents
    first_year: Cents
    average_month: Cents  # the contract value over the term, to the cent
    due_after_year: Cents | None  # ended after month 12
    due_most: Cents | None  # ended when it is dearest: as a rule at once
    over_budget: Cents
    individual_cases: int
    gap: Cents  # zero: proven the best


@dataclass(frozen=True, slots=True)
class AtTerm:
    """All options at one term, or in one line why there is none; `named` where the needs name the term."""

    term: int
    named: bool
    options: tuple[OptionAtTerm, ...]
    impossible: str = ""
    approval: str = ""  # who must approve a quote at this term


@dataclass(frozen=True, slots=True)
class TermsTable:
    """The whole comparison."""

    customer: str
    as_of: date
    price_book: str
    currency: str
    terms: tuple[AtTerm, ...]
