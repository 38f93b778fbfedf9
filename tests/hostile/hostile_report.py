"""`make hostile`: every hostile vector on the real road, and a table of how each ended and how long it took."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import bomb_templates
import bomb_words
import fetch_vectors
import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again
from hostile_world import Ended, Vector, run, serving

KINDS = {"reaching outside": fetch_vectors, "templates without end": bomb_templates, "words without end": bomb_words}


def rows() -> Iterator[tuple[str, Vector, Ended, bool]]:
    """Each vector, how it ended, and whether that is as expected."""
    for kind, module in KINDS.items():
        for vector in module.VECTORS:
            with tempfile.TemporaryDirectory() as name, serving(folder := Path(name).resolve()) as server:
                ended = run(vector, folder, server.address)
                held = ended.words == vector.expected and ended.seconds < vector.limits.wall + 1 and not server.asked()
                yield kind, vector, ended, held


def main() -> int:
    """The table, as Markdown; 1 when a vector did not end as it should."""
    bad = count = 0
    print("| kind | vector | outcome | seconds | limit | |\n| --- | --- | --- | --: | --: | --- |")
    for kind, vector, ended, held in rows():
        words = ended.words.replace("|", "\\|").replace("\n", " ")
        shown = words if len(words) <= 110 else words[:109] + "…"
        verdict = "held" if held else "BROKEN"
        print(
            f"| {kind} | {vector.name} | {shown} | {ended.seconds:.2f} | {vector.limits.wall:g} | {verdict} |",
            flush=True,
        )
        bad, count = bad + (not held), count + 1
    print(f"\n{count} vectors, {bad} broken; the caller lived through all of them.")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
