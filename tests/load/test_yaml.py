from __future__ import annotations

import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from proposer.load.document import Data
from proposer.load.yaml import parse_yaml


def parsed(text: str) -> Data:
    outcome = parse_yaml(text, "f.yaml")
    assert outcome.value is not None
    assert outcome.diagnostics == ()
    return outcome.value.data


def fault(text: str) -> tuple[str, int, int, str]:
    (found,) = parse_yaml(text, "f.yaml").diagnostics
    return found.message, found.span.line, found.span.column, found.help


def test_numbers_are_exact_and_leading_zeros_stay() -> None:
    assert parsed("[640.00, 12, -3, 0.1, 012, 1e3, 0x1F, 1_000, .5]") == [
        Decimal("640.00"), 12, -3, Decimal("0.1"), "012", "1e3", "0x1F", "1_000", ".5",
    ]  # fmt: skip
    assert str(parsed("640.00")) == "640.00"


def test_only_true_and_false_are_flags() -> None:
    assert parsed("[true, False, yes, no, on, off, NO, null, ~]") == [
        True, False, "yes", "no", "on", "off", "NO", None, None,
    ]  # fmt: skip


def test_dates_and_times_stay_text() -> None:
    assert parsed("[2026-11-23, 1:30, 2026-11-23T10:00:00Z]") == ["2026-11-23", "1:30", "2026-11-23T10:00:00Z"]


def test_keys_are_texts() -> None:
    assert parsed("{12: a, true: b, 1 Gbps: c}") == {"12": "a", "true": "b", "1 Gbps": "c"}


def test_quotes_make_a_text() -> None:
    assert parsed("['12', \"true\", !!str 12]") == ["12", "true", "12"]


def test_merge_keys_are_flattened_and_own_keys_win() -> None:
    assert parsed("a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3}") == {"a": {"x": 1, "y": 2}, "b": {"y": 3, "x": 1}}


def test_places() -> None:
    document = parse_yaml("# first\nsites:\n  - id: main   # the clinic\n    access: {fibre: on-net}\n", "f.yaml").value
    assert document is not None
    span = document.span(("sites", 0, "access", "fibre"))
    assert (span.line, span.column, span.end_line, span.end_column) == (4, 21, 4, 27)
    assert document.key_span(("sites",)).line == 2
    assert document.span(("sites", 0, "id")).column == 9
    assert document.span(("sites", 0, "nowhere")).line == 3


def test_a_byte_order_mark_shifts_nothing() -> None:
    document = parse_yaml("\ufeffa: b", "f.yaml").value
    assert document is not None
    assert document.span(("a",)).column == 4


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a: b: c\n", ("a second `: ` on this line", 1, 5, 'put the text in quotes: `key: "like: this"`')),
        ("a: {x} b\n", ("text follows a closed `{…`", 1, 8, 'put the text in quotes: `key: "{name} and more"`')),
        ("a:\n\tb: 1\n", ("a tab cannot indent YAML", 2, 1, "use spaces")),
        ("a: %x\n", ("a text cannot start with `%`", 1, 4, 'put the text in quotes: `"%…"`')),
        ("a: 'x\nb: y\n", ("this is never closed", 1, 4, "add the closing quote or bracket")),
        ("a: b\n---\nc: d\n", ("a second document starts here", 2, 1, "one file holds one document: remove `---`")),
        ("- a\nb: c\n", ("this does not line up with what stands above", 2, 1, "check its indentation")),
        ("a: \x07\n", ("character U+0007 cannot stand in YAML", 1, 4, "")),
        ("", ("the file is empty", 1, 1, "an empty file says nothing: fill or delete it")),
    ],
)
def test_slips_have_a_place_and_a_remedy(text: str, expected: tuple[str, int, int, str]) -> None:
    assert fault(text) == expected


def test_what_has_no_end_is_refused() -> None:
    bomb = "a0: &a0 [x]\n" + "".join(f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]\n" for i in range(1, 30))
    merges = "a0: &a0 {x: 1}\n" + "".join(
        f"a{i}: &a{i} {{<<: [{', '.join([f'*a{i - 1}'] * 9)}]}}\n" for i in range(1, 30)
    )
    for text in (bomb, merges, "&a [*a]", "&a {b: *a}", "[" * 100_000):
        begun = time.process_time()
        outcome = parse_yaml(text, "f.yaml")
        assert [found.code for found in outcome.diagnostics] == ["YML107"]
        assert time.process_time() - begun < 3


def test_reading_costs_about_as_much_as_the_plain_loader() -> None:
    program = [sys.executable, str(Path(__file__).with_name("reading_cost.py"))]
    ratio = float(subprocess.run(program, capture_output=True, check=True, text=True).stdout)
    assert ratio <= 1.5
