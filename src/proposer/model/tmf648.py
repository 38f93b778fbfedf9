"""A quote as the Quote of TM Forum's Quote Management API (TMF648, version 4.0.0), for other systems to take up.

It tells the option that the document details, and what a customer may see: as the quote itself it holds no cost and no
margin. The amounts of its items add up to its totals, to the cent. It is written only; what comes back losslessly is
the quote's own JSON.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time

from proposer.model.json_text import Json, json_text
from proposer.model.quote import Person, Quote
from proposer.model.tmf648_items import price_of, quote_items
from proposer.money import cents_to_text


def quote_to_tmf648(quote: Quote) -> str:
    """The quote as TMF648 JSON: two spaces of indent, a newline at the end, amounts as exact numbers."""
    return json_text(_quote(quote)) + "\n"


def _quote(quote: Quote) -> Json:
    day, draft = _moment(quote.as_of), bool(quote.approval)
    return _told(
        {
            "@type": "Quote",
            "id": quote.id,
            "version": str(quote.revision),
            "description": _description(quote),
            "category": "business",
            "state": "pending" if draft else "approved",
            "quoteDate": day,
            "effectiveQuoteCompletionDate": "" if draft else day,
            "expectedFulfillmentStartDate": _moment(quote.customer.install_by) if quote.customer.install_by else "",
            "validFor": {"startDateTime": day, "endDateTime": _moment(quote.valid_until, time(23, 59, 59))},
            "authorization": [_authorization(quote, day)] if draft else [],
            "contactMedium": _contact_media(quote.customer.contact),
            "relatedParty": list(_parties(quote)),
            "quoteItem": quote_items(quote),
            "quoteTotalPrice": _totals(quote),
            "note": [
                {"id": str(number), "author": quote.provider.name, "date": day, "text": text}
                for number, text in enumerate(_notes(quote), 1)
            ],
        }
    )


def _told(entry: dict[str, Json]) -> dict[str, Json]:
    """An entry without what is not known."""
    return {name: value for name, value in entry.items() if value not in ("", [])}


def _moment(day: date, at: time = time()) -> str:
    return f"{day.isoformat()}T{at.isoformat()}Z"


def _description(quote: Quote) -> str:
    option, count = quote.chosen, len(quote.sites)
    sites = f"{count} {'site' if count == 1 else 'sites'}"
    return f"Proposal for {quote.customer.name}: {option.title}, {sites}, {option.term} months"


def _authorization(quote: Quote, day: str) -> Json:
    return {"name": f"Approval by {quote.approval}", "state": "requested", "requestedDate": day}


def _contact_media(person: Person) -> list[Json]:
    media = (("email address", "emailAddress", person.email), ("telephone number", "phoneNumber", person.phone))
    return [{"mediumType": kind, "characteristic": {field: value}} for kind, field, value in media if value]


def _parties(quote: Quote) -> Iterator[Json]:
    """Who is concerned. Nobody has an identifier here, so roles are the ids: unique in the quote, and no more is asked."""
    seller = quote.provider.legal_name or quote.provider.name
    parties = (
        ("customer", quote.customer.name, "Organization"),
        ("customerContact", quote.customer.contact.name, "Individual"),
        ("seller", seller, "Organization"),
        ("salesRepresentative", quote.prepared_by.name, "Individual"),
    )
    for role, name, kind in parties:
        if name:
            yield {"id": role, "name": name, "role": role, "@referredType": kind}


def _totals(quote: Quote) -> Json:
    option, currency = quote.chosen, quote.currency
    return [
        price_of("Monthly charges", option.monthly, currency, monthly=True),
        price_of("One-time charges", option.once, currency, monthly=False),
    ]


def _notes(quote: Quote) -> Iterator[str]:
    """What the amounts hold and do not hold, in sentences."""
    option = quote.chosen
    yield "Amounts are without taxes, fees and surcharges."
    value = f"{cents_to_text(option.contract_value)} {quote.currency}"
    yield f"All charges over {option.term} months, less credits of limited time, come to {value}."
    for case in option.individual_cases:
        yield f"Priced after survey and in no total: {case}"
    for usage in option.usage:
        estimate = f"{cents_to_text(usage.monthly)} {quote.currency} a month"
        yield f"Estimate of usage at {usage.site}, in no total: {usage.basis}: {estimate}"
