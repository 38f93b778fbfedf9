"""What every format of findings is made from: the findings in order, what was checked, and what fails."""

from __future__ import annotations

import re
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.findings.finding import Finding
from proposer.report.excerpt import printable

_ENDLESS = re.compile("`([^`]{100})[^`]{200,}`")


@dataclass(frozen=True, slots=True)
class Report:
    """The findings of one check.

    `files` are all that were checked, `root` is the catalog's folder, which stands in for a finding without a file,
    `fails` is the least severity that fails the check, `version` the program's.
    """

    findings: tuple[Finding, ...]
    files: tuple[str, ...] = ()
    root: str = "."
    fails: Severity = Severity.WARNING
    version: str = ""

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings alone."""
        return tuple(finding.diagnostic for finding in self.findings)


def one_line(text: str) -> str:
    """On one line, without signs that could move a cursor or break a document."""
    return printable(" ".join(shortened(text).split()))


def shortened(text: str) -> str:
    """Without the rest of what somebody wrote and nobody would read."""
    return _ENDLESS.sub(r"`\1…`", text)


def place_of(span: Span) -> str:
    """`file:line:column`, as far as they are known."""
    return f"{span.file}:{span.line}:{span.column}" if span.line else span.file


def remedy_of(found: Diagnostic) -> str:
    """What to do: the help, or what was expected and the nearest known name."""
    if found.help:
        return found.help
    parts = (
        f"expected {found.expected}" if found.expected else "",
        f"did you mean `{found.nearest}`?" if found.nearest else "",
    )
    return "; ".join(part for part in parts if part)
