"""What must hold of prices whatever the customer needs: each property takes a seed and returns what contradicts it, or "".

A case is a random customer against the shipped catalog, with something changed; a customer who cannot be served is none.
"""

from __future__ import annotations

import random
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TypeVar

from random_needs import growing_text, needs_text
from workspaces import AS_OF, shipped

from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.needs import Needs
from proposer.model.prices import Cell, Charge, OfferingPrice, Tier
from proposer.model.quote import Quote, QuoteLine, QuoteOption
from proposer.pipeline import make_quote
from proposer.pipeline.known import Known

T = TypeVar("T")
NO_CASE = "no case"
MORE = (
    "wifi: {access_points: 2}",
    "security: {edge: true}",
    "sd_wan: {wanted: true}",
    "tv: {private: true, outlets: 2}",
    "voice: {lines: 2}",
)
Property = Callable[[int], str]


def needs_from(text: str) -> Needs | None:
    with tempfile.TemporaryDirectory() as aside:
        file = Path(aside, "needs.yaml")
        file.write_text(text, "utf-8")
        return load_needs(file, shipped()).value


@cache
def known() -> Known:
    return Known(shipped(), AS_OF)


def essential(needs: Needs | None, catalog: Catalog | None = None, term: int | None = None) -> QuoteOption | None:
    """The first option, or None where there is none."""
    if needs is None:
        return None
    sold = known() if catalog is None else Known(catalog, AS_OF)
    quote = make_quote(sold.catalog, needs, AS_OF, only=True, known=sold, term=term).value
    return quote.chosen if isinstance(quote, Quote) else None


def dice_of(seed: int) -> random.Random:
    return random.Random(f"property {seed}")  # noqa: S311 - nothing secret


def lines_add_up(seed: int) -> str:
    """Lines sum to sites, sites to the total, months with what is due once to the contract value, twelve of them to the first year."""
    option = essential(needs_from(needs_text(seed)))
    if option is None:
        return NO_CASE
    for design in option.designs:
        for name in ("monthly", "once", "contract_value"):
            if sum(getattr(line, name) for line in design.lines) != getattr(design, name):
                return f"{seed}: {design.id}.{name}"
    sites = [(design, max(1, len(design.site_ids))) for design in option.designs]
    for name in ("monthly", "once", "contract_value"):
        if sum(getattr(design, name) * n for design, n in sites) != getattr(option, name):
            return f"{seed}: {name}"
    months = [sum(_due(line, month) * n for line, n in option.charged) for month in range(1, option.term + 1)]
    if (sum(months) + option.once, sum(months[:12]) + option.once) != (option.contract_value, option.first_year):
        return f"{seed}: {option.term} months"
    return ""


def _due(line: QuoteLine, month: int) -> int:
    return line.monthly - sum(credit.monthly for credit in line.credits if month <= credit.months)


def order_changes_nothing(seed: int) -> str:
    """The order of offerings, bundles, promotions, price rows and fees."""
    needs = needs_from(needs_text(seed))
    option = essential(needs)
    if option is None:
        return NO_CASE
    catalog, dice = shipped(), dice_of(seed)

    def mixed(mapping: Mapping[str, T]) -> dict[str, T]:
        names = list(mapping)
        dice.shuffle(names)
        return {name: mapping[name] for name in names}

    books = tuple(replace(book, prices=mixed(book.prices)) for book in catalog.price_books)
    shuffled = replace(
        catalog,
        offerings=mixed(catalog.offerings),
        bundles=mixed(catalog.bundles),
        promotions=mixed(catalog.promotions),
        rules=mixed(catalog.rules),
        price_books=books,
    )
    other = essential(needs, shuffled)
    return "" if other is not None and (other.designs, other.fees) == (option.designs, option.fees) else f"{seed}"


def scaled_prices_scale_the_quote(seed: int) -> str:
    """All prices k times as high: the best costs k times as much, but for what is rounded for one piece at each step."""
    needs = needs_from(needs_text(seed))
    if needs is None:
        return NO_CASE
    needs = replace(needs, budget_monthly=None)
    k = dice_of(seed).choice((2, 3, 7, 10))
    option = essential(needs, term=needs.terms[0])
    if option is None:
        return NO_CASE
    catalog = shipped()
    books = tuple(
        replace(book, prices={name: _times(price, k) for name, price in book.prices.items()})
        for book in catalog.price_books
    )
    other = essential(needs, replace(catalog, price_books=books), term=needs.terms[0])
    if other is None:
        return f"{seed}: no answer at {k} times the prices"
    off = abs(other.contract_value - k * option.contract_value)
    room = max(_rounded(option), _rounded(other)) * k
    return "" if off <= room else f"{seed}: off by {off} of at most {room} cents"


def _times(price: OfferingPrice, k: int) -> OfferingPrice:
    return replace(price, monthly=_charge(price.monthly, k), once=_charge(price.once, k))


def _charge(charge: Charge | None, k: int) -> Charge | None:
    if charge is None:
        return None
    cells = {key: Cell(None if cell.cents is None else cell.cents * k, cell.span) for key, cell in charge.cells.items()}
    tiers, steps = (tuple(Tier(t.most, t.cents * k, t.span) for t in each) for each in (charge.tiers, charge.steps))
    return replace(charge, cells=cells, tiers=tiers, steps=steps, minimum=charge.minimum * k)


