"""The charge for installation sooner than the standard interval: the last step of what is due once, which nothing takes off."""

from __future__ import annotations

from proposer.model.prices import Expedite
from proposer.model.quote import PriceStep, UnitPrice

STEP = "expedite"


def with_expedite(once: UnitPrice | None, expedite: Expedite, pieces: int) -> UnitPrice:
    """What is due once, the charge for expediting on top."""
    steps = once.steps if once else (PriceStep("list", 0, 0, 0, "", "No charge for installation", expedite.span.place),)
    before, more = once.net if once else 0, expedite.cents * pieces
    words = f"Installation within {expedite.within}"
    return UnitPrice(
        before + more, (*steps, PriceStep(STEP, before, more, before + more, "", words, expedite.span.place))
    )
