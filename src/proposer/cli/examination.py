"""What is left of all findings to be shown: without those suppressed, not selected, or known from a baseline."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import click

from proposer.cli.check_sources import Sources
from proposer.diagnostics import Diagnostic
from proposer.findings.baseline import Baseline, read_baseline
from proposer.findings.finding import Finding, with_fingerprints
from proposer.findings.selection import Selection
from proposer.findings.suppression import suppress


@dataclass(frozen=True, slots=True)
class Examination:
    """The findings to show, how many more a baseline knows, and how many of those it knows are gone."""

    findings: tuple[Finding, ...]
    known: int = 0
    resolved: int = 0

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The findings to show, alone."""
        return tuple(finding.diagnostic for finding in self.findings)


def examine(
    found: Iterable[Diagnostic], sources: Sources, selection: Selection, baseline: Baseline | None, *, complete: bool
) -> Examination:
    """Judge what was found; only a `complete` check says what is no longer there."""
    kept = suppress(found, sources.checked(), selection, complete=complete)
    findings = with_fingerprints((one for one in kept if selection.has(one.code)), sources.text, sources.name)
    if baseline is None:
        return Examination(findings)
    new = baseline.without_known(findings)
    gone = [one for one in baseline.resolved(findings) if selection.has(baseline.known[one])] if complete else []
    return Examination(new, len(findings) - len(new), len(gone))


def baseline_of(path: Path | None) -> Baseline | None:
    """The baseline of a file; one that cannot be read ends the run."""
    if path is None:
        return None
    try:
        text = path.read_text("utf-8")
    except FileNotFoundError:
        remedy = f"write it with `proposer check --write-baseline {path}`"
        raise click.UsageError(f"there is no baseline {str(path)!r}; {remedy}") from None
    except (OSError, UnicodeDecodeError) as error:
        why = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        raise click.UsageError(f"the baseline {str(path)!r} cannot be read: {why}") from None
    baseline = read_baseline(text)
    if baseline is None:
        raise click.UsageError(f"{str(path)!r} is no baseline; write one with `proposer check --write-baseline FILE`")
    return baseline
