"""What stands beside the totals: the estimate of fees, what ends while the proposal holds, the first invoice."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from proposer.model.quote import Ending, FeeChange, FirstInvoice, Quote
from proposer.propose.content.wording import Wording

FEE_KINDS = ("authority", "recovery", "provider")


@dataclass(frozen=True, slots=True)
class FeeRow:
    """One estimated fee, and who is behind it; `between` is empty where all places are alike."""

    name: str
    kind: str
    basis: str
    monthly: str
    between: str


@dataclass(frozen=True, slots=True)
class FeesView:
    """The estimate, the day it was made on, what it does not hold, and rates that change while the proposal holds."""

    rows: tuple[FeeRow, ...]
    total: str
    between: str
    note: str
    not_included: str
    changes: tuple[str, ...]
    dated: str


def fees_view(quote: Quote, say: Wording) -> FeesView | None:
    """The estimate of fees, which no total holds; None when nothing is due."""
    option, contract = quote.chosen, quote.contract
    if not option.fees:
        return None
    rows = tuple(
        FeeRow(
            fee.name,
            say.phrase(f"fees.{fee.kind}") if fee.kind in FEE_KINDS else fee.kind,
            say.quoted(fee.basis, "fee_pieces", "fee_share", "fee_share_of_part"),
            say.money(fee.monthly),
            _between(fee.least, fee.most, say),
        )
        for fee in option.fees
    )
    return FeesView(
        rows=rows,
        total=say.money(option.fees_monthly),
        between=_between(option.fees_least, option.fees_most, say),
        note=contract.fees_note,
        not_included="; ".join(contract.fees_exclude),
        changes=tuple(_changed(change, say) for change in option.fee_changes),
        dated=say.day(quote.as_of),
    )


def _between(least: int, most: int, say: Wording) -> str:
    return "" if least == most else say.phrase("numbers.range", least=say.money(least), most=say.money(most))


def _changed(change: FeeChange, say: Wording) -> str:
    last = say.day(change.day - timedelta(days=1))
    now, after = (say.quoted(rate, "fee_percent", "fee_amount") for rate in (change.now, change.after))
    if not after:
        return say.phrase("fees.ends", fee=change.name, now=now, date=last)
    return say.phrase("fees.changes", fee=change.name, now=now, date=last, after=after)


def dates_to_know(quote: Quote, say: Wording) -> tuple[str, ...]:
    """What a customer should know of days, a sentence each."""
    return tuple(_sentences(quote, say))


def _sentences(quote: Quote, say: Wording) -> Iterator[str]:
    yield from (_ending(ending, quote, say) for ending in quote.endings)
    if quote.other_book and quote.customer.install_by is not None:
        wanted = say.day(quote.customer.install_by)
        yield say.phrase("dates.other_book", date=wanted)
    if quote.first_invoice is not None:
        yield _invoice(quote.first_invoice, say, less=bool(quote.chosen.credit_total))


def _ending(ending: Ending, quote: Quote, say: Wording) -> str:
    last, until = say.day(ending.day - timedelta(days=1)), say.day(quote.valid_until)
    if ending.kind == "promotion":
        return say.phrase("dates.promotion", name=ending.name, date=last)
    return say.phrase("dates.price_book", date=last, until=until)


def _invoice(invoice: FirstInvoice, say: Wording, *, less: bool) -> str:
    days, of_days = say.number(invoice.days), say.number(invoice.of_days)
    whole = invoice.days == invoice.of_days
    share = say.phrase("dates.full_month") if whole else say.phrase("dates.part_month", days=days, of_days=of_days)
    key = "dates.first_invoice_less" if less else "dates.first_invoice"
    return say.phrase(key, date=say.day(invoice.start), amount=say.money(invoice.total), share=share)
