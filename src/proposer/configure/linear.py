"""The linear relaxation of the master, on HiGHS; the only importer of highspy.

What comes back is advice, never a claim: fractions to branch on, and multipliers from which `rows.height` makes an
exact bound. Only a status that HiGHS calls optimal, or infeasible with its ray, is listened to; after any other there is
no advice. HiGHS is loaded only when an answer needs it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf
from typing import TYPE_CHECKING

import numpy as np

from proposer.configure.layout import Fractions
from proposer.configure.rows import Program

if TYPE_CHECKING:
    import highspy

LEAST_PART = 1e-6  # of a site


@dataclass(frozen=True, slots=True)
class Relaxed:
    """Fractions with the rows' duals; or, when infeasible, a ray of multipliers as its reason."""

    feasible: bool
    fractions: Fractions | None
    multipliers: Sequence[float]


def relax(program: Program, seconds: float = inf) -> Relaxed:
    """Solve the relaxation of a program, always from cold, so that equal programs have equal answers."""
    import highspy  # loaded late: most quotes need no relaxation

    # the plain class: `Highs` greets on standard output before it can be told not to
    solver = highspy._Highs()  # type: ignore[attr-defined] # exported, but without a type
    solver.passOptions(_quiet_and_steady(seconds))
    solver.passModel(_model(program))
    solver.run()
    status = solver.getModelStatus()
    kinds = len(program.layout.sites)
    if status == highspy.HighsModelStatus.kInfeasible:
        _, found, ray = solver.getDualRay()
        return Relaxed(False, None, [float(y) for y in ray][kinds:] if found else ())
    if status != highspy.HighsModelStatus.kOptimal:
        return Relaxed(True, None, [0.0] * len(program.rows))
    solution = solver.getSolution()
    if not solution.dual_valid:
        return Relaxed(True, None, [0.0] * len(program.rows))
    sites = np.asarray(solution.col_value, np.float64)
    columns = np.flatnonzero(sites > LEAST_PART)
    return Relaxed(True, Fractions(columns, sites[columns]), [float(y) for y in solution.row_dual][kinds:])


def _quiet_and_steady(seconds: float) -> highspy.HighsOptions:
    """One thread and no presolve: equal programs have equal answers, with duals and rays of the program as it was posed."""
    import highspy

    options = highspy.HighsOptions()
    options.output_flag = False
    options.log_to_console = False
    options.threads = 1
    options.presolve = "off"
    options.time_limit = max(seconds, 0.0)
    return options


def _model(program: Program) -> highspy.HighsLp:
    """One column for each package of each kind; first a row for each kind's sites, then the program's rows."""
    import highspy

    layout = program.layout
    high = layout.sites[layout.kinds].astype(np.float64)
    low = np.zeros_like(high)
    for column, (least, most) in program.bounds.items():
        low[column], high[column] = least, most
    rows = [np.flatnonzero(row.of) for row in program.rows]
    model = highspy.HighsLp()
    model.num_col_ = len(layout.kinds)
    model.num_row_ = len(layout.sites) + len(rows)
    model.col_cost_ = program.above.astype(np.float64)
    model.col_lower_, model.col_upper_ = low, high
    model.row_lower_ = np.array([*layout.sites.tolist(), *(row.least for row in program.rows)], np.float64)
    model.row_upper_ = np.array([*layout.sites.tolist(), *(highspy.kHighsInf for _ in rows)], np.float64)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lengths = [*layout.sizes.tolist(), *(len(row) for row in rows)]
    model.a_matrix_.start_ = np.cumsum([0, *lengths])
    model.a_matrix_.index_ = np.concatenate([np.arange(len(layout.kinds)), *rows])
    values = [row.of[columns].astype(np.float64) for row, columns in zip(program.rows, rows, strict=True)]
    model.a_matrix_.value_ = np.concatenate([np.ones(len(layout.kinds)), *values])
    return model
