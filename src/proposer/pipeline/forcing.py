"""Forcing: what if this offering stood at that site? It is made a demand of its own, which only the offering meets.

So the answer keeps every rule of the choice (nothing is there that meets no demand), and a conflict names the wish
beside the needs that it cannot stand with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import At, Capability
from proposer.model.demands import Cause, Demand

WISH = "wish"  # the capability that only what is forced provides


@dataclass(frozen=True, slots=True)
class Forced:
    """An offering at a site ("" is the account), with the characteristics that it must have, as texts."""

    site: str
    offering: str
    name: str
    where: str
    characteristics: Mapping[str, str] = field(default_factory=dict)

    @property
    def words(self) -> str:
        """What is wished, as the customer would say it."""
        listed = ", ".join(self.characteristics.values())
        return f"{self.name}{f' with {listed}' if listed else ''} is wanted at {self.where}."

    def demand(self) -> Demand:
        """The demand that nothing else meets."""
        return Demand(self.site, WISH, Cause("", "", self.words))

    def capabilities(self, declared: Mapping[str, Capability]) -> Mapping[str, Capability]:
        """The catalog's capabilities and the wish."""
        return {**declared, WISH: Capability(WISH, self.name, At.SITE if self.site else At.ACCOUNT)}

    def granted(self, site: str, variants: Sequence[Variant]) -> tuple[Variant, ...]:
        """What can be sold at a site, with the wish granted by what fits it."""
        if site != self.site:
            return tuple(variants)
        return tuple(self._granting(each) if self._fits(each) else each for each in variants)

    def among(self, candidates: Candidates) -> Candidates:
        """The candidates, in which the wish's site has some of its own."""
        own = self.granted(self.site, candidates.at(self.site))
        return Candidates((*candidates.variants, own), {**candidates.of_site, self.site: len(candidates.variants)})

    def is_granted_by(self, variants: Sequence[Variant]) -> bool:
        """Whether any of some variants fits the wish."""
        return any(self._fits(variant) for variant in variants)

    def _fits(self, variant: Variant) -> bool:
        values = {name: str(value) for name, value in variant.item.characteristics}
        return variant.offering.id == self.offering and self.characteristics.items() <= values.items()

    @staticmethod
    def _granting(variant: Variant) -> Variant:
        return replace(variant, services=(*variant.services, (WISH, {})))
