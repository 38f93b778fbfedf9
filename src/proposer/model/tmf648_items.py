"""The items of a TMF648 quote: one for each line of each design, for all sites of the design together.

Why together: the amounts of the items then add up to the quote's totals, and 500 like stores are a handful of items that
name their places. An item's price is its list price; the alterations, in their order, lead to what is charged.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from proposer.model.json_text import Json
from proposer.model.quote import Credit, Quote, QuoteDesign, QuotedSite, QuoteLine, UnitPrice

LIST = "list"


def quote_items(quote: Quote) -> list[Json]:
    """The chosen option's lines as items, numbered through."""
    lines = [(design, line) for design in quote.chosen.designs for line in design.lines]
    width = max(2, len(str(len(lines))))
    sites = {site.id: site for site in quote.sites}
    return [_item(f"{number:0{width}}", quote, *pair, sites) for number, pair in enumerate(lines, 1)]


def price_of(name: str, cents: int, currency: str, *, monthly: bool) -> dict[str, Json]:
    """A price by the month or due once, as QuotePrice, ProductPrice and PriceAlteration have it."""
    period: dict[str, Json] = {"recurringChargePeriod": "month"} if monthly else {}
    amount: dict[str, Json] = {"unit": currency, "value": Decimal(cents).scaleb(-2)}
    kind = "recurring" if monthly else "nonRecurring"
    return {"name": name, "priceType": kind, **period, "price": {"dutyFreeAmount": amount}}


def _item(id_: str, quote: Quote, design: QuoteDesign, line: QuoteLine, sites: dict[str, QuotedSite]) -> Json:
    copies = max(1, len(design.site_ids))
    priced = line.individual_case is None
    item: dict[str, Json] = {
        "@type": "QuoteItem",
        "id": id_,
        "action": "add",
        "quantity": line.count * copies,
        "state": "approved" if priced and not quote.approval else "pending",
        "productOffering": {"id": line.offering, "name": line.name, "@referredType": "ProductOffering"},
        "product": _product(quote, design, line, sites),
    }
    if priced:
        item["quoteItemPrice"] = list(_prices(line, copies, quote.currency))
    if notes := list(_notes(line, copies)):
        item["note"] = [{"id": f"{id_}-{number}", "text": text} for number, text in enumerate(notes, 1)]
    return item


def _product(quote: Quote, design: QuoteDesign, line: QuoteLine, sites: dict[str, QuotedSite]) -> Json:
    term = quote.chosen.term
    product: dict[str, Json] = {
        "@type": "Product",
        "name": line.name,
        "description": line.description or line.name,
        "isBundle": False,
        "isCustomerVisible": True,
        "status": "created",
        "productTerm": [{"name": f"{term} months", "duration": {"amount": term, "units": "month"}}],
    }
    if line.characteristics:
        product["productCharacteristic"] = [
            {"name": name, "valueType": "string", "value": value} for name, value in line.characteristics.items()
        ]
    if places := list(_places(design, line, sites)):
        product["place"] = places
    if line.individual_case is None:
        copies = max(1, len(design.site_ids))
        product["productPrice"] = [
            price_of(name, cents * copies, quote.currency, monthly=monthly)
            for name, cents, unit, monthly in _charges(line)
            if unit is not None
        ]
    return product


def _places(design: QuoteDesign, line: QuoteLine, sites: dict[str, QuotedSite]) -> Iterator[Json]:
    ends = [(id_, "installationSite") for id_ in design.site_ids] + ([(line.far_end, "farEnd")] if line.far_end else [])
    for id_, role in ends:
        name = sites[id_].name if id_ in sites else id_
        yield {"id": id_, "name": name, "role": role, "@referredType": "GeographicSite"}


def _charges(line: QuoteLine) -> tuple[tuple[str, int, UnitPrice | None, bool], ...]:
    """Both charges of a line: name, net cents at one site, the unit's price, whether it is by the month."""
    return ("Monthly charge", line.monthly, line.monthly_unit, True), (
        "One-time charge",
        line.once,
        line.once_unit,
        False,
    )


def _prices(line: QuoteLine, copies: int, currency: str) -> Iterator[Json]:
    for name, net, unit, monthly in _charges(line):
        if unit is None:
            continue
        times = line.times * copies
        steps = [step for step in unit.steps if step.step != LIST]
        listed = net * copies - sum(step.change for step in steps) * times
        price = price_of(name, listed, currency, monthly=monthly)
        alterations: list[Json] = [
            price_of(step.step, step.change * times, currency, monthly=monthly)
            | {"description": f"{step.because} ({step.rate})" if step.rate else step.because, "priority": place}
            for place, step in enumerate(steps, 1)
        ]
        if monthly:
            alterations += [
                _credit(credit, copies, currency, len(steps) + place) for place, credit in enumerate(line.credits, 1)
            ]
        yield price | ({"priceAlteration": alterations} if alterations else {})


def _credit(credit: Credit, copies: int, currency: str, priority: int) -> Json:
    return price_of("credit", -credit.monthly * copies, currency, monthly=True) | {
        "description": f"{credit.because} ({credit.when})",
        "applicationDuration": credit.months - credit.first + 1,
        "priority": priority,
    }


def _notes(line: QuoteLine, copies: int) -> Iterator[str]:
    if line.individual_case is not None:
        yield f"Individual case, priced after survey: {line.individual_case}"
    if copies > 1:
        yield f"{line.pieces} at each of {copies} sites; amounts are for all of them."
    if line.remarks:
        yield f"Charges {line.remarks}." if line.from_month > 1 else f"{line.remarks.capitalize()}."
    if line.install_days:
        yield f"Target for installation: {line.install_days}."
