"""Fees and taxes as a dated estimate, never part of any other total."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from proposer.model.catalog import Catalog
from proposer.model.prices import Fee as FeeRule
from proposer.model.quantities import plain
from proposer.model.quote import Fee, QuoteLine
from proposer.money import cents_to_text, grouped, share


def estimate(catalog: Catalog, lines: Sequence[tuple[QuoteLine, int]], day: date) -> tuple[Fee, ...]:
    """The fees that hold on a day for lines with the number of sites that have each; zero ones are left out."""
    fees = (_fee(rule, lines) for rule in catalog.policy.fees if day in rule.valid)
    return tuple(fee for fee in fees if fee.monthly)


def _fee(rule: FeeRule, lines: Sequence[tuple[QuoteLine, int]]) -> Fee:
    charged = [(line, sites) for line, sites in lines if line.offering in rule.on and not line.construction]
    if rule.cents_each is not None:
        pieces = sum(line.count * sites for line, sites in charged)
        each = cents_to_text(rule.cents_each)
        return Fee(rule.name, rule.kind.value, rule.cents_each * pieces, f"{pieces:,} × ${each}")
    base = sum(line.monthly * sites for line, sites in charged)
    own_rate = rule.rate or Decimal(0)
    of_which = "" if rule.of_which == 1 else f" of {plain(rule.of_which * 100)} %"
    basis = f"{plain(own_rate * 100)} %{of_which} of ${grouped(base)}"
    return Fee(rule.name, rule.kind.value, share(base, own_rate * rule.of_which), basis)
