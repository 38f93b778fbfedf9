"""The linear relaxation of the master, on HiGHS; the only importer of highspy.

What comes back is advice, never a claim: fractions to branch on, and multipliers from which `rows.lagrangian` makes an
exact bound. HiGHS is loaded only when an answer needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from proposer.configure.rows import Program

if TYPE_CHECKING:
    import highspy


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Fractions per kind and package with the rows' duals; or, when infeasible, a ray of multipliers as its reason."""

    feasible: bool
    fractions: Sequence[Sequence[float]]
    multipliers: Sequence[float]


def relax(program: Program) -> Relaxed:
    """Solve the relaxation of a program, always from cold, so that equal programs have equal answers."""
    import highspy  # loaded late: most quotes need no relaxation

    # the plain class: `Highs` greets on standard output before it can be told not to
    solver = highspy._Highs()  # type: ignore[attr-defined] # exported, but without a type
    solver.passOptions(_quiet_and_steady())
    solver.passModel(_model(program))
    solver.run()
    status = solver.getModelStatus()
    if status == highspy.HighsModelStatus.kInfeasible:
        _, found, ray = solver.getDualRay()
        return Relaxed(False, (), [float(y) for y in ray][len(program.sites) :] if found else ())
    if status != highspy.HighsModelStatus.kOptimal:
        return Relaxed(True, (), [0.0] * len(program.rows))
    solution = solver.getSolution()
    values = iter(solution.col_value)
    fractions = [[next(values) for _ in costs] for costs in program.costs]
    return Relaxed(True, fractions, list(solution.row_dual)[len(program.sites) :])


def _quiet_and_steady() -> highspy.HighsOptions:
    """One thread and no presolve: equal programs have equal answers, with duals and rays of the program as it was posed."""
    import highspy

    options = highspy.HighsOptions()
    options.output_flag = False
    options.log_to_console = False
    options.threads = 1
    options.presolve = "off"
    return options


def _model(program: Program) -> highspy.HighsLp:
    """One column for each package of each kind; first a row for each kind's sites, then the program's rows."""
    import highspy
    import numpy

    columns = [(k, p) for k, costs in enumerate(program.costs) for p in range(len(costs))]
    bounds = [program.bounds.get((k, p), (0, program.sites[k])) for k, p in columns]
    entries = [[(k, 1.0), *_entries(program, k, p)] for k, p in columns]
    model = highspy.HighsLp()
    model.num_col_ = len(columns)
    model.num_row_ = len(program.sites) + len(program.rows)
    model.col_cost_ = numpy.array([program.costs[k][p] for k, p in columns], float)
    model.col_lower_ = numpy.array([low for low, _ in bounds], float)
    model.col_upper_ = numpy.array([high for _, high in bounds], float)
    model.row_lower_ = numpy.array([*program.sites, *(row.least for row in program.rows)], float)
    model.row_upper_ = numpy.array([*program.sites, *(highspy.kHighsInf for _ in program.rows)], float)
    model.a_matrix_.format_ = highspy.MatrixFormat.kColwise
    model.a_matrix_.start_ = numpy.cumsum([0, *(len(column) for column in entries)])
    model.a_matrix_.index_ = numpy.array([row for column in entries for row, _ in column])
    model.a_matrix_.value_ = numpy.array([value for column in entries for _, value in column])
    return model


def _entries(program: Program, kind: int, package: int) -> list[tuple[int, float]]:
    first = len(program.sites)
    values = ((first + i, row.of[kind][package]) for i, row in enumerate(program.rows))
    return [(index, float(value)) for index, value in values if value]
