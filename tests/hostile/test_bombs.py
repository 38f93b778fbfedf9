"""Templates and words without end: each is told within its limits, the caller lives, and nothing is left behind."""

from __future__ import annotations

import multiprocessing
import tempfile
from pathlib import Path

import bomb_templates
import bomb_words
import pytest
import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again
from hostile_world import Vector, run

pytest.importorskip("resource", reason="this system cannot limit what a process takes")
VECTORS = {vector.name: vector for vector in (*bomb_templates.VECTORS, *bomb_words.VECTORS)}


@pytest.mark.parametrize("name", VECTORS)
def test_a_bomb_is_told_within_its_limits(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    vector: Vector = VECTORS[name]
    aside = tmp_path / "aside"
    aside.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(aside))
    ended = run(vector, tmp_path)
    assert ended.words == vector.expected
    assert ended.seconds < vector.limits.wall + 1
    assert list(aside.iterdir()) == []
    assert multiprocessing.active_children() == []


def test_there_are_enough_and_each_has_a_name_of_its_own() -> None:
    assert len(VECTORS) == len(bomb_templates.VECTORS) + len(bomb_words.VECTORS)
    assert len(VECTORS) >= 60
