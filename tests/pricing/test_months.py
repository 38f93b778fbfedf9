"""The months of a contract: whatever begins late, ends early or is invoiced ahead, they sum to the contract value."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st
from price_samples import deal, flat, priced, promotion

from proposer.model.configuration import Circumstances, Item
from proposer.model.objective import Objective
from proposer.model.prices import Construction
from proposer.pricing import PriceList, credits_from

POLICIES = st.builds(
    Construction, st.booleans(), months=st.one_of(st.none(), st.integers(1, 60)), rounding=st.sampled_from((1, 100))
)
CENTS, MONTH = st.integers(0, 9000), st.integers(1, 36)


@given(CENTS, CENTS, MONTH, MONTH, st.integers(0, 5_000_000), POLICIES)
@settings(max_examples=2000, deadline=None)
def test_an_item_s_value_is_the_sum_of_its_months(
    monthly: int, once: int, start: int, free: int, cost: int, built_by: Construction
) -> None:
    prices = deal(
        priced("line", flat(monthly), flat(once)), term=36, promotions=[promotion("p", "40", "line", months=free)]
    )
    policy = replace(prices.deal.policy, construction=built_by)
    here = Circumstances(from_month=start, construction=cost)
    price = PriceList(replace(prices.deal, policy=policy)).price(Item("line", here=here))
    built = price.construction

    def in_month(month: int) -> int:
        if month < start:
            return 0
        credits_ = [*price.credits, *(credits_from(built.credits, start - 1) if built else ())]
        off = sum(credit.monthly for credit in credits_ if credit.first <= month <= credit.months)
        first = sum(p.net for p in (price.once, built.once if built else None) if p) if month == start else 0
        return price.monthly_net - off + first

    assert price.contract_value == sum(in_month(month) for month in range(1, 37))
    assert price.worth(Objective.FIRST_YEAR) == sum(in_month(month) for month in range(1, 13))
    if built and built.monthly:
        months = min(built_by.months or 36, 37 - start)
        assert cost <= built.monthly.net * months < cost + built_by.rounding * months
