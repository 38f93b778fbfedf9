"""What it costs to build an access, as the policy charges it: once, or a month over the term or less of it."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.phrases import said
from proposer.model.prices import Construction
from proposer.model.quote import Credit, PriceStep, UnitPrice
from proposer.money import grouped, share


@dataclass(frozen=True, slots=True)
class Built:
    """The charge for construction: one of the two, and a credit for the months after it is paid off."""

    monthly: UnitPrice | None = None
    once: UnitPrice | None = None
    credits: tuple[Credit, ...] = ()


def built(cents: int, policy: Construction, months: int) -> Built | None:
    """The charge for so much construction where a site has so many months; None without construction."""
    if not cents:
        return None
    whole = cents + share(cents, policy.markup / 100)
    words = f"Construction {grouped(whole)}"  # customers read it: what building costs us and the markup are not told
    place = policy.span.place if policy.span.file else ""
    if not policy.amortised:
        return Built(once=_priced(whole, words, place))
    over = min(policy.months or months, months)
    each = -(-whole // (over * policy.rounding)) * policy.rounding
    rounded = f", up to the next {grouped(policy.rounding)}" if policy.rounding > 1 else ""
    monthly = _priced(each, f"{words} over {over} months{rounded}", place)
    paid = (Credit(months, each, said("paid_off"), place, over + 1),) if over < months else ()
    return Built(monthly=monthly, credits=paid)


def _priced(cents: int, words: str, place: str) -> UnitPrice:
    return UnitPrice(cents, (PriceStep("list", 0, cents, cents, "", words, place),))
