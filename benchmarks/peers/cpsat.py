"""CP-SAT on the whole program, with the eight workers that its makers hold for the least that make a portfolio.

With one or two it proves less, even on a machine of two processors.

python -m benchmarks.peers.cpsat OFFERINGS SITES PROFILES [SECONDS]
"""

from __future__ import annotations

from math import ceil

from ortools.sat.python import cp_model

from benchmarks.peers.program import Program
from benchmarks.peers.running import Outcome, Solver, main

WORKERS = 8
SAID = {cp_model.OPTIMAL: "optimal", cp_model.FEASIBLE: "feasible", cp_model.INFEASIBLE: "infeasible"}


def load(program: Program) -> Solver:
    """The program in CP-SAT's terms."""
    model = cp_model.CpModel()
    numbers = [model.new_int_var(0, most, "") for most in program.most]
    for columns, coefficients, least, most in program.rows():
        total = cp_model.LinearExpr.weighted_sum([numbers[column] for column in columns], list(coefficients))
        model.add_linear_constraint(total, least, most)
    priced = [(number, cost) for number, cost in zip(numbers, program.costs, strict=True) if cost]
    model.minimize(cp_model.LinearExpr.weighted_sum([number for number, _ in priced], [cost for _, cost in priced]))
    return lambda seconds: _solve(model, seconds)


def _solve(model: cp_model.CpModel, seconds: float) -> Outcome:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = WORKERS
    solver.parameters.random_seed = 1
    solver.parameters.max_time_in_seconds = seconds
    status = SAID.get(solver.solve(model), "nothing found")
    if status == "infeasible":
        return Outcome(status)
    found = status != "nothing found"
    return Outcome(status, round(solver.objective_value) if found else None, ceil(solver.best_objective_bound - 1e-6))


if __name__ == "__main__":
    main("CP-SAT", load)
