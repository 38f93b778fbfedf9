"""The list of sites: where each is, what it gets and what it costs; long lists carry the sums of each state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias

from proposer.model.phrases import PHRASES
from proposer.model.quote import Quote, QuotedSite
from proposer.propose.content.schedule import place_of_site
from proposer.propose.content.wording import NONE, Wording

MANY = 16  # from so many sites on, each state has its sum
CLOSING = 3  # so many rows stay with the sum below them
AT_ONCE = 200  # so many sites stand in one table of a long document, which starts on a page of its own
ABSENT, PRESENT = (PHRASES["access_none"],), (PHRASES["access_on_net"], "on-net")
STATUSES = tuple(key for key in PHRASES if key.startswith("access_"))


@dataclass(frozen=True, slots=True)
class SiteRow:
    """One site of the list."""

    name: str
    address: str
    design: str
    access: str
    monthly: str
    once: str


@dataclass(frozen=True, slots=True)
class SiteGroup:
    """The sites of one state, or all of them; `closing` are the last ones, which stay with the sum."""

    rows: tuple[SiteRow, ...]
    closing: tuple[SiteRow, ...]
    sum_title: str
    monthly: str
    once: str


SitesTable: TypeAlias = tuple[SiteGroup, ...]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A site with the designs that it has, and their sums."""

    site: QuotedSite
    designs: tuple[str, ...]
    monthly: int
    once: int


def site_groups(quote: Quote, say: Wording) -> tuple[SiteGroup, ...]:
    """The sites in the order of the quote, state by state where there are many."""
    placed = _placed(quote)
    states: dict[str, list[_Placed]] = {}
    for each in placed:
        states.setdefault(each.site.state, []).append(each)
    if len(placed) < MANY or len(states) < 2:
        return (_group(placed, "", say),)
    return tuple(_group(of_state, _sum_title(state, len(of_state), say), say) for state, of_state in states.items())


def site_tables(groups: Sequence[SiteGroup]) -> tuple[SitesTable, ...]:
    """The groups in tables of at most so many rows, which end with a group where they can.

    Else the group goes on in the next table, and its sum with it.
    """
    tables: list[list[SiteGroup]] = [[]]
    room = AT_ONCE
    for group in groups:
        left = group
        if room < len(group.rows) + len(group.closing) <= AT_ONCE and room <= AT_ONCE // 2:
            tables.append([])
            room = AT_ONCE
        while len(left.rows) + len(left.closing) > room:
            if head := left.rows[:room]:
                tables[-1].append(replace(group, rows=head, closing=(), sum_title=""))
            left = replace(left, rows=left.rows[room:])
            tables.append([])
            room = AT_ONCE
        tables[-1].append(left)
        room -= len(left.rows) + len(left.closing)
    return tuple(tuple(table) for table in tables if table)


def _placed(quote: Quote) -> list[_Placed]:
    found: dict[str, _Placed] = {site.id: _Placed(site, (), 0, 0) for site in quote.sites}
    for design in quote.chosen.designs:
        for id_ in design.site_ids:
            so_far = found[id_]
            found[id_] = _Placed(
                so_far.site, (*so_far.designs, design.id), so_far.monthly + design.monthly, so_far.once + design.once
            )
    return list(found.values())


def _sum_title(state: str, count: int, say: Wording) -> str:
    return say.phrase(
        "sites.sum", place=state or say.phrase("sites.no_state"), sites=say.counted("numbers.sites", count)
    )


def _group(placed: Sequence[_Placed], sum_title: str, say: Wording) -> SiteGroup:
    rows = tuple(_row(each, say) for each in placed)
    return SiteGroup(
        rows=rows[:-CLOSING],
        closing=rows[-CLOSING:],
        sum_title=sum_title,
        monthly=say.money(sum(each.monthly for each in placed)),
        once=say.money(sum(each.once for each in placed)),
    )


def _row(placed: _Placed, say: Wording) -> SiteRow:
    return SiteRow(
        name=placed.site.name,
        address=place_of_site(placed.site) or say.phrase("sites.no_address"),
        design=", ".join(placed.designs) or NONE,
        access=_access(placed.site, say),
        monthly=say.money(placed.monthly),
        once=say.money(placed.once),
    )


def _access(site: QuotedSite, say: Wording) -> str:
    """What is at hand, in short; what is not there is not said."""
    by_status: dict[str, list[str]] = {}
    for label, status in site.access.items():
        if status not in ABSENT:
            by_status.setdefault(status, []).append(label.partition(" (")[0])
    return "; ".join(
        ", ".join(labels) if status in PRESENT else f"{', '.join(labels)} {say.quoted(status, *STATUSES)}"
        for status, labels in by_status.items()
    )
