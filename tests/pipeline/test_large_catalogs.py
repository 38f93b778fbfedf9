"""What leaves a large catalog before packages are made, and what must not; searches that end at their bound on work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from workspaces import AS_OF, ROOT, shipped

from proposer.configure.bulk import most_pieces
from proposer.configure.kinds import kinds_of
from proposer.configure.twins import without_twins
from proposer.derive import derive
from proposer.load.needs import load_needs
from proposer.model.catalog import Catalog
from proposer.model.configuration import Conflict
from proposer.model.demands import ACCOUNT, Demands
from proposer.model.prices import Tier
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request, question_for, solve

SEAT, COPY = "hosted-seat-standard", "hosted-seat-standard-copy"
PORT = "ethernet-port"


def request_for(catalog: Catalog) -> Request:
    needs = load_needs(ROOT / "examples" / "clinics.yaml", catalog).value
    assert needs is not None
    return Request(Known(catalog, AS_OF), needs)


def with_copied_seat(percents: tuple[int, int, int]) -> Catalog:
    """The shipped catalog with standard seats once more, at so many per cent of the price in each volume tier."""
    catalog = shipped()
    book = catalog.price_book(AS_OF)
    assert book is not None
    price = book.prices[SEAT]
    assert price.monthly is not None
    assert len(price.monthly.tiers) == len(percents)
    tiers = tuple(
        Tier(tier.most, tier.cents * percent // 100, tier.span)
        for tier, percent in zip(price.monthly.tiers, percents, strict=True)
    )
    copy = replace(price, offering=COPY, monthly=replace(price.monthly, tiers=tiers))
    return replace(
        catalog,
        offerings={**catalog.offerings, COPY: replace(catalog.offerings[SEAT], id=COPY)},
        price_books=(replace(book, prices={**book.prices, COPY: copy}),),
    )


def gone(catalog: Catalog) -> set[str]:
    request = request_for(catalog)
    term = request.needs.terms[0]
    demands = derive(catalog, request.needs, catalog.options[:1], term).value
    assert demands is not None
    question = question_for(request, demands, term, budget=False)
    kinds = kinds_of(
        [*question.sites, ACCOUNT], question.demands, question.candidates, question.capabilities, question.hub
    )
    before, after = (
        {v.offering.id for kind in each for v in kind.variants} for each in (kinds, without_twins(question, kinds))
    )
    return before - after


def test_a_copy_that_is_dearer_in_every_tier_leaves_the_whole_account() -> None:
    assert gone(with_copied_seat((101, 110, 105))) == {COPY}


def test_a_copy_that_is_cheaper_in_one_tier_stays() -> None:
    assert gone(with_copied_seat((110, 110, 99))) == set()


def test_a_small_port_is_ordered_at_most_so_often_that_a_large_one_is_dearer() -> None:
    """Three ports of 100 Mbps cost more than one of 1 Gbps in the shipped book, two cost less."""
    limits = port_limits(least=1)
    assert limits["100 Mbps"] == 2
    assert "10 Gbps" not in limits


def test_where_more_than_one_must_be_ordered_there_is_no_such_limit() -> None:
    assert port_limits(least=2) == {}


def port_limits(least: int) -> dict[str, int]:
    request = request_for(shipped())
    question_terms = request.needs.terms[0]
    prices = request.prices(question_terms)
    candidates = request.candidates(Demands(()), question_terms)
    assert request.needs.hub is not None
    ports = [v for v in candidates.at(request.needs.hub) if v.offering.id == PORT]
    offering = ports[0].offering
    assert offering.count is not None
    changed = replace(offering, count=replace(offering.count, least=least))
    variants = [replace(v, offering=changed) for v in ports]
    limits = most_pieces(variants, {"port-capacity": 10**9}, prices, request.known.bundles)
    return {str(variants[index].item.characteristics[0][1]): most for index, most in limits.items()}


def test_a_search_that_ends_at_its_bound_blames_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("proposer.configure.filling.MOST_STATES", 1)
    request = request_for(shipped())
    answer = solve(request, shipped().options[:1], request.needs.terms[0]).value
    assert isinstance(answer, Conflict)
    assert [blame.words for blame in answer.blames] == ["No answer was found in good time."]
    assert answer.summary.endswith(", nothing was found.")
