"""How long one choice takes for a generated customer, and how well it is proven; one line.

python -m benchmarks.choice OFFERINGS SITES PROFILES [SECONDS] [--json]

With SECONDS of the processor it ends then, with the best so far and its gap.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from dataclasses import asdict, dataclass, replace
from math import inf

from benchmarks.questions import asked, customer_of
from proposer.cli.run import prepare_process
from proposer.configure import UNLIMITED, Watch, configure
from proposer.model.configuration import Configuration


@dataclass(frozen=True, slots=True)
class Measured:
    """One choice: seconds of the processor and of the wall's clock, megabytes at most, cents; what has no price is counted
    in `cases`. Without an objective nothing was found in the time.
    """

    offerings: int
    sites: int
    seconds: float
    wall: float
    memory: int
    kinds: int = 0
    packages: int = 0
    nodes: int = 0
    objective: int | None = None
    bound: int = 0
    cases: int = 0

    @property
    def gap(self) -> float:
        """By what share a better answer could still be cheaper; zero is a proof."""
        return 1 - min(self.bound / self.objective, 1) if self.objective else inf

    @property
    def proof(self) -> str:
        """The gap in words."""
        return "nothing found" if self.objective is None else f"gap {self.gap:.4%}" if self.gap else "proven"


def measured(offerings: int, sites: int, profiles: int, seconds: float = inf) -> Measured:
    """Catalog and needs are made and loaded first; then derive, offer and configure against the processor's clock."""
    prepare_process()
    catalog, needs = customer_of(offerings, sites, profiles)
    began, started = time.monotonic(), time.process_time()
    watch = Watch(lambda: started + seconds - time.process_time()) if seconds < inf else UNLIMITED
    answer = configure(replace(asked(catalog, needs), watch=watch))
    taken, wall = time.process_time() - started, time.monotonic() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    unsolved = Measured(len(catalog.offerings), sites, taken, wall, memory)
    if not isinstance(answer, Configuration):
        return unsolved
    proof, cases = answer.proof, answer.individual_cases
    found = replace(unsolved, kinds=proof.kinds, packages=proof.packages, nodes=proof.nodes, cases=cases)
    return replace(found, objective=proof.objective, bound=proof.bound)


def main() -> None:
    """Print what was measured, in words or as JSON."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.choice")
    for name in ("offerings", "sites", "profiles"):
        parser.add_argument(name, type=int)
    parser.add_argument("seconds", type=float, nargs="?", default=inf)
    parser.add_argument("--json", action="store_true")
    given = parser.parse_args()
    found = measured(given.offerings, given.sites, given.profiles, given.seconds)
    print(json.dumps(asdict(found)) if given.json else _in_words(found))


def _in_words(found: Measured) -> str:
    return (
        f"{found.offerings} offerings, {found.sites:,} sites, {found.kinds} kinds: {found.seconds:.2f} s CPU, {found.proof}, "
        f"{found.packages:,} packages, {found.nodes} nodes, {found.memory} MB"
    )


if __name__ == "__main__":
    main()
