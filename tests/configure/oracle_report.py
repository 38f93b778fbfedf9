"""`make oracle`: the engine against brute force on many random worlds, and how often each coupling decided the answer.

    python tests/configure/oracle_report.py COUNT SEED

A coupling was binding in a world when brute force gives another answer without it. That takes ten more answers a world, so
it is asked of every tenth.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from choice_oracle import Answer, best
from choice_worlds import world
from loosened import WITHOUT

from proposer.configure import Question, Unsolved, configure

SAMPLED = 10


def compared(seed: int, *, every: int = SAMPLED) -> tuple[str, list[str]]:
    """What differs in one world (nothing, if all is well), and what was binding where that is asked."""
    question = world(seed)
    answer, expected = configure(question), best(question)
    binding = bound_in(question, expected) if seed % every == 0 else []
    if expected is None or isinstance(answer, Unsolved):
        agree = expected is None and isinstance(answer, Unsolved)
        return ("" if agree else f"world {seed}: {answer} against {expected}"), [*binding, "no answer"]
    if answer.proof.objective != expected.value or answer.proof.bound > expected.value:
        return f"world {seed}: {answer.proof} against {expected.value}", binding
    return "", [*binding, *(["proven"] if answer.proof.proven else [])]


def bound_in(question: Question, expected: Answer | None) -> list[str]:
    """The couplings without which brute force gives another answer."""
    value = expected.value if expected else None
    found = []
    for name, loosen in WITHOUT.items():
        other = best(loosen(question))
        if (other.value if other else None) != value:
            found.append(name)
    return found


def report(count: int, seed: int) -> tuple[list[str], Counter[str]]:
    """All that differs, and how often each coupling was binding."""
    seeds = range(seed * 1_000_000, seed * 1_000_000 + count)
    wrong: list[str] = []
    seen: Counter[str] = Counter()
    with ProcessPoolExecutor() as pool:
        for difference, binding in pool.map(partial(compared, every=SAMPLED), seeds, chunksize=20):
            wrong += [difference] if difference else []
            seen.update(binding)
    return wrong, seen


def main() -> int:
    """Print the report; the exit code is 1 when anything differs."""
    count, seed = (int(each) for each in sys.argv[1:])
    wrong, seen = report(count, seed)
    answers, asked = count - seen["no answer"], -(-count // SAMPLED)
    print(f"{count:,} random worlds with seed {seed}: {len(wrong)} differ from brute force")
    print(f"{seen['no answer']:,} have no answer; {seen['proven']:,} of {answers:,} answers are proven")
    print(f"\nbinding in so many of {asked:,} worlds:")
    for name in WITHOUT:
        print(f"  {name:26} {seen[name]:6,}  {seen[name] / asked:6.1%}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
