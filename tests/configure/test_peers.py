"""The benchmark's peers solve the question that the engine solves, but for what their model leaves out.

So their least value is the engine's in a generated customer and in nearly all random worlds, and never above it.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from itertools import count, islice
from pathlib import Path

import pytest
from benchmarks.peers.reports import PEERS, reported
from benchmarks.questions import question_of
from choice_worlds import world

from proposer.configure import configure
from proposer.model.configuration import Configuration

ROOT = Path(__file__).parents[2]
FIRST, WORLDS, SIZES = 11_000_000, 30, (3, 5)

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="the peers' time and memory are limited by means that only POSIX has"
)


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_has_the_engine_s_value_for_a_generated_customer(peer: str) -> None:
    answer = configure(question_of(58, 6, 6))
    assert isinstance(answer, Configuration)
    assert (answer.proof.proven, answer.individual_cases) == (True, 0)
    report = reported(peer, ["58", "6", "6"])
    assert (report.solver, report.status, report.objective, report.bound) == (
        peer, "optimal", answer.proof.objective, answer.proof.objective,
    )  # fmt: skip
    assert report.variables > report.rows > 100


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_is_never_above_the_engine_in_random_worlds(peer: str) -> None:
    plain = list(islice((seed for seed in count(FIRST) if _is_plain(seed)), WORLDS))
    ours, theirs = [_engine_s(seed) for seed in plain], _peer_s(peer, plain)
    above = [(seed, own, theirs[seed]) for seed, own in ours if own is not None and not _is_at_most(theirs[seed], own)]
    assert above == []
    assert sum(theirs[seed] == own for seed, own in ours) >= WORLDS * 9 // 10


def _is_plain(seed: int) -> bool:
    """Whether prices are by the piece and keep their order: the peers know no graduated steps and no promotions of a bundle."""
    prices = world(seed, SIZES, graduated=False).prices
    return not any(prices.is_irregular(offering) for offering in prices.deal.book.prices)


def _is_at_most(value: int | None, own: int) -> bool:
    return value is not None and value <= own


def _engine_s(seed: int) -> tuple[int, int | None]:
    answer = configure(world(seed, SIZES, graduated=False))
    return seed, answer.proof.objective if isinstance(answer, Configuration) else None


def _peer_s(peer: str, seeds: Sequence[int]) -> dict[int, int | None]:
    command = [sys.executable, str(Path(__file__).with_name("peers_on_worlds.py")), peer]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}
    done = subprocess.run(
        [*command, *map(str, (*SIZES, *seeds))], env=environment, check=True, capture_output=True, encoding="utf-8"
    )
    said = (line.split() for line in done.stdout.splitlines())
    return {int(seed): None if value == "none" else int(value) for seed, value in said}


@pytest.mark.parametrize("peer", PEERS)
def test_a_peer_without_time_says_that_it_found_nothing(peer: str) -> None:
    report = reported(peer, ["58", "6", "6"], seconds=0.0)
    assert (report.status, report.objective) == ("nothing found", None)
