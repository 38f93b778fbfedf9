"""The paper that a proposal is laid out for."""

from __future__ import annotations

from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, Outcome, did_you_mean

NO_PAPER = "TPL204"


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper. `side` is the margin left and right: the type area is 176 mm wide on each, as the figures are.

    `ends` is the margin above and below, an eighth of the page less a line: what stands further out passes for a running
    head with programs that judge whether a page can be read aloud.
    """

    width: str
    height: str
    side: str
    ends: str

    @property
    def stylesheet(self) -> str:
        """The page and what the stylesheet must know of it, as CSS."""
        return (
            f"@page{{size:{self.width} {self.height};margin:{self.ends} {self.side}}}\n"
            f":root{{--page-width:{self.width};--page-height:{self.height};--side:{self.side};--bleed:-{self.side}}}\n"
        )


PAPERS = {"letter": Paper("215.9mm", "279.4mm", "19.95mm", "30mm"), "a4": Paper("210mm", "297mm", "17mm", "32mm")}


def paper_of(name: str) -> Outcome[Paper]:
    """The paper by its name."""
    found = PAPERS.get(name)
    if found is None:
        fault = Diagnostic(NO_PAPER, f"there is no paper `{name}`", help=did_you_mean(name, PAPERS))
        return Outcome(None, (fault,))
    return Outcome(found)
