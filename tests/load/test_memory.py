"""Checking again in one process finds what a first check would find, places included, whatever was changed."""

from __future__ import annotations

import random
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from load_fixtures import tiny_catalog

from proposer.load.memory import Memory
from proposer.load.patching import patched
from proposer.load.yaml import parse_yaml
from proposer.validate import validate

sys.path.insert(0, str(Path(__file__).parents[1] / "fuzz"))
from mutating import mutant

ROOT = Path(__file__).parents[2]
BOOK = (ROOT / "catalog" / "price-books" / "us-2026-h2.yaml").read_text("utf-8")


def shipped(folder: Path) -> Path:
    """The shipped catalog with some of its scenarios."""
    shutil.copytree(ROOT / "catalog", folder / "catalog", ignore=shutil.ignore_patterns("prices"))
    return folder / "catalog"


def edit(chance: random.Random, folder: Path) -> None:
    """One change as people make them: damage, a line more, a price, a file gone or back under another name."""
    file = chance.choice(sorted(folder.rglob("*.yaml")))
    text = file.read_text("utf-8")
    match chance.randrange(5):
        case 0:
            file.write_bytes(mutant(chance, text).text.encode("utf-8", "surrogatepass"))
        case 1:
            file.write_text(f"# a line above\n{text}", "utf-8")
        case 2:
            file.write_text(
                re.sub(r"\d+\.\d\d", f"{chance.randrange(900)}.00", text, count=chance.randrange(1, 40)), "utf-8"
            )
        case 3:
            file.rename(file.with_name(f"{file.stem}-{chance.randrange(99)}.yaml"))
        case _:
            file.unlink()


@pytest.mark.parametrize(("make", "edits"), [(tiny_catalog, 150), (shipped, 25)], ids=["tiny", "shipped"])
def test_warm_findings_are_cold_findings(make: Callable[[Path], Path], edits: int, tmp_path: Path) -> None:
    folder = make(tmp_path / "first")
    memory = Memory()
    chance = random.Random("memory")  # noqa: S311 - no secret
    clean = {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.yaml")}
    for _ in range(edits):
        edit(chance, folder)
        warm, cold = validate(folder, memory), validate(folder)
        assert warm.diagnostics == cold.diagnostics
        assert warm.value == cold.value
        if chance.random() < 0.5:
            shutil.rmtree(folder)
            for name, content in clean.items():
                (folder / name).parent.mkdir(parents=True, exist_ok=True)
                (folder / name).write_bytes(content)


def test_a_patched_book_is_the_book_parsed_whole() -> None:
    chance = random.Random("patch")  # noqa: S311 - no secret
    old = parse_yaml(BOOK, "book.yaml").value
    assert old is not None
    made = 0
    for _ in range(60):
        lines = BOOK.splitlines(keepends=True)
        at = chance.randrange(len(lines))
        lines[at] = mutant(chance, lines[at]).text if chance.random() < 0.5 else re.sub(r"\d", "7", lines[at], count=1)
        text = "".join(lines)
        document = patched(old, text)
        if document is None:
            continue
        made += 1
        whole = parse_yaml(text, "book.yaml")
        assert whole.value is not None
        assert whole.diagnostics == ()
        assert document.data == whole.value.data
        assert list(document.places) != []
        for path in whole.value.places:
            assert document.span(path) == whole.value.span(path), path
            assert document.key_span(path) == whole.value.key_span(path), path
    assert made > 15


def test_a_change_beyond_one_entry_is_parsed_whole() -> None:
    old = parse_yaml(BOOK, "book.yaml").value
    assert old is not None
    assert patched(old, BOOK) is None
    assert patched(old, BOOK + "# one more\n") is None
    assert patched(old, BOOK.replace("100.00", "101.00")) is None
    assert patched(old, BOOK.replace("\nprices:", "\nprises:")) is None
