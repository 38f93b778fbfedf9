"""Whatever a solver says, and whenever it fails: nothing is called proven, or impossible, that is not."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Mapping
from math import inf, nan

import highspy
import numpy as np
import pytest
from choice_worlds import world
from honest import claim

from proposer.configure import master
from proposer.configure.layout import Fractions, whole
from proposer.configure.linear import Relaxed, relax
from proposer.configure.rows import Program

WORLDS = range(300, 325)
NODES = 60  # a solver that lies leads nowhere; this is far enough
Status = highspy.HighsModelStatus
Lie = Callable[[Program, random.Random], Relaxed]


def claims() -> Counter[str]:
    """How often what is claimed; each claim has been found true."""
    return Counter(claim(seed, world(seed)) for seed in WORLDS)


def no_advice(program: Program, _dice: random.Random) -> Relaxed:
    return Relaxed(True, None, [0.0] * len(program.rows))


def wrong_duals(program: Program, dice: random.Random) -> Relaxed:
    return Relaxed(True, relax(program).fractions, numbers(program, dice))


def only_wrong_duals(program: Program, dice: random.Random) -> Relaxed:
    return Relaxed(True, None, numbers(program, dice))


def numbers(program: Program, dice: random.Random) -> list[float]:
    """Whatever a float can be, one for each row."""
    odd = [nan, inf, -inf, -1.0, 0.0, 1e300, 1e18, 1e-300]
    return [dice.choice([dice.uniform(-10, 10), dice.uniform(0, 1e6), *odd]) for _ in program.rows]


def infeasible_by_a_wrong_ray(program: Program, dice: random.Random) -> Relaxed:
    return Relaxed(False, None, numbers(program, dice))


def infeasible_without_a_ray(_program: Program, _dice: random.Random) -> Relaxed:
    return Relaxed(False, None, ())


def other_columns(program: Program, dice: random.Random) -> Relaxed:
    columns = sorted(dice.sample(range(len(program.costs)), dice.randrange(len(program.costs) + 1)))
    return guessed(program, columns, [dice.choice((0.5, 1.0, 1.5)) for _ in columns])


def sums_that_do_not_fit(program: Program, dice: random.Random) -> Relaxed:
    columns = range(len(program.costs))
    return guessed(program, columns, [dice.choice((0.0, 1e9, 1e300, 3.0)) for _ in columns])


def less_than_nothing(program: Program, dice: random.Random) -> Relaxed:
    """Sums that fit: one column of a kind has fewer sites than none, another more than there are."""
    sites = np.zeros(len(program.costs))
    for kind, first in enumerate(program.layout.firsts.tolist()):
        size, every = int(program.layout.sizes[kind]), int(program.layout.sites[kind])
        sites[first] += every
        low, high = first + dice.randrange(size), first + dice.randrange(size)
        sites[low] -= 2
        sites[high] += 2
    return guessed(program, range(len(sites)), sites.tolist())


def columns_that_there_are_not(program: Program, dice: random.Random) -> Relaxed:
    return guessed(program, [-1, len(program.costs) + dice.randrange(9)], [1.0, 1.0])


def no_numbers(program: Program, dice: random.Random) -> Relaxed:
    return guessed(program, range(len(program.costs)), [dice.choice((nan, inf, -inf, 1.0)) for _ in program.costs])


def guessed(program: Program, columns: range | list[int], sites: list[float]) -> Relaxed:
    return Relaxed(True, Fractions(whole(columns), np.array(sites, np.float64)), relax(program).multipliers)


LIES: Mapping[str, Lie] = {
    lie.__name__: lie
    for lie in (
        no_advice,
        wrong_duals,
        only_wrong_duals,
        infeasible_by_a_wrong_ray,
        infeasible_without_a_ray,
        other_columns,
        sums_that_do_not_fit,
        less_than_nothing,
        columns_that_there_are_not,
        no_numbers,
    )
}


@pytest.mark.parametrize("lie", LIES)
def test_a_relaxation_that_is_wrong_is_never_believed(lie: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dice = random.Random(lie)  # noqa: S311 - nothing secret
    monkeypatch.setattr(master, "WITHOUT_SOLVER", 0)
    monkeypatch.setattr(master, "MOST_NODES", NODES)
    asked: list[int] = []

    def lying(program: Program, _seconds: float) -> Relaxed:
        asked.append(len(program.rows))
        return LIES[lie](program, dice)

    monkeypatch.setattr(master, "relax", lying)
    seen = claims()
    assert len(asked) > 20, "hardly anything was asked of the solver"
    assert seen["proven"], seen


class Broken(highspy._Highs):  # type: ignore[misc,name-defined]  # exported, but without a type
    """The solver, which ends with a status that is not its own."""

    status = Status.kNotset

    def getModelStatus(self) -> Status:  # noqa: N802 - the solver's name
        return self.status


class Idle(Broken):
    """A solver that does nothing, and says that it did."""

    def run(self) -> highspy.HighsStatus:
        return highspy.HighsStatus.kOk


ENDS = (
    Status.kTimeLimit,
    Status.kIterationLimit,
    Status.kUnknown,
    Status.kUnboundedOrInfeasible,
    Status.kUnbounded,
    Status.kSolveError,
    Status.kInfeasible,
)


@pytest.mark.parametrize("status", ENDS, ids=lambda status: status.name)
def test_a_status_other_than_optimal_is_no_claim(status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Broken, "status", status)
    _solve_with(Broken, monkeypatch)


@pytest.mark.parametrize("status", [Status.kOptimal, Status.kInfeasible], ids=lambda status: status.name)
def test_nor_is_a_result_that_is_not_there(status: Status, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Idle, "status", status)
    _solve_with(Idle, monkeypatch)


def _solve_with(solver: type[Broken], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(highspy, "_Highs", solver)
    monkeypatch.setattr(master, "WITHOUT_SOLVER", 0)
    monkeypatch.setattr(master, "MOST_NODES", NODES)
    seen = claims()
    assert seen["proven"], seen


def test_a_solver_without_any_time_claims_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(master, "WITHOUT_SOLVER", 0)
    monkeypatch.setattr(master, "relax", lambda program, _seconds: relax(program, 0.0))
    assert claims()["proven"]
