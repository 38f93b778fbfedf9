"""What a user can get wrong, as values: a code, a place, a message and a remedy.

Stages collect diagnostics and return them beside their result; they never raise them.
A bug raises; a fault in somebody's file is a `Diagnostic`.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import PurePath
from typing import Generic, TypeVar

T = TypeVar("T")


class Severity(IntEnum):
    """How much a finding weighs; an error would make a quote wrong."""

    NOTE = 0
    WARNING = 1
    ERROR = 2

    @property
    def word(self) -> str:
        """As it is printed: `error`, `warning`, `note`."""
        return self.name.lower()


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of text: 1-based lines and columns, the end exclusive.

    `file` is the path as the user knows it: relative to the catalog's folder for catalog files.
    """

    file: str = ""
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0

    @property
    def place(self) -> str:
        """`file:line`, as explanations name it."""
        return f"{self.file}:{self.line}" if self.line else self.file

    @property
    def bare_place(self) -> str:
        """`file:line` without folders, for files of the user's: a quote is the same wherever the needs lie.

        What has no line is no file: a change as it was typed.
        """
        return f"{PurePath(self.file).name}:{self.line}" if self.line else self.file


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that helps to understand a finding: "declared here"."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A mechanical remedy: the text that stands in `span` is replaced by `text`."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `message` says what is wrong, `help` what to type instead.

    `expected` says what would have been right, `nearest` is the known name most like the one that was written.
    """

    code: str
    message: str
    span: Span = field(default_factory=Span)
    severity: Severity = Severity.ERROR
    help: str = ""
    notes: tuple[Note, ...] = ()
    expected: str = ""
    nearest: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A stage's result: the value, or None where errors left none, and all that was found."""

    value: T | None
    diagnostics: tuple[Diagnostic, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether there is no value, or an error beside it."""
        return self.value is None or any(d.severity is Severity.ERROR for d in self.diagnostics)


def nearest(name: str, known: Iterable[str]) -> str:
    """The known name most like `name`, or an empty string when none is near."""
    found = difflib.get_close_matches(name, sorted(set(known)), n=1, cutoff=0.6)
    return found[0] if found else ""


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A help sentence that suggests the nearest name, else lists the known ones."""
    names = sorted(set(known))
    if guess := nearest(name, names):
        return f"did you mean `{guess}`?"
    listed = ", ".join(f"`{n}`" for n in names[:8]) + (", …" if len(names) > 8 else "")
    return f"known here: {listed}" if names else ""
