"""However a run ends, it ends with an exit code and at most a few lines: never with a traceback or half a file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import quote_sample as sample

from proposer.model.quote_json import quote_to_json

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and devices of POSIX")
PROLOGUE = """
import os, signal, sys, time
import proposer.propose
from proposer.diagnostics import Outcome

def made(*_arguments, **_options):
    {body}

proposer.propose.propose = made
from proposer.cli import main
sys.argv = ["proposer", *sys.argv[1:]]
main()
"""


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    file = tmp_path / "q.json"
    file.write_text(quote_to_json(sample.QUOTE), "utf-8")
    return file


def render(saved: Path, body: str, *more: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Render with a stage of the test's own in place of the real one."""
    command = [sys.executable, "-c", PROLOGUE.format(body=body), "render", str(saved), *more]
    variables = {**os.environ, **environment}
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=saved.parent, env=variables)


def test_a_document_is_written_and_its_path_printed(saved: Path) -> None:
    done = render(saved, "return Outcome(b'pdf')")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "Harbor-Sons-Dental_2026-11-23.pdf\n"
    assert done.stderr == (
        "Harbor & Sons: Dental, 3 sites, quote Q-TEST, holds until 23 Dec 2026\n"
        "Recommended: $885.00 a month for 36 months, $297.00 once (proven the best)\n"
        "Beside it: Essential $790.00\n"
        "1 individual case without a price; the proposal says which\n"
        "Still missing: 911 address of West: street\n"
        "Next: open Harbor-Sons-Dental_2026-11-23.pdf\n"
    )
    assert (saved.parent / "Harbor-Sons-Dental_2026-11-23.pdf").read_bytes() == b"pdf"


def test_quiet_leaves_the_result(saved: Path) -> None:
    done = render(saved, "return Outcome(b'pdf')", "-q", "-o", "x.pdf")
    assert (done.stdout, done.stderr) == ("x.pdf\n", "")


def test_the_default_name_never_covers_another_document(saved: Path) -> None:
    for content, name in (("1", ""), ("1", ""), ("2", "-2"), ("3", "-3"), ("2", "-2")):
        done = render(saved, f"return Outcome(b'{content}')", "-q")
        assert done.stdout == f"Harbor-Sons-Dental_2026-11-23{name}.pdf\n"


@POSIX
@pytest.mark.parametrize("signal_", ["SIGINT", "SIGTERM"])
def test_an_interrupt_says_so_and_writes_nothing(saved: Path, signal_: str) -> None:
    done = render(saved, f"os.kill(os.getpid(), signal.{signal_}); time.sleep(9)", "-o", "x.pdf")
    assert done.returncode == 2
    assert done.stderr.lstrip("\n") == "interrupted; nothing was written\n"
    assert list(saved.parent.iterdir()) == [saved]


@POSIX
def test_an_interrupt_inside_the_engine_s_callback_ends_the_run(saved: Path) -> None:
    body = "import ctypes; ctypes.CFUNCTYPE(None)(lambda: os.kill(os.getpid(), signal.SIGINT))(); return Outcome(b'x')"
    done = render(saved, body, "-o", "x.pdf")
    assert done.returncode == 2
    assert "interrupted; nothing was written\n" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(saved.parent.iterdir()) == [saved]


def test_a_fault_of_the_program_is_one_line_to_report(saved: Path) -> None:
    done = render(saved, "raise ZeroDivisionError('boom')", "-o", "x.pdf")
    assert done.returncode == 2
    assert done.stderr == (
        "internal error: ZeroDivisionError: boom\n"
        "This is a fault of the program, not of your files: please report it. "
        "PROPOSER_DEBUG=1 shows where it happened.\n"
    )
    assert "Traceback" in render(saved, "raise ZeroDivisionError('boom')", PROPOSER_DEBUG="1").stderr


@POSIX
def test_a_full_output_is_told(saved: Path) -> None:
    with Path("/dev/full").open("w") as full:
        command = [sys.executable, "-m", "proposer", "doctor"]
        done = subprocess.run(command, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1] == "error: the output could not be written: no space left on device"


@POSIX
def test_a_reader_that_left_is_no_news(saved: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "proposer", "doctor", "-q"]
    done = subprocess.run(command, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert done.returncode in (1, 2)
    assert done.stderr == ""


@POSIX
def test_letters_that_a_terminal_lacks_are_replaced(saved: Path) -> None:
    text = saved.read_text("utf-8").replace("Harbor & Sons: Dental", "Łodz Dental")
    saved.write_text(text, "utf-8")
    done = render(saved, "return Outcome(b'x')", "-q", PYTHONIOENCODING="cp1252")
    assert done.returncode == 0, done.stderr
    assert done.stdout == "?odz-Dental_2026-11-23.pdf\n"
    assert (saved.parent / "Łodz-Dental_2026-11-23.pdf").is_file()


@pytest.mark.parametrize(
    ("output", "words"),
    [
        ("no/such/x.pdf", "the folder `no/such` does not exist"),
        (".", "this is a folder, not a file"),
        ("q.json/x.pdf", "the folder `q.json` is not a folder"),
    ],
)
def test_an_output_that_cannot_be_is_told_before_any_work(saved: Path, output: str, words: str) -> None:
    done = render(saved, "raise ZeroDivisionError('worked')", "-o", output)
    assert done.returncode == 2
    assert words in done.stderr
    assert "help" in done.stderr
    assert list(saved.parent.iterdir()) == [saved]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "not JSON"),
        (b"{", "not JSON"),
        (b"\xff\xfe", "not UTF-8"),
        (b"{}", "names no schema"),
        (b'{"schema": "proposer-quote/1"}', "is missing"),
    ],
)
def test_a_saved_quote_that_is_none_is_told(saved: Path, content: bytes, words: str) -> None:
    saved.write_bytes(content)
    done = render(saved, "raise ZeroDivisionError('worked')")
    assert done.returncode == 1
    assert words in done.stderr
    assert "q.json" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_saved_quote_that_is_not_there_is_told(saved: Path) -> None:
    done = render(saved.parent / "nix.json", "raise ZeroDivisionError('worked')")
    assert done.returncode == 2
    assert "nix.json` cannot be read: no such file or directory" in done.stderr
