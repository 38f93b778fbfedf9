"""Which codes count: those selected, without those ignored; a beginning such as `PRC` or `CAT2` stands for all of its codes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from proposer.codes import CODES
from proposer.diagnostics import Diagnostic, Severity, nearest


@dataclass(frozen=True, slots=True)
class Selection:
    """Codes or their beginnings; nothing selected means all; what is ignored is left out even when it is selected."""

    selected: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()

    def has(self, code: str) -> bool:
        """Whether findings of this code count."""
        return (not self.selected or code.startswith(self.selected)) and not code.startswith(self.ignored or "\0")


def codes_in(text: str) -> tuple[str, ...]:
    """`cat104, PRC` → `("CAT104", "PRC")`."""
    return tuple(word.upper() for word in text.replace(",", " ").split())


def unknown_code(written: str) -> str | None:
    """Why this names no code, with the nearest that there is; None when it names one or more."""
    if written and any(code.startswith(written) for code in CODES):
        return None
    guess = nearest(written, CODES) or nearest(written[:3], {code[:3] for code in CODES})
    remedy = f"did you mean {guess}?" if guess else "`proposer explain` lists them"
    return f"there is no code {written!r}; {remedy}"


def weighs(found: Iterable[Diagnostic], level: Severity) -> bool:
    """Whether any of them is at least this severe."""
    return any(diagnostic.severity >= level for diagnostic in found)
