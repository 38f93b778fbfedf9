"""What the checks call impossible is never true, and what they call certain is always true, whatever is answered."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proposer.check.conditions import always_true, dead_branches, never_true
from proposer.diagnostics import Diagnostic, Span
from proposer.expressions import Expression, Value, evaluate, parse
from proposer.load.catalog import load_catalog
from proposer.model.catalog import At, Catalog, Rule

TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
NUMBERS = ("internet.down", "seats", "term", "own")
SAMPLES: dict[str, tuple[Value | None, ...]] = {
    "internet.down": (None, *map(Decimal, (1, 2, 5, 10, 99, 100000))),
    "seats": tuple(map(Decimal, (0, 1, 2, 5, 10, 1000))),
    "term": (Decimal(12), Decimal(36)),
    "traffic": ("light", "heavy"),
    "urgent": (True, False),
    "access.fibre": ("on-net", "off-net", "none"),
}


class Answers:
    """Answers, the tiny catalog's table, and one name of the rule's own."""

    def __init__(self, values: dict[str, Value | None], own: Expression) -> None:
        self.values = values
        self.own = own

    def lookup(self, name: str) -> Value | None:
        return evaluate(self.own, self) if name == "own" else self.values[name]

    def cell(self, table: str, key: str) -> Decimal | None:
        return {("call_rate", "light"): Decimal("0.05"), ("call_rate", "heavy"): Decimal("0.1")}[table, key]

    def total(self, path: str) -> Decimal | None:
        raise AssertionError(path)

    def any_site(self, path: str) -> bool:
        raise AssertionError(path)

    def unit(self, name: str) -> str:
        return {"internet.down": "Mbps", "term": "months"}.get(name, "")


amounts = st.sampled_from(["0", "1", "2", "5", "10", "12", "36", "99", "1001"])
formulas = st.recursive(
    amounts | st.sampled_from(NUMBERS),
    lambda part: (
        st.builds("({} {} {})".format, part, st.sampled_from("+-*/"), part)
        | st.builds("{}({}, {})".format, st.sampled_from(["min", "max"]), part, part)
        | st.builds("{}({} / 2)".format, st.sampled_from(["ceil", "floor"]), part)
        | st.builds("({} * call_rate[traffic])".format, part)
        | st.builds("({} if urgent else {})".format, part, part)
    ),
    max_leaves=4,
)
atoms = (
    st.builds("{} {} {}".format, formulas, st.sampled_from(["<", "<=", ">", ">=", "==", "!="]), formulas)
    | st.builds("{} {} {}".format, st.sampled_from(NUMBERS[:3]), st.sampled_from(["<", ">=", "==", "!="]), amounts)
    | st.sampled_from(
        [
            "urgent",
            "known(internet.down)",
            "known(traffic)",
            "traffic == 'heavy'",
            "traffic != 'light'",
            "access.fibre in ['on-net', 'none']",
            "access.fibre not in ['on-net', 'off-net', 'near-net']",
            "access.fibre == 'on-net'",
        ]
    )
)
conditions = st.recursive(
    atoms,
    lambda part: (
        st.builds("({} {} {})".format, part, st.sampled_from(["and", "or"]), part)
        | st.builds("not ({})".format, part)
        | st.builds("({} if {} else {})".format, part, part, part)
    ),
    max_leaves=6,
)
answers = st.fixed_dictionaries({name: st.sampled_from(values) for name, values in SAMPLES.items()})


def parsed(text: str) -> Expression:
    expression = parse(text, Span("rules/one.yaml", 1, 1, 1, 1 + len(text))).value
    assert expression is not None
    return expression


@cache
def tiny() -> Catalog:
    catalog = load_catalog(TINY).value
    assert catalog is not None
    return catalog


def with_rule(condition: str, own: str = "seats + 1", amount: str = "") -> Catalog:
    rule = tiny().rules["seats-as-asked"]
    demands = (replace(rule.demands[0], amount=parsed(amount)),) if amount else rule.demands
    changed: Rule = replace(rule, when=parsed(condition), let=(("own", parsed(own)),), demands=demands)
    return replace(tiny(), rules={"one": changed}, options=())


def reasons(catalog: Catalog) -> list[str]:
    return [each.message.split(": ", 1)[1] for each in never_true(catalog)]


@given(conditions, formulas.filter(lambda text: "own" not in text), st.lists(answers, min_size=10, max_size=10))
def test_verdicts_hold_for_all_answers(condition: str, own: str, given_answers: list[dict[str, Value | None]]) -> None:
    catalog = with_rule(condition, own)
    never, always = list(never_true(catalog)), list(always_true(catalog))
    for values in given_answers:
        came_out = evaluate(parsed(condition), Answers(values, parsed(own)))
        assert not (never and came_out is True)
        assert not (always and came_out is not True)


@pytest.mark.parametrize(
    ("condition", "reason"),
    [
        ("seats > 5 and seats < 6", "`seats > 5` and `seats < 6` cannot hold together"),
        ("seats > 5 and not known(seats)", "`not known(seats)` can never hold"),
        ("seats + internet.down > 200000", "`seats + internet.down > 200000` can never hold"),
        ("urgent and seats > 0 and not urgent", "`urgent` and `not urgent` cannot hold together"),
        ("known(internet.down) and not known(internet.down)", None),
        ("not known(internet.down) and internet.down > 3", None),
        ("access.fibre == 'on-net' and access.fibre != 'on-net'", None),
        ("own < 1", "`own < 1` can never hold"),
        ("term in [24, 48]", None),
        ("false", "its condition cannot hold"),
    ],
)
def test_what_can_never_hold(condition: str, reason: str | None) -> None:
    found = reasons(with_rule(condition))
    assert len(found) == 1
    assert reason in (None, *found)


@pytest.mark.parametrize(
    "condition",
    ["seats > 5", "known(internet.down)", "term == 12", "traffic == 'heavy' or urgent", "network.topology == 'none'"],
)
def test_what_can_be_either_way(condition: str) -> None:
    catalog = with_rule(condition)
    assert [*never_true(catalog), *always_true(catalog), *dead_branches(catalog)] == []


@pytest.mark.parametrize("condition", ["true", "seats >= 0", "term >= 12", "known(traffic)", "seats < 5 or seats > 4"])
def test_what_always_holds(condition: str) -> None:
    assert [each.code for each in always_true(with_rule(condition))] == ["RUL204"]


def test_an_answer_that_may_be_missing_makes_nothing_certain() -> None:
    assert list(always_true(with_rule("internet.down >= 1"))) == []


def test_the_second_of_two_branches() -> None:
    found: list[Diagnostic] = list(
        dead_branches(with_rule("urgent", amount="1 if seats > 10 else 2 if seats > 20 else 3"))
    )
    assert [each.message for each in found] == ["`2` is never taken: `seats > 20` never holds here"]


def test_many_alternatives_are_left_alone() -> None:
    either = " and ".join(f"(seats == {n} or urgent)" for n in range(12))
    assert reasons(with_rule(either)) == []


def test_rules_for_networks_and_accounts() -> None:
    rule = tiny().rules["between-sites"]

    def found(condition: str, at: At) -> list[str]:
        changed = replace(rule, when=parsed(condition), at=at)
        return [each.code for each in never_true(replace(tiny(), rules={"one": changed}, options=()))]

    assert found("cir > 5 and network.cir < 5", At.NETWORK) == ["RUL203"]
    assert found("total(seats) > 5 and total(seats) < 5", At.ACCOUNT) == ["RUL203"]
    assert found("any_site(urgent) and not any_site(urgent)", At.ACCOUNT) == ["RUL203"]
    assert found("total(seats) > 5000", At.ACCOUNT) == []
