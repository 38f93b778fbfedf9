"""Feature models put to the choice: every feature is an offering with a capability of its own.

A child requires its parent's capability. A parent requires a mandatory child's capability, and for an alternative or an
or group a capability that all children of the group provide; alternatives exclude each other. The root is demanded.

Nothing of a model changes its meaning by this: a model's products are exactly the whole sets of offerings, and from a
whole set that serves the demands single offerings can be left out until each is there for the sake of something; leaving
out breaks no exclusion. So there is a package where there is a product with what is demanded, and only there.
Cardinalities other than these groups', attributes and other formulas across the tree are not generated.

A model is void when there is no package for the root; a feature is dead when there is none for the root and the feature;
it is core when there is none for the root without its offering. In a void model all features are dead, and by
convention, which flamapy shares, none is core.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from choice_worlds import POLICY
from feature_models import ALTERNATIVE, MANDATORY, OPTIONAL, FeatureModel, Verdict

from proposer.configure import Question, Unsolved, configure
from proposer.dates import Interval
from proposer.diagnostics import Span
from proposer.model.candidates import Candidates, Variant
from proposer.model.catalog import At, Balance, Capability, Offering, Words
from proposer.model.configuration import Configuration
from proposer.model.demands import Cause, Demand
from proposer.model.prices import Cell, Charge, OfferingPrice, PriceBook
from proposer.offer.place import Place
from proposer.offer.variants import variants_of
from proposer.pricing import Deal, PriceList

TERM = 12
SITE = "s0"


class Asked:
    """One model as the choice sees it."""

    def __init__(self, model: FeatureModel) -> None:
        self.model = model
        groups = [f"group-{number}" for number in range(len(model.groups))]
        self.capabilities = {name: Capability(name, name, At.SITE) for name in (*model.features, *groups)}
        self.variants = _variants(model, self.capabilities)
        self.prices = PriceList(Deal(TERM, _book(model), POLICY, (), {}))

    def has_product(self, *demanded: str, without: str = "") -> bool:
        """Whether there is a package for the root and what is demanded besides; anything unproven is an error."""
        answer = self.answer(*demanded, without=without)
        assert answer.proof.proven if isinstance(answer, Configuration) else answer.proven
        return isinstance(answer, Configuration)

    def answer(self, *demanded: str, without: str = "") -> Configuration | Unsolved:
        """What the choice says."""
        here = tuple(variant for variant in self.variants if variant.offering.id != without)
        wanted = dict.fromkeys((self.model.features[0], *demanded))
        return configure(
            Question(
                sites=[SITE],
                hub=None,
                demands=[Demand(SITE, name, Cause("rule", "rules.yaml:1", "because")) for name in wanted],
                candidates=Candidates((here, ()), {SITE: 0, "": 1}),
                capabilities=self.capabilities,
                bundles=(),
                prices=self.prices,
            )
        )


def verdict(model: FeatureModel) -> Verdict:
    """What the choice says of a model."""
    asked = Asked(model)
    void = not asked.has_product()
    dead = frozenset(name for name in model.features if not asked.has_product(name))
    core: frozenset[str] = (
        frozenset() if void else frozenset(name for name in model.features if not asked.has_product(without=name))
    )
    return Verdict(void, dead, core)


def _variants(model: FeatureModel, capabilities: Mapping[str, Capability]) -> tuple[Variant, ...]:
    place = Place(frozenset({At.SITE}))
    return tuple(v for name in model.features for v in variants_of(_offering(model, name), place, {}, capabilities))


def _offering(model: FeatureModel, name: str) -> Offering:
    gives, needs = [name], [other for one, other in model.requires if one == name]
    bars = [other for one, other in model.excludes if one == name]
    for number, group in enumerate(model.groups):
        if name in group.children:
            needs.append(group.parent)
            gives.append(f"group-{number}")
            bars += [other for other in group.children if other != name and group.sort == ALTERNATIVE]
        if name == group.parent and group.sort != OPTIONAL:
            needs.append(group.children[0] if group.sort == MANDATORY else f"group-{number}")
    return Offering(
        id=name,
        name=name,
        family="f",
        per=At.SITE,
        words=Words(""),
        provides=tuple(map(Balance, gives)),
        requires=tuple(map(Balance, dict.fromkeys(needs))),
        excludes=tuple(dict.fromkeys(bars)),
    )


def _book(model: FeatureModel) -> PriceBook:
    """Prices that differ, so that what is dearer could be left out wrongly."""
    rng = random.Random(repr(model))  # noqa: S311 - nothing secret
    cells = {name: Cell(rng.randrange(100, 1_000), Span("features.yaml", 1)) for name in model.features}
    prices = {name: OfferingPrice(name, (TERM,), Charge((), {(): cell})) for name, cell in cells.items()}
    return PriceBook("book", "Book", Interval(), prices)
