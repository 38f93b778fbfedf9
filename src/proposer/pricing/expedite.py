"""Installation and its time: the standard interval, or a shorter one at a charge, the last step of what is due once, which
nothing takes off.
"""

from __future__ import annotations

from proposer.model.catalog import Offering
from proposer.model.configuration import Item
from proposer.model.prices import Expedite
from proposer.model.quantities import Quantity
from proposer.model.quote import PriceStep, UnitPrice

STEP = "expedite"


def standard_interval(offering: Offering, item: Item) -> Quantity | None:
    """The time to install an item on its access; None where the catalog does not say."""
    return offering.interval.get(item.access_status) or offering.interval.get("any")


def is_expedited(item: Item) -> bool:
    """Whether an item is installed sooner: what begins in a later month has the time."""
    return item.here.expedited and item.here.from_month == 1


def with_expedite(once: UnitPrice | None, expedite: Expedite, pieces: int) -> UnitPrice:
    """What is due once, the charge for expediting on top."""
    steps = once.steps if once else (PriceStep("list", 0, 0, 0, "", "No charge for installation", expedite.span.place),)
    before, more = once.net if once else 0, expedite.cents * pieces
    words = f"Installation within {expedite.within}"
    return UnitPrice(
        before + more, (*steps, PriceStep(STEP, before, more, before + more, "", words, expedite.span.place))
    )
