"""The commands with hostile templates: told, with the usual exit code, and not a byte of a proposal is left."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from hostile_world import TEMPLATES

pytest.importorskip("resource", reason="this system cannot limit what a process takes")
TINY = Path(__file__).parents[1] / "fixtures" / "tiny"
NEEDS = "customer: {name: A}\nterm: 36\nsites:\n  - id: main\n    access: {fibre: on-net}\n    internet: {down: 10}\n"
COMMAND = ("propose", "needs.yaml", "--catalog", "catalog", "--templates", "templates", "--as-of", "2026-11-23")


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    shutil.copytree(TINY, tmp_path / "catalog")
    shutil.copytree(TEMPLATES, tmp_path / "templates")
    (tmp_path / "needs.yaml").write_text(NEEDS, "utf-8")
    (tmp_path / "aside").mkdir()
    return tmp_path


def start(workspace: Path, *words: str) -> subprocess.Popen[str]:
    environment = {**os.environ, "TMPDIR": str(workspace / "aside"), "COLUMNS": "200", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "proposer", *COMMAND, *words]
    return subprocess.Popen(
        command, cwd=workspace, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def spoil(workspace: Path, text: str) -> None:
    with (workspace / "templates/proposal/sections/terms.html.j2").open("a", encoding="utf-8") as template:
        template.write(text)


def left(workspace: Path) -> list[str]:
    known = {"catalog", "templates", "needs.yaml", "aside"}
    return [path.name for path in workspace.iterdir() if path.name not in known] + [
        path.name for path in (workspace / "aside").iterdir()
    ]


def test_a_template_without_end_is_told_and_nothing_is_written(workspace: Path) -> None:
    spoil(workspace, '{{ "x".ljust(9000000000) }}')
    with start(workspace) as process:
        out, err = process.communicate(timeout=100)
    assert (process.returncode, out) == (1, "")
    assert err.startswith(
        "error[TPL501]: the proposal was given up: it took more than 1,006 MB of memory\n"
        "  = help: look in the templates, or in very long texts of the needs, for what grows without end:"
        " boxes in boxes, variables made of variables, huge sizes, counts and pictures;"
        " where the document is only large, allow it four times as much: `--patience 4`\n"
    )
    assert left(workspace) == []


def test_patience_multiplies_the_limits(workspace: Path) -> None:
    spoil(workspace, '{{ "x".ljust(9000000000) }}')
    with start(workspace, "--patience", "3") as process:
        out, err = process.communicate(timeout=100)
    assert (process.returncode, out) == (1, "")
    assert err.startswith("error[TPL501]: the proposal was given up: it took more than 3,018 MB of memory\n")


def test_patience_lets_through_what_is_only_large(workspace: Path) -> None:
    spoil(workspace, '{% set s = "x".ljust(1500000000) %}')
    for words, code in (((), 1), (("--patience", "4"), 0)):
        with start(workspace, *words) as process:
            process.communicate(timeout=100)
        assert process.returncode == code


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_the_worker_too(workspace: Path, how: signal.Signals) -> None:
    spoil(workspace, '{% set s = "' + "x" * 40 + '" %}' + "{% for c in s %}" * 9 + "{% endfor %}" * 9)
    with start(workspace) as process:
        until = time.monotonic() + 60
        while not list((workspace / "aside").glob("proposer-*/said")) and time.monotonic() < until:
            time.sleep(0.05)
        worker = children(process.pid)
        process.send_signal(how)
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out, err) == (2, "", "\ninterrupted; nothing was written\n")
    assert left(workspace) == []
    assert len(worker) == 1
    assert not Path(f"/proc/{worker[0]}").exists()


def children(process: int) -> list[int]:
    return [int(word) for word in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()]
