"""Fees and taxes as a dated estimate, never part of any other total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from proposer.model.catalog import Catalog
from proposer.model.phrases import said
from proposer.model.prices import Fee as FeeRule
from proposer.model.prices import FeeRate
from proposer.model.quantities import plain
from proposer.model.quote import Fee, FeeChange, QuoteLine
from proposer.money import cents_to_text, grouped, round_half_up

Charged = Sequence[tuple[QuoteLine, Mapping[str, int]]]  # lines with the number of sites that have each, by their state


def estimate(catalog: Catalog, lines: Charged, day: date) -> tuple[Fee, ...]:
    """The fees that are due on a day; zero ones are left out."""
    rated = ((rule, rule.rate_on(day)) for rule in catalog.policy.fees)
    fees = (_fee(rule, rate, _due(rule, lines)) for rule, rate in rated if rate is not None)
    return tuple(fee for fee in fees if fee.most)


def changes(catalog: Catalog, fees: Sequence[Fee], day: date, until: date) -> Iterator[FeeChange]:
    """The rates of estimated fees that end while the quote holds, and what follows."""
    names = {fee.id for fee in fees}
    for rule in (rule for rule in catalog.policy.fees if rule.id in names):
        now = rule.rate_on(day)
        if now is not None and now.valid.end is not None and now.valid.end <= until:
            after = rule.rate_on(now.valid.end)
            yield FeeChange(rule.name, now.valid.end, _words(now), _words(after) if after else "")


def _due(rule: FeeRule, lines: Charged) -> list[tuple[QuoteLine, int]]:
    """The lines on which a fee is due, construction aside, with the number of sites where it is."""
    due = ((line, _sites(rule, states)) for line, states in lines if line.offering in rule.on and not line.construction)
    return [(line, sites) for line, sites in due if sites]


def _sites(rule: FeeRule, states: Mapping[str, int]) -> int:
    return sum(sites for state, sites in states.items() if not rule.states or state in rule.states)


def _fee(rule: FeeRule, rate: FeeRate, due: Sequence[tuple[QuoteLine, int]]) -> Fee:
    pieces = sum(line.count * sites for line, sites in due)
    base = sum(line.monthly * sites for line, sites in due)
    counted = base * rule.of_which if rate.of_charges else pieces
    monthly, least, most = (round_half_up(each * counted) for each in (rate.amount, rate.least, rate.most))
    basis = _basis(rule, rate, base) if rate.of_charges else said("fee_pieces", n=f"{pieces:,}", amount=_words(rate))
    return Fee(rule.name, rule.kind.value, monthly, basis, rule.id, least, most, rate.source)


def _basis(rule: FeeRule, rate: FeeRate, base: int) -> str:
    percent, amount = plain(rate.amount * 100), f"${grouped(base)}"
    if rule.of_which == 1:
        return said("fee_share", percent=percent, amount=amount)
    return said("fee_share_of_part", percent=percent, part=plain(rule.of_which * 100), amount=amount)


def _words(rate: FeeRate) -> str:
    if rate.of_charges:
        return said("fee_percent", percent=plain(rate.amount * 100))
    return said("fee_amount", amount=f"${cents_to_text(int(rate.amount))}")
