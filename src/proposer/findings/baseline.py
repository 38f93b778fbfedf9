"""A baseline: the findings that were there when somebody began to look, by fingerprint; only new ones are shown."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proposer.findings.finding import Finding

VERSION = 1


@dataclass(frozen=True, slots=True)
class Baseline:
    """Fingerprint → code."""

    known: Mapping[str, str]

    def without_known(self, found: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings that are new."""
        return tuple(finding for finding in found if finding.fingerprint not in self.known)

    def resolved(self, found: Iterable[Finding]) -> tuple[str, ...]:
        """The fingerprints that no finding has any more."""
        here = {finding.fingerprint for finding in found}
        return tuple(fingerprint for fingerprint in self.known if fingerprint not in here)


def baseline_text(found: Iterable[Finding]) -> str:
    """A baseline's file: beside each fingerprint what a reviewer wants to see."""
    entries = [
        {"fingerprint": one.fingerprint, "code": one.diagnostic.code, "message": one.diagnostic.message}
        for one in found
    ]
    return json.dumps({"version": VERSION, "findings": entries}, indent=2) + "\n"


def read_baseline(text: str) -> Baseline | None:
    """The baseline in a file's text; None when it is none."""
    try:
        content: object = json.loads(text)
    except (ValueError, RecursionError):
        return None
    entries = content.get("findings") if isinstance(content, dict) and content.get("version") == VERSION else None
    if not isinstance(entries, list):
        return None
    known: dict[str, str] = {}
    for entry in entries:
        if not isinstance(entry, dict) or not isinstance(entry.get("fingerprint"), str):
            return None
        known[entry["fingerprint"]] = str(entry.get("code", ""))
    return Baseline(known)
