"""Lines are counted as the parser counts them, also where Python would see more of them."""

from __future__ import annotations

import pytest
from yaml import CSafeLoader, compose

from proposer.findings.lines import lines_of, lines_with_ends


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_every_line_end_of_the_parser_ends_a_line(end: str) -> None:
    text = f"# x{end}a: 1{end}{end}b: 2{end}"
    node = compose(text, Loader=CSafeLoader)
    assert node is not None
    lines = lines_of(text)
    marks = [(key.start_mark.line, key.value) for key, _ in node.value]
    assert [(line, lines[line][:1]) for line, _ in marks] == marks
    assert len(lines) == 4


@pytest.mark.parametrize("sign", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e"])
def test_what_ends_a_line_only_in_python_ends_none(sign: str) -> None:
    assert lines_of(f"a{sign}b\nc") == [f"a{sign}b", "c"]


def test_lines_with_their_ends_are_the_text() -> None:
    text = "\ufeffa\r\nb\rc\n\n\u2028d\x0ce"
    assert "".join(lines_with_ends(text)) == text
    assert lines_of(text) == ["a", "b", "c", "", "", "d\x0ce"]
    assert lines_of("") == []
