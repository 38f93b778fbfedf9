"""An option of many designs at a glance: what is quoted in all, then a row for each design."""

from __future__ import annotations

from proposer.model.quote import QuoteDesign, QuoteLine, QuoteOption
from proposer.report.amounts import figure, some
from proposer.report.sheet import Block, Column, Grid, Heading, Text

ALL_COLUMNS = (
    Column("Line", flexible=True),
    Column("Sites", right=True),
    Column("Count", right=True),
    Column("Per month", right=True),
    Column("Once", right=True),
)
DESIGN_COLUMNS = (
    Column("Design", flexible=True),
    Column("Sites", right=True),
    Column("One a month", right=True),
    Column("All a month", right=True),
    Column("All once", right=True),
)
SITES_SHOWN = 1


def many_designs_blocks(option: QuoteOption) -> tuple[Block, ...]:
    """Sums over all sites by line, and the designs; the lines of one site are a command away."""
    totals = (("Together", "", "", figure(option.monthly), figure(option.once)),)
    designs = tuple(_design_row(design) for design in option.designs)
    return (
        Heading("Everything, summed over all sites"),
        Grid(ALL_COLUMNS, _sums(option), totals),
        Heading(f"The {len(designs)} designs"),
        Text("The lines of one site: `proposer why NEEDS SITE/`, or all of them with `--json`."),
        Grid(DESIGN_COLUMNS, designs, (("Together", "", "", figure(option.monthly), figure(option.once)),)),
    )


def _sums(option: QuoteOption) -> tuple[tuple[str, ...], ...]:
    """Lines of one name and description are one row."""
    rows: dict[str, list[tuple[QuoteLine, int]]] = {}
    for design in option.designs:
        for line in design.lines:
            title = f"{line.name}: {line.description}" if line.description else line.name
            title += " (individual case)" if line.individual_case else ""
            rows.setdefault(title, []).append((line, max(1, len(design.site_ids))))
    return tuple((title, *_sum(lines)) for title, lines in sorted(rows.items()))


def _sum(lines: list[tuple[QuoteLine, int]]) -> tuple[str, str, str, str]:
    priced = not lines[0][0].individual_case
    return (
        f"{sum(sites for _, sites in lines):,}",
        f"{sum(line.count * sites for line, sites in lines):,}",
        figure(sum(line.monthly * sites for line, sites in lines)) if priced else "case",
        figure(sum(line.once * sites for line, sites in lines)) if priced else "case",
    )


def _design_row(design: QuoteDesign) -> tuple[str, ...]:
    sites = max(1, len(design.site_ids))
    which = f": {some(design.site_ids, SITES_SHOWN)}" if len(design.site_ids) > 1 else ""
    return (
        f"{design.title}{which}",
        f"{sites:,}",
        figure(design.monthly),
        figure(design.monthly * sites),
        figure(design.once * sites),
    )
