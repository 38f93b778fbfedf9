"""The quote as the document prints it: strings and rows only, so that a template has nothing to compute.

Why: a figure that a template works out is one that no test compares with the quote.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from proposer.model.alike import each_once
from proposer.model.quote import ContractWords, Person, ProviderWords, Quote
from proposer.propose.content.annexes import (
    LevelView,
    PlanView,
    ServiceView,
    level_views,
    plan_view,
    service_views,
)
from proposer.propose.content.contract import contract_view
from proposer.propose.content.estimates import FeesView, dates_to_know, fees_view
from proposer.propose.content.front import FrontView, front_view
from proposer.propose.content.lines import LinesTable, line_tables
from proposer.propose.content.markdown import marked_of
from proposer.propose.content.options import open_cases, told_once
from proposer.propose.content.pictures import Pictures, pictures
from proposer.propose.content.price import PriceView, price_view
from proposer.propose.content.risks import risks_of
from proposer.propose.content.schedule import DesignView, any_long, design_views, on_fresh_pages
from proposer.propose.content.sites import SitesTable, site_groups, site_tables
from proposer.propose.content.touches import TouchesView, touches_view
from proposer.propose.content.wording import Wording, tag_of
from proposer.propose.edition.audience import Audience
from proposer.propose.edition.signing import Signing

PEN = Signing()


@dataclass(frozen=True, slots=True)
class Annex:
    """One annex: `id` names its template and its anchor."""

    id: str
    letter: str
    title: str
    is_short: bool  # it fits on one page and stays in one piece
    is_fresh: bool = False  # it begins on a page of its own
    is_continued: bool = False  # it began in an earlier part of the document
    goes_on: bool = False  # it ends in a later part


@dataclass(frozen=True, slots=True)
class DocumentView:
    """What names the document: its title, and the footer of every page."""

    title: str
    language: str
    catalog_language: str  # of what the catalog says, for `lang`
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
class PartView:
    """What is laid out at once: the whole document, or one part of a long one (`sections.py`).

    A link to an annex that stands in another part needs something to lead to. The parts have it on pages that are taken
    away when they become one document: `before` the part, or `after` it, where the contents read page numbers from it.
    """

    annexes: tuple[Annex, ...]
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()  # empty pages, for what stands in the margins of all


@dataclass(frozen=True, slots=True)
class ProposalView:
    """Everything that a template may see."""

    document: DocumentView
    provider: ProviderWords
    sections: tuple[str, ...]  # of the front, in order; each names its template
    front: FrontView
    alike: tuple[str, ...]  # which options are not shown, and why
    touches: TouchesView
    risks: tuple[str, ...]
    annexes: tuple[Annex, ...]  # all that the contents list
    part: PartView
    is_long: bool
    is_wide: bool  # amounts need more room than most, in the lists of sites and of lines
    totals: TotalsView
    designs: tuple[DesignView, ...]
    lines: tuple[LinesTable, ...]
    sites: tuple[SitesTable, ...]
    sites_are_priced: bool
    pictures: Pictures
    price: PriceView
    services: tuple[ServiceView, ...]
    levels: tuple[LevelView, ...]
    plan: PlanView | None
    fees: FeesView | None
    dates: tuple[str, ...]
    contract: ContractWords
    agreement: str  # what is agreed by signing
    signing: Signing


def proposal_view(quote: Quote, say: Wording, audience: Audience, signing: Signing = PEN) -> ProposalView:
    """The view of one quote in one wording for one reader; options that buy the same are one."""
    alike, quote = told_once(quote, say), each_once(quote)
    figures, plan, fees = pictures(quote, say), plan_view(quote, say), fees_view(quote, say)
    marked = marked_of(quote, say)
    services, levels = service_views(quote, marked), level_views(quote, say, marked)
    several = len(quote.sites) > 1  # the one site's address stands with its services
    network = figures.network or figures.bandwidth
    present = {"sites": several, "network": network, "services": services, "levels": levels, "plan": plan, "fees": fees}
    missing = {id_ for id_, part in present.items() if not part} | {*quote.touches.without}
    is_many = len(quote.sites) > LONG
    annexes = _annexes(audience.annexes, missing, _short(quote), say, is_long=is_many)
    designs, groups, totals = design_views(quote, say), site_groups(quote, say), _totals(quote, say)
    return ProposalView(
        document=_document(quote, say),
        provider=quote.provider,
        sections=audience.front,
        front=front_view(quote, say, audience.most),
        alike=alike,
        touches=touches_view(quote, marked),
        risks=risks_of(quote, say, audience.most),
        annexes=annexes,
        part=PartView(annexes),
        is_long=is_many,
        is_wide=any_long(totals.monthly, totals.once) or any(design.is_wide for design in designs),
        totals=totals,
        designs=on_fresh_pages(designs) if is_many else designs,
        lines=line_tables(quote, say) if "lines" in audience.annexes else (),
        sites=site_tables(groups) if is_many else (groups,),
        sites_are_priced=audience.prices,
        pictures=figures,
        price=price_view(quote, say),
        services=services,
        levels=levels,
        plan=plan,
        fees=fees,
        dates=dates_to_know(quote, say),
        contract=contract_view(quote.contract, say, marked),
        agreement=_agreement(quote, say, is_whole=any(annex.id == "terms" for annex in annexes)),
        signing=signing,
    )


FEW_SITES = 16
FEW_LETTERS = 4000  # of all terms: about two thirds of a page in two columns
LONG = 50  # with more sites a document is laid out in parts, which begin on fresh pages
FRESH = ("schedule", "lines", "acceptance")  # these begin on a page of their own in every document
GROWING = ("schedule", "lines", "sites", "designs")  # these grow with the sites, and are parts of their own


def _annexes(
    wanted: Sequence[str], missing: set[str], short: set[str], say: Wording, *, is_long: bool
) -> tuple[Annex, ...]:
    """The annexes that have something to say, lettered in order."""
    ids = [id_ for id_ in wanted if id_ not in missing]
    cut = {id_ for before, id_ in zip(("", *ids), ids, strict=False) if not {before, id_}.isdisjoint((*GROWING, ""))}
    fresh = {*FRESH, *cut} if is_long else {*FRESH}
    return tuple(
        Annex(id_, chr(ord("A") + number), say.phrase(f"annexes.{id_}"), id_ in short, id_ in fresh)
        for number, id_ in enumerate(ids)
    )


def _short(quote: Quote) -> set[str]:
    """The annexes that a page break would only tear: a handful of rows, or a text that one reads at a glance."""
    short = {"fees"}
    short |= {"sites"} if len(quote.sites) <= FEW_SITES else set()
    return short | {"terms"} if sum(len(text) for _, text in quote.contract.terms) <= FEW_LETTERS else short


def _document(quote: Quote, say: Wording) -> DocumentView:
    length = len(quote.customer.name)
    return DocumentView(
        title=say.phrase("document.title", customer=quote.customer.name),
        language=say.language,
        catalog_language=tag_of(quote.catalog_locale) or say.language,
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


def _agreement(quote: Quote, say: Wording, *, is_whole: bool) -> str:
    """What is signed. An edition without the terms belongs to the proposal that has them."""
    key = "acceptance.whole" if is_whole else "acceptance.in_short"
    return say.phrase(key, quote=quote.id, revision=str(quote.revision))


def _totals(quote: Quote, say: Wording) -> TotalsView:
    option = quote.chosen
    return TotalsView(
        option=option.title,
        term=say.counted("numbers.months", option.term),
        sites=say.counted("numbers.sites", len(quote.sites)),
        monthly=say.money(option.monthly),
        once=say.money(option.once),
        credits=say.change(-option.credit_total) if option.credit_total else "",
        first_year=say.money(option.first_year),
        contract_value=say.money(option.contract_value),
        cases=tuple(case.rstrip(".") for case in open_cases(option, say)),
    )
