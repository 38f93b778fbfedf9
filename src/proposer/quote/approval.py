"""Who must approve a quote: everyone whose threshold its largest negotiated discount or its leanest option passes.

Discounts on what no option has are none of the quote's.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from proposer.model.needs import Discount
from proposer.model.prices import Approval, PriceBook, PricingPolicy
from proposer.model.quote import QuoteOption
from proposer.quote.discounts import bearing
from proposer.quote.margins import Charged, margin_of

Totalled = tuple[QuoteOption, Charged]


def approvers(
    policy: PricingPolicy, discounts: Sequence[Discount], options: Sequence[Totalled], book: PriceBook | None
) -> str:
    """Their names, in the policy's order; empty where nobody need be asked. Margins are only looked at where it is asked."""
    given = bearing(discounts, (line for _, lines in options for line, _ in lines))
    largest = max((discount.percent for discount in given), default=Decimal(0))
    by_margin = any(each.margin_below is not None for each in policy.approvals)
    leanest = _leanest(policy, options, book) if by_margin and book is not None else None
    names = (each.by for each in policy.approvals if _is_asked(each, largest, leanest))
    return ", ".join(dict.fromkeys(names))


def _is_asked(approval: Approval, largest: Decimal, leanest: Decimal | None) -> bool:
    if approval.over is not None and largest > approval.over:
        return True
    return approval.margin_below is not None and leanest is not None and leanest * 100 < approval.margin_below


def _leanest(policy: PricingPolicy, options: Sequence[Totalled], book: PriceBook) -> Decimal | None:
    """The lowest margin of all options, since the customer may choose any."""
    shares = (margin_of(lines, option.term, book, policy).share for option, lines in options)
    return min((share for share in shares if share is not None), default=None)
