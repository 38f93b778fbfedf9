"""The *bike* family: a fleet of bicycles with wheels, colour, saddle, a basket or none, and bags on carrier and frame.

After `benchmarks/city-bike-fleet`, `benchmarks/travel-bike-fleet` and the travel bike among the examples of
potassco/coom-suite (which potassco/coom-benchmarks continues). Carried over: wheels by size in inches with weight and
price; bags of 10, 20, 50 and 100 litres with weight and price, 0..3 on the carrier and 0..2 on the frame and a most for
both; a bag's material after its size; a basket as an optional part of the bicycle's colour; equal wheels; a 100-litre
bag only over a large rear wheel; leather bags alone beside a vintage saddle; a colour that goes with one wheel only; the
weight of wheels and bags within what is allowed; the bags' volume at least what is asked for; a most for the whole
fleet's price. The sizes and weights are the published ones; which bags can be had, limits, wishes and which of the rules hold are drawn.

What differs: a rule about a basket or bags that are not there holds (the published language leaves this to whoever
reads it). A bag is a piece of one size and material, and which bag hangs at which hook is not told apart. Left out: a
total that is a variable of its own, for it says nothing more than its sum. A basket may be demanded or follow from a
rule, and is otherwise free to be there: the choice never sells one for nothing, which changes neither verdict nor optimum.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from published_worlds import Among, Feature, Instance, Product, Rule, Thing, Wish

WHEELS = {20: (650, 1_000), 22: (700, 1_000), 24: (800, 2_000), 26: (900, 3_000), 28: (1_000, 4_000)}
BAGS = {10: (100, 1_000), 20: (250, 2_000), 50: (600, 3_000), 100: (1_200, 4_000)}
MATERIALS = {"leather": (10,), "cotton": (20, 50), "polyester": (20, 50, 100)}
COLOURS = ("red", "green", "yellow", "blue")


def bikes(seed: int) -> Instance:
    """One fleet of one to three bicycles; equal seeds give equal instances."""
    rng = random.Random(f"bikes {seed}")  # noqa: S311 - reproducible instances, nothing secret
    features, pieces = tuple(_features(rng)), _some(rng, tuple(_bags(rng)))
    product = Product(
        features,
        pieces,
        (_wheels_alike(),),
        tuple(_rules(rng, pieces)),
        tuple(_bars(rng, pieces)),
        {"carrier": 3, "frame": 2, "bags": rng.choice((2, 3, 4)), "weight": rng.randrange(2_000, 6_000, 50)},
    )
    wishes = tuple(_wish(rng) for _ in range(rng.randrange(1, 4)))
    most = rng.randrange(10_000, 24_000, 100) * len(wishes) if rng.random() < 0.6 else None
    return Instance(product, wishes, most)


def _features(rng: random.Random) -> Iterator[Feature]:
    for wheel in ("front", "rear"):
        yield Feature(
            wheel,
            tuple(
                Thing(f"{wheel}={size}", price + rng.randrange(-300, 300, 25), uses={"weight": weight})
                for size, (weight, price) in WHEELS.items()
            ),
        )
    yield _priced(rng, "colour", COLOURS)
    yield _priced(rng, "saddle", ("standard", "comfort", "vintage"))
    yield _priced(rng, "basket-position", ("front", "back"), "basket")
    yield _priced(rng, "basket-colour", COLOURS, "basket")


def _priced(rng: random.Random, name: str, values: tuple[str, ...], part: str = "") -> Feature:
    return Feature(name, tuple(Thing(f"{name}={value}", rng.randrange(0, 2_000, 25)) for value in values), part)


def _bags(rng: random.Random) -> Iterator[Thing]:
    """One piece for each size in each material that comes in it, at either place."""
    for place, most in (("carrier", 3), ("frame", 2)):
        for material, sizes in MATERIALS.items():
            for size in sizes:
                weight, price = BAGS[size]
                yield Thing(
                    f"{place} {material} {size}",
                    price + rng.randrange(-300, 600, 25),
                    most,
                    {"volume": size, f"{place} bags": 1},
                    {place: 1, "bags": 1, "weight": weight},
                )


def _some(rng: random.Random, bags: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """The bags that this shop has."""
    return tuple(sorted(rng.sample(bags, rng.randrange(3, 7)), key=bags.index))


def _wheels_alike() -> tuple[tuple[Among, ...], ...]:
    return tuple((Among("front", (f"front={size}",)), Among("rear", (f"rear={size}",))) for size in WHEELS)


def _rules(rng: random.Random, bags: tuple[Thing, ...]) -> Iterator[Rule]:
    for colour in COLOURS:
        yield Rule(f"basket-colour={colour}", Among("colour", (f"colour={colour}",)))
    large = Among("rear", ("rear=28",) if rng.random() < 0.5 else ("rear=26", "rear=28"))
    yield from (Rule(bag.id, large) for bag in bags if bag.gives["volume"] == 100)
    yield Rule("basket-position=front", Among("front", tuple(f"front={size}" for size in WHEELS if size < 28)))
    if rng.random() < 0.7:
        yield Rule("colour=red", Among("front", ("front=20",)))
    if rng.random() < 0.5:
        yield Rule("colour=blue", Among("basket-position", ("basket-position=back",)))


def _bars(rng: random.Random, bags: tuple[Thing, ...]) -> Iterator[tuple[str, str]]:
    yield from (("saddle=vintage", bag.id) for bag in bags if " leather " not in bag.id)
    if rng.random() < 0.5:
        yield ("saddle=comfort", "basket-position=back")


def _wish(rng: random.Random) -> Wish:
    wants = {"volume": rng.randrange(10, 150, 10)} if rng.random() < 0.8 else {}
    if rng.random() < 0.4:
        wants[rng.choice(("carrier bags", "frame bags"))] = rng.choice((1, 1, 2))
    return Wish(tuple(_asked(rng)), wants)


def _asked(rng: random.Random) -> Iterator[Among]:
    if rng.random() < 0.4:
        yield Among("colour", (f"colour={rng.choice(COLOURS)}",))
    if rng.random() < 0.3:
        yield Among("saddle", (f"saddle={rng.choice(('comfort', 'vintage'))}",))
    if rng.random() < 0.3:
        yield Among("basket-position", (f"basket-position={rng.choice(('front', 'back'))}",))
    if rng.random() < 0.3:
        few = rng.sample(sorted(WHEELS), 2)
        yield Among("rear", tuple(f"rear={size}" for size in sorted(few)))
