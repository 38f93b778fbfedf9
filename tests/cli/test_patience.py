"""How long a choice may take, as a rep meets it: `--time`, `--gap`, Ctrl-C, and what is drawn meanwhile."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from benchmarks.customers import needs_of
from terminal import Session, on_a_terminal

EXAMPLES = Path(__file__).parents[2] / "examples"
POSIX = pytest.mark.skipif(sys.platform == "win32", reason="signals and terminals of POSIX")
DAY = ("--as-of", "2026-11-23")
ENDED = (
    "error[QUO105]: the search for Essential at 36 months was ended before it found a solution; there may be one",
    "  = help: let it go on: more seconds with --time or none, and no Ctrl-C",
    "1 error",
)
WITHOUT_RECOMMENDED = (
    "warning[QUO105]: the search for Recommended at 36 months was ended before it found a solution; there may be one",
    "  = help: let it go on: more seconds with --time or none, and no Ctrl-C",
    "1 warning",
    "Next: proposer propose large.yaml --as-of 2026-11-23, or for one line: proposer why large.yaml SITE/LINE",
)
STOCKING = r"Choosing, 1 of 3: (\d+) of \d+ kinds of site, [\d,]+ packages? …"
SEARCHING = r"Choosing, \d of 3: \d+ kinds, [\d,]+ packages, best [\d,]+, gap \d\.\d{3}%(, network \d of \d)? …"


@pytest.fixture(scope="module")
def customers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A customer that takes many seconds, one that takes some, and one that takes one."""
    folder = tmp_path_factory.mktemp("customers")
    (folder / "large.yaml").write_text(needs_of(1_000, 300), "utf-8")
    (folder / "middle.yaml").write_text(needs_of(200, 120), "utf-8")
    (folder / "small.yaml").write_text(needs_of(60, 40), "utf-8")
    return folder


def quote(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "proposer", "quote", *arguments, *DAY]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False, timeout=120)


def quote_on_a_terminal(folder: Path, *arguments: str, interrupt_at: str = "") -> Session:
    return on_a_terminal(["-m", "proposer", "quote", *arguments, *DAY], folder, interrupt_at)


def best_there_is(printed: str) -> list[str]:
    """What the table says of each option."""
    row = next(line for line in printed.splitlines() if line.startswith("Best there is"))
    return re.split(r" {2,}", row.removeprefix("Best there is").strip())


def are_stated(proofs: Sequence[str]) -> bool:
    return bool(proofs) and all(re.fullmatch(r"proven|within [\d,]+\.\d\d \(\d+\.\d+ %\)", proof) for proof in proofs)


@pytest.mark.parametrize("seconds", ["0.2", "0.00001"])
def test_too_little_time_says_so(seconds: str, customers: Path) -> None:
    done = quote(customers, "large.yaml", "--time", seconds)
    assert (done.returncode, done.stdout) == (1, "")
    assert tuple(line for line in done.stderr.splitlines() if line) == ENDED


def test_some_time_gives_an_answer_with_its_gap_or_says_so(customers: Path) -> None:
    done = quote(customers, "large.yaml", "--time", "2.5")
    if done.returncode == 1:
        assert tuple(line for line in done.stderr.splitlines() if line) == ENDED
    else:
        assert (done.returncode, are_stated(best_there_is(done.stdout))) == (0, True)


def test_a_gap_that_is_good_enough_is_kept_and_stated(customers: Path) -> None:
    done = quote(customers, "small.yaml", "--gap", "1%")
    proofs = best_there_is(done.stdout)
    assert (done.returncode, len(proofs), are_stated(proofs)) == (0, 3, True), done.stdout + done.stderr
    assert all(float(share) <= 1 for share in re.findall(r"\(([\d.]+) %\)", " ".join(proofs)))


@pytest.mark.parametrize(
    ("option", "value", "words"),
    [
        ("--gap", "100%", "'100%' is no such share; write a percentage from 0 to below 100, such as 0.1%"),
        ("--gap", "-1", "'-1' is no such share; write a percentage from 0 to below 100, such as 0.1%"),
        ("--gap", "abc", "'abc' is no such share; write a percentage from 0 to below 100, such as 0.1%"),
        ("--gap", "nan", "'nan' is no such share; write a percentage from 0 to below 100, such as 0.1%"),
        ("--time", "0", "'0' is no such time; write seconds above 0, such as 30"),
        ("--time", "-1", "'-1' is no such time; write seconds above 0, such as 30"),
        ("--time", "abc", "'abc' is no such time; write seconds above 0, such as 30"),
        ("--time", "nan", "'nan' is no such time; write seconds above 0, such as 30"),
        ("--time", "inf", "'inf' is no such time; write seconds above 0, such as 30"),
    ],
)
def test_what_is_no_limit_is_wrong_usage(option: str, value: str, words: str) -> None:
    done = quote(EXAMPLES, "dentist.yaml", option, value)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "Usage: proposer quote [OPTIONS] NEEDS\n"
        "Try 'proposer quote --help' for help.\n"
        f"\nError: Invalid value for '{option}': {words}\n"
    )


@POSIX
def test_an_interrupt_gives_the_best_so_far(customers: Path) -> None:
    session = quote_on_a_terminal(customers, "large.yaml", interrupt_at="best ")
    proofs = best_there_is(session.printed)
    assert (session.code, len(proofs), are_stated(proofs)) == (0, 1, True)
    assert any(re.fullmatch(SEARCHING, line) for line in session.shown), session.shown
    assert tuple(session.said) == WITHOUT_RECOMMENDED


@POSIX
def test_before_there_is_any_it_says_so(customers: Path) -> None:
    session = quote_on_a_terminal(customers, "large.yaml", interrupt_at=" of site, ")
    assert (session.code, session.printed, tuple(session.said)) == (1, "", ENDED)


@POSIX
def test_a_second_interrupt_ends_at_once(customers: Path) -> None:
    body = """
import os, signal, sys, time
import proposer.pipeline

def made(*_arguments, watch, **_options):
    os.kill(os.getpid(), signal.SIGINT)
    assert watch.is_over()
    os.kill(os.getpid(), signal.SIGINT)
    time.sleep(30)

proposer.pipeline.make_quote = made
from proposer.cli import main
sys.argv = ["proposer", "quote", "small.yaml"]
main()
"""
    done = subprocess.run(
        [sys.executable, "-c", body], cwd=customers, capture_output=True, text=True, timeout=25, check=False
    )
    assert (done.returncode, done.stdout, done.stderr.lstrip("\n")) == (2, "", "interrupted; nothing was written\n")


@POSIX
def test_a_terminal_shows_how_far_it_has_come(customers: Path) -> None:
    session = quote_on_a_terminal(customers, "middle.yaml")
    drawn = [line for line in session.shown if line.endswith(" …")]
    stocked = [int(match[1]) for line in drawn if (match := re.fullmatch(STOCKING, line))]
    assert len(stocked) >= 2, drawn
    assert stocked == sorted(stocked)
    assert drawn.index("Choosing, 2 of 3 …") < drawn.index("Choosing, 3 of 3 …")
    assert all(len(line) < 110 for line in drawn)
    assert session.said == [WITHOUT_RECOMMENDED[-1].replace("large", "middle")]


def test_nothing_is_drawn_where_nobody_watches(customers: Path) -> None:
    done = quote(customers, "small.yaml")
    words = "Next: proposer propose small.yaml --as-of 2026-11-23, or for one line: proposer why small.yaml SITE/LINE\n"
    assert (done.returncode, done.stderr) == (0, words)
    assert quote(customers, "small.yaml", "--time", "90").stdout == done.stdout, "more time than is needed"
