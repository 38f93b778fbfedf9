"""The names of one catalog, each with what an editor shows for it."""

from __future__ import annotations

from collections.abc import Mapping

from proposer.load.characteristics import all_values
from proposer.load.schemas.building import Json, mapping, one_of_names, said
from proposer.model.catalog import Capability, Catalog, Offering


def offering_words(catalog: Catalog) -> dict[str, str]:
    """Offering → its name, family and sentence."""
    return {id_: _offering(catalog, offering) for id_, offering in catalog.offerings.items()}


def bundle_words(catalog: Catalog) -> dict[str, str]:
    """Bundle → its name and sentence."""
    return {id_: f"**{bundle.name}**\n\n{bundle.words}".strip() for id_, bundle in catalog.bundles.items()}


def capability_words(catalog: Catalog) -> dict[str, str]:
    """Capability → its label, place and what it is measured in."""
    return {id_: _capability(each) for id_, each in catalog.capabilities.items()}


def rule_words(catalog: Catalog) -> dict[str, str]:
    """Rule → its sentence, also of the rules that options add."""
    added = {rule.id: rule for option in catalog.options for rule in option.adds}
    return {id_: rule.because.text for id_, rule in {**catalog.rules, **added}.items()}


def access_words(catalog: Catalog) -> dict[str, str]:
    """Access → its label and the offering that brings it in."""
    return {
        id_: f"**{access.label}**" + (f", brought in by `{access.entrance}`" if access.entrance else "")
        for id_, access in catalog.accesses.items()
    }


def option_words(catalog: Catalog) -> dict[str, str]:
    """Option → its title and sentence."""
    return {option.id: f"**{option.title}**: {option.in_short}" for option in catalog.options}


def service_level_words(catalog: Catalog) -> dict[str, str]:
    """Service level → its title and availability."""
    return {id_: f"**{level.title}** {level.availability}".strip() for id_, level in catalog.service_levels.items()}


def names(words: Mapping[str, str]) -> Json:
    """One of these names; a catalog that has none yet takes any text."""
    return one_of_names(words) if words else {"type": "string"}


def keyed_by(words: Mapping[str, str], parts: Mapping[str, Json]) -> Json:
    """A mapping whose keys are these names."""
    return mapping({name: said(words[name], part) for name, part in parts.items()})


def value_words(offering: Offering) -> dict[str, list[str]]:
    """Characteristic → what can be ordered of it, as text."""
    return {part.name: [str(value) for value in all_values(part)] for part in offering.characteristics}


def _offering(catalog: Catalog, offering: Offering) -> str:
    family = catalog.families.get(offering.family)
    head = f"**{offering.name}**" + (f" ({family.name})" if family else "")
    return f"{head}\n\n{offering.words.in_short}".strip()


def _capability(capability: Capability) -> str:
    if capability.unit is not None:
        return f"**{capability.label}**, an amount in {capability.unit} at the {capability.at}"
    parts = [
        f"- `{quality.name}`: {' < '.join(quality.grades) if quality.grades else quality.unit}"
        for quality in capability.qualities
    ]
    return "\n".join([f"**{capability.label}**, a service at the {capability.at}", "", *parts]).strip()
