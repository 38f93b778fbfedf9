"""HiGHS on the whole program as a mixed-integer one, with two threads; a gap below one cent is a proof.

python -m benchmarks.peers.highs OFFERINGS SITES PROFILES [SECONDS]
"""

from __future__ import annotations

from math import ceil, isfinite

import highspy
import numpy as np

from benchmarks.peers.program import LARGE, Program
from benchmarks.peers.running import Outcome, Solver, main

THREADS = 2
ALMOST_A_CENT = 0.99


def load(program: Program) -> Solver:
    """The program in HiGHS's terms."""
    solver = highspy._Highs()  # type: ignore[attr-defined] # the plain class does not greet on standard output
    model = highspy.HighsLp()
    model.num_col_, model.num_row_ = len(program.most), len(program.lowest)
    model.col_cost_ = np.array(program.costs, np.float64)
    model.col_lower_ = np.zeros(len(program.most))
    model.col_upper_ = np.array(program.most, np.float64)
    model.integrality_ = [highspy.HighsVarType.kInteger] * len(program.most)
    lowest, highest = (np.array(each, np.float64) for each in (program.lowest, program.highest))
    model.row_lower_ = np.where(lowest == -LARGE, -highspy.kHighsInf, lowest)
    model.row_upper_ = np.where(highest == LARGE, highspy.kHighsInf, highest)
    model.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    model.a_matrix_.start_ = np.array(program.starts)
    model.a_matrix_.index_ = np.array(program.columns)
    model.a_matrix_.value_ = np.array(program.coefficients, np.float64)
    solver.setOptionValue("output_flag", False)
    solver.passModel(model)
    return lambda seconds: _solve(solver, seconds)


def _solve(solver: highspy._Highs, seconds: float) -> Outcome:  # type: ignore[name-defined] # see above
    options = {
        "threads": THREADS,
        "time_limit": seconds,
        "mip_rel_gap": 0.0,
        "mip_abs_gap": ALMOST_A_CENT,
        "random_seed": 1,
    }
    for name, value in options.items():
        solver.setOptionValue(name, value)
    solver.run()
    status, info = solver.getModelStatus(), solver.getInfo()
    if status == highspy.HighsModelStatus.kInfeasible:
        return Outcome("infeasible")
    found = info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible
    bound = ceil(info.mip_dual_bound - ALMOST_A_CENT) if isfinite(info.mip_dual_bound) else None
    if not found:
        return Outcome("nothing found", None, bound)
    proven = status == highspy.HighsModelStatus.kOptimal
    return Outcome("optimal" if proven else "feasible", round(info.objective_function_value), bound)


if __name__ == "__main__":
    main("HiGHS", load)
