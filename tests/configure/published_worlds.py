"""Configuration problems as others publish them: features with values, tables, parts by number, sums and wishes.

Nothing here knows the program. A product has features, of which each takes one value; a feature of an optional part has
one only where that part is there. Pieces stand any number of times up to a most. A table keeps a product to its rows;
a rule says what stands beside a thing; a bar keeps two things apart; a limit is a sum that the things use up, a want
one that they give. A thing is a value or a piece, and is known by its id.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Thing:
    """A value of a feature (`most` is one) or a piece: its price in cents, and what one of it gives and uses up."""

    id: str
    price: int = 0
    most: int = 1
    gives: Mapping[str, int] = field(default_factory=dict)
    uses: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Feature:
    """One of its values is taken, always or where the optional part `part` is there."""

    id: str
    values: tuple[Thing, ...]
    part: str = ""


@dataclass(frozen=True, slots=True)
class Among:
    """A feature has one of some values; of an optional part's feature this says that the part is there."""

    feature: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """Where `when` stands, a feature has one of some values."""

    when: str
    then: Among


@dataclass(frozen=True, slots=True)
class Product:
    """What can be configured. In a table (a tuple of rows) one row holds whole: all that it lists."""

    features: tuple[Feature, ...]
    pieces: tuple[Thing, ...] = ()
    tables: tuple[tuple[tuple[Among, ...], ...], ...] = ()
    rules: tuple[Rule, ...] = ()
    bars: tuple[tuple[str, str], ...] = ()
    limits: Mapping[str, int] = field(default_factory=dict)

    @property
    def things(self) -> tuple[Thing, ...]:
        """All values and pieces."""
        return (*(value for feature in self.features for value in feature.values), *self.pieces)


@dataclass(frozen=True, slots=True)
class Wish:
    """What is asked of one exemplar: values of features, and sums that its things give at least."""

    among: tuple[Among, ...] = ()
    wants: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Instance:
    """So many exemplars of a product as there are wishes, together at no more than `most_price` cents, if that is said."""

    product: Product
    wishes: tuple[Wish, ...]
    most_price: int | None = None
