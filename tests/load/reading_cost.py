"""What reading YAML costs beside the plain loader, on standard output: a program of its own, so that nothing else runs or
lives in its process. The two take turns, so that a busy moment of the machine meets both."""

from __future__ import annotations

import time
from collections.abc import Callable

import yaml as pyyaml

from proposer.load.yaml import parse_yaml

ROWS = "  100 Mbps: [640.00, 576.00, 512.00, 422.00]\n  words: Internet on fibre of your own\n"
TEXT = "".join(f"item-{number}:\n{ROWS}" for number in range(3000))
ROUNDS = 8


def seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun


def ratio() -> float:
    rounds = [
        (seconds(lambda: parse_yaml(TEXT, "f.yaml")), seconds(lambda: pyyaml.load(TEXT, Loader=pyyaml.CSafeLoader)))
        for _ in range(ROUNDS)
    ]
    return min(ours for ours, _ in rounds) / min(theirs for _, theirs in rounds)


if __name__ == "__main__":
    print(ratio())
