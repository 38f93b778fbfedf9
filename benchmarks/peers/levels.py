"""The prices that one piece could have: by volume tier, and with each bundle that changes anything."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from benchmarks.peers.assortment import Assortment
from proposer.configure.question import Question
from proposer.model.candidates import Variant
from proposer.model.catalog import At, Bundle


@dataclass(frozen=True, slots=True)
class Level:
    """A way to buy one piece: a tier, a bundle or none, and what it is worth by the objective and costs a month."""

    tier: int
    bundle: Bundle | None
    value: int
    monthly: int


def levels_of(question: Question, assortment: Assortment, variant: Variant) -> Sequence[Level]:
    """All ways to buy a piece where an assortment is sold; a bundle that changes no price is none."""
    charge = question.prices.deal.book.prices[variant.offering.id].monthly
    tiers = range(max(1, len(charge.tiers) if charge else 0))
    bundles = [b for b in question.bundles if variant.offering.id in b.on and _could_hold(b, assortment)]
    plain = [_level(question, variant, tier, None) for tier in tiers]
    bundled = [_level(question, variant, level.tier, bundle) for level in plain for bundle in bundles]
    return [*plain, *(one for one in bundled if (one.value, one.monthly) != _paid(plain[one.tier]))]


def _level(question: Question, variant: Variant, tier: int, bundle: Bundle | None) -> Level:
    price = question.prices.price(variant.item, tier, bundle)
    return Level(tier, bundle, price.worth(question.objective), price.monthly_net)


def _paid(level: Level) -> tuple[int, int]:
    return level.value, level.monthly


def _could_hold(bundle: Bundle, assortment: Assortment) -> bool:
    """Whether the members of a site's bundle can be had there; of an account's bundle that is left to the rows."""
    asked = [offering for offering, (least, _) in bundle.members.items() if least]
    return bundle.per is At.ACCOUNT or all(offering in assortment.offerings for offering in asked)
