"""How the list prices of an offering go by the number of pieces, in words: a grid shows those of the first piece alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from proposer.model.catalog import Promotion
from proposer.model.prices import Charge, OfferingPrice
from proposer.money import grouped, share


def by_number(price: OfferingPrice | None, list_term: int, promotions: Iterable[Promotion]) -> Iterator[str]:
    """A sentence for each charge and promotion by which pieces do not all cost the same; amounts are those of the list term."""
    charges = (("A month", price.monthly), ("Once", price.once)) if price else ()
    for word, charge in charges:
        if charge is not None and _differs(charge):
            yield f"{word} at list price, {_counted(charge)}: {', '.join(_parts(charge, list_term))}."
    limited = {promotion.name: promotion.limit for promotion in promotions if promotion.limit is not None}
    for name, limit in limited.items():
        yield f"{name}: the first {limit:,} only."


def _differs(charge: Charge) -> bool:
    return len(charge.steps or charge.tiers) > 1 or charge.included > 0 or charge.minimum > 0


def _counted(charge: Charge) -> str:
    if charge.steps:
        return "by the number of all pieces of a line" if charge.all_pieces else "each piece by its number in the line"
    over = f"over the {charge.counted_over}"
    return f"each piece by its number {over}" if charge.graduated else f"by the number of all pieces {over}"


def _parts(charge: Charge, list_term: int) -> Iterator[str]:
    factor = charge.term_factors.get(list_term) or Decimal(1)
    if charge.included:
        yield f"{charge.included:,} included"
    for tier in charge.steps or charge.tiers:
        each = grouped(share(tier.cents, factor))
        yield f"to {tier.most:,} at {each}" if tier.most is not None else f"beyond at {each}"
    if charge.minimum:
        yield f"at least {grouped(charge.minimum)}"
