"""Kinds of site: sites that can be served alike, and must be.

Needs are canonicalised to what the candidates can tell apart (a demand for 120 Mbps and one for 150 Mbps are the same
where 200 Mbps is the next that can be ordered), then equal sites collapse into one kind with a multiplicity.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from proposer.configure.relevance import Relevance
from proposer.configure.requirements import Requirements, meets, merge
from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import Capability
from proposer.model.demands import ACCOUNT, Demand


@dataclass(frozen=True, slots=True)
class Kind:
    """Sites that are served alike ("" alone is the account); `requirements` are those of the first site, `variants` what
    could be of use there.
    """

    sites: tuple[str, ...]
    variants: tuple[Variant, ...]
    requirements: Requirements
    is_hub: bool = False


def kinds_of(
    sites: Sequence[str],
    demands: Sequence[Demand],
    candidates: Candidates,
    capabilities: Mapping[str, Capability],
    hub: str | None,
) -> tuple[Kind, ...]:
    """All kinds, in an order that does not depend on that of the sites in the file."""
    by_site: dict[str, list[Demand]] = {site: [] for site in sites}
    for demand in demands:
        by_site[demand.site].append(demand)
    groups: dict[tuple[object, ...], list[str]] = {}
    met_by, relevance = _Distinguisher(capabilities), Relevance()
    shared = frozenset(name for variants in candidates.variants for variant in variants for name in variant.linked)
    requirements = {site: merge(by_site[site], capabilities) for site in sites}
    for site in sorted(sites):
        number = candidates.of_site[site]
        seen = met_by.signature(number, candidates.variants[number], requirements[site])
        groups.setdefault((number, site == hub, seen), []).append(site)
    kinds: list[Kind] = []
    for first, *others in groups.values():
        wanted = requirements[first]
        drawn = shared if first in (hub, ACCOUNT) else frozenset()
        variants = relevance.among(candidates.at(first), wanted.names | drawn)
        kinds.append(Kind((first, *others), variants, wanted, first == hub))
    return tuple(kinds)


class _Distinguisher:
    """Tells which variants meet a service's qualities, asking once for each distinct question."""

    def __init__(self, capabilities: Mapping[str, Capability]) -> None:
        self._capabilities = capabilities
        self._known: dict[tuple[object, ...], tuple[int, ...]] = {}

    def signature(self, number: int, variants: tuple[Variant, ...], wanted: Requirements) -> tuple[object, ...]:
        services = tuple(
            (capability, self._providers(number, variants, capability, tuple(sorted(qualities.items()))))
            for capability, qualities in sorted(wanted.services.items())
        )
        return (services, tuple(sorted(wanted.amounts.items())))

    def _providers(
        self, number: int, variants: tuple[Variant, ...], capability: str, wanted: tuple[tuple[str, Decimal | str], ...]
    ) -> tuple[int, ...]:
        key = (number, capability, wanted)
        if key not in self._known:
            self._known[key] = tuple(
                index
                for index, variant in enumerate(variants)
                if any(
                    name == capability and meets(self._capabilities[name], offered, dict(wanted))
                    for name, offered in variant.services
                )
            )
        return self._known[key]
