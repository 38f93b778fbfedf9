"""What is asked around a choice: conflicts, relaxations, other options and terms, what-if, and the pricing of long quotes.

Everything runs in one process, on the processor's clock; printed as JSON. Conflicts and relaxations are of sites at which nearly
every question of the shipped catalog has been answered.
"""

from __future__ import annotations

import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date
from decimal import Decimal
from itertools import cycle
from pathlib import Path
from typing import TypeVar

from benchmarks.customers import needs_of
from proposer.cli.run import prepare_process
from proposer.configure import Unsolved, configure
from proposer.content import default_catalog
from proposer.derive import derive
from proposer.load.catalog import load_catalog
from proposer.load.changes import changed
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.configuration import Configuration, Conflict
from proposer.model.explanation import Change, Comparison
from proposer.model.needs import Needs
from proposer.model.quote import Quote, QuoteLine
from proposer.pipeline import make_quote
from proposer.pipeline.again import price_once
from proposer.pipeline.disputes import conflict
from proposer.pipeline.explaining import impossible, what_if
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request, Solved, question_for, solve
from proposer.quote import PricedOption

DAY = date(2026, 11, 23)
TERM = 36
OTHER_TERM = 24
STATES = ("PA", "TX", "CA")
ROUNDS = 5
ANSWERED = """\
users: 55, internet: {down: DOWN Mbps, up: 20 Mbps, backup: true, backup_down: 10 Mbps, public_addresses: 5, \
managed_router: true}, voice: {concurrent_calls: CALLS, handoff: any, border_controller: true, continuity: true, \
numbers: 40, ported_numbers: 12, caller_name: true, listing: true, lines: 2, fax_numbers: 2, desk_phones: 10, \
conference_phones: 2, auto_attendants: 1, hunt_groups: 2, traffic: heavy}, wifi: {people: 40, space: open, \
guests: true}, security: {edge: true}, sd_wan: {wanted: true, remote_users: 4}, tv: {private: true, outlets: 3}, \
seats: {basic: 2}"""
T = TypeVar("T")


def main() -> None:
    """All figures."""
    prepare_process()
    catalog = load_catalog(default_catalog()).value
    assert catalog is not None
    one, seven = (answered(catalog, sites, impossible_last=True) for sites in (1, 7))
    print(
        json.dumps({
            "conflicts": {facts(needs): conflict_seconds(catalog, needs) for needs in (one, seven)},
            "relaxations": relaxation_seconds(catalog, answered(catalog, 7, budget="budget: {monthly: 3000}")),
            "options and terms": options_and_terms(catalog),
            "what-if": what_if_seconds(catalog),
            "lines": [asdict(pricing(catalog, sites)) for sites in (1_500, 15_000)],
        })
    )  # fmt: skip


def timed(ask: Callable[[], T]) -> tuple[float, T]:
    started = time.process_time()
    answer = ask()
    return time.process_time() - started, answer


def load(catalog: Catalog, text: str) -> Needs:
    with tempfile.TemporaryDirectory() as aside:
        file = Path(aside, "needs.yaml")
        file.write_text(text, "utf-8")
        needs = load_needs(file, catalog).value
    assert needs is not None
    return needs


def answered(catalog: Catalog, sites: int, *, budget: str = "", impossible_last: bool = False) -> Needs:
    """Sites at which some thirty questions are answered; where the last is impossible, it asks for more calls than coax carries."""
    calls = [20] * (sites - 1) + [60 if impossible_last else 20]
    listed = "\n".join(
        f"  - {{id: s{i}, access: {{coax: on-net, fibre: refused}}, "
        f"{ANSWERED.replace('CALLS', str(most)).replace('DOWN', str(100 + 20 * i))}}}"
        for i, most in enumerate(calls)
    )
    return load(catalog, f"customer: {{name: Generated}}\nterm: {TERM}\n{budget}\nsites:\n{listed}\n")


def facts(needs: Needs) -> int:
    return sum(not fact.is_default for site in needs.sites for fact in site.facts.values())


def conflict_seconds(catalog: Catalog, needs: Needs) -> float:
    """From the choice that found nothing to the minimal conflict in words."""
    found = []
    for _ in range(ROUNDS):
        request = Request(Known(catalog, DAY), needs)
        demands = derive(catalog, needs, catalog.options[:1], TERM).value
        assert demands is not None
        question = question_for(request, demands, TERM, budget=True)
        answer = configure(question)
        assert isinstance(answer, Unsolved)
        seconds, told = timed(lambda: conflict(request, question, answer, demands.prohibitions))  # noqa: B023  # called at once
        assert len(told.blames) == 2
        found.append(seconds)
    return statistics.median(found)


def relaxation_seconds(catalog: Catalog, needs: Needs) -> float:
    """The cheapest relaxations of needs that a budget does not pay for."""
    known = Known(catalog, DAY)
    told = make_quote(catalog, needs, DAY, known=known).value
    assert isinstance(told, Conflict)
    seconds, found = timed(lambda: impossible(known, needs, told))
    assert found.relaxations
    return seconds


