"""The quote as the document prints it: strings and rows only, so that a template has nothing to compute.

Why: a figure that a template works out is one that no test compares with the quote.
"""

from __future__ import annotations

from dataclasses import dataclass

from proposer.model.quote import ContractWords, Person, ProviderWords, Quote
from proposer.propose.annexes import (
    NETWORKS,
    LevelView,
    PlanView,
    ServiceView,
    level_views,
    network_view,
    plan_view,
    service_views,
)
from proposer.propose.estimates import FeesView, dates_to_know, fees_view
from proposer.propose.figures import NetworkFigure
from proposer.propose.front import FrontView, front_view
from proposer.propose.markdown import marked_of
from proposer.propose.price import PriceView, price_view
from proposer.propose.schedule import DesignView, SiteRow, design_views, site_rows
from proposer.propose.touches import TouchesView, touches_view
from proposer.propose.wording import Wording, counted


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: `id` names its template and its anchor."""

    id: str
    letter: str
    title: str
    is_short: bool  # it fits on one page and stays in one piece


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What names the document: its title, and the footer of every page."""

    title: str
    language: str
    customer: str
    name_size: str  # how large the customer's name can be set: large, medium, small
    quote: str
    revision: str
    digest: str
    price_book: str
    date: str
    iso_date: str
    valid_until: str
    draft: str
    contact: Person
    prepared_by: Person


@dataclass(frozen=True, slots=True)
class TotalsView:
    """The account's totals of the detailed option."""

    option: str
    term: str
    sites: str
    monthly: str
    once: str
    credits: str
    first_year: str
    contract_value: str
    cases: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Everything that a template may see."""

    document: DocumentView
    provider: ProviderWords
    front: FrontView
    touches: TouchesView
    annexes: tuple[Annex, ...]
    totals: TotalsView
    designs: tuple[DesignView, ...]
    sites: tuple[SiteRow, ...]
    network: NetworkFigure | None
    network_words: str
    price: PriceView
    services: tuple[ServiceView, ...]
    levels: tuple[LevelView, ...]
    plan: PlanView | None
    fees: FeesView | None
    dates: tuple[str, ...]
    contract: ContractWords


def proposal_view(quote: Quote, say: Wording) -> ProposalView:
    """The view of one quote in one wording."""
    network, plan, fees = network_view(quote), plan_view(quote, say), fees_view(quote, say)
    words = marked_of(quote, say)
    services, levels = service_views(quote, words), level_views(quote, words)
    several = len(quote.sites) > 1  # the one site's address stands with its services
    present = {"sites": several, "network": network, "services": services, "levels": levels, "plan": plan, "fees": fees}
    return ProposalView(
        document=_document(quote, say),
        provider=quote.provider,
        front=front_view(quote, say),
        touches=touches_view(quote, words),
        annexes=_annexes({id_ for id_, part in present.items() if not part} | {*quote.touches.without}, _short(quote)),
        totals=_totals(quote, say),
        designs=design_views(quote, say),
        sites=site_rows(quote, say),
        network=network,
        network_words=NETWORKS.get(quote.customer.network, ""),
        price=price_view(quote, say),
        services=services,
        levels=levels,
        plan=plan,
        fees=fees,
        dates=dates_to_know(quote, say),
        contract=words.contract(quote.contract),
    )


FEW_SITES = 16
TITLES = {
    "schedule": "Services and prices",
    "sites": "Your sites",
    "network": "Your network",
    "price": "How the price is made",
    "services": "What you get",
    "levels": "Service levels",
    "plan": "Implementation plan",
    "fees": "Estimated taxes and fees",
    "assumptions": "Assumptions and open points",
    "terms": "Terms",
    "acceptance": "Acceptance",
}


def _annexes(missing: set[str], short: set[str]) -> tuple[Annex, ...]:
    """The annexes that have something to say, lettered in order."""
    ids = [id_ for id_ in TITLES if id_ not in missing]
    return tuple(Annex(id_, chr(ord("A") + number), TITLES[id_], id_ in short) for number, id_ in enumerate(ids))


def _short(quote: Quote) -> set[str]:
    """The annexes that a page break would only tear: a figure from its heading, a handful of rows."""
    short = {"network", "fees"}
    return short | {"sites"} if len(quote.sites) <= FEW_SITES else short


def _document(quote: Quote, say: Wording) -> DocumentView:
    length = len(quote.customer.name)
    return DocumentView(
        title=f"Proposal for {quote.customer.name}",
        language=say.language,
        customer=quote.customer.name,
        name_size="large" if length <= 26 else "medium" if length <= 48 else "small",
        quote=quote.id,
        revision=str(quote.revision),
        digest=quote.catalog_digest.rpartition(":")[2][:12],
        price_book=quote.price_book,
        date=say.day(quote.as_of),
        iso_date=quote.as_of.isoformat(),
        valid_until=say.day(quote.valid_until),
        draft=quote.approval,
        contact=quote.customer.contact,
        prepared_by=quote.prepared_by,
    )


def _totals(quote: Quote, say: Wording) -> TotalsView:
    option = quote.chosen
    return TotalsView(
        option=option.title,
        term=f"{option.term} months",
        sites=counted(say.number(len(quote.sites)), "site", "sites"),
        monthly=say.money(option.monthly),
        once=say.money(option.once),
        credits=say.change(-option.credit_total) if option.credit_total else "",
        first_year=say.money(option.first_year),
        contract_value=say.money(option.contract_value),
        cases=tuple(case.rstrip(".") for case in option.individual_cases),
    )
