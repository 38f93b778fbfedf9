"""`make engines`: the engine against a second one, CP-SAT on one whole model, on random worlds too large for brute force.

python tests/configure/engines_report.py COUNT SEED
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from choice_worlds import world

from proposer.configure import configure
from proposer.model.configuration import Configuration

SIZES = (6, 8, 10, 12)
SECOND = Path(__file__).with_name("second_engine.py")


def differences(first: int, count: int, sizes: tuple[int, ...] = SIZES) -> Iterator[str]:
    """A line for each world in which the two engines do not say the same; CP-SAT has a process of its own."""
    command = [sys.executable, str(SECOND), str(first), str(count), *map(str, sizes)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as second:
        assert second.stdout
        lines = iter(second.stdout)
        for seed in range(first, first + count):
            said = next(lines, "").split()
            if said != (own := [str(seed), _value(seed, sizes)]):
                yield f"world {seed}: {own[1]} here, {said[1:] or 'nothing'} from CP-SAT"
    assert second.returncode == 0


def _value(seed: int, sizes: tuple[int, ...]) -> str:
    answer = configure(world(seed, sizes, graduated=False))
    if not isinstance(answer, Configuration):
        return "none"
    return str(answer.proof.objective) if answer.proof.proven else f"{answer.proof.objective} (not proven)"


def main() -> int:
    """Print the report; the exit code is 1 when anything differs."""
    count, seed = (int(each) for each in sys.argv[1:])
    wrong = list(differences(seed * 1_000_000, count))
    print(
        f"{count:,} random worlds of {SIZES[0]} to {SIZES[-1]} sites with seed {seed}: {len(wrong)} disagreements with CP-SAT"
    )
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    os.environ.setdefault("PYTHONPATH", "src")
    sys.exit(main())
