"""A limit on work that is met ends a search, never with a claim: what was not looked at may be better, or be there after all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

import pytest
from choice_oracle import best
from choice_worlds import world
from honest import claim, claim_against

from proposer.configure import Question, master, packages, pools
from proposer.configure.pools import fits
from proposer.model.candidates import Candidates, Variant
from proposer.model.demands import Cause, Demand

WORLDS = range(400, 425)
UNEVEN = range(16)


def claims() -> Counter[str]:
    """How often what is claimed; each claim has been found true."""
    return Counter(claim(seed, world(seed)) for seed in WORLDS)


@pytest.mark.parametrize("thorough", [False, True])
def test_a_search_of_one_node_claims_what_it_has_seen(*, thorough: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "WITHOUT_SOLVER", 0 if thorough else 1)
    monkeypatch.setattr(master, "MOST_NODES", 1)
    seen = claims()
    assert seen["gap"], seen


def test_a_search_without_any_node_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "MOST_NODES", 0)
    seen = claims()
    assert seen.keys() <= {"open", "impossible"}, seen
    assert seen["open"] >= 10, seen


@pytest.mark.parametrize("states", [0, 1, 2, 5])
def test_packages_that_were_not_all_found_prove_nothing(states: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "MOST_STATES", states)
    seen = claims()
    assert seen["open"] + seen["gap"] >= 15, seen


def test_circuits_whose_packing_was_given_up_are_not_ruled_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pools, "MOST_TRIES", -1_000)
    assert fits([100, 10], [100, 100]) is None
    seen = Counter(claim_of_uneven(seed) for seed in UNEVEN)
    assert seen["open"] + seen["gap"] >= 3, seen


def test_and_are_packed_where_they_fit() -> None:
    seen = Counter(claim_of_uneven(seed) for seed in UNEVEN)
    assert seen.keys() <= {"proven", "impossible"}, seen
    assert seen["proven"] >= 6, seen


def claim_of_uneven(seed: int) -> str:
    return claim_against(least_of_uneven(seed), uneven(seed))


@cache
def least_of_uneven(seed: int) -> int | None:
    found = best(uneven(seed))
    return found.value if found else None


def uneven(seed: int) -> Question:
    """A world of three sites whose two circuits are of 10 and 100 Mbps, each on its own."""
    question = world(seed, sizes=(3,))
    of_site = question.candidates.variants[0]
    only = tuple(tuple(_of_speed(of_site, speed)) for speed in ("10 Mbps", "100 Mbps"))
    at = dict(question.candidates.of_site) | {
        "s1": len(question.candidates.variants),
        "s2": len(question.candidates.variants) + 1,
    }
    links = [Demand(site, "link", Cause("rule", "rules.yaml:1", "because")) for site in ("s1", "s2")]
    others = [demand for demand in question.demands if demand.site == "s0" or demand.capability == "guard"]
    return replace(
        question,
        demands=[*others, *links],
        candidates=Candidates((*question.candidates.variants, *only), at),
        budget=None,
    )


def _of_speed(variants: tuple[Variant, ...], speed: str) -> Iterator[Variant]:
    """What is sold where the only links are circuits of one speed."""
    for variant in variants:
        speeds = [str(value) for _, value in variant.item.characteristics]
        if variant.offering.id != "own" and (variant.offering.id != "evc" or speed in speeds):
            yield variant
