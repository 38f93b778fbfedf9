"""Comments are found where YAML has them, and nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest
from yaml import CSafeLoader, compose, serialize

from proposer.findings.comments import comments
from proposer.findings.lines import lines_with_ends

CATALOG = Path(__file__).parents[2] / "catalog"


def found(text: str) -> list[tuple[int, int, str]]:
    return [(each.line, each.column, each.text) for each in comments(text)]


@pytest.mark.parametrize(
    "text",
    [
        "a: 'x # y'",
        'a: "x # y"',
        'a: "x \\" # y"',
        "a: 'it''s # y'",
        "a: x#y",
        "a: |\n  # y\n  b # y\n",
        "a:\n  - b: >-\n      x\n\n      # y\n",
        "- |\n # y\n",
        "a: 'x\n  # y\n  z'",
        '{"a":"x # y"}',
        "[b, 'x # y']",
    ],
)
def test_no_comment(text: str) -> None:
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("# y", (1, 1, "# y")),
        ("a: b # y  ", (1, 6, "# y")),
        ("a: it's # y", (1, 9, "# y")),
        ("a: b 'c # y", (1, 9, "# y")),
        ("a: 'x' # y", (1, 8, "# y")),
        ("a: | # y\n  b # z\n", (1, 6, "# y")),
        ("a: |\n  b\nc: d # y", (3, 6, "# y")),
        ("- a: |\n    b # z\n  c: d # y", (3, 8, "# y")),
        ("- |\n  b # z\n- c # y", (3, 5, "# y")),
        ("a: 'x\n  z' # y", (2, 6, "# y")),
        ("\ufeffa: b # y", (1, 6, "# y")),
        ("a: b\r\n# y\r\n", (2, 1, "# y")),
        ("a: 5 > 4 # y", (1, 10, "# y")),
    ],
)
def test_a_comment(text: str, place: tuple[int, int, str]) -> None:
    assert found(text) == [place]


def test_it_stands_alone_or_after_something() -> None:
    assert [each.alone for each in comments("a: b # x\n  # y")] == [False, True]


@pytest.mark.parametrize("file", sorted(CATALOG.rglob("*.yaml")), ids=lambda file: file.relative_to(CATALOG).as_posix())
def test_without_its_comments_a_file_says_the_same(file: Path) -> None:
    text = file.read_text("utf-8")
    lines = lines_with_ends(text)
    for each in comments(text):
        lines[each.line - 1] = lines[each.line - 1][: each.column - 1].rstrip() + "\n"
    assert serialize(compose("".join(lines), CSafeLoader)) == serialize(compose(text, CSafeLoader))
