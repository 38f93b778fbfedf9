"""Looking one price up in a charge: by values, term and the quantity that is counted."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from proposer.diagnostics import Span
from proposer.model.configuration import Item
from proposer.model.prices import ELSEWHERE, STATE, Cell, Charge, OfferingPrice, Tier
from proposer.money import grouped, round_half_up

UNCHANGED = Decimal(1)
ACCOUNT = "account"


@dataclass(frozen=True, slots=True)
class Found:
    """A price in cents, or None for an individual case, where it is written, and how it comes about where that is not plain."""

    cents: int | None
    span: Span
    working: str = ""


def tier_of(charge: Charge, quantity: int) -> int:
    """The index of the tier that a quantity falls in (the last one beyond all)."""
    fits = (i for i, tier in enumerate(charge.tiers) if tier.most is None or quantity <= tier.most)
    return next(fits, len(charge.tiers) - 1)


def tier_range(charge: Charge, index: int) -> tuple[int, int | None]:
    """The quantities, lowest and highest, at which a tier is the one that counts; the first starts at zero."""
    first = (charge.tiers[index - 1].most or 0) + 1 if index else 0
    return first, charge.tiers[index].most


def find(charge: Charge, item: Item, term: int, tier: int = 0, pieces: int = 1) -> Found | None:
    """The price of so many pieces at a term, None where the book has a hole; of steps what they add to those before."""
    factor = charge.term_factors.get(term) if charge.term_factors else UNCHANGED
    if factor is None:
        return None
    if charge.steps:
        return _added(charge, factor, item.here.before, pieces)
    row: Tier | Cell | None = charge.tiers[tier] if charge.tiers else cell_of(charge, item, term)
    if row is None:
        return None
    if row.cents is None:
        return Found(None, row.span)
    return Found((row.cents if factor is UNCHANGED else round_half_up(row.cents * factor)) * pieces, row.span)


def _added(charge: Charge, factor: Decimal, before: int, pieces: int) -> Found:
    """What a line costs with so many pieces more than those that begin in earlier months."""
    whole = _stepped(charge, factor, before + pieces)
    if not before or whole.cents is None:
        return whole
    earlier = _stepped(charge, factor, before).cents or 0
    return Found(
        whole.cents - earlier, whole.span, f"{whole.working}, less {grouped(earlier)} for the {before:,} before"
    )


def _at_one_price(charge: Charge, factor: Decimal, pieces: int) -> Found:
    """All pieces at the price of their number, or as if they were the first number of a higher step, where that is less."""
    firsts = [1, *((step.most or 0) + 1 for step in charge.steps[:-1])]
    prices = [round_half_up(step.cents * factor) for step in charge.steps]
    reached = sum(first <= pieces for first in firsts) - 1
    charged = ((max(pieces, first), each) for first, each in zip(firsts[reached:], prices[reached:], strict=True))
    number, each = min(charged, key=lambda pair: (pair[0] * pair[1], pair[0]))
    more = f"{pieces:,} charged as " if number > pieces else ""
    return Found(number * each, charge.span, f"{more}{number:,} × {grouped(each)}")


def _stepped(charge: Charge, factor: Decimal, pieces: int) -> Found:
    """Each step prices its own pieces; those that are included come first and cost nothing."""
    if charge.all_pieces:
        return _at_one_price(charge, factor, pieces)
    total, first, parts = 0, 0, [f"{min(charge.included, pieces)} included"] if charge.included else []
    for step in charge.steps:
        last = pieces if step.most is None else min(step.most, pieces)
        number, each = max(0, last - max(first, charge.included)), round_half_up(step.cents * factor)
        total, first = total + number * each, last
        parts += [f"{number:,} × {grouped(each)}"] if number else []
    beyond = max(0, pieces - max(first, charge.included))  # after a last step with an end its price goes on
    total += beyond * round_half_up(charge.steps[-1].cents * factor)
    parts += [f"{beyond:,} × {grouped(round_half_up(charge.steps[-1].cents * factor))}"] if beyond else []
    least = [f"at least {grouped(charge.minimum)}"] if total < charge.minimum else []
    return Found(max(total, charge.minimum), charge.span, ", ".join([*parts, *least]))


def cell_of(charge: Charge, item: Item, term: int) -> Cell | None:
    """The cell of a grid: that of the item's state, else the one for all states that are not named."""
    key = tuple(_on_axis(axis, item, term) for axis in charge.by)
    cell = charge.cells.get(key)
    if cell is None and STATE in charge.by:
        cell = charge.cells.get(
            tuple(ELSEWHERE if axis == STATE else on for axis, on in zip(charge.by, key, strict=True))
        )
    return cell


def _on_axis(axis: str, item: Item, term: int) -> str:
    if axis == "term":
        return str(term)
    if axis == "access":
        return item.access_status
    if axis == STATE:
        return item.here.state or ELSEWHERE
    return next((str(value) for name, value in item.characteristics if name == axis), "")


def is_sold(price: OfferingPrice | None, item: Item, term: int) -> bool:
    """Whether the book has every price of an item at a term."""
    if price is None or term not in price.terms:
        return False
    if price.graduated_over == ACCOUNT and item.here.from_month > 1:  # what each month counts is not decided
        return False
    charges = price.charges
    return bool(price.individual_case or charges) and all(find(charge, item, term) for charge in charges)
