"""Published families of configuration problems: the choice and clingo say the same, and both can say either."""

from __future__ import annotations

import sys

import pytest
from published_judge import FAMILIES, least_price
from published_report import agree, answer, compared
from published_worlds import Among, Feature, Instance, Product, Rule, Thing, Wish

INSTANCES = 110


@pytest.mark.skipif(sys.platform == "win32", reason="the judge is started as a process of its own, measured on POSIX")
@pytest.mark.parametrize("family", FAMILIES)
def test_the_choice_and_clingo_say_the_same(family: str) -> None:
    tally = compared(family, 3_000_000, INSTANCES)
    assert (tally.differences, tally.unproven) == ([], 0)
    assert tally.feasible + tally.infeasible == INSTANCES
    assert INSTANCES // 4 <= tally.feasible <= INSTANCES * 3 // 4


SIZE = Feature("size", (Thing("size=small", 300), Thing("size=large", 500, uses={"weight": 3})))
LAMP = Feature("lamp", (Thing("lamp=dim", 50), Thing("lamp=bright", 200)))
BELL = Feature("bell", (Thing("bell=loud", 40),), part="handlebar")
GRIP = Feature("grip", (Thing("grip=cork", 25), Thing("grip=wool", 20)), part="handlebar")
BOX = Thing("box", 70, most=3, gives={"volume": 10}, uses={"weight": 2})
LARGE, BRIGHT, LOUD = Among("size", ("size=large",)), Among("lamp", ("lamp=bright",)), Among("bell", ("bell=loud",))
ROWS = ((Among("size", ("size=small",)), Among("lamp", ("lamp=dim",))), (LARGE, BRIGHT))


def product(weight: int = 9, **rest: tuple[Rule, ...] | tuple[tuple[str, str], ...]) -> Product:
    rules = tuple(rule for rule in rest.get("rules", ()) if isinstance(rule, Rule))
    bars = tuple(bar for bar in rest.get("bars", ()) if not isinstance(bar, Rule))
    return Product((SIZE, LAMP, BELL, GRIP), (BOX,), (ROWS,), rules, bars, {"weight": weight})


BY_HAND = {
    "the cheapest row": (Instance(product(), (Wish(),)), 350),
    "a wish takes the other row": (Instance(product(), (Wish((BRIGHT,)),)), 700),
    "no row for two wishes": (Instance(product(), (Wish((ROWS[0][0], BRIGHT)),)), None),
    "two boxes for the volume": (Instance(product(), (Wish(wants={"volume": 11}),)), 490),
    "no fourth box": (Instance(product(), (Wish(wants={"volume": 31}),)), None),
    "up to the weight": (Instance(product(7), (Wish((LARGE,), {"volume": 20}),)), 840),
    "beyond the weight": (Instance(product(6), (Wish((LARGE,), {"volume": 20}),)), None),
    "a whole optional part": (Instance(product(), (Wish((LOUD,)),)), 410),
    "the part follows from a rule": (Instance(product(rules=(Rule("box", LOUD),)), (Wish(wants={"volume": 1}),)), 480),
    "a bar turns to the dearer": (Instance(product(bars=(("grip=wool", "lamp=dim"),)), (Wish((LOUD,)),)), 415),
    "barred from both sides": (Instance(product(bars=(("box", "lamp=dim"), ("lamp=bright", "box"))), (Wish(wants={"volume": 1}),)), None),
    "two at the most price": (Instance(product(), (Wish(), Wish((LARGE,))), 1_050), 1_050),
    "two beyond the most price": (Instance(product(), (Wish(), Wish((LARGE,))), 1_049), None),
}  # fmt: skip


@pytest.mark.parametrize("name", BY_HAND)
def test_both_are_right_where_the_answer_is_known_by_hand(name: str) -> None:
    instance, least = BY_HAND[name]
    assert least_price(instance) == least
    assert answer(instance) == (least, True)


def test_what_counts_as_agreement() -> None:
    assert agree(5, 5, proven=True)
    assert agree(None, None, proven=True)
    assert not agree(6, 5, proven=True)
    assert not agree(None, 5, proven=True)
    assert not agree(5, None, proven=True)
    assert agree(6, 5, proven=False)
    assert agree(None, 5, proven=False)
    assert not agree(4, 5, proven=False)
    assert not agree(4, None, proven=False)