def _rounded(option: QuoteOption) -> int:
    """The most that rounding each step of each piece to the cent, in each month, can come to."""
    steps = [
        len(line.monthly_unit.steps) * line.count * n * (option.term + 12) if line.monthly_unit else 0
        for line, n in option.charged
    ]
    once = [len(line.once_unit.steps) * line.count * n if line.once_unit else 0 for line, n in option.charged]
    return sum(steps) + sum(once)


def without_a_promotion_nothing_is_cheaper(seed: int) -> str:
    """One promotion less never lowers the best price."""
    needs = needs_from(needs_text(seed))
    option = essential(needs)
    if needs is None or option is None:
        return NO_CASE
    gone = dice_of(seed).choice(sorted(shipped().promotions))
    left = {name: each for name, each in shipped().promotions.items() if name != gone}
    other = essential(needs, replace(shipped(), promotions=left), term=option.term)
    if other is None:
        return NO_CASE  # the budget was kept with the promotion alone
    return "" if other.contract_value >= option.contract_value else f"{seed}: cheaper without {gone}"


def one_need_more_is_no_cheaper(seed: int) -> str:
    """A need more at one site, of what has no volume tiers, never lowers the best price."""
    text = needs_text(seed)
    first = text.partition("sites:\n")[2].partition("\n")[0]
    possible = [each for each in MORE if f"{each.partition(':')[0]}: {{" not in first]
    if not possible:
        return NO_CASE
    more = dice_of(seed).choice(possible)
    needs, wider = needs_from(text), needs_from(text.replace("users: ", f"{more}, users: ", 1))
    if needs is None or wider is None:
        return NO_CASE
    option = essential(replace(needs, budget_monthly=None))
    other = essential(replace(wider, budget_monthly=None), term=option.term) if option else None
    if option is None or other is None:
        return NO_CASE
    cases = (len(option.individual_cases), len(other.individual_cases))
    fine = cases[0] != cases[1] or other.contract_value >= option.contract_value
    return "" if fine else f"{seed}: {more} lowers {option.contract_value} to {other.contract_value}"


def a_longer_validity_changes_no_price(seed: int) -> str:
    """How long a quote holds is no part of any price."""
    needs = needs_from(needs_text(seed))
    option = essential(needs)
    if option is None:
        return NO_CASE
    policy = replace(shipped().policy, validity_days=dice_of(seed).randrange(1, 400))
    other = essential(needs, replace(shipped(), policy=policy))
    return "" if other is not None and other.designs == option.designs else f"{seed}"


def a_site_split_in_two_keeps_prices_over_the_account(seed: int) -> str:
    """The call paths of one site at two: what is counted over the account costs the same for each."""
    dice = dice_of(seed)
    paths, more = dice.randrange(4, 120), dice.randrange(0, 60)
    first = dice.randrange(2, paths - 1)
    whole = essential(needs_from(_trunks([paths, more])))
    split = essential(needs_from(_trunks([first, paths - first, more])))
    if whole is None or split is None:
        return NO_CASE
    ours, theirs = (sorted(set(_list_and_volume(option))) for option in (whole, split))
    return "" if ours == theirs else f"{seed}: {ours} against {theirs}"


def _trunks(paths: list[int]) -> str:
    sites = "\n".join(
        f"  - {{id: s{i}, access: {{fibre: on-net}}, internet: {{down: 100 Mbps, medium: fibre}}, "
        f"voice: {{concurrent_calls: {n}, handoff: sip}}}}"
        for i, n in enumerate(paths)
        if n
    )
    return f"customer: {{name: Split}}\nterm: 36\nsites:\n{sites}\n"


def _list_and_volume(option: QuoteOption) -> Iterator[tuple[str, int]]:
    """The steps of a call path's price that look at the account or at nothing: all before the bundle, which looks at a site."""
    for line, _ in option.charged:
        if line.offering == "sip-trunk" and line.monthly_unit is not None:
            for step in line.monthly_unit.steps:
                if step.step in ("list", "term", "volume"):
                    yield step.step, step.after


def what_comes_later_costs_no_more(seed: int) -> str:
    """Less of something at the first site until month 7: the months sum to the contract value, which is no more than before."""
    text = needs_text(seed)
    needs, growing = needs_from(text), needs_from(growing_text(text, seed))
    if needs is None or growing is None:
        return NO_CASE
    option = essential(replace(needs, budget_monthly=None))
    other = essential(replace(growing, budget_monthly=None), term=option.term) if option else None
    if option is None or other is None:
        return NO_CASE if option is other else f"{seed}: no answer to one of the two"
    if sum((each.monthly + each.once) * each.months for each in other.schedule) != other.contract_value:
        return f"{seed}: the months do not sum to {other.contract_value}"
    cases = (len(option.individual_cases), len(other.individual_cases))
    fine = cases[0] != cases[1] or other.contract_value <= option.contract_value
    return "" if fine else f"{seed}: growth raises {option.contract_value} to {other.contract_value}"


PROPERTIES: tuple[Property, ...] = (
    lines_add_up,
    order_changes_nothing,
    scaled_prices_scale_the_quote,
    without_a_promotion_nothing_is_cheaper,
    one_need_more_is_no_cheaper,
    a_longer_validity_changes_no_price,
    a_site_split_in_two_keeps_prices_over_the_account,
    what_comes_later_costs_no_more,
)
LEAST_SHARE = Decimal("0.5")  # of the seeds that must be cases
