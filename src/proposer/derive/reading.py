"""What one rule sees at one place, and which facts it has read there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from proposer.derive.answers import Place
from proposer.expressions import Expression, Value
from proposer.expressions.nodes import SITES
from proposer.expressions.printing import unit_of
from proposer.model.catalog import At, Capability, Catalog
from proposer.model.demands import NeedsFact
from proposer.model.vocabulary import base_unit, of_question
from proposer.units import UNITS


class Reading:
    """The scope of a rule's expressions at one place. Values of `let` and of demands are named as they are calculated."""

    def __init__(self, catalog: Catalog, place: Place, sites: Sequence[Place], units: Mapping[str, str]) -> None:
        self.place = place
        self.names_read: dict[str, None] = {}  # in the order of reading
        self.names_missed: set[str] = set()  # nobody answered; a site question as `sites.<path>`
        self._facts_over_sites: list[NeedsFact] = []
        self._catalog = catalog
        self._sites = sites
        self._units = units
        self._named: dict[str, Value | None] = {}
        self._named_units: dict[str, str] = {}

    def name(self, name: str, value: Value | None, unit: str) -> None:
        """Give a value a name for the rule's further expressions and sentences."""
        self._named[name] = value
        self._named_units[name] = unit

    def unit_of(self, expression: Expression) -> str:
        """The base unit of an expression's value."""
        return unit_of(expression.root, self)

    def lookup(self, name: str) -> Value | None:
        """A value by its name; what is read of the needs is remembered."""
        if name in self._named:
            return self._named[name]
        value = self.place.values.get(name)
        if value is None:
            self.names_missed.add(name)
            return None
        self.names_read[name] = None
        return value

    def cell(self, table: str, key: str) -> Decimal | None:
        """A table's value in base units."""
        found = self._catalog.tables.get(table)
        number = found.values.get(key) if found else None
        if found is None or number is None:
            return None
        return number * UNITS[found.unit][1] if found.unit in UNITS else number

    def total(self, path: str) -> Decimal | None:
        """The sum over the sites that answered; the facts that add to it are remembered."""
        numbers: list[Decimal] = []
        for place in self._sites:
            number = place.values.get(path)
            if isinstance(number, Decimal) and number.is_finite():
                numbers.append(number)
                if number:
                    self._remember(place, path)
        if not numbers:
            self.names_missed.add(SITES + path)
            return None
        return sum(numbers, Decimal(0))

    def any_site(self, path: str) -> bool:
        """Whether a flag is set somewhere; where it is set is remembered."""
        places = [place for place in self._sites if place.values.get(path) is True]
        for place in places:
            self._remember(place, path)
        return bool(places)

    def unit(self, name: str) -> str:
        """The base unit of a name's or table's numbers."""
        return self._named_units[name] if name in self._named_units else self._units.get(name, "")

    def facts_over_sites(self) -> tuple[NeedsFact, ...]:
        """The facts behind `total` and `any_site`, each once."""
        return tuple(dict.fromkeys(self._facts_over_sites))

    def _remember(self, place: Place, path: str) -> None:
        fact = place.fact(path)
        self._facts_over_sites += [fact] if fact else []


def units(catalog: Catalog) -> dict[str, str]:
    """The base units of all names, for print."""
    found = {table.id: base_unit(table.unit) for table in catalog.tables.values()}
    for (at, path), question in catalog.questions.items():
        prefix = {At.SITE: SITES, At.NETWORK: "network.", At.ACCOUNT: "customer."}.get(at, "")
        unit = of_question(question).unit
        found |= {prefix + path: unit} | ({path: unit} if path not in found or at is At.SITE else {})
    return found | {"term": "months"}


def demanded_unit(capability: Capability | None, quality: str) -> str:
    """The base unit of a demanded amount (quality "") or quality."""
    if capability is None:
        return ""
    if not quality:
        return base_unit(capability.unit or "")
    return next((base_unit(known.unit) for known in capability.qualities if known.name == quality), "")
