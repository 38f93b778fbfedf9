"""One option: its designs, totals, what it adds, the bundles in it, its estimated fees and its proof."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from proposer.model.catalog import Option
from proposer.model.configuration import Configuration
from proposer.model.demands import Demands
from proposer.model.needs import Needs
from proposer.model.objective import FIRST_YEAR, Objective
from proposer.model.phrases import said
from proposer.model.quote import BundleUse, Proof, QuotedDemand, QuoteDesign, QuoteOption
from proposer.quote.arrangement import Arrangement, arrange
from proposer.quote.demands import quoted_demands
from proposer.quote.designs import PricedDesigns, price_designs
from proposer.quote.fees import changes, estimate
from proposer.quote.lines import Pricing
from proposer.quote.margins import Charged
from proposer.quote.schedule import months_of
from proposer.quote.usage import usage_of


@dataclass(frozen=True, slots=True)
class PricedOption:
    """What one option is quoted from; `not_added` are additions that could not be made, in words."""

    option: Option
    demands: Demands
    configuration: Configuration
    not_added: tuple[str, ...] = ()
    least: Objective = Objective.TCV


@dataclass(frozen=True, slots=True)
class Prepared:
    """All of an option that does not depend on the term: what stands where, and what is said of demands."""

    priced: PricedOption
    arrangement: Arrangement
    demands: tuple[QuotedDemand, ...]
    added: tuple[str, ...]


def prepare(priced: PricedOption, pricing: Pricing, needs: Needs) -> Prepared:
    """An option made ready to be priced, at the deal's term or, unchanged, at others."""
    catalog, book = pricing.catalog, pricing.prices.deal.book
    return Prepared(
        priced,
        arrange(catalog, book, pricing.bundles, needs, priced.configuration),
        quoted_demands(priced, catalog, needs),
        _added(priced),
    )


def quote_option(priced: PricedOption, pricing: Pricing, needs: Needs, day: date) -> QuoteOption:
    """The option with every line priced and every total summed from lines."""
    return quote_prepared(prepare(priced, pricing, needs), pricing, needs, day)[0]


def quote_prepared(
    prepared: Prepared, pricing: Pricing, needs: Needs, day: date, before: QuoteOption | None = None
) -> tuple[QuoteOption, Charged]:
    """The same of an option that is ready, at the deal's term, with its lines; `before` is it at another term."""
    result = price_designs(pricing, prepared.arrangement)
    option, term, lines = prepared.priced.option, pricing.prices.deal.term, result.lines
    monthly = sum(line.monthly * n for line, n in lines)
    fees = estimate(pricing.catalog, result.by_state, day)
    until = day + timedelta(days=pricing.catalog.policy.validity_days)
    quoted = QuoteOption(
        id=option.id,
        title=option.title,
        in_short=option.in_short,
        term=term,
        designs=result.designs,
        demands=prepared.demands,
        added=prepared.added,
        not_added=prepared.priced.not_added,
        monthly=monthly,
        once=sum(line.once * n for line, n in lines),
        credit_total=sum(line.credit_total * n for line, n in lines),
        contract_value=sum(line.contract_value * n for line, n in lines),
        first_year=sum(line.within(min(FIRST_YEAR, term)) * n for line, n in lines),
        list_monthly=sum(line.list_monthly * n for line, n in lines),
        over_budget=max(0, monthly - needs.budget_monthly) if needs.budget_monthly is not None else 0,
        individual_cases=_individual_cases(result, needs),
        bundles=tuple(_bundle_use(pricing, *use) for use in sorted(result.bundle_savings.items())),
        fees=fees,
        fees_monthly=sum(fee.monthly for fee in fees),
        fees_least=sum(fee.least for fee in fees),
        fees_most=sum(fee.most for fee in fees),
        fee_changes=tuple(changes(pricing.catalog, fees, day, until)),
        proof=_proof(prepared.priced, term),
        usage=before.usage if before else usage_of(result.designs, needs, pricing.catalog, pricing.prices.deal.book),
        schedule=months_of(lines, term),
    )
    return quoted, lines


def _bundle_use(pricing: Pricing, name: str, saving: int) -> BundleUse:
    bundle = next(b for b in pricing.bundles if b.id == name)
    return BundleUse(bundle.id, bundle.name, bundle.words, saving)


def _individual_cases(result: PricedDesigns, needs: Needs) -> tuple[str, ...]:
    if not any(line.individual_case for line, _ in result.by_state):
        return ()
    names = {site.id: site.name for site in needs.sites}
    return tuple(
        _case(design, names, line.name, line.individual_case)
        for design in result.designs
        for line in design.lines
        if line.individual_case
    )


def _case(design: QuoteDesign, names: dict[str, str], name: str, case: str) -> str:
    if not design.site_ids:
        return said("case_of_account", name=name, case=case)
    first, more = names[design.site_ids[0]], len(design.site_ids) - 1
    return said("case_of_sites" if more else "case_of_site", names=first, n=more, name=name, case=case)


def _added(priced: PricedOption) -> tuple[str, ...]:
    """What this option's own rules added: a sentence for each rule, with the number of sites."""
    sentences: dict[str, list[str]] = {}
    for demand in priced.demands.demands:
        if demand.cause.option == priced.option.id:
            sentences.setdefault(demand.cause.rule, []).append(demand.cause.because)
    return tuple(_sentence(becauses) for becauses in sentences.values())


def _sentence(becauses: Sequence[str]) -> str:
    """The first site's reason, and how many more have one of their own."""
    more = len(becauses) - 1
    if not more:
        return becauses[0]
    return said("likewise" if more > 1 else "likewise_one", reason=becauses[0].rstrip("."), n=more)


def _proof(priced: PricedOption, term: int) -> Proof:
    """How good the choice is. At another term than its own nothing is known of what a better one could save."""
    proof = priced.configuration.proof
    bound = proof.bound if term == priced.configuration.term else 0
    gap = max(0, proof.objective - bound)
    percent = Decimal(gap * 100) / proof.objective if proof.objective else Decimal(0)
    return Proof(gap == 0, gap, percent.quantize(Decimal("0.0001")), proof.kinds, proof.packages, priced.least)
