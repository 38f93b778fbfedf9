"""What is credited for an outage: a share of the monthly charge of the service that was out, by how long it was out."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from proposer.model.phrases import said
from proposer.model.provider import OutageCredit, ServiceLevel
from proposer.model.quote import QuoteLine
from proposer.money import grouped, share
from proposer.units import plain

EXAMPLE_HOURS = 6


def share_for(minutes: int, schedule: Sequence[OutageCredit]) -> Decimal:
    """The share that an outage of so many whole minutes earns; a step begins with the minute that the one before it ends at."""
    return next((step.share for step in schedule if step.under is None or minutes < step.under), Decimal(0))


def credit_for(monthly: int, minutes: int, schedule: Sequence[OutageCredit]) -> int:
    """The cents credited for one outage of a service at so many cents a month, rounded half up.

    By the published schedule, at $1,000.00 a month: 4 minutes nothing, 6 hours 10 %, $100.00; a day 50 %, $500.00.
    """
    return share(monthly, share_for(minutes, schedule))


def example_of(level: ServiceLevel, lines: Sequence[QuoteLine]) -> str:
    """The schedule on the dearest line that it holds for, in words; empty where there is none."""
    dearest = max(lines, key=lambda line: line.monthly, default=None)
    minutes = EXAMPLE_HOURS * 60
    credit = credit_for(dearest.monthly, minutes, level.outages) if dearest else 0
    if dearest is None or not credit:
        return ""
    rate = plain(share_for(minutes, level.outages) * 100)
    amount, back = f"${grouped(dearest.monthly)}", f"${grouped(credit)}"
    name = f"{dearest.name} ({dearest.count} {dearest.units})" if dearest.count > 1 and dearest.units else dearest.name
    return said("outage_example", n=EXAMPLE_HOURS, name=name, amount=amount, percent=rate, back=back)
