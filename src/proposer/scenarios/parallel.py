"""Many scenarios on several processors, each verdict in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from proposer.model.catalog import Catalog
from proposer.model.scenario import Scenario
from proposer.scenarios.running import Verdict, run_scenario, run_scenarios

WORTH = 24  # scenarios that are worth a second process
PIECE = 16  # scenarios that a process takes at a time


def run_on(catalog: Catalog, scenarios: Sequence[Scenario], workers: int) -> Iterator[Verdict]:
    """The verdicts in the order of the scenarios, as they come; one worker or a few scenarios need no other process."""
    if workers <= 1 or len(scenarios) < WORTH:
        yield from (run_scenario(catalog, scenario) for scenario in scenarios)
        return
    pieces = [scenarios[start : start + PIECE] for start in range(0, len(scenarios), PIECE)]
    with ProcessPoolExecutor(workers) as pool:
        for verdicts in pool.map(partial(run_scenarios, catalog), pieces):
            yield from verdicts
