"""The table of the choice at size: what it says of the engine, of the aims, and of the peers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from benchmarks.aims import Aim, Size
from benchmarks.choice import Measured
from benchmarks.documents import between_marks, machine_and_day
from benchmarks.peers.reports import Report
from benchmarks.sizes import Line, table

PROVEN = Measured(
    offerings=232, sites=1000, seconds=1.5, wall=2.0, memory=82, kinds=147, packages=1535, objective=1_000_000, bound=1_000_000
)  # fmt: skip
OPEN = replace(PROVEN, seconds=40.0, bound=999_900)
CUT = replace(PROVEN, seconds=9.6, bound=999_000)
SIZE = Size(232, 1000, 145, (Aim(2),))
HEAD = """\
| offerings × sites | kinds | packages | processor | memory | reached | aim |  |{peers}
| --- | --- | --- | --- | --- | --- | --- | --- |{rule}
"""


def rows(*lines: Line) -> list[str]:
    """The rows below the head."""
    return table(lines).splitlines()[2:-2]


def test_the_whole_table() -> None:
    line = Line(SIZE, PROVEN, [(Aim(2), PROVEN)], [Report("CP-SAT", "nothing found", build=17.0, solve=30.0)])
    assert table([line]) == (
        HEAD.format(peers=" CP-SAT |", rule=" --- |")
        + "| 232 × 1,000 | 147 | 1,535 | 1.50 s | 82 MB | proven | proven ≤ 2 s | held | nothing found, > 23.5 × |\n"
        + f"\n{machine_and_day()}"
    )


def test_a_proof_that_comes_late_misses_its_aim() -> None:
    assert rows(Line(SIZE, PROVEN, [(Aim(1), PROVEN)], [])) == [
        "| 232 × 1,000 | 147 | 1,535 | 1.50 s | 82 MB | proven | proven ≤ 1 s | MISSED |"
    ]


def test_an_aim_for_a_gap_shows_what_was_reached_when_stopped() -> None:
    aims = [(Aim(10, 0.002), CUT), (Aim(10, 0.0005, 2_000), CUT)]
    (row,) = rows(Line(SIZE, OPEN, aims, []))
    assert row == (
        "| 232 × 1,000 | 147 | 1,535 | 40.00 s | 82 MB | gap 0.0100% | gap ≤ 0.2 % after 10 s: gap 0.1000% after 9.6 s; "
        "gap ≤ 0.05 % after 10 s, ≤ 2 GB: gap 0.1000% after 9.6 s | MISSED |"
    )


@pytest.mark.parametrize(
    ("report", "said"),
    [
        (Report("HiGHS", "optimal", 1_000_000, 1_000_000, 1.0, 5.0), "proven, same value, 3.0 ×"),
        (Report("HiGHS", "optimal", 999_000, 999_000, 1.0, 5.0), "proven, -0.1000%, 3.0 ×"),
        (Report("HiGHS", "feasible", 1_200_000, 800_000, 1.0, 30.0), "not proven, +20.0000%, > 15.5 ×"),
        (Report("HiGHS", "not built in 120 s", build=120.0), "not built in 120 s, > 60.0 ×"),
        (Report("HiGHS", "ended by SIGABRT"), "ended by SIGABRT"),
    ],
)
def test_what_a_peer_reached(report: Report, said: str) -> None:
    (row,) = rows(Line(SIZE, PROVEN, [(Aim(2), PROVEN)], [report]))
    assert row.split(" | ")[-1] == f"{said} |"


def test_a_peer_is_held_against_a_proof_only() -> None:
    (row,) = rows(Line(SIZE, OPEN, [(Aim(2), OPEN)], [Report("HiGHS", "nothing found", build=1.0, solve=30.0)]))
    assert row.endswith("| nothing found |")


def test_a_table_stands_between_its_marks() -> None:
    assert between_marks("a\n<!-- sizes -->\nold\n<!-- /sizes -->\nb", "sizes", "new") == (
        "a\n<!-- sizes -->\nnew\n<!-- /sizes -->\nb"
    )


def test_a_document_without_marks_is_noticed() -> None:
    with pytest.raises(ValueError, match="no <!-- sizes --> … <!-- /sizes --> in the document"):
        between_marks("a\n<!-- sizes -->\nb", "sizes", "new")
