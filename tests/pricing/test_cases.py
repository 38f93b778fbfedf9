"""Every case of `cases/*.yaml`: the arithmetic stands in the file, the quote must come to the same, to the cent."""

from __future__ import annotations

from pathlib import Path

import pytest
from case_samples import Case, cases, said, within

CASES = cases()


@pytest.mark.parametrize("case", CASES, ids=[f"{case.file}: {case.name}" for case in CASES])
def test_a_case_comes_to_what_was_worked_out_by_hand(case: Case, tmp_path: Path) -> None:
    catalog, quote = case.quoted(tmp_path)
    option = quote.chosen
    assert case.data["arithmetic"]
    assert within(case.expected, said(option, catalog, case.expected)) == case.expected
    assert option.proof.proven
    lines = [(line, len(design.site_ids) or 1) for design in option.designs for line in design.lines]
    months = option.schedule
    assert sum((each.monthly + each.once) * each.months for each in months) == option.contract_value
    assert sum(each.invoiced * each.months for each in months) == option.contract_value
    assert [each.first for each in months] == [1, *(each.last + 1 for each in months[:-1])]
    assert months[-1].last == option.term
    for total in ("monthly", "once", "credit_total", "contract_value"):
        assert getattr(option, total) == sum(getattr(line, total) * sites for line, sites in lines)
