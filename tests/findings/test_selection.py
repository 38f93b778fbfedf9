"""Which codes count."""

from __future__ import annotations

import pytest

from proposer.diagnostics import Diagnostic, Severity
from proposer.findings.selection import Selection, codes_in, unknown_code, weighs


def test_codes_and_their_beginnings() -> None:
    assert codes_in(" cat104,PRC  ned1 ") == ("CAT104", "PRC", "NED1")
    assert [unknown_code(code) for code in ("CAT104", "PRC", "CAT2")] == [None, None, None]


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("CTA104", "there is no code 'CTA104'; did you mean CAT104?"),
        ("PCR", "there is no code 'PCR'; did you mean PRC?"),
        ("!", "there is no code '!'; `proposer explain` lists them"),
    ],
)
def test_an_unknown_code_is_met_with_the_nearest(code: str, words: str) -> None:
    assert unknown_code(code) == words


def test_what_is_ignored_is_out_even_when_selected() -> None:
    assert Selection().has("CAT104")
    assert [Selection(("CAT", "PRC2"), ("CAT2",)).has(code) for code in ("CAT104", "CAT201", "PRC201", "PRC101")] == [
        True,
        False,
        True,
        False,
    ]


def test_a_level_counts_all_above_it() -> None:
    warning = [Diagnostic("CAT202", "x", severity=Severity.WARNING)]
    assert [weighs(warning, level) for level in Severity] == [True, True, False]
    assert not weighs([], Severity.NOTE)
