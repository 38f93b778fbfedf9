"""One option: its designs, totals, what it adds, the bundles in it, its estimated fees and its proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from proposer.model.catalog import Option
from proposer.model.configuration import Configuration
from proposer.model.configuration import Proof as ChoiceProof
from proposer.model.demands import Demands
from proposer.model.needs import Needs
from proposer.model.objective import FIRST_YEAR, Objective
from proposer.model.phrases import said
from proposer.model.quote import BundleUse, Proof, QuoteDesign, QuoteLine, QuoteOption
from proposer.quote.demands import quoted_demands
from proposer.quote.fees import changes, estimate
from proposer.quote.lines import Pricing, price_designs
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


def quote_option(priced: PricedOption, pricing: Pricing, needs: Needs, day: date) -> QuoteOption:
    """The option with every line priced and every total summed from lines."""
    result = price_designs(pricing, needs, priced.configuration)
    lines = [(line, max(1, len(design.site_ids))) for design in result.designs for line in design.lines]
    charged = _by_state(result.designs, needs)
    monthly = sum(line.monthly * n for line, n in lines)
    once = sum(line.once * n for line, n in lines)
    fees = estimate(pricing.catalog, charged, day)
    until = day + timedelta(days=pricing.catalog.policy.validity_days)
    return QuoteOption(
        id=priced.option.id,
        title=priced.option.title,
        in_short=priced.option.in_short,
        term=priced.configuration.term,
        designs=result.designs,
        demands=quoted_demands(priced, pricing.catalog, needs),
        added=_added(priced),
        not_added=priced.not_added,
        monthly=monthly,
        once=once,
        credit_total=sum(line.credit_total * n for line, n in lines),
        contract_value=sum(line.contract_value * n for line, n in lines),
        first_year=sum(line.within(min(FIRST_YEAR, priced.configuration.term)) * n for line, n in lines),
        list_monthly=sum(line.list_monthly * n for line, n in lines),
        over_budget=max(0, monthly - needs.budget_monthly) if needs.budget_monthly is not None else 0,
        individual_cases=_individual_cases(result.designs, needs),
        bundles=tuple(_bundle_use(pricing, *use) for use in sorted(result.bundle_savings.items())),
        fees=fees,
        fees_monthly=sum(fee.monthly for fee in fees),
        fees_least=sum(fee.least for fee in fees),
        fees_most=sum(fee.most for fee in fees),
        fee_changes=tuple(changes(pricing.catalog, fees, day, until)),
        proof=_proof(priced.configuration.proof, priced.least),
        usage=usage_of(result.designs, needs, pricing.catalog, pricing.prices.deal.book),
        schedule=months_of(lines, priced.configuration.term),
    )


def _by_state(designs: Sequence[QuoteDesign], needs: Needs) -> list[tuple[QuoteLine, Counter[str]]]:
    """Each line with the number of its sites in every state; what belongs to the account stands in none."""
    states = {site.id: site.address.state for site in needs.sites}
    counted = ((design, Counter(states[site] for site in design.site_ids or [])) for design in designs)
    return [(line, sites or Counter({"": 1})) for design, sites in counted for line in design.lines]


def _bundle_use(pricing: Pricing, name: str, saving: int) -> BundleUse:
    bundle = next(b for b in pricing.bundles if b.id == name)
    return BundleUse(bundle.id, bundle.name, bundle.words, saving)


def _individual_cases(designs: Sequence[QuoteDesign], needs: Needs) -> tuple[str, ...]:
    names = {site.id: site.name for site in needs.sites}
    return tuple(
        _case(design, names, line.name, line.individual_case)
        for design in designs
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


def _proof(proof: ChoiceProof, least: Objective) -> Proof:
    gap = max(0, proof.objective - proof.bound)
    percent = Decimal(gap * 100) / proof.objective if proof.objective else Decimal(0)
    return Proof(gap == 0, gap, percent.quantize(Decimal("0.0001")), proof.kinds, proof.packages, least)
