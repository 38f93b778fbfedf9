"""Steps and limits that are counted over the account: what is not sold where pieces begin later, and equal sites in any number."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from case_samples import catalog_of, write

from proposer.load.needs import load_needs
from proposer.model.configuration import Conflict
from proposer.model.quote import Quote
from proposer.pipeline import make_quote

STEPS = {"graduated": [{"to": 10, "price": 20}, {"price": 18}], "counted_over": "account"}
PRICES = {"seat": {"monthly": STEPS, "terms": [12, 36]}}


def _answer(folder: Path, sites: list[dict[str, object]]) -> Quote | Conflict | None:
    catalog = catalog_of({"prices": PRICES}, folder)
    needs_file = folder / "needs.yaml"
    write(needs_file, {"customer": {"name": "Test"}, "term": 12, "sites": sites})
    needs = load_needs(needs_file, catalog)
    assert needs.value is not None, needs.diagnostics
    return make_quote(catalog, needs.value, date(2026, 3, 1)).value


@pytest.mark.parametrize("late", [{"from_month": 7}, {"growth": {7: {"seats": 9}}}])
def test_what_is_counted_over_the_account_is_not_sold_where_it_would_begin_later(
    late: dict[str, object], tmp_path: Path
) -> None:
    sites: list[dict[str, object]] = [{"id": "a", "seats": 4}, {"id": "b", "seats": 4, **late}]

    assert isinstance(_answer(tmp_path, sites), Conflict)


def test_sites_that_are_alike_are_as_few_designs_as_the_steps_allow(tmp_path: Path) -> None:
    quote = _answer(tmp_path, [{"id": f"s{number:02}", "seats": 4} for number in range(20)])

    assert isinstance(quote, Quote)
    designs = quote.chosen.designs
    assert [(len(d.site_ids), [(line.count, line.monthly) for line in d.lines]) for d in designs] == [
        (2, [(4, 8000)]),
        (1, [(2, 4000), (2, 3600)]),
        (17, [(4, 7200)]),
    ]
    assert quote.chosen.monthly == 10 * 2000 + 70 * 1800
    assert quote.chosen.contract_value == 12 * quote.chosen.monthly
    assert quote.chosen.proof.proven
