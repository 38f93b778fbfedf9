"""`proposer test --mutate`: faults put into the catalog, one at a time, and those that no scenario notices."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from proposer.cli.console import Console
from proposer.cli.exits import FINDINGS

if TYPE_CHECKING:
    from proposer.model.catalog import Catalog
    from proposer.scenarios import Verdict
    from proposer.scenarios.mutants_hunt import Trial


def run_mutants(
    console: Console,
    catalog: Catalog,
    verdicts: Sequence[Verdict],
    *,
    sample: int,
    seed: int,
    workers: int,
    as_json: bool,
    fail_under: int | None,
) -> int:
    """Try a sample of faults and say which went unnoticed; the exit code."""
    from proposer.cli.show import show
    from proposer.report.mutants import Survivor, Tried, mutants_json, mutants_sheet
    from proposer.scenarios.mutants_hunt import hunt_on

    trials: list[Trial] = []
    for trial in hunt_on(catalog, verdicts, seed, sample, workers):
        trials.append(trial)
        console.progress("Trying faults", len(trials), sample)
    console.clear()
    kinds = tuple(dict.fromkeys(trial.mutant.kind for trial in trials))
    tried = [Tried(kind, *_counts([one for one in trials if one.mutant.kind == kind])) for kind in kinds]
    survivors = [
        Survivor(one.mutant.kind, one.mutant.words, one.mutant.span.place) for one in trials if not one.noticed
    ]
    if as_json:
        console.data(json.dumps(mutants_json(tried, survivors, seed), indent=2, ensure_ascii=False))
    else:
        show(console, mutants_sheet(tried, survivors, seed))
    noticed, total = _counts(trials)
    return FINDINGS if total and 100 * noticed // total < (fail_under or 0) else 0


def _counts(trials: Sequence[Trial]) -> tuple[int, int]:
    return sum(trial.noticed for trial in trials), len(trials)
