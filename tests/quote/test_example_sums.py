"""Every amount of a quote follows from the lines, and every line from its steps: nothing is lost between them."""

from __future__ import annotations

import pytest
from example_quotes import AS_OF, EXAMPLES, OPTIONS, catalog, lines_of, needs, option_of, quote

from proposer.model.quote import PriceStep, QuoteLine, QuoteOption, UnitPrice

WATERFALL = ["list", "term", "volume", "bundle", "promotion", "negotiated"]
every_example = pytest.mark.parametrize("example", EXAMPLES)
every_option = pytest.mark.parametrize("option", OPTIONS)


def test_the_examples_are_all_there() -> None:
    assert EXAMPLES == [
        "clinics", "dentist", "law-firm", "manufacturer", "over-ten-gigabit", "retailer", "school-district"
    ]  # fmt: skip


@every_example
def test_a_quote_holds_the_three_options_at_one_term(example: str) -> None:
    options = quote(example).options

    assert tuple(option.id for option in options) == OPTIONS
    assert len({option.term for option in options}) == 1
    assert options[0].term in needs(example).terms


@every_example
@every_option
def test_every_site_stands_in_one_design(example: str, option: str) -> None:
    designs = option_of(example, option).designs

    assert sorted(site for design in designs for site in design.site_ids) == sorted(s.id for s in needs(example).sites)
    assert all(design.lines for design in designs)


@every_example
@every_option
def test_a_line_is_its_count_of_one_piece_over_the_term(example: str, option: str) -> None:
    quoted = option_of(example, option)

    for line, _ in lines_of(quoted):
        credit = sum((each.months - each.first + 1) * each.monthly for each in line.credits)
        amounts = line.monthly, line.once, line.list_monthly, line.credit_total, line.contract_value
        times = 1 if priced_whole(line) else line.count
        assert amounts == (
            times * net(line.monthly_unit),
            times * net(line.once_unit),
            times * (line.monthly_unit.steps[0].after if line.monthly_unit else 0),
            credit,
            line.monthly * (quoted.term - line.from_month + 1) + line.once - credit,
        ), line.id
        assert line.count >= 1


@every_example
@every_option
def test_a_site_is_charged_from_the_month_that_the_needs_state(example: str, option: str) -> None:
    begins = {site.id: site.from_month for site in needs(example).sites}

    for design in option_of(example, option).designs:
        months = {line.from_month for line in design.lines}
        assert months == ({begins[site] for site in design.site_ids} or {1})


def priced_whole(line: QuoteLine) -> bool:
    """Whether the book prices all pieces of the line together."""
    book = catalog().price_book(AS_OF)
    assert book is not None
    return book.prices[line.offering].is_by_line


def net(price: UnitPrice | None) -> int:
    return price.net if price else 0


@every_example
@every_option
def test_steps_lead_from_nothing_to_the_net_price(example: str, option: str) -> None:
    for line, _ in lines_of(option_of(example, option)):
        for price in (line.monthly_unit, line.once_unit):
            assert price is None or chain(price.steps) == price.net, line.id


def chain(steps: tuple[PriceStep, ...]) -> int:
    """The amount at the end, each step beginning where the one before it ended, in the declared order."""
    amount = 0
    for step in steps:
        assert (step.before, step.before + step.change) == (amount, step.after)
        assert step.source.rpartition(":")[2].isdigit()
        amount = step.after
    assert [step.step for step in steps] == [name for name in WATERFALL if name in {step.step for step in steps}]
    assert steps[0].step == "list"
    return amount


@every_example
@every_option
def test_designs_are_the_sum_of_their_lines(example: str, option: str) -> None:
    for design in option_of(example, option).designs:
        assert (design.monthly, design.once, design.contract_value) == (
            sum(line.monthly for line in design.lines),
            sum(line.once for line in design.lines),
            sum(line.contract_value for line in design.lines),
        )


@every_example
@every_option
def test_an_option_is_the_sum_of_its_designs(example: str, option: str) -> None:
    quoted = option_of(example, option)
    sites = [(design, len(design.site_ids) or 1) for design in quoted.designs]
    credit = sum(line.credit_total * number for line, number in lines_of(quoted))

    assert quoted.monthly == sum(design.monthly * number for design, number in sites)
    assert quoted.once == sum(design.once * number for design, number in sites)
    assert quoted.credit_total == credit
    assert quoted.contract_value == sum(design.contract_value * number for design, number in sites)
    assert quoted.contract_value == paid(quoted, quoted.term)
    assert quoted.first_year == paid(quoted, 12)
    assert quoted.list_monthly == sum(line.list_monthly * number for line, number in lines_of(quoted))
    assert quoted.fees_monthly == sum(fee.monthly for fee in quoted.fees)


def paid(option: QuoteOption, months: int) -> int:
    """What is paid in the first so many months: each line from its first, less its credits in them."""
    return sum(
        number
        * (
            line.monthly * max(0, months - line.from_month + 1)
            + (line.once if line.from_month <= months else 0)
            - sum(max(0, min(each.months, months) - each.first + 1) * each.monthly for each in line.credits)
        )
        for line, number in lines_of(option)
    )


@every_example
@every_option
def test_what_bundles_save_is_what_their_steps_take_off(example: str, option: str) -> None:
    quoted = option_of(example, option)
    taken: dict[str, int] = {}
    for line, number in lines_of(quoted):
        for step in line.monthly_unit.steps if line.monthly_unit else ():
            if step.step == "bundle":
                taken[step.because] = taken.get(step.because, 0) - step.change * line.count * number

    assert {f"Bundle {use.name}": use.saving_monthly for use in quoted.bundles} == taken


@every_example
@every_option
def test_what_has_no_price_is_an_individual_case_and_says_why(example: str, option: str) -> None:
    quoted = option_of(example, option)

    for line, _ in lines_of(quoted):
        assert bool(line.individual_case) != has_price(line), line.id
        if line.individual_case:
            assert (line.monthly, line.once, line.contract_value, line.credits) == (0, 0, 0, ())
            assert any(line.name in case and line.individual_case in case for case in quoted.individual_cases)
    assert len(quoted.individual_cases) == sum(bool(line.individual_case) for line, _ in lines_of(quoted))


def has_price(line: QuoteLine) -> bool:
    return line.monthly_unit is not None or line.once_unit is not None


def test_only_the_request_above_ten_gigabit_has_individual_cases() -> None:
    cases = {example: [line.id for line, _ in lines_of(quote(example).chosen) if line.individual_case]
             for example in EXAMPLES}  # fmt: skip

    assert {example: found for example, found in cases.items() if found} == {
        "over-ten-gigabit": ["dedicated-internet-custom"]
    }


def test_the_second_path_costs_what_the_needs_say() -> None:
    (path,) = [line for line, _ in lines_of(quote("over-ten-gigabit").chosen) if line.offering == "diverse-entrance"]

    assert (path.monthly, path.once, path.individual_case) == (680_00, 14_500_00, None)
    assert path.monthly_unit is not None
    assert path.monthly_unit.steps[0].because == "Individual case, holds until 2027-02-15"


@every_example
def test_the_budget_is_kept_or_the_excess_is_told(example: str) -> None:
    budget = needs(example).budget_monthly

    for option in quote(example).options:
        assert option.over_budget == (0 if budget is None else max(0, option.monthly - budget))
    assert quote(example).options[0].over_budget == 0  # the budget binds the first option


@every_example
def test_options_rise_in_price(example: str) -> None:
    values = [option.contract_value for option in quote(example).options]

    assert values == sorted(values)
