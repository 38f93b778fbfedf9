"""How long one choice takes for a generated customer, and how well it is proven; one line.

python -m benchmarks.choice OFFERINGS SITES PROFILES [SECONDS] [--json]

With SECONDS of the processor it ends then, with the best so far and its gap.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from math import inf

from benchmarks.questions import asked, customer_of
from proposer.cli.run import prepare_process
from proposer.configure import UNLIMITED, Watch, configure
from proposer.model.catalog import Catalog
from proposer.model.configuration import Configuration
from proposer.model.needs import Needs


@dataclass(frozen=True, slots=True)
class Measured:
    """One choice: seconds of the processor, cents, megabytes at most; what has no price is counted in `cases`."""

    offerings: int
    sites: int
    kinds: int
    seconds: float
    objective: int
    bound: int
    cases: int
    packages: int
    nodes: int
    memory: int

    @property
    def gap(self) -> float:
        """What an answer could still be better by, as a share; zero is a proof."""
        return (self.objective - self.bound) / self.objective if self.bound < self.objective else 0.0

    @property
    def proof(self) -> str:
        """The gap in words."""
        return f"gap {self.gap:.4%}" if self.gap else "proven"


def measured(offerings: int, sites: int, profiles: int, seconds: float = inf) -> Measured:
    """Catalog and needs are made and loaded first; then derive, offer and configure against the processor's clock."""
    prepare_process()
    catalog, needs = customer_of(offerings, sites, profiles)
    started = time.process_time()
    answer = _answer(catalog, needs, lambda: started + seconds - time.process_time())
    taken = time.process_time() - started
    proof = answer.proof
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    return Measured(
        len(catalog.offerings), sites, proof.kinds, taken, proof.objective, min(proof.bound, proof.objective),
        answer.individual_cases, proof.packages, proof.nodes, memory,
    )  # fmt: skip


def _answer(catalog: Catalog, needs: Needs, left: Callable[[], float]) -> Configuration:
    watch = UNLIMITED if left() == inf else Watch(left)
    answer = configure(replace(asked(catalog, needs), watch=watch))
    assert isinstance(answer, Configuration)
    return answer


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
