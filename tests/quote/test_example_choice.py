"""What the choice minimised is what the quote shows; and everything that was asked for is there, for a reason."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import pytest
from example_quotes import EXAMPLES, OPTIONS, catalog, lines_by_site, lines_of, needs, option_of, solved

from proposer.model.catalog import Amount, Balance
from proposer.model.configuration import Item
from proposer.model.quantities import Quantity

every_example = pytest.mark.parametrize("example", EXAMPLES)
every_option = pytest.mark.parametrize("option", OPTIONS)
Qualities = dict[str, Decimal | str]


@every_example
@every_option
def test_the_objective_is_the_contract_value_of_the_quote(example: str, option: str) -> None:
    proof, quoted = solved(example, option).configuration.proof, option_of(example, option)

    assert (proof.objective, proof.bound) == (quoted.contract_value, quoted.contract_value)
    assert (quoted.proof.proven, quoted.proof.gap, quoted.proof.gap_percent) == (True, 0, Decimal(0))


@every_example
@every_option
def test_the_same_choice_is_made_again(example: str, option: str) -> None:
    chosen = {
        site: sorted(
            (item.offering, item.count, [str(value) for _, value in item.characteristics]) for item in design.items
        )
        for design in solved(example, option).configuration.designs
        for site in design.sites
    }
    quoted = {
        site: sorted(
            (line.offering, line.count, list(line.characteristics.values())) for line in lines if not line.construction
        )
        for site, lines in lines_by_site(option_of(example, option)).items()
    }

    assert quoted == chosen


@every_example
@every_option
def test_every_line_meets_a_demand_of_its_sites(example: str, option: str) -> None:
    quoted = option_of(example, option)
    demanded: dict[str, set[str]] = {}
    for demand in quoted.demands:
        demanded.setdefault(demand.site, set()).add(demand.capability)

    for site, lines in lines_by_site(quoted).items():
        for line in lines:
            pooled = {name for name in line.meets if name in drawn_names(example, option)}
            assert line.meets, f"{site}/{line.id} is there for no reason"
            assert set(line.meets) - pooled <= demanded.get(site, set()), f"{site}/{line.id}"


def drawn_names(example: str, option: str) -> set[str]:
    """Capabilities of the account that lines of the sites draw on: nobody demands them by name."""
    return {
        balance.capability
        for line, _ in lines_of(option_of(example, option))
        for balance in catalog().offerings[line.offering].consumes
        if catalog().capabilities[balance.capability].at != "site"
    }


@every_example
@every_option
def test_every_service_demanded_is_met_by_one_provider(example: str, option: str) -> None:
    items = items_by_site(example, option)
    wanted: dict[tuple[str, str], list[Qualities]] = {}
    for demand in solved(example, option).demands.demands:
        if demand.amount is None:
            wanted.setdefault((demand.site, demand.capability), []).append(dict(demand.qualities))

    assert wanted
    for (site, capability), all_qualities in wanted.items():
        given = [qualities for item in items[site] for qualities in services(item, capability)]
        met = [one for one in given if all(reaches(one, asked, capability) for asked in all_qualities)]
        assert met, f"{site}: {capability} {all_qualities} of {given}"


@every_example
@every_option
def test_every_amount_demanded_is_there_after_all_that_is_drawn(example: str, option: str) -> None:
    items = items_by_site(example, option)
    asked: dict[tuple[str, str], Decimal] = {}
    for demand in solved(example, option).demands.demands:
        if demand.amount is not None:
            key = demand.site, demand.capability
            asked[key] = asked.get(key, Decimal(0)) + demand.amount

    left = balances(items, needs(example).hub)
    assert {key: left.get(key, Decimal(0)) for key in asked if left.get(key, Decimal(0)) < asked[key]} == {}
    assert {key: amount for key, amount in left.items() if amount < 0} == {}


def items_by_site(example: str, option: str) -> dict[str, tuple[Item, ...]]:
    designs = solved(example, option).configuration.designs
    return {site: design.items for design in designs for site in design.sites}


def balances(items: dict[str, tuple[Item, ...]], hub: str | None) -> dict[tuple[str, str], Decimal]:
    """What is left of every amount at every place ("" is the account)."""
    left: dict[tuple[str, str], Decimal] = {}
    for site, standing in items.items():
        for item in standing:
            offering = catalog().offerings[item.offering]
            for sign, balance in [(1, b) for b in offering.provides] + [(-1, b) for b in offering.consumes]:
                if catalog().capabilities[balance.capability].is_amount:
                    key = place_of(balance, site, hub), balance.capability
                    left[key] = left.get(key, Decimal(0)) + sign * item.count * number(balance.amount, item)
    return left


def place_of(balance: Balance, site: str, hub: str | None) -> str:
    if catalog().capabilities[balance.capability].at != "site":
        return ""
    return hub or "" if balance.at_hub else site


def number(amount: Amount | None, item: Item) -> Decimal:
    value = value_of(amount or Decimal(0), item)
    assert isinstance(value, Decimal)
    return value


def value_of(amount: Amount, item: Item) -> Decimal | str:
    value = dict(item.characteristics).get(amount, amount) if isinstance(amount, str) else amount
    return value.amount if isinstance(value, Quantity) else value


def services(item: Item, capability: str) -> Iterator[Qualities]:
    for balance in catalog().offerings[item.offering].provides:
        if balance.capability == capability:
            yield {name: value_of(amount, item) for name, amount in balance.qualities.items()}


def reaches(given: Qualities, asked: Qualities, capability: str) -> bool:
    """A number by an equal or greater one, a grade by an equal or later one."""
    grades = {quality.name: quality.grades for quality in catalog().capabilities[capability].qualities}
    return all(name in given and rank(given[name], grades[name]) >= rank(asked[name], grades[name]) for name in asked)


def rank(value: Decimal | str, grades: tuple[str, ...]) -> Decimal:
    return Decimal(grades.index(value)) if isinstance(value, str) else value
