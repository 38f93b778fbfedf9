"""A published instance as a question to the choice, in the model that catalogs are read into.

A feature is a demanded service, and its values are offerings that serve it and exclude one another. A table is a demanded
service too: its rows are offerings, each of which requires what its cells say. What a rule asks for, its thing requires;
a bar is an exclusion; a want is a demanded amount. A limit is an amount that its users consume, and that one offering
gives once; that offering and the rows cost nothing. The values of an optional part require one another's features.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from choice_worlds import POLICY
from published_worlds import Among, Feature, Instance, Product, Thing

from proposer.configure import Question
from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.model.candidates import Candidates
from proposer.model.catalog import At, Balance, Capability, Count, Offering, Words
from proposer.model.demands import Cause, Demand
from proposer.model.prices import Cell, Charge, OfferingPrice, PriceBook
from proposer.offer.place import Place
from proposer.offer.variants import variants_of
from proposer.pricing import Deal, PriceList

TERM = 12
_CAUSE = Cause("rule", "rules.yaml:1", "because")


def question(instance: Instance) -> Question:
    """The same as the choice reads it: every exemplar is a site, the price of all is the budget."""
    offerings = list(_offerings(instance))
    sites = [f"exemplar {number}" for number in range(len(instance.wishes))]
    capabilities = {capability.id: capability for capability in _capabilities(instance)}
    here = Place(frozenset({At.SITE}))
    sold = tuple(v for offering in offerings for v in variants_of(offering, here, {}, capabilities))
    return Question(
        sites=sites,
        hub=None,
        demands=[demand for number, site in enumerate(sites) for demand in _demands(instance, number, site)],
        candidates=Candidates((sold, ()), dict.fromkeys(sites, 0) | {"": 1}),
        capabilities=capabilities,
        bundles=(),
        prices=PriceList(Deal(TERM, _book(instance, offerings), POLICY, (), {})),
        budget=instance.most_price,
    )


def _capabilities(instance: Instance) -> Iterator[Capability]:
    product = instance.product
    services = [feature.id for feature in product.features] + [f"table {n}" for n in range(len(product.tables))]
    services += [_name(among) for among in _amongs(instance)]
    yield from (Capability(name, name, At.SITE) for name in services)
    amounts = {name for thing in product.things for name in (*thing.gives, *thing.uses)}
    amounts |= set(product.limits) | {name for wish in instance.wishes for name in wish.wants}
    yield from (Capability(_amount(name), name, At.SITE, unit="of it") for name in sorted(amounts | _given(amounts)))


def _given(amounts: set[str]) -> set[str]:
    return {f"given {name}" for name in amounts}


def _amount(name: str) -> str:
    return f"amount of {name}"


def _name(among: Among) -> str:
    return f"{among.feature}: {' or '.join(among.values)}"


def _amongs(instance: Instance) -> list[Among]:
    """All that tables, rules and wishes say of features, each once."""
    product = instance.product
    found = [among for rows in product.tables for cells in rows for among in cells]
    found += [rule.then for rule in product.rules] + [among for wish in instance.wishes for among in wish.among]
    return list(dict.fromkeys(found))


def _offerings(instance: Instance) -> Iterator[Offering]:
    product, amongs = instance.product, _amongs(instance)
    for feature in product.features:
        for value in feature.values:
            serves = [feature.id, *(_name(among) for among in amongs if value.id in among.values)]
            others = [other.id for other in feature.values if other is not value]
            yield _thing(product, value, serves, _siblings(product, feature), others)
    yield from (_thing(product, piece, [], [], []) for piece in product.pieces)
    for number, rows in enumerate(product.tables):
        for row, cells in enumerate(rows):
            needs = tuple(Balance(_name(among)) for among in cells)
            yield _offering(f"table {number} row {row}", provides=(Balance(f"table {number}"),), requires=needs)
    for name, most in product.limits.items():
        yield _offering(f"limit of {name}", provides=(Balance(_amount(name), Decimal(most)),))


def _siblings(product: Product, feature: Feature) -> list[str]:
    """The other features of the same optional part."""
    return [each.id for each in product.features if feature.part and each.part == feature.part and each != feature]


def _thing(product: Product, thing: Thing, serves: list[str], beside: list[str], others: list[str]) -> Offering:
    needs = [*beside, *(_name(rule.then) for rule in product.rules if rule.when == thing.id)]
    barred = [other for one, other in product.bars if one == thing.id]
    given = (Balance(_amount(f"given {name}"), Decimal(amount)) for name, amount in thing.gives.items())
    return _offering(
        thing.id,
        provides=(*(Balance(name) for name in serves), *given),
        consumes=tuple(
            Balance(_amount(name), Decimal(amount)) for name, amount in thing.uses.items() if name in product.limits
        ),
        requires=tuple(Balance(name) for name in needs),
        excludes=(*others, *barred),
        most=thing.most,
    )


def _offering(
    name: str,
    *,
    provides: tuple[Balance, ...],
    consumes: tuple[Balance, ...] = (),
    requires: tuple[Balance, ...] = (),
    excludes: tuple[str, ...] = (),
    most: int = 1,
) -> Offering:
    return Offering(
        id=name,
        name=name,
        family="f",
        per=At.SITE,
        words=Words(""),
        provides=provides,
        consumes=consumes,
        requires=requires,
        excludes=excludes,
        count=Count("piece", "pieces", most=most) if most > 1 else None,
    )


def _book(instance: Instance, offerings: list[Offering]) -> PriceBook:
    of_things = {thing.id: thing.price for thing in instance.product.things}
    nowhere = Span("published.yaml", 1)
    prices = {
        each.id: OfferingPrice(each.id, (TERM,), Charge((), {(): Cell(of_things.get(each.id, 0), nowhere)}))
        for each in offerings
    }
    return PriceBook("book", "Book", Interval(), prices)


def _demands(instance: Instance, number: int, site: str) -> Iterator[Demand]:
    wish, product = instance.wishes[number], instance.product
    always = [feature.id for feature in product.features if not feature.part]
    named = [*always, *(f"table {n}" for n in range(len(product.tables))), *(_name(among) for among in wish.among)]
    yield from (Demand(site, name, _CAUSE) for name in named)
    for name, least in wish.wants.items():
        yield Demand(site, _amount(f"given {name}"), _CAUSE, amount=Decimal(least))
