"""The *random core* family: features of many values under random tables.

Parameters after `benchmarks/core` of potassco/coom-suite (which potassco/coom-benchmarks continues): F features of O
values; F // C + 1 tables, each over C features drawn without repetition; 2 · O rows to a table, each cell drawn evenly
and with repetition. There F is 25 to 400, O 50 to 250 and C 2 to 4. What differs here, and why:

- F is 3 to 6 and O 2 to 4, since the choice lists every package of a place within a bound on its work: beyond about
  that size it stops without a proof;
- there are up to F // C further tables, and some features are set by a wish, since the published instances are almost
  all feasible and both verdicts must occur;
- values have prices, which the published ones have not, so that the optimum can be compared too.
"""

from __future__ import annotations

import random

from published_worlds import Among, Feature, Instance, Product, Thing, Wish


def core(seed: int) -> Instance:
    """One instance; equal seeds give equal instances."""
    rng = random.Random(f"core {seed}")  # noqa: S311 - reproducible instances, nothing secret
    columns = rng.choice((2, 3, 4))
    features = tuple(_feature(rng, number) for number in _names(rng, columns))
    tables = len(features) // columns + 1 + rng.randrange(len(features) // columns + 1)
    options = len(features[0].values)
    product = Product(features, tables=tuple(_table(rng, features, columns, 2 * options) for _ in range(tables)))
    asked = rng.sample(features, rng.choice((0, 0, 1, 2)))
    return Instance(product, (Wish(tuple(_asked(rng, feature) for feature in asked)),))


def _names(rng: random.Random, columns: int) -> list[tuple[int, int]]:
    options = rng.randrange(2, 5)
    return [(number, options) for number in range(rng.randrange(max(3, columns), 7))]


def _feature(rng: random.Random, number: tuple[int, int]) -> Feature:
    name, options = number
    values = tuple(Thing(f"feature{name}={option}", rng.randrange(100, 5_000)) for option in range(options))
    return Feature(f"feature{name}", values)


def _table(rng: random.Random, features: tuple[Feature, ...], columns: int, rows: int) -> tuple[tuple[Among, ...], ...]:
    over = rng.sample(features, columns)
    return tuple(tuple(Among(each.id, (rng.choice(each.values).id,)) for each in over) for _ in range(rows))


def _asked(rng: random.Random, feature: Feature) -> Among:
    some = rng.sample(feature.values, rng.randrange(1, len(feature.values)))
    return Among(feature.id, tuple(sorted(value.id for value in some)))
