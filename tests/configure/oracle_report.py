"""`make oracle`: the engine against brute force on many random worlds, and how often each coupling decided the answer.

    python tests/configure/oracle_report.py COUNT SEED

Each world is answered at two terms, and the term is chosen. A coupling was binding in a world when brute force gives
another answer without it, and the terms were when the longer one is the best. The former takes ten more answers a world, so
it is asked of every tenth.
"""

from __future__ import annotations

import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from choice_oracle import Answer, best
from choice_worlds import TERM
from loosened import WITHOUT
from term_worlds import at_both_terms, best_term, chosen_term

from proposer.configure import Question, Unsolved, configure
from proposer.model.configuration import Configuration

SAMPLED = 10
TERMS = "terms"


def compared(seed: int, *, every: int = SAMPLED) -> tuple[str, list[str]]:
    """What differs in one world (nothing, if all is well), and what was binding where that is asked."""
    questions = at_both_terms(seed)
    answers, expected = [configure(question) for question in questions], [best(question) for question in questions]
    differences = filter(None, map(difference, answers, expected))
    least = questions[0].objective
    chosen, right = chosen_term(answers, least), best_term(expected, least)
    wrong = next(differences, f"the term {chosen} against {right}" if chosen != right else "")
    binding = [*bound_in(questions[0], expected[0]), *bound_by_term(right)] if seed % every == 0 else []
    return (f"world {seed}: {wrong}" if wrong else ""), [*binding, *said(answers[0])]


def difference(answer: Configuration | Unsolved, expected: Answer | None) -> str:
    """What an answer says otherwise than brute force."""
    if expected is None or isinstance(answer, Unsolved):
        return "" if expected is None and isinstance(answer, Unsolved) else f"{answer} against {expected}"
    agree = answer.proof.objective == expected.value and answer.proof.bound <= expected.value
    return "" if agree else f"{answer.proof} against {expected.value}"


def said(answer: Configuration | Unsolved) -> list[str]:
    """What is counted of an answer at the first term."""
    if isinstance(answer, Unsolved):
        return ["no answer"]
    return ["proven"] if answer.proof.proven else []


def bound_by_term(right: tuple[int, int] | None) -> list[str]:
    """Whether another term than the first is the best."""
    return [TERMS] if right and right[0] != TERM else []


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
    print(f"{count:,} random worlds with seed {seed}, at two terms: {len(wrong)} differ from brute force")
    print(f"at the first, {seen['no answer']:,} have no answer; {seen['proven']:,} of {answers:,} answers are proven")
    print(f"\nbinding in so many of {asked:,} worlds:")
    for name in (*WITHOUT, TERMS):
        print(f"  {name:26} {seen[name]:6,}  {seen[name] / asked:6.1%}")
    print("\n".join(wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
