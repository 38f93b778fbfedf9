"""Explanations made by hand: a comparison, and needs that are impossible in two ways."""

from __future__ import annotations

from dataclasses import replace

import quote_sample as sample

from proposer.model.configuration import Blame
from proposer.model.explanation import Change, Comparison, Impossible, LineChange, LineState, Relaxation, Totals

BEFORE = Totals(36, 59000, 19800, 2095800, 727800)
AFTER = Totals(36, 60600, 9900, 2143500, 737100)
STANDARD = LineState("", "8 seats", 2000, 4950, 76950)
UNIFIED = LineState("", "8 seats", 3000, 0, 108000)

RUNNER_UP = Comparison(
    "recommended",
    BEFORE,
    AFTER,
    (
        LineChange(
            ("main", "west"), "hosted-seat-standard", "Hosted Seat, Standard", STANDARD, None,
            ("In its place: Hosted Seat, Unified.",),
        ),
        LineChange(
            ("main", "west"), "hosted-seat-unified", "Hosted Seat, Unified", None, UNIFIED, ("You asked for chat.",)
        ),
        LineChange(
            (), "toll-free-number", "Toll-free number", LineState("", "", 900, 0, 32400), LineState("", "", 500, 0, 18000), ()
        ),
    ),
)  # fmt: skip

SECOND = replace(
    sample.CONFLICT,
    summary="At West, these cannot hold together.",
    blames=(
        Blame("sites.west.internet.availability", "You asked for 99.99 %.", "needs.yaml:14"),
        sample.CONFLICT.blames[1],
    ),
    others=(),
)
IMPOSSIBLE = Impossible(
    (sample.CONFLICT, SECOND),
    (
        Relaxation(
            (Change("sites.west.voice.concurrent_calls", "46"),),
            ("46 instead of 60 calls at West",),
            Totals(36, 75800, 70900, 2799700, 980500),
        ),
        Relaxation(
            (Change("sites.west.access.fibre", "on-net"), Change("budget.monthly", "1005.00")),
            ("accept fibre at West, if it is in the building", "raise the budget to $1,005.00 a month"),
            Totals(36, 100500, 95900, 3713900, 1301900),
        ),
    ),
    complete=False,
)
