"""`make features`: void models, dead and core features by the choice and by flamapy, on random feature models.

python tests/configure/features_report.py COUNT SEED
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from feature_models import FeatureModel, Verdict, random_model
from feature_questions import verdict

ANSWERS = Path(__file__).with_name("feature_answers.py")


@dataclass(frozen=True, slots=True)
class Compared:
    """Both sides' verdicts, model by model, and the seconds that each took."""

    models: tuple[FeatureModel, ...]
    ours: tuple[Verdict, ...]
    theirs: tuple[Verdict, ...]
    our_seconds: float
    their_seconds: float

    def differences(self) -> list[str]:
        """A line for each model on which the two do not say the same."""
        pairs = enumerate(zip(self.ours, self.theirs, strict=True))
        return [f"model {i}: {ours} here, {theirs} from flamapy" for i, (ours, theirs) in pairs if ours != theirs]


def compared(models: Sequence[FeatureModel]) -> Compared:
    theirs, their_seconds = flamapy_verdicts(models)
    begun = perf_counter()
    ours = tuple(verdict(model) for model in models)
    return Compared(tuple(models), ours, theirs, perf_counter() - begun, their_seconds)


def flamapy_verdicts(models: Sequence[FeatureModel]) -> tuple[tuple[Verdict, ...], float]:
    """One process for all models."""
    handed = json.dumps([model.as_json() for model in models])
    done = subprocess.run([sys.executable, str(ANSWERS)], input=handed, capture_output=True, text=True, check=True)
    said = json.loads(done.stdout)
    verdicts = (Verdict(v["void"], frozenset(v["dead"]), frozenset(v["core"])) for v in said["verdicts"])
    return tuple(verdicts), said["seconds"]


def random_models(first: int, count: int) -> list[FeatureModel]:
    return [random_model(seed) for seed in range(first, first + count)]


def main() -> int:
    """Print the report; the exit code is 1 when anything differs."""
    count, seed = (int(each) for each in sys.argv[1:])
    both = compared(random_models(seed * 1_000_000, count))
    wrong = both.differences()
    alive = [each for each in both.ours if not each.void]
    print(f"{count:,} random feature models with seed {seed}, {sum(len(m.features) for m in both.models):,} features")
    print(f"void models: {count - len(alive):,}")
    print(f"dead features in the others: {sum(len(each.dead) for each in alive):,}")
    print(f"core features in the others: {sum(len(each.core) for each in alive):,}")
    print(f"seconds: {both.our_seconds:.2f} here, {both.their_seconds:.2f} for flamapy")
    print(f"{len(wrong)} disagreements with flamapy")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
