"""What is made least is what the quote shows, whatever that is: for every example and option, and for random needs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from random_needs import growing_text, needs_text
from workspaces import AS_OF, ROOT, example, needs_of, shipped

from proposer.diagnostics import Outcome
from proposer.model.catalog import Catalog, Option
from proposer.model.configuration import Configuration, Conflict
from proposer.model.needs import Needs
from proposer.model.objective import Objective
from proposer.model.quote import Quote, QuoteOption
from proposer.pipeline import make_quote, whole
from proposer.pipeline.known import Known
from proposer.pipeline.solving import Request, Solved, solve

EXAMPLES = sorted(file.stem for file in (ROOT / "examples").glob("*.yaml") if file.stem != "impossible")
RANDOM = 60  # for each objective
Chosen = dict[tuple[str, int], Configuration]


@cache
def known() -> Known:
    return Known(shipped(), AS_OF)


@pytest.fixture
def chosen(monkeypatch: pytest.MonkeyPatch) -> Chosen:
    """The choice behind each option at each term of what is quoted, the latest one."""
    found: Chosen = {}

    def noted(request: Request, options: Sequence[Option], term: int) -> Outcome[Solved | Conflict]:
        answer = solve(request, options, term)
        if isinstance(answer.value, Solved):
            found[options[-1].id, term] = answer.value.configuration
        return answer

    monkeypatch.setattr(whole, "solve", noted)
    return found


@pytest.mark.parametrize("objective", [each for each in Objective if each is not Objective.TCV])  # tests/quote has that
@pytest.mark.parametrize("name", EXAMPLES)
def test_the_objective_of_an_example_is_a_total_of_its_quote(name: str, objective: Objective, chosen: Chosen) -> None:
    quoted = make_quote(shipped(), example(name, shipped()), AS_OF, objective=objective, known=known()).value
    assert isinstance(quoted, Quote)

    assert [option.id for option in quoted.options] == ["essential", "recommended", "premier"]
    for option in quoted.options:
        assert_total(chosen, option, objective)


@pytest.mark.parametrize("objective", list(Objective))
def test_so_it_is_for_random_needs(objective: Objective, chosen: Chosen, tmp_path: Path) -> None:
    seen: Counter[str] = Counter()
    for seed in range(RANDOM):
        text, selected = needs_text(seed), shipped().options[seed % 3].id
        needs = needs_of(growing_text(text, seed) if seed % 4 == 0 else text, tmp_path)
        quoted = make_quote(
            shipped(), needs, AS_OF, selected=selected, objective=objective, known=known(), only=True
        ).value
        if isinstance(quoted, Conflict):
            seen["impossible"] += 1
            continue
        assert quoted is not None
        assert_total(chosen, quoted.chosen, objective)
        seen["quoted"] += 1
        seen["bundles"] += len(quoted.chosen.bundles)
        seen["credits"] += quoted.chosen.credit_total > 0
        seen["later"] += any(line.from_month > 1 for line, _ in quoted.chosen.charged)
        seen["links"] += any(line.far_end for design in quoted.chosen.designs for line in design.lines)
    assert seen["quoted"] >= 45, seen
    assert min(seen[name] for name in ("bundles", "credits", "links", "later")) >= 5, seen


def assert_total(chosen: Chosen, option: QuoteOption, objective: Objective) -> None:
    """The objective of the choice is the total of the option, and that of its lines."""
    proof = chosen[option.id, option.term].proof
    assert proof.objective == total(option, objective), (objective, option.id)
    assert (proof.proven, proof.objective - proof.bound) == (option.proof.proven, option.proof.gap)
    lines = [(line, len(design.site_ids) or 1) for design in option.designs for line in design.lines]
    assert sum(line.monthly * sites for line, sites in lines) == option.monthly
    assert sum(line.contract_value * sites for line, sites in lines) == option.contract_value


def total(option: QuoteOption, objective: Objective) -> int:
    """What a rep reads in the quote."""
    match objective:
        case Objective.TCV:
            return option.contract_value
        case Objective.MONTHLY:
            return option.monthly
        case Objective.FIRST_YEAR:
            return option.first_year
        case Objective.ONE_TIME:
            return option.once


def test_each_objective_is_no_more_than_with_another_one_made_least() -> None:
    needs = replace(example("manufacturer", shipped()), terms=(36,))
    least = {each: first_option(shipped(), needs, each) for each in Objective}

    for objective in Objective:
        assert all(total(least[objective], objective) <= total(other, objective) for other in least.values())


def first_option(catalog: Catalog, needs: Needs, objective: Objective) -> QuoteOption:
    quoted = make_quote(catalog, needs, AS_OF, objective=objective, only=True).value
    assert isinstance(quoted, Quote)
    return quoted.options[0]
