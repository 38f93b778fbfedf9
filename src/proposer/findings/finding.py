"""A finding that is recognised again when lines move: its fingerprint."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic
from proposer.findings.lines import lines_of

_LINE_NUMBERS = re.compile(r"(?<=\w):\d+(?::\d+)?(?!\w)|\b(lines?|columns?) \d+")


@dataclass(frozen=True, slots=True)
class Finding:
    """A diagnostic and its fingerprint: the same for as long as file, code, the marked line and the words are."""

    diagnostic: Diagnostic
    fingerprint: str


def with_fingerprints(
    found: Iterable[Diagnostic], source: Callable[[str], str | None], name: Callable[[str], str] = str
) -> tuple[Finding, ...]:
    """The findings by file and line, each with a fingerprint of its own.

    `source` gives a file's text by its label; `name` says what a label is called in every place where the check is run.
    """
    texts: dict[str, list[str]] = {}
    seen: Counter[str] = Counter()
    findings: list[Finding] = []
    for diagnostic in sorted(found, key=by_place):
        key = "\0".join(_marks(diagnostic, texts, source, name))
        seen[key] += 1
        digest = hashlib.sha256(f"{key}\0{seen[key]}".encode("utf-8", "backslashreplace")).hexdigest()[:32]
        findings.append(Finding(diagnostic, digest))
    return tuple(findings)


def by_place(diagnostic: Diagnostic) -> tuple[str, int, int, int, str, str]:
    """The order of reading: file, line, column; of one place the most severe first."""
    span = diagnostic.span
    return (span.file, span.line, span.column, -diagnostic.severity, diagnostic.code, diagnostic.message)


def by_severity(diagnostic: Diagnostic) -> tuple[int, tuple[str, int, int, int, str, str]]:
    """The most severe first, then the order of reading."""
    return (-diagnostic.severity, by_place(diagnostic))


def without_line_numbers(message: str) -> str:
    """`as in a.yaml:12` → `as in a.yaml`: what is left when lines above it come and go."""
    return _LINE_NUMBERS.sub(lambda match: match[1] or "", message)


def _marks(
    diagnostic: Diagnostic,
    texts: dict[str, list[str]],
    source: Callable[[str], str | None],
    name: Callable[[str], str],
) -> tuple[str, str, str, str]:
    span = diagnostic.span
    if span.file not in texts:
        texts[span.file] = lines_of(source(span.file) or "") if span.file else []
    lines = texts[span.file]
    line = lines[span.line - 1] if 0 < span.line <= len(lines) else ""
    return diagnostic.code, name(span.file), " ".join(line.split()), without_line_numbers(diagnostic.message)
