"""Shipped files with their keys shuffled, their grids pushed about and comments put in; and files of odd fragments."""

from __future__ import annotations

import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from proposer.edit.formatting import formatted, same_data
from proposer.edit.layout import layout_of
from proposer.edit.layout_lines import lines_of
from proposer.load.document import Document
from proposer.load.folder import yaml_files
from proposer.load.yaml import parse_yaml

CATALOG = Path(__file__).parents[2] / "catalog"
FILES = yaml_files(CATALOG)
OFFERINGS = [name for name in FILES if name.startswith("offerings/")]
ROW = re.compile(r"^(\s+[^#\[{\"]+?):\s+\[([^\[\]{}\"]*)\](.*)$")
FRAGMENTS = [
    "name: a", "name: &x a", "per: *x", "per: &x b", "words:", "  in_short: >-", "    folded", "    # not a comment", "",
    "  you_get: [a,", "    b]", "  # in", " # odd", "# out", "excludes:", "- a", "  - b  ", "states: |+", "  kept  ",
    "sold: {from: 1}  # why", "<<: *x", "network: 'it''s # no'", 'interval: "two', '  lines"', "zzz: 1", "count: &c {a: 1}",
    "provides: *c", "...", "---", "   ", "rides_on:", "    deep: 1", "  facts: {a: b}", "\ttab", "  assumes: &y", "? per",
]  # fmt: skip


def generator(seed: int) -> random.Random:
    """Chances that come out the same for the same seed."""
    return random.Random(seed)  # noqa: S311  # nothing secret


def read(text: str) -> Document | None:
    outcome = parse_yaml(text, "f.yaml")
    return None if outcome.failed else outcome.value


def held(text: str, place: str) -> str:
    """The text laid out, all that must hold held against it."""
    before = read(text)
    assert before is not None, text
    outcome = formatted(text, "f.yaml", place)
    assert outcome.value is not None, (text, outcome.diagnostics)
    after = read(outcome.value)
    assert after is not None
    assert same_data(before.data, after.data, layout_of(place, before.data))
    assert before.data == after.data
    assert lines_of(before).comments() == lines_of(after).comments()
    assert formatted(outcome.value, "f.yaml", place).value == outcome.value, text
    return outcome.value


def shuffled(text: str, chance: random.Random) -> str:
    """The blocks of a file's top level in another order, its head where it was."""
    parts = re.split(r"(?m)^(?=[a-z_]+:)", text)
    head, blocks = parts[0], parts[1:]
    chance.shuffle(blocks)
    return head + "".join(block if block.endswith("\n") else f"{block}\n" for block in blocks)


def shuffled_within(text: str, chance: random.Random) -> str:
    """The keys of one kind of indented mapping in another order: neighbours of single lines that are exchanged."""
    lines = text.splitlines(keepends=True)
    for at in range(len(lines) - 1):
        one, two = lines[at], lines[at + 1]
        flat = all(re.match(r"\s+[a-z_]+: [^>|&\s]", each) for each in (one, two))
        if (
            flat
            and one[: len(one) - len(one.lstrip())] == two[: len(two) - len(two.lstrip())]
            and chance.random() < 0.5
        ):
            lines[at], lines[at + 1] = two, one
    return "".join(lines)


def pushed(text: str, chance: random.Random) -> str:
    """The rows of grids with any number of blanks."""
    return "".join(_pushed(line, chance) for line in text.splitlines(keepends=True))


def _pushed(line: str, chance: random.Random) -> str:
    found = ROW.match(line.rstrip("\n"))
    if found is None:
        return line
    cells = [" " * chance.randrange(4) + cell.strip() + " " * chance.randrange(2) for cell in found[2].split(",")]
    return f"{found[1]}:{' ' * chance.randrange(1, 5)}[{','.join(cells)}]{found[3]}\n"


def annotated(text: str, chance: random.Random) -> tuple[str, list[str]]:
    """The text with comments and blank lines put in, and the comments; not where they would be part of a text."""
    lines: list[str] = []
    added: list[str] = []
    document = read(text)
    assert document is not None
    fixed = lines_of(document).fixed
    for number, line in enumerate(text.splitlines(keepends=True)):
        if chance.random() < 0.2 and number not in fixed:
            added.append(f"# note {len(added)}")
            lines.append(" " * chance.randrange(7) + added[-1] + " " * chance.randrange(2) + "\n")
        if chance.random() < 0.2 and number not in fixed:
            lines.append(" " * chance.randrange(3) + "\n")
        lines.append(line)
    return "".join(lines), added


@pytest.mark.parametrize("place", OFFERINGS)
def test_shuffled_keys_of_an_offering_come_back(place: str) -> None:
    text = (CATALOG / place).read_text("utf-8")
    for seed in range(4):
        assert held(shuffled(text, generator(seed)), place) == text


@given(st.sampled_from(FILES), st.integers(0, 10**6))
@settings(max_examples=60, deadline=None)
def test_shuffled_pushed_and_annotated(place: str, seed: int) -> None:
    chance = generator(seed)
    text = (CATALOG / place).read_text("utf-8")
    if "/" in place and not place.startswith("rules"):
        text = shuffled(text, chance)
    exchanged = pushed(shuffled_within(text, chance), chance)
    assume(read(exchanged) is not None)  # two lines of a mapping in braces may not change places
    text, added = annotated(exchanged, chance)
    if chance.random() < 0.3:
        text = text.replace("\n", "\r\n")
    after = held(text, place)
    assert Counter(re.findall(r"# note \d+", after)) == Counter(added)
    assert after.count("\r\n") in (0, after.count("\n"))


@given(st.integers(0, 10**6))
@settings(max_examples=5, deadline=None)
def test_pushed_grids_come_back(seed: int) -> None:
    place = "price-books/us-2026-h2.yaml"
    text = (CATALOG / place).read_text("utf-8")
    after = held(pushed(text, generator(seed)), place)
    block = after.split("  dedicated-internet:\n")[1].split("    once:")[0]
    rows = [line for line in block.splitlines() if line.endswith("]") and "by:" not in line]
    assert len(rows) > 20
    assert len({tuple(at for at, sign in enumerate(row) if sign in "[,]") for row in rows}) == 1


@given(st.lists(st.sampled_from(FRAGMENTS), min_size=2, max_size=12), st.booleans())
@settings(max_examples=500, deadline=None)
def test_odd_files_are_left_or_say_the_same(fragments: list[str], ended: bool) -> None:  # noqa: FBT001  # given by name
    text = "\n".join(fragments) + "\n" * ended
    if read(text) is not None:
        held(text, "offerings/a/b.yaml")
