"""Graduated tiers over the account: what they cost in a state is so much for each piece, and a constant.

Let the pieces end in the tier k. All of them at the price of k, and for each piece of a lower tier what it costs more there: that is the price to the
cent, since all pieces that are counted together cost the same in the same tier. While several tiers are possible each piece counts the
least of them, and nothing comes on top: a lower bound.
"""

from __future__ import annotations

from proposer.configure.states import Rates, Shape, Worth
from proposer.model.configuration import Item
from proposer.pricing.graduated import split

Standing = tuple[Item, int, Shape]  # what is priced, its tier at its place, and the package around it


def below(rates: Rates, like: Standing) -> Worth:
    """What the pieces of lower tiers cost more than at the one that is decided; any line tells what a piece costs."""
    item, tier, shape = like
    accounts, offering = rates.accounts, item.offering
    charge, last = accounts.prices.graduated(offering), rates.state.tiers[offering][0]
    assert charge is not None, "only graduated charges are asked about"  # noqa: S101 - narrows the type
    each = rates.unit(item, tier, shape.here)
    value = monthly = 0
    for lower, pieces in split(charge, 0, max(0, accounts.counted(offering, last)[0] - 1)):
        there = Rates(accounts, rates.state.with_tier(offering, lower)).unit(item, tier, shape.here)
        value += (there.value - each.value) * pieces
        monthly += (there.monthly - each.monthly) * pieces
    return Worth(value, monthly)
