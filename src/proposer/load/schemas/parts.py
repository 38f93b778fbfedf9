"""The parts that shapes name (`fields.part`): what each is in one catalog."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue

from proposer.load.schemas import needs_parts, offering_parts, price_parts, rule_parts, scalars, scenario_parts
from proposer.load.schemas.building import Json, listed, one_or_more
from proposer.load.schemas.named import (
    access_words,
    bundle_words,
    capability_words,
    names,
    offering_words,
    option_words,
    rule_words,
    service_level_words,
)
from proposer.model.catalog import Catalog

_ALWAYS: Mapping[str, Json] = {
    "text": scalars.TEXT,
    "texts": one_or_more(scalars.TEXT),
    "pieces": scalars.PIECES,
    "money": scalars.MONEY,
    "percent": scalars.percent(),
    "day": scalars.DAY,
    "flag": scalars.FLAG,
    "count": scalars.COUNT,
    "number": scalars.NUMBER,
    "scalar": scalars.SCALAR,
    "unit": scalars.UNIT,
    "states": one_or_more(scalars.STATE),
    "expression": scalars.EXPRESSION,
    "validity": scalars.duration("days"),
    "duration": scalars.duration("business days", "days", "months"),
    "qualities": rule_parts.qualities(),
    "choices": rule_parts.choices(),
    "each": scenario_parts.table(),
}
_OF_CATALOG: Mapping[str, Callable[[Catalog], Json]] = {
    "term": lambda catalog: scalars.months(catalog.terms),
    "terms": lambda catalog: one_or_more(scalars.months(catalog.terms)),
    "sold_terms": lambda catalog: one_or_more(scalars.sold_months(catalog.terms)),
    "offering": lambda catalog: names(offering_words(catalog)),
    "bundle": lambda catalog: names(bundle_words(catalog)),
    "offerings": lambda _: one_or_more({"part": "offering"}),
    "capability": lambda catalog: names(capability_words(catalog)),
    "rule": lambda catalog: names(rule_words(catalog)),
    "accesses": lambda catalog: one_or_more(names(access_words(catalog))),
    "service_level": lambda catalog: names(service_level_words(catalog)),
    "option": lambda catalog: names(option_words(catalog)),
    "characteristics": lambda _: offering_parts.characteristics(),
    "interval": lambda _: offering_parts.interval(),
    "rides_on": offering_parts.rides_on,
    "balances": offering_parts.balances,
    "requires": lambda _: offering_parts.requires(),
    "members": offering_parts.members,
    "demand": rule_parts.demand,
    "adds": lambda _: rule_parts.adds(),
    "prices": price_parts.prices,
    "row": lambda _: price_parts.row(),
    "cell": lambda _: price_parts.cell(),
    "tiers": lambda _: price_parts.tiers(),
    "header": lambda _: listed({"type": ["string", "number"]}),
    "term_factors": price_parts.term_factors,
    "customer": needs_parts.customer,
    "network": needs_parts.network,
    "discounts": needs_parts.discounts,
    "icb": lambda _: needs_parts.icb(),
    "goals": lambda _: needs_parts.goals(),
    "annexes": lambda _: needs_parts.annexes(),
    "site_defaults": needs_parts.site_defaults,
    "sites": needs_parts.sites,
    "needs": lambda _: scenario_parts.needs(),
    "items": scenario_parts.items,
    "offerings_at_sites": lambda _: scenario_parts.offerings_at_sites(),
    "causes": scenario_parts.causes,
}


@dataclass(frozen=True)
class Filling:
    """Puts marked parts in place. What depends on the catalog stands once, under `definitions`, and is referred to."""

    catalog: Catalog
    prefix: str = ""
    definitions: Json = field(default_factory=dict)

    def fill(self, data: JsonValue) -> JsonValue:
        """A schema with every mark in place, also those that parts hold themselves."""
        if isinstance(data, list):
            return [self.fill(each) for each in data]
        if not isinstance(data, dict):
            return data
        mark = data.get("part")
        if not isinstance(mark, str):
            return {name: self.fill(each) for name, each in data.items()}
        words = {name: each for name, each in data.items() if name != "part"}
        return {**(_ALWAYS.get(mark) or self._refer(mark)), **words}

    def _refer(self, mark: str) -> Json:
        name = self.prefix + mark
        if name not in self.definitions:
            self.definitions[name] = {}  # a part may hold itself
            self.definitions[name] = self.fill(_OF_CATALOG[mark](self.catalog))
        return {"$ref": f"#/$defs/{name}"}
