"""The internal view of a quote: what the house earns, how near the floor it is, who must be asked, what colleagues were told."""

from __future__ import annotations

from proposer.model.internal import InternalView
from proposer.model.needs import CasePrice, Needs
from proposer.model.prices import Approval, Floor
from proposer.model.quantities import plain
from proposer.model.quote import Quote
from proposer.pipeline.known import Known
from proposer.quote.margins import deal_margin


def internal_view(known: Known, needs: Needs, quote: Quote) -> InternalView:
    """Cost and margin of every option, beside the quote and apart from it."""
    book = known.catalog.price_book(quote.as_of)
    assert book is not None, "a quote was made from one"  # noqa: S101 - narrows the type
    policy = known.catalog.policy
    return InternalView(
        quote=quote.id,
        customer=quote.customer.name,
        as_of=quote.as_of,
        currency=quote.currency,
        selected=quote.selected,
        deals=tuple(deal_margin(option, book, policy) for option in quote.options),
        approval=quote.approval,
        approvals=tuple(_approval(each) for each in policy.approvals),
        floor=_floor(policy.floor),
        discounts=tuple((discount.offering, discount.percent) for discount in needs.discounts),
        comments=needs.comments,
        cases=tuple(_case(case) for case in needs.cases),
    )


def _case(case: CasePrice) -> str:
    return f"{case.site or 'account'}/{case.offering} by {case.by}, until {case.until}"


def _approval(approval: Approval) -> str:
    if approval.margin_below is not None:
        return f"below {plain(approval.margin_below)} % margin: {approval.by}"
    return f"over {plain(approval.over)} % off: {approval.by}" if approval.over is not None else approval.by


def _floor(floor: Floor | None) -> str:
    if floor is None:
        return ""
    parts = []
    if floor.over_cost is not None:
        parts.append(f"cost and {plain(floor.over_cost)} %")
    if floor.of_price is not None:
        parts.append(f"{plain(floor.of_price)} % of the book's price")
    return ", or ".join(parts) + (", whichever is higher" if len(parts) > 1 else "")
