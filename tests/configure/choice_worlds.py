"""Small random worlds: offerings, prices, demands, with every coupling that the choice knows.

Two or three sites, one of them the hub, and the account. A world is a `Question` whose candidates come from the real
offer stage; all amounts are small, so that every choice can be enumerated by brute force.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from graduated_worlds import limited, local_to_sites, sold_there, with_graduated
from growing_worlds import charged_otherwise, growing_variants

from proposer.configure import Question
from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import At, Balance, Bundle, Capability, Characteristic, Count, Offering, Promotion, Quality
from proposer.model.catalog import Words as CatalogWords
from proposer.model.configuration import Circumstances
from proposer.model.demands import Cause, Demand
from proposer.model.objective import Objective
from proposer.model.prices import Cell, Charge, OfferingPrice, PriceBook, PricingPolicy, Stacking, Tier
from proposer.model.quantities import Quantity
from proposer.offer.place import Place
from proposer.offer.variants import variants_of
from proposer.pricing import Deal, PriceList
from proposer.pricing.limits import with_limits

TERM = 12
NOWHERE = Span("world.yaml", 1)
CAPABILITIES = {
    c.id: c
    for c in (
        Capability("line", "Line", At.SITE, (Quality("speed", "Mbps"),)),
        Capability("calls", "Calls", At.SITE, unit="calls"),
        Capability("room", "Room for calls", At.SITE, unit="calls"),
        Capability("guard", "Guard", At.SITE),
        Capability("link", "Link", At.SITE),
        Capability("port", "Hub port", At.SITE, unit="Mbps"),
        Capability("licence", "Licence", At.ACCOUNT, unit="licences"),
    )
}


def world(seed: int, sizes: Sequence[int] = (2, 3), *, graduated: bool = True) -> Question:
    """One random world, with as many sites as one of the sizes says; equal seeds give equal worlds."""
    rng = random.Random(seed)  # noqa: S311 - reproducible worlds, nothing secret
    offerings = [offering for offering in _offerings(rng) if rng.random() < 0.85]
    promotions = tuple(_promotions(random.Random(f"promotions {seed}")))  # noqa: S311 - nothing secret
    shapes = random.Random(f"shapes {seed}")  # noqa: S311 - nothing secret
    promotions += tuple(_competing(shapes))
    term = shapes.choice((TERM, TERM, 2 * TERM))
    book = charged_otherwise(seed, _with_steps(shapes, _book(rng, offerings)))
    if graduated:
        book = with_graduated(seed, book, local_to_sites(BUNDLES))
        promotions += tuple(limited(seed, book, local_to_sites(BUNDLES)))
        book = with_limits(book, promotions)
    prices = PriceList(Deal(term, book, _policy(shapes), promotions, {}))
    sites = [f"s{number}" for number in range(rng.choice(sizes))]
    variants = {
        "site": _sold(offerings, Place(frozenset({At.SITE, At.LINK}))),
        "hub": _sold(offerings, Place(frozenset({At.SITE}))),
        "account": _sold(offerings, Place(frozenset({At.ACCOUNT}))),
    }
    of_site = {site: 1 if site == "s0" else 0 for site in sites} | {"": 2}
    if len(sites) > 2 and random.Random(f"links {seed}").random() < 0.7:  # noqa: S311 - nothing secret
        of_site |= {site: 3 + number % 2 for number, site in enumerate(sites[1:])}  # one kind of link each
    more = tuple(_elsewhere(shapes, variants["site"]))
    if more and len(sites) > 1 and of_site[sites[-1]] == 0:
        of_site[sites[-1]] = 5
    sold = [variants["site"], variants["hub"], variants["account"], *_of_one_link(variants["site"]), more]
    demands = _demands(rng, sites)
    growing = random.Random(f"growth {seed}")  # noqa: S311 - nothing secret
    if growing.random() < 0.35:
        site = growing.choice(sites)
        sold.append(growing_variants(growing, site, demands, sold[of_site[site]]))
        of_site[site] = len(sold) - 1
    return Question(
        sites=sites,
        hub="s0",
        demands=demands,
        candidates=Candidates(tuple(sold_there(book, variants) for variants in sold), of_site),
        capabilities=CAPABILITIES,
        bundles=_bundles(rng),
        prices=prices,
        budget=rng.choice((None, None, rng.randrange(1_000, 10_000) * len(sites))),
        objective=shapes.choice((Objective.TCV, Objective.TCV, Objective.FIRST_YEAR, Objective.MONTHLY)),
    )


def _elsewhere(rng: random.Random, variants: tuple[Variant, ...]) -> Iterator[Variant]:
    """What is sold at a site that begins late, and where something has to be built for one of the lines."""
    if rng.random() < 0.6:
        return
    start, built = rng.choice((1, 7, 14)), rng.randrange(20_000)
    for variant in variants:
        here = Circumstances(from_month=start, construction=built if variant.offering.id == "glass" else 0)
        yield replace(variant, item=replace(variant.item, here=here))


def _of_one_link(variants: tuple[Variant, ...]) -> Iterator[tuple[Variant, ...]]:
    """What is sold where only the one, or only the other, kind of link can be had."""
    for missing in ("evc", "own"):
        yield tuple(variant for variant in variants if variant.offering.id != missing)


POLICY = PricingPolicy(
    version="1",
    waterfall=("list", "term", "volume", "bundle", "promotion", "negotiated"),
    list_term=TERM,
    most_negotiated=Decimal(0),
    approvals=(),
    validity_days=30,
    fees=(),
    fees_note="",
)


def _offerings(rng: random.Random) -> list[Offering]:
    fast, slow = Quantity(Decimal(100), "Mbps"), Quantity(Decimal(10), "Mbps")
    speed = Characteristic("speed", "Speed", {"": (slow, fast)})
    licence = (Balance("licence", Decimal(1)),) if rng.random() < 0.5 else ()
    link_draw = Balance("port", rng.choice(("speed", Decimal(10))), at_hub=True)
    return [
        _offering("cable", characteristics=(speed,), provides=(_line("speed"), Balance("room", Decimal(2)))),
        _offering("glass", provides=(_line(Decimal(100)), Balance("room", Decimal(rng.choice((4, 6)))))),
        _offering("trunk", count=4, provides=(Balance("calls", Decimal(1)),), consumes=(Balance("room", Decimal(1)),)),
        _offering("pack", count=2, provides=(Balance("calls", Decimal(3)),), requires=(Balance("line"),)),
        _offering("guard", provides=(Balance("guard"),), requires=(Balance("line"),), consumes=licence),
        _offering("shield", provides=(Balance("guard"),), excludes=("cable",) if rng.random() < 0.5 else ()),
        _offering(
            "evc",
            At.LINK,
            characteristics=(speed,),
            provides=(Balance("link"),),
            consumes=(link_draw,),
            network="a" if rng.random() < 0.9 else None,
        ),
        _offering("own", At.LINK, provides=(Balance("link"),), network="b" if rng.random() < 0.9 else None),
        _offering("port", count=2, provides=(Balance("port", Decimal(rng.choice((20, 100)))),)),
        _offering("big-port", provides=(Balance("port", Decimal(200)),)),
        _offering("licence", At.ACCOUNT, provides=(Balance("licence", Decimal(rng.choice((1, 2)))),), count=2),
        _offering("site-licence", At.ACCOUNT, provides=(Balance("licence", Decimal(5)),)),
    ]


def _line(speed: Decimal | str) -> Balance:
    return Balance("line", qualities={"speed": speed})


def _offering(
    name: str,
    per: At = At.SITE,
    *,
    characteristics: tuple[Characteristic, ...] = (),
    provides: tuple[Balance, ...] = (),
    consumes: tuple[Balance, ...] = (),
    requires: tuple[Balance, ...] = (),
    excludes: tuple[str, ...] = (),
    network: str | None = None,
    count: int | None = None,
) -> Offering:
    return Offering(
        id=name,
        name=name,
        family="f",
        per=per,
        words=CatalogWords(""),
        characteristics=characteristics,
        provides=provides,
        consumes=consumes,
        requires=requires,
        excludes=excludes,
        network=network,
        count=Count("piece", "pieces", most=count) if count else None,
    )


def _sold(offerings: list[Offering], place: Place) -> tuple[Variant, ...]:
    here = [offering for offering in offerings if offering.per in place.per]
    return tuple(v for offering in here for v in variants_of(offering, place, {}, CAPABILITIES))


def _book(rng: random.Random, offerings: list[Offering]) -> PriceBook:
    prices = {offering.id: _price(rng, offering) for offering in offerings}
    return PriceBook("book", "Book", Interval(), prices)


def _price(rng: random.Random, offering: Offering) -> OfferingPrice:
    low = rng.randrange(500, 6_000)
    if offering.id == "trunk":
        return OfferingPrice("trunk", (TERM,), _tiers(rng, low // 3))
    if offering.characteristics:
        cells: dict[tuple[str, ...], Cell] = {
            ("10 Mbps",): Cell(low, NOWHERE),
            ("100 Mbps",): Cell(low + rng.randrange(2_000), NOWHERE),
        }
        return OfferingPrice(offering.id, (TERM,), Charge(("speed",), cells))
    once = Charge((), {(): Cell(rng.randrange(9_000), NOWHERE)}) if rng.random() < 0.5 else None
    return OfferingPrice(offering.id, (TERM,), Charge((), {(): Cell(low, NOWHERE)}), once)


def _with_steps(rng: random.Random, book: PriceBook) -> PriceBook:
    """Some prices for all pieces of a line together: steps of their own, pieces included, a least amount."""
    prices = dict(book.prices)
    for name in ("trunk", "pack", "port", "guard"):
        if name in prices and rng.random() < 0.25:
            cents = [rng.randrange(200, 3_000) for _ in range(3)]
            steps = (Tier(1, cents[0], NOWHERE), Tier(3, cents[1], NOWHERE), Tier(None, cents[2], NOWHERE))
            charge = Charge(steps=steps, included=rng.choice((0, 0, 1, 2)), minimum=rng.choice((0, 0, 2_500)))
            prices[name] = replace(prices[name], monthly=charge)
    return replace(book, prices=prices)


def _tiers(rng: random.Random, first: int) -> Charge:
    edge = rng.randrange(1, 5)
    tiers = (Tier(edge, first, NOWHERE), Tier(None, first * rng.randrange(70, 100) // 100, NOWHERE))
    return Charge(tiers=tiers, counted_over=rng.choice(("account", "account", "site")))


BUNDLES = [
    Bundle("double", "Double", At.SITE, {"cable": (1, None), "trunk": (2, None)}, Decimal(12), ("trunk", "cable")),
    Bundle("fleet", "Fleet", At.ACCOUNT, {"evc": (1, None)}, Decimal(15), ("evc", "port")),
    Bundle(
        "glass-house",
        "Glass house",
        At.ACCOUNT,
        {"glass": (2, None), "own": (0, 1)},
        Decimal(9),
        ("glass", "guard"),
    ),
]


def _bundles(rng: random.Random) -> list[Bundle]:
    return [bundle for bundle in BUNDLES if rng.random() < 0.6]


def _promotions(rng: random.Random) -> Iterator[Promotion]:
    """Some months off, a whole term off, an installation waived."""
    always = Interval()
    if rng.random() < 0.4:
        yield Promotion(
            "months", "Months", ("cable", "evc"), always, "monthly", Decimal(50), months=rng.randrange(1, 7)
        )
    if rng.random() < 0.4:
        yield Promotion("lasting", "Lasting", ("pack", "glass"), always, "monthly", Decimal(rng.randrange(5, 30)))
    if rng.random() < 0.4:
        yield Promotion("waived", "Waived", ("own", "port"), always, "once", Decimal(100))


def _competing(rng: random.Random) -> Iterator[Promotion]:
    """Amounts off and other prices, for those who take a bundle, in groups that stand together."""
    always, on, off = Interval(), ("cable", "evc", "trunk", "glass"), Decimal(0)
    if rng.random() < 0.3:
        months = rng.choice((None, 3, 18))
        yield Promotion(
            "amount", "Amount", on, always, "monthly", off, months, amount=rng.randrange(100, 900), group="b"
        )
    if rng.random() < 0.3:
        months = rng.choice((None, 2, 15))
        yield Promotion("price", "Price", on, always, "monthly", off, months, price=rng.randrange(500, 3000), group="a")
    for bundle, offering in (("double", "trunk"), ("fleet", "evc"), ("glass-house", "guard")):
        if rng.random() < 0.3:
            percent, months = Decimal(rng.randrange(10, 101)), rng.choice((None, 1, 6))
            yield Promotion(
                f"with-{bundle}", bundle, (offering,), always, "monthly", percent, months, bundle=bundle, group="a"
            )


def _policy(rng: random.Random) -> PricingPolicy:
    most = {"monthly": Decimal(30)} if rng.random() < 0.2 else {}
    return replace(POLICY, stacking=Stacking(("a", "b"), most))


def _demands(rng: random.Random, sites: list[str]) -> list[Demand]:
    found: list[Demand] = []
    for site in sites:
        if rng.random() < 0.7:
            speed = Decimal(rng.choice((5, 10, 50)))
            found.append(Demand(site, "line", _CAUSE, qualities={"speed": speed}))
        if rng.random() < 0.6:
            found.append(Demand(site, "calls", _CAUSE, amount=Decimal(rng.randrange(1, 6))))
        if rng.random() < 0.4:
            found.append(Demand(site, "guard", _CAUSE))
        if site != "s0" and rng.random() < 0.75:
            found.append(Demand(site, "link", _CAUSE))
    return found


_CAUSE = Cause("rule", "rules.yaml:1", "because")