def options_and_terms(catalog: Catalog) -> tuple[float, float]:
    """A quote of three options for the best of three terms, and one option at one term, each from cold."""
    text = needs_of(100, 100)
    one = load(catalog, text)
    three = load(catalog, text.replace("term: 36", "term: [24, 36, 60]"))
    alone = [timed(lambda: make_quote(catalog, one, DAY, only=True))[0] for _ in range(ROUNDS)]
    every = [timed(lambda: make_quote(catalog, three, DAY))[0] for _ in range(ROUNDS)]
    return statistics.median(alone), statistics.median(every)


def what_if_seconds(catalog: Catalog) -> tuple[float, float]:
    """A quote from cold, and then in the same process another number of people at one site."""
    needs = load(catalog, needs_of(100, 100))
    colds, warms = [], []
    for _ in range(ROUNDS):
        known = Known(catalog, DAY)
        cold, quote = timed(lambda: make_quote(catalog, needs, DAY, known=known).value)  # noqa: B023  # called at once
        assert isinstance(quote, Quote)
        other = changed(needs, catalog, [Change("sites.s5.internet.down", "900 Mbps")]).value
        assert other is not None
        warm, answer = timed(lambda: what_if(known, other, quote, None).value)  # noqa: B023  # called at once
        assert isinstance(answer, Comparison)
        colds.append(cold)
        warms.append(warm)
    return statistics.median(colds), statistics.median(warms)


@dataclass(frozen=True, slots=True)
class Pricing:
    """A quote's lines; seconds from a configuration to the whole quote, from that to one at another term, and of a loop over
    the same lines that only multiplies and adds.
    """

    lines: int
    distinct: int
    first: float
    again: float
    plain: float


def pricing(catalog: Catalog, sites: int) -> Pricing:
    """Every site has a design of its own, as 150 solved sites have; priced with all that a line can take, from an empty price list on."""
    profiles = 150
    request = Request(Known(catalog, DAY), load(catalog, featured(needs_of(profiles, profiles))))
    solved = solve(request, catalog.options[:1], TERM).value
    assert isinstance(solved, Solved)
    needs = load(catalog, featured(needs_of(sites, profiles)))
    demands = derive(catalog, needs, catalog.options[:1], TERM).value
    assert demands is not None
    configuration = repeated(solved.configuration, [site.id for site in needs.sites])
    option = PricedOption(catalog.options[0], demands, configuration)
    rounds = [priced_in_turns(catalog, needs, option) for _ in range(ROUNDS)]
    return Pricing(*(statistics.median(getattr(each, name) for each in rounds) for name in Pricing.__slots__))


def priced_in_turns(catalog: Catalog, needs: Needs, option: PricedOption) -> Pricing:
    """Each figure once."""
    first, repriced = timed(lambda: price_once(Known(catalog, DAY), needs, option))
    again, other = timed(lambda: repriced.at(OTHER_TERM).value)
    assert other is not None
    lines = [line for design in repriced.quote.chosen.designs for line in design.lines]
    plain, _ = timed(lambda: multiplied_and_added(lines))
    return Pricing(len(lines), len({id(line) for line in lines}), first, again, plain)


def featured(text: str) -> str:
    """A needs file in which sites begin in two waves and lie in three states, building costs at some, and discounts were negotiated."""
    deal = "discounts: {dedicated-internet: 5 %, business-internet: 3 %}\nsites:"
    text = text.replace("name: Generated", "name: Generated, new: true").replace("sites:", deal, 1)
    return re.sub(r"{id: s(\d+), (.*?)users", _featured_site, text)


def _featured_site(found: re.Match[str]) -> str:
    number = int(found[1])
    built = "construction: {fibre: 2500.00}, " if "near-net" in found[2] and number % 5 == 0 else ""
    state, month = STATES[number % 3], 1 + number % 2 * 6
    return f"{{id: s{number}, address: {{state: {state}}}, from_month: {month}, {built}{found[2]}users"


def multiplied_and_added(lines: Sequence[QuoteLine]) -> Decimal:
    """The contract value of lines whose net prices are known, in decimals: the least that any pricing has to do."""
    months, total = Decimal(TERM), Decimal(0)
    for line in lines:
        count = Decimal(line.count)
        monthly = Decimal(line.monthly_unit.net) / 100 * count if line.monthly_unit else Decimal(0)
        once = Decimal(line.once_unit.net) / 100 * count if line.once_unit else Decimal(0)
        total += monthly * months + once - Decimal(line.credit_total) / 100
    return total


def repeated(configuration: Configuration, sites: Sequence[str]) -> Configuration:
    """The designs of single sites over and over, one for each site."""
    alone = [design for design in configuration.designs if design.sites != ("",)]
    return replace(
        configuration,
        designs=tuple(replace(design, sites=(site,)) for site, design in zip(sites, cycle(alone), strict=False)),
    )


if __name__ == "__main__":
    main()
