from __future__ import annotations

import pytest

from proposer.diagnostics import Diagnostic
from proposer.load.characteristics import read_characteristics
from proposer.load.decode import Reader
from proposer.load.values import read_values
from proposer.load.yaml import parse_yaml


def values(text: str) -> tuple[list[str], list[Diagnostic]]:
    document = parse_yaml(f"v: {text}\n", "f.yaml").value
    assert document is not None
    reader = Reader(document)
    return [str(value) for value in read_values(reader, ("v",))], reader.found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("[10 Mbps, 1 Gbps]", ["10 Mbps", "1 Gbps"]),
        ("10..40 Mbps by 10", ["10 Mbps", "20 Mbps", "30 Mbps", "40 Mbps"]),
        ("1..3 Gbps by 1", ["1 Gbps", "2 Gbps", "3 Gbps"]),
        ("[10 Mbps, 20..40 Mbps by 20, 1 Gbps]", ["10 Mbps", "20 Mbps", "40 Mbps", "1 Gbps"]),
        ("6..8", ["6", "7", "8"]),
        ("[/30, /29]", ["/30", "/29"]),
        ("[up to 50, up to 100]", ["up to 50", "up to 100"]),
        ("[basic, premium]", ["basic", "premium"]),
        ("500 Mbps", ["500 Mbps"]),
        ("[900..1000 Mbps by 100, 1 Gbps]", ["900 Mbps", "1 Gbps"]),
    ],
)
def test_values_and_ranges(text: str, expected: list[str]) -> None:
    assert values(text) == (expected, [])


@pytest.mark.parametrize(
    ("text", "message", "remedy"),
    [
        ("10..45 Mbps by 10", "`10..45 Mbps by 10` does not go from 10 to 45", "in steps of 10 the last value is 40"),
        ("40..10 Mbps by 10", "`40..10 Mbps by 10` does not go from 40 to 10", "the lower end stands first, and the step is more than 0"),
        ("10 Mbps..1 Gbps by 10", "`10 Mbps..1 Gbps by 10` needs one known unit", "the unit stands once: `10..100 Mbps by 10`"),
        ("1..9000000 Mbps by 1", "`1..9000000 Mbps by 1` are more than 10,000 values", "take a larger step"),
        ("10... Mbps", "`10... Mbps` is not a range", "write it like `10..100 Mbps by 10`"),
        ("5 Mpbs", "unknown unit `Mpbs`", "did you mean `5 Mbps`?"),
        ("[5 Mbps, 6 %]", "values in different units, or amounts and names mixed", "give all of them the same unit"),
        ("[]", "no values", "list what can be ordered: `[100 Mbps, 1 Gbps]` or `10..100 Mbps by 10`"),
        ("true", "expected a value, got `true`", "such as `100 Mbps` or `premium`; quote what is a text"),
    ],
)  # fmt: skip
def test_what_is_no_range(text: str, message: str, remedy: str) -> None:
    assert [(found.message, found.help) for found in values(text)[1]] == [(message, remedy)]


DEPENDENT = """\
characteristics:
  up: {by: down, 100 Mbps: [10 Mbps], 1 Gbps: [40 Mbps]}
  colour: [red, blue]
  down: [100 Mbps, 1 Gbps]
  class: [basic]
"""


def test_a_characteristic_may_be_written_before_the_one_that_it_goes_by() -> None:
    document = parse_yaml(DEPENDENT, "f.yaml").value
    assert document is not None
    reader = Reader(document)
    parts = read_characteristics(reader, ("characteristics",))
    assert ([part.name for part in parts], reader.found) == (["colour", "down", "up", "class"], [])
