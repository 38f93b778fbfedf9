"""A quote made hard to lay out: what breaks a template stands in the gallery before it stands at a customer's.

Names of eighty characters, amounts of twelve digits, nothing and less than nothing, a site without an address, a design
without lines and one with forty.
"""

from __future__ import annotations

from dataclasses import replace

from proposer.model.quote import Quote, QuoteDesign, QuotedSite, QuoteLine, QuoteOption, UnitPrice

NAME = "The Consolidated Northwestern Pennsylvania Regional Health and Hospitals Network"
WORD = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch"
MUCH = 123_456_789_012  # cents: over a thousand million dollars
LINES = 40


def torture(quote: Quote) -> Quote:
    """The quote with everything that is hard at once; its sums are still right."""
    sites = tuple(_site(site, number) for number, site in enumerate(quote.sites))
    customer = replace(quote.customer, name=NAME, goals=(*quote.customer.goals, f"{NAME}: {WORD}"))
    options = tuple(_option(option) for option in quote.options)
    return replace(quote, id=f"{quote.id}-X", customer=customer, sites=sites, options=options)


def _site(site: QuotedSite, number: int) -> QuotedSite:
    if number == 1:
        return replace(site, name=WORD, street="", city="", state="", zip="")
    return replace(site, name=f"{NAME[:70]} {number}", city=WORD)


def _option(option: QuoteOption) -> QuoteOption:
    first, *others = option.designs
    rest = (_empty(other) if number == 0 else _without_credits(other) for number, other in enumerate(others))
    designs = (_full(first, option.term), *rest)
    count = [max(1, len(design.site_ids)) for design in designs]
    monthly = sum(design.monthly * times for design, times in zip(designs, count, strict=True))
    once = sum(design.once * times for design, times in zip(designs, count, strict=True))
    return replace(
        option,
        designs=designs,
        monthly=monthly,
        list_monthly=monthly,
        once=once,
        credit_total=0,
        first_year=monthly * 12 + once,
        contract_value=sum(design.contract_value * times for design, times in zip(designs, count, strict=True)),
        schedule=(),
        bundles=(),
    )


def _full(design: QuoteDesign, term: int) -> QuoteDesign:
    """Forty lines: a large one, one of nothing, one below nothing, and the rest as they were, again and again."""
    kinds = (MUCH, 0, -MUCH // 7)
    lines = tuple(
        _line(
            design.lines[number % len(design.lines)], number, kinds[number % len(kinds)] if number < 6 else 99_00, term
        )
        for number in range(LINES if design.lines else 0)
    )
    return _summed(design, lines)


def _without_credits(design: QuoteDesign) -> QuoteDesign:
    lines = tuple(
        replace(line, credits=(), credit_total=0, contract_value=line.contract_value + line.credit_total)
        for line in design.lines
    )
    return _summed(design, lines)


def _empty(design: QuoteDesign) -> QuoteDesign:
    return _summed(design, ())


def _summed(design: QuoteDesign, lines: tuple[QuoteLine, ...]) -> QuoteDesign:
    return replace(
        design,
        lines=lines,
        monthly=sum(line.monthly for line in lines),
        once=sum(line.once for line in lines),
        contract_value=sum(line.contract_value for line in lines),
    )


def _line(line: QuoteLine, number: int, cents: int, term: int) -> QuoteLine:
    name = NAME if number == 0 else WORD if number == 1 else line.name
    return replace(
        line,
        id=f"{line.id}-{number}",
        name=name,
        individual_case=None,
        count=1,
        whole=False,
        monthly_unit=UnitPrice(cents, ()),
        once_unit=None,
        credits=(),
        credit_total=0,
        monthly=cents,
        list_monthly=cents,
        once=0,
        contract_value=cents * term,
    )
