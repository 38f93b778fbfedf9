"""Finds a quoted line by `site/line`, as a rep types it; a beginning that fits only one is enough."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from proposer.diagnostics import Diagnostic, Outcome, nearest
from proposer.model.quote import QuoteDesign, QuoteLine, QuoteOption

ACCOUNT = "account"
SHOWN = 12


@dataclass(frozen=True, slots=True)
class Place:
    """A line at one of its sites; `site` is empty for the account's."""

    site: str
    design: QuoteDesign
    line: QuoteLine

    @property
    def name(self) -> str:
        """As a rep types it: `main/dedicated-internet`."""
        return f"{self.site or ACCOUNT}/{self.line.id}"


def places(option: QuoteOption) -> Iterator[Place]:
    """Every line at every site, in the order of the designs."""
    for design in option.designs:
        for site in design.site_ids or ("",):
            yield from (Place(site, design, line) for line in design.lines)


def find_line(option: QuoteOption, wanted: str) -> Outcome[Place]:
    """The one line that `wanted` names or begins; else what it could have been."""
    known = {place.name: place for place in places(option)}
    if wanted in known:
        return Outcome(known[wanted])
    begun = [name for name in known if name.startswith(wanted)] if wanted else []
    if len(begun) == 1:
        return Outcome(known[begun[0]])
    return Outcome(None, (_ambiguous(wanted, begun) if begun else _unknown(wanted, tuple(known)),))


def _ambiguous(wanted: str, begun: list[str]) -> Diagnostic:
    return Diagnostic("QUO901", f"`{wanted}` fits {len(begun)} lines", help=f"choose one: {_listed(begun)}")


def _unknown(wanted: str, known: tuple[str, ...]) -> Diagnostic:
    """Suggest the nearest line: at the same site when the site is right."""
    site, _, _ = wanted.partition("/")
    same = [name for name in known if name.startswith(f"{site}/")]
    guess = nearest(wanted, same or known)
    there = f"at `{site}` there are: {_listed(same)}" if same else f"there are: {_listed(known)}"
    hint = f"did you mean `{guess}`? {there[0].upper()}{there[1:]}" if guess else there
    return Diagnostic("QUO902", f"no line of the quote is called `{wanted}`", help=hint)


def _listed(names: tuple[str, ...] | list[str]) -> str:
    more = f" and {len(names) - SHOWN} more" if len(names) > SHOWN else ""
    return ", ".join(f"`{name}`" for name in names[:SHOWN]) + more
