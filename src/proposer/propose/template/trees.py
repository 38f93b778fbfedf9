"""Templates as they were written: parsed and never run, and where on a line a word stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from proposer.diagnostics import Span
from proposer.files import read_bounded

if TYPE_CHECKING:
    from jinja2 import TemplateSyntaxError, nodes


@dataclass(frozen=True, slots=True)
class Source:
    """A template's file and its text."""

    file: Path
    text: str

    def place(self, line: int, word: str = "") -> Span:
        """Where on a line a word stands (after its dot, where it begins with one); where the line begins when it does not."""
        lines = self.text.splitlines()
        said = lines[line - 1] if 0 < line <= len(lines) else ""
        found = re.search(rf"{re.escape(word)}\b", said) if word else None
        if found is None:
            return Span(str(self.file), line, len(said) - len(said.lstrip()) + 1)
        column, name = found.start() + 1 + word.startswith("."), word.lstrip(".")
        return Span(str(self.file), line, column, line, column + len(name))


def sources(folder: Path) -> Iterator[Source]:
    """All templates of a folder."""
    for file in sorted(folder.rglob("*.j2")):
        yield read_source(file)


def read_source(file: Path) -> Source:
    """One template."""
    return Source(file, read_bounded(file).decode("utf-8-sig"))


def parsed(source: Source) -> nodes.Template | TemplateSyntaxError:
    """The tree of a template, or why it has none."""
    import jinja2

    try:
        return jinja2.Environment(autoescape=True).parse(source.text)
    except jinja2.TemplateSyntaxError as error:
        return error


def trees(folder: Path) -> Iterator[tuple[Source, nodes.Template]]:
    """All templates that can be read; of the others their own finding tells."""
    import jinja2

    for source in sources(folder):
        tree = parsed(source)
        if not isinstance(tree, jinja2.TemplateSyntaxError):
            yield source, tree
