"""The lines of a quote's chosen option as CSV, a row for each line at each site, for a spreadsheet."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.model.quote import Quote, QuoteLine
from proposer.money import cents_to_text
from proposer.report.csv_text import csv_text

HEADER = (
    "quote", "option", "term", "site", "site_name", "line", "offering", "name", "description", "count", "unit", "far_end",
    "each_monthly", "monthly", "once", "credits", "contract_value", "individual_case",
)  # fmt: skip


def quote_csv(quote: Quote) -> str:
    """All lines; the account's have no site. An individual case has no amounts."""
    return csv_text(HEADER, _rows(quote))


def _rows(quote: Quote) -> Iterator[tuple[str, ...]]:
    names = {site.id: site.name for site in quote.sites}
    head = (quote.id, quote.selected, str(quote.chosen.term))
    for design in quote.chosen.designs:
        for site in design.site_ids or ("",):
            for line in design.lines:
                yield (*head, site, names.get(site, ""), *_words(line), *_amounts(line), line.individual_case or "")


def _words(line: QuoteLine) -> tuple[str, ...]:
    return (line.id, line.offering, line.name, line.description, str(line.count), line.unit, line.far_end)


def _amounts(line: QuoteLine) -> tuple[str, ...]:
    each = cents_to_text(line.monthly_unit.net) if line.monthly_unit else ""
    sums = (line.monthly, line.once, line.credit_total, line.contract_value)
    return ("",) * 5 if line.individual_case else (each, *(cents_to_text(cents) for cents in sums))
