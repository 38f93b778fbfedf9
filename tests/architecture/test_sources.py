"""What the house style asks of every source: size, types, names. Each rule is shown a violation once."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from repository import ROOT, files, sources

MOST_LINES = 300
VAGUE = {"utils", "util", "helpers", "helper", "manager", "base", "common", "misc"}
SILENCER = re.compile(r"#\s*(?P<kind>type:\s*ignore|noqa)(?P<rest>.*)")
WITH_REASON = re.compile(r"(\[[\w, -]+\]|:\s*[A-Z]+\d+(,\s*[A-Z]+\d+)*)\s*(#|-)\s*\S.*")


def test_no_source_is_longer_than_300_lines() -> None:
    assert too_long(sources("src", "tests", "benchmarks")) == []


def test_a_long_source_is_noticed(tmp_path: Path) -> None:
    (tmp_path / "long.py").write_text("x = 1\n" * 301)
    assert too_long([tmp_path / "long.py"]) == ["long.py: 301"]


def too_long(paths: list[Path]) -> list[str]:
    counts = {path.name: len(path.read_text(encoding="utf-8").splitlines()) for path in paths}
    return [f"{name}: {count}" for name, count in counts.items() if count > MOST_LINES]


def test_no_any_in_the_program() -> None:
    assert [
        f"{p.relative_to(ROOT)}:{line}" for p in sources("src") for line in anys(p.read_text(encoding="utf-8"))
    ] == []


def test_an_any_is_noticed() -> None:
    assert list(anys("from typing import Any\n\ndef f(x: Any) -> None: ...\n")) == [1, 3]
    assert list(anys("import typing\nx: typing.Any = 1\n")) == [2]


def anys(text: str) -> Iterator[int]:
    """The lines that name `typing.Any`."""
    for node in ast.walk(ast.parse(text)):
        named = isinstance(node, ast.Name) and node.id == "Any"
        dotted = isinstance(node, ast.Attribute) and node.attr == "Any"
        imported = isinstance(node, ast.ImportFrom) and any(alias.name == "Any" for alias in node.names)
        if isinstance(node, ast.Name | ast.Attribute | ast.ImportFrom) and (named or dotted or imported):
            yield node.lineno


def test_what_silences_a_tool_has_a_code_and_a_reason() -> None:
    found = [
        f"{path.relative_to(ROOT)}:{number}: {line}"
        for path in sources("src", "tests", "benchmarks")
        if path != Path(__file__)
        for number, line in unexplained(path.read_text(encoding="utf-8"))
    ]
    assert found == []


def test_a_silencer_without_reason_is_noticed() -> None:
    silent = ["x  # noqa", "x  # noqa: S101", "x  # type: ignore", "x  # type: ignore[arg-type]"]
    spoken = ["x  # noqa: S101  # asserts are meant", "x  # type: ignore[arg-type]  # a test of it", "y"]
    assert [line for _, line in unexplained("\n".join(silent + spoken))] == silent


def unexplained(text: str) -> Iterator[tuple[int, str]]:
    for number, line in enumerate(text.splitlines(), start=1):
        if (match := SILENCER.search(line)) and not WITH_REASON.fullmatch(match["rest"].strip()):
            yield number, line


def test_modules_have_telling_names() -> None:
    assert [str(path) for path in sources("src", "tests", "benchmarks") if path.stem in VAGUE] == []


def test_every_module_of_the_program_says_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in sources("src")
        if not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_test_modules_have_names_of_their_own() -> None:
    """Why: folders of tests are no packages, so two modules of one name would be taken for each other."""
    names = Counter(path.name for path in sources("tests"))
    assert [name for name, count in names.items() if count > 1 and name != "conftest.py"] == []


def test_there_is_something_to_look_at() -> None:
    """Why: a guard that looks at nothing always passes."""
    assert len(sources("src")) > 50
    assert len(files()) > 150
