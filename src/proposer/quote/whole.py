"""The whole quote: options side by side, and all the words that the proposal prints."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from proposer.model.catalog import At, Catalog
from proposer.model.needs import Contact, Needs
from proposer.model.phrases import said
from proposer.model.quote import SCHEMA, CustomerFacts, Person, PlanStep, Quote, QuotedSite, QuoteOption
from proposer.quote.answers import goal_answers
from proposer.quote.approval import approvers
from proposer.quote.days import book_at_installation, endings, first_invoice
from proposer.quote.margins import Charged
from proposer.quote.plan import implementation_plan
from proposer.quote.words import contract_words, levels_used, offerings_used, provider_words

STATUS_WORDS = {
    "on-net": said("access_on_net"),
    "near-net": said("access_near_net"),
    "off-net": said("access_off_net"),
    "none": said("access_none"),
    "refused": said("access_refused"),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """The day, the price book and the options as priced; `selected` is the id of the one that is detailed."""

    day: date
    price_book: str
    options: tuple[QuoteOption, ...]
    selected: str
    recommendations: tuple[str, ...] = ()


def whole_quote(catalog: Catalog, needs: Needs, standing: Standing) -> Quote:
    """One self-contained value from which the proposal is made, now and later."""
    totalled = [(option, option.charged) for option in standing.options]
    chosen, lines = next(each for each in totalled if each[0].id == standing.selected)
    valid_until = standing.day + timedelta(days=catalog.policy.validity_days)
    plan = implementation_plan(chosen, needs, standing.day)
    return Quote(
        schema=SCHEMA,
        id=_quote_id(catalog, needs, standing),
        revision=1,
        as_of=standing.day,
        valid_until=valid_until,
        currency=catalog.currency,
        locale=catalog.locale,
        catalog_digest=catalog.digest,
        needs_digest=needs.digest,
        price_book=standing.price_book,
        provider=provider_words(catalog),
        customer=_customer(needs, goal_answers(catalog, needs, chosen)),
        prepared_by=_person(needs.prepared_by),
        sites=tuple(_sites(catalog, needs)),
        selected=standing.selected,
        options=standing.options,
        offerings=offerings_used(catalog, standing.options),
        service_levels=levels_used(catalog, standing.options, chosen),
        plan=plan,
        contract=contract_words(catalog, needs, chosen, standing.recommendations),
        approval=approvers(catalog.policy, needs.discounts, totalled, catalog.price_book(standing.day)),
        endings=tuple(endings(catalog, lines, standing.day, valid_until)),
        other_book=book_at_installation(catalog, needs, standing.day),
        first_invoice=first_invoice(chosen, _start(needs, plan), catalog.policy.proration),
        touches=needs.touches,
        catalog_locale=catalog.locale,
    )


def whole_again(
    quote: Quote, catalog: Catalog, needs: Needs, standing: Standing, charged: tuple[QuoteOption, Charged]
) -> Quote:
    """A quote of one option's configuration at another term: what it says of customer, sites, services and plan stays."""
    option, lines = charged
    return replace(
        quote,
        id=_quote_id(catalog, needs, standing),
        selected=option.id,
        options=standing.options,
        service_levels=levels_used(catalog, standing.options, option),
        approval=approvers(catalog.policy, needs.discounts, [charged], catalog.price_book(standing.day)),
        endings=tuple(endings(catalog, lines, standing.day, quote.valid_until)),
        first_invoice=first_invoice(option, _start(needs, quote.plan), catalog.policy.proration),
    )


def _start(needs: Needs, plan: Sequence[PlanStep]) -> date:
    """Billing starts when the plan is through, or on the later day that the customer wants."""
    accepted = plan[-1].end_date
    return accepted if needs.install_by is None else max(accepted, needs.install_by)


def _quote_id(catalog: Catalog, needs: Needs, standing: Standing) -> str:
    """The same for the same needs, catalog, day, term and option; different for any other."""
    term = standing.options[0].term
    source = f"{needs.digest}|{catalog.digest}|{standing.day.isoformat()}|{term}|{standing.selected}"
    return f"Q-{standing.day:%Y%m%d}-{hashlib.sha256(source.encode()).hexdigest()[:6].upper()}"


def _customer(needs: Needs, answers: dict[str, str]) -> CustomerFacts:
    topology = needs.facts.get(At.NETWORK, {}).get("topology")
    return CustomerFacts(
        name=needs.customer,
        industry=needs.industry,
        contact=_person(needs.contact),
        goals=needs.goals,
        today_provider=needs.today.provider,
        today_monthly=needs.today.monthly,
        today_contract_ends=needs.today.contract_ends,
        budget_monthly=needs.budget_monthly,
        install_by=needs.install_by,
        network=str(topology.value) if topology else "",
        answers=answers,
    )


def _person(contact: Contact) -> Person:
    return Person(contact.name, contact.title, contact.email, contact.phone)


def _sites(catalog: Catalog, needs: Needs) -> Iterator[QuotedSite]:
    labels = {name: access.label for name, access in catalog.accesses.items()}
    for site in needs.sites:
        access = {labels[name]: STATUS_WORDS[str(fact.value)] for name, fact in sorted(site.access.items())}
        where = site.address
        yield QuotedSite(
            site.id, site.name, where.street, where.city, where.state, where.zip, access, site.id == needs.hub
        )
