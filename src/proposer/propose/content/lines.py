"""Every line of every site, between its two ends where it has them: what a procurement department compares with the order.

A site's lines carry its number before theirs, so that a line can be named: `12.3` is the third line of the twelfth site.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proposer.model.quote import Quote, QuoteDesign, QuotedSite, QuoteLine
from proposer.propose.content.schedule import amount_of, case_words, pieces, place_of_site, remarks
from proposer.propose.content.wording import NONE, Wording

AT_ONCE = 50  # so many sites stand in one table, which starts on a page of its own


@dataclass(frozen=True, slots=True)
class LineOfSite:
    """One line; `case` is why it has no price."""

    service: str
    description: str
    far_end: str
    count: str
    monthly: str
    once: str
    case: str


@dataclass(frozen=True, slots=True)
class SiteLines:
    """A site, its lines and their sums; the account's own lines stand like those of a site."""

    number: str
    title: str
    place: str
    lines: tuple[tuple[str, LineOfSite], ...]  # each with its number within the site
    monthly: str
    once: str


@dataclass(frozen=True, slots=True)
class LinesTable:
    """So many sites as stand in one table, and their sums; `title` is empty where one table holds all."""

    title: str
    has_ends: bool  # some line of the quote goes to another site, so that there is a column for it
    sites: tuple[SiteLines, ...]
    monthly: str
    once: str


def line_tables(quote: Quote, say: Wording) -> tuple[LinesTable, ...]:
    """The chosen option's lines, site by site in the order of the quote; the account's own stand last."""
    homes: dict[str, list[QuoteDesign]] = {}
    for design in quote.chosen.designs:
        for id_ in design.site_ids or ("",):
            homes.setdefault(id_, []).append(design)
    names = {site.id: site.name for site in quote.sites}
    has_ends = any(line.far_end for design in quote.chosen.designs for line in design.lines)
    rows = {design.id: tuple(_line(line, names, say) for line in design.lines) for design in quote.chosen.designs}
    there = [(number, site) for number, site in enumerate(quote.sites, 1) if homes.get(site.id)]
    chunks = [there[at : at + AT_ONCE] for at in range(0, len(there), AT_ONCE)] or [[]]
    last = [(len(quote.sites) + 1, None)] if homes.get("") else []
    tables = [(chunk, last if chunk is chunks[-1] else []) for chunk in chunks]
    made = (_table(chunk, own, homes, rows, say, several=len(chunks) > 1, has_ends=has_ends) for chunk, own in tables)
    return tuple(made)


def _table(
    chunk: Sequence[tuple[int, QuotedSite]],
    own: Sequence[tuple[int, None]],
    homes: Mapping[str, Sequence[QuoteDesign]],
    rows: Mapping[str, tuple[LineOfSite, ...]],
    say: Wording,
    *,
    several: bool,
    has_ends: bool,
) -> LinesTable:
    found = [(number, site, homes[site.id if site else ""]) for number, site in (*chunk, *own)]
    return LinesTable(
        title=say.phrase("lines.from_to", first=say.number(chunk[0][0]), last=say.number(chunk[-1][0]))
        if several
        else "",
        has_ends=has_ends,
        sites=tuple(_site(number, site, designs, rows, say, has_ends=has_ends) for number, site, designs in found),
        monthly=say.money(sum(design.monthly for _, _, designs in found for design in designs)),
        once=say.money(sum(design.once for _, _, designs in found for design in designs)),
    )


def _site(
    number: int,
    site: QuotedSite | None,
    designs: Sequence[QuoteDesign],
    rows: Mapping[str, tuple[LineOfSite, ...]],
    say: Wording,
    *,
    has_ends: bool,
) -> SiteLines:
    name = site.name if site else say.quoted(designs[0].title, "whole_account")
    lines = [row for design in designs for row in rows[design.id]]
    return SiteLines(
        number=say.number(number),
        title=say.phrase("lines.site", site=name) if site and has_ends else name,
        place=(place_of_site(site) or say.phrase("sites.no_address")) if site else "",
        lines=tuple((str(at), line) for at, line in enumerate(lines, 1)),
        monthly=say.money(sum(design.monthly for design in designs)),
        once=say.money(sum(design.once for design in designs)),
    )


def _line(line: QuoteLine, names: Mapping[str, str], say: Wording) -> LineOfSite:
    priced = line.monthly_unit or line.once_unit
    return LineOfSite(
        service=line.name,
        description=", ".join(part for part in (line.description, *remarks(line, say)) if part),
        far_end=names.get(line.far_end, line.far_end) or NONE,
        count=pieces(line, say),
        monthly=amount_of(line.monthly, line.monthly_unit, say) if priced else say.phrase("charges.included"),
        once=amount_of(line.once, line.once_unit, say),
        case=case_words(line.individual_case, say) if line.individual_case else "",
    )
