"""The choice by brute force: every combination of counts at every place, each priced exactly.

It shares the model, the offer stage's variants and the pricing functions with the engine, and nothing of the choice: no
kinds, no packages, no dominance, no solver.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import product

from proposer.configure import Question
from proposer.model.candidates import Variant, thousandths
from proposer.model.catalog import At
from proposer.model.configuration import Configuration, Item
from proposer.pricing.bundles import best_bundle, count_pieces, held_bundles, price_in_place

Lines = tuple[tuple[Variant, int], ...]


@dataclass(frozen=True)
class Answer:
    """The least value over the term, and which couplings bore on it."""

    value: int
    bundles: frozenset[str]
    tiered: bool
    pooled: bool


def best(question: Question) -> Answer | None:
    """The best answer, or None when there is none."""
    places = [*question.sites, ""]
    networks: set[str | None] = {v.offering.network for vs in question.candidates.variants for v in vs} - {None}
    answers = [answer for network in networks | {None} if (answer := _best_in(question, places, network))]
    return min(answers, key=lambda answer: answer.value, default=None)


def worth_of(question: Question, answer: Configuration) -> int | None:
    """What an answer is worth, priced here; None when something that was asked for does not hold in it."""
    items = {site: design.items for design in answer.designs for site in design.sites}
    places = [*question.sites, ""]
    chosen = tuple(_lines(question, place, items.get(place, ())) for place in places)
    pools = {name for vs in question.candidates.variants for v in vs for name in v.linked}
    networks = {v.offering.network for lines in chosen for v, _ in lines} - {None}
    whole = all(
        _of_one_shape(lines) and _is_whole(question, at, lines, {}) for at, lines in zip(places, chosen, strict=True)
    )
    balanced = all(_balances(question, places, chosen, pool) for pool in pools)
    priced, monthly = _price(question, places, chosen)
    kept = question.budget is None or monthly <= question.budget
    return priced.value if whole and balanced and kept and len(networks) <= 1 else None


def _lines(question: Question, place: str, items: tuple[Item, ...]) -> Lines:
    sold = {_whenever(variant.item): variant for variant in question.candidates.at(place)}
    pieces = Counter[Variant]()
    for item in items:
        pieces[sold[_whenever(replace(item, count=1))]] += item.count
    return tuple(pieces.items())


def _whenever(item: Item) -> Item:
    """An item apart from the month in which it begins."""
    return replace(item, here=replace(item.here, from_month=1, before=0))


def _best_in(question: Question, places: list[str], network: str | None) -> Answer | None:
    found: Answer | None = None
    pools = {name for vs in question.candidates.variants for v in vs for name in v.linked}
    whole = [list(_whole_packages(question, place, network)) for place in places]
    most = {pool: sum(max((_drawn(p, pool) for p in packages), default=0) for packages in whole) for pool in pools}
    stock = [
        [lines for lines in packages if _is_irredundant(question, place, lines, most)]
        for place, packages in zip(places, whole, strict=True)
    ]
    for chosen in product(*stock):
        if not all(_balances(question, places, chosen, pool) for pool in pools):
            continue
        answer, monthly = _price(question, places, chosen)
        if question.budget is not None and monthly > question.budget:
            continue
        if found is None or answer.value < found.value:
            found = answer
    return found


def _whole_packages(question: Question, place: str, network: str | None) -> Iterator[Lines]:
    """All combinations with which a place has what it demands."""
    variants = [v for v in question.candidates.at(place) if v.offering.network in (None, network)]
    for counts in product(*[range((v.most or 3) + 1) for v in variants]):
        lines = tuple((v, n) for v, n in zip(variants, counts, strict=True) if n)
        if _of_one_shape(lines) and _is_whole(question, place, lines, {}):
            yield lines


def _is_irredundant(question: Question, place: str, lines: Lines, most: dict[str, int]) -> bool:
    """Nothing can be left out, for some need of the pools that the place holds: the largest is the kindest."""
    need = {pool: min(_given(lines, pool), most[pool]) for pool in _held_pools(question, place, set(most))}
    return not any(_is_whole(question, place, fewer, need) for fewer in _without_one(lines))


def _held_pools(question: Question, place: str, pools: set[str]) -> set[str]:
    at_account = {pool for pool in pools if question.capabilities[pool].at is not At.SITE}
    return at_account if place == "" else (pools - at_account if place == question.hub else set())


def _of_one_shape(lines: Lines) -> bool:
    """Nothing excluded; not more pieces of an offering than can be ordered."""
    offerings = {v.offering.id for v, _ in lines}
    pieces = count_pieces((v.item, n) for v, n in lines)
    fits = all(v.most is None or pieces[v.offering.id] <= v.most for v, _ in lines)
    return fits and not any(offerings & set(v.offering.excludes) for v, _ in lines)


def _is_whole(question: Question, place: str, lines: Lines, extra: dict[str, int]) -> bool:
    """Whether every demand of a place, every requirement and every balance is met; `extra` are further amounts."""
    needs: dict[str, int] = dict(extra)
    for demand in question.demands:
        if demand.site != place:
            continue
        if demand.amount is not None:
            needs[demand.capability] = needs.get(demand.capability, 0) + thousandths(demand.amount)
        elif not _serves(lines, demand.capability, demand.qualities.get("speed")):
            return False
    for variant, count in lines:
        if not all(_serves(lines, name, None) for name, _ in variant.requires):
            return False
        for name, amount in variant.consumes.items():
            needs[name] = needs.get(name, 0) + amount * count
    return all(sum(v.provides.get(name, 0) * n for v, n in lines) >= need for name, need in needs.items())


def _serves(lines: Lines, capability: str, speed: Decimal | str | None) -> bool:
    for variant, _ in lines:
        for name, qualities in variant.services:
            if name == capability and (speed is None or Decimal(qualities["speed"]) >= Decimal(speed)):
                return True
    return False


def _without_one(lines: Lines) -> Iterator[Lines]:
    for index, (variant, count) in enumerate(lines):
        rest = (lines[:index], ((variant, count - 1),) if count > 1 else (), lines[index + 1 :])
        yield rest[0] + rest[1] + rest[2]


def _given(lines: Lines, pool: str) -> int:
    return sum(v.provides.get(pool, 0) * n for v, n in lines)


def _drawn(lines: Lines, pool: str) -> int:
    return -sum(v.linked.get(pool, 0) * n for v, n in lines)


def _balances(question: Question, places: list[str], chosen: tuple[Lines, ...], pool: str) -> bool:
    """The place that holds a pool gives what all draw, port by port."""
    at_account = question.capabilities[pool].at is not At.SITE
    lines = chosen[places.index("" if at_account else question.hub or "")]
    draws = [_drawn(package, pool) for package in chosen]
    bins = [v.provides[pool] for v, n in lines for _ in range(n) if pool in v.provides]
    fits = at_account or _pack(sorted((d for d in draws if d), reverse=True), bins)
    return fits and sum(draws) <= _given(lines, pool)


def _pack(sizes: list[int], bins: list[int]) -> bool:
    if not sizes:
        return True
    for index, room in enumerate(bins):
        if room >= sizes[0] and _pack(sizes[1:], [*bins[:index], room - sizes[0], *bins[index + 1 :]]):
            return True
    return False


def _by_month(variant: Variant, count: int, *, by_line: bool) -> Iterator[Item]:
    """A line for each month in which some of the pieces begin, asked of every piece by itself; where a line is priced whole,
    later pieces go on where the earlier ones have come to.
    """
    last = variant.item.here.from_month
    months = [next((m for m, most in variant.starts if piece <= most), last) for piece in range(1, count + 1)]
    before = 0
    for month, pieces in sorted(Counter(months).items()):
        here = replace(variant.item.here, from_month=month, before=before if by_line else 0)
        yield replace(variant.item, count=pieces, here=here)
        before += pieces


def _lines_of(question: Question, variant: Variant, count: int) -> Iterator[Item]:
    price = question.prices.deal.book.prices[variant.offering.id]
    return _by_month(variant, count, by_line=any(charge.steps for charge in price.charges))


def _one_by_one(question: Question, chosen: tuple[Lines, ...]) -> tuple[int, int]:
    """What is priced piece after piece: value and month of all of it."""
    account = count_pieces((v.item, n) for lines in chosen for v, n in lines)
    value = monthly = 0
    met: Counter[tuple[str, int]] = Counter()
    for place, lines in enumerate(chosen):
        held = held_bundles(question.bundles, count_pieces((v.item, n) for v, n in lines), account)
        items = [item for variant, count in lines for item in _lines_of(question, variant, count)]
        for item in sorted(items, key=lambda item: item.here.from_month):
            charge = question.prices.graduated(item.offering)
            if charge is None:
                continue
            for _ in range(item.count):
                where = item.offering, place if charge.counted_over == "site" else -1
                met[where] += 1
                ends = [tier.most or 0 for tier in charge.tiers[:-1]]
                tier = sum(end < met[where] for end in ends)
                price = question.prices.price(replace(item, count=1), tier, best_bundle(item.offering, held))
                value, monthly = value + price.worth(question.objective), monthly + price.monthly_net
    return value, monthly


def _price(question: Question, places: list[str], chosen: tuple[Lines, ...]) -> tuple[Answer, int]:
    account = count_pieces((v.item, n) for lines in chosen for v, n in lines)
    value, monthly = _one_by_one(question, chosen)
    used: set[str] = set()
    tiered = False
    for lines in chosen:
        here = count_pieces((v.item, n) for v, n in lines)
        held = held_bundles(question.bundles, here, account)
        for item in (item for variant, count in lines for item in _lines_of(question, variant, count)):
            count = item.count
            if question.prices.deal.book.prices[item.offering].graduated_over:
                used |= {bundle.id for bundle in [best_bundle(item.offering, held)] if bundle}
                continue
            price, bundle = price_in_place(question.prices, item, here, account, held)
            times = price.times(count)
            value, monthly = value + price.worth(question.objective) * times, monthly + price.monthly_net * times
            used |= {bundle.id} if bundle else set()
            tiered = tiered or (price.monthly is not None and any(s.step == "volume" for s in price.monthly.steps))
    pooled = any(v.linked for lines in chosen for v, _ in lines)
    return Answer(value, frozenset(used), tiered, pooled), monthly
