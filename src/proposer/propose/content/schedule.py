"""The price schedule as rows of text: what each kind of site gets, and what each site costs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from proposer.model.quote import PriceStep, Quote, QuoteDesign, QuotedSite, QuoteLine, UnitPrice
from proposer.propose.content.price import months_of
from proposer.propose.content.quoted import CASES
from proposer.propose.content.wording import NONE, TIE, Wording, joined, sentence


@dataclass(frozen=True, slots=True)
class LineRow:
    """One quoted item. `case` is the reason why it has no price; `marks` point to the notes under the table."""

    name: str
    description: str
    count: str
    listed: str  # the price of one before every discount, where there was one
    each: str
    monthly: str
    once: str
    case: str
    marks: str
    access: str


@dataclass(frozen=True, slots=True)
class DesignView:
    """The lines of one kind of site, with the sum of one site and, when there are more, of all of them."""

    title: str
    sites: str
    opening: tuple[LineRow, ...]  # these stay together, under the heading
    middle: tuple[LineRow, ...]
    closing: tuple[LineRow, ...]  # these stay together, above the sums
    is_wide: bool  # its amounts need more room than most
    rows: tuple[LineRow, ...]  # all of them
    notes: tuple[tuple[str, str], ...]
    sum_title: str
    monthly: str
    once: str
    contract_value: str
    all_title: str
    all_monthly: str
    all_once: str
    all_contract_value: str
    is_fresh: bool = False  # it begins on a page of its own


OPENING, CLOSING = 4, 3
TOGETHER = 30  # letters of city, state and ZIP code that a line has room for
BILLED = ("quarterly", "annually")
USUAL = 12  # letters of an amount that a column has room for
AT_ONCE = 600  # after so many rows of a long document, the next design starts on a page of its own
WHOLE = 16  # a table of so many rows stays in one piece


def design_views(quote: Quote, say: Wording) -> tuple[DesignView, ...]:
    """Every design of the option that the document details."""
    names = {site.id: site.name for site in quote.sites}
    place = place_of_site(quote.sites[0]) if len(quote.sites) == 1 else ""
    return tuple(_design(design, names, place, say) for design in quote.chosen.designs)


def any_long(*amounts: str) -> bool:
    """Whether one of some amounts needs more room than a column usually has."""
    return any(len(amount) > USUAL for amount in amounts)


def on_fresh_pages(designs: Sequence[DesignView]) -> tuple[DesignView, ...]:
    """The designs of a long document: every so many rows one begins on a fresh page."""
    found, rows = list[DesignView](), 0
    for design in designs:
        is_fresh = rows >= AT_ONCE
        rows = len(design.rows) if is_fresh else rows + len(design.rows)
        found.append(replace(design, is_fresh=True) if is_fresh else design)
    return tuple(found)


def _design(design: QuoteDesign, names: dict[str, str], place: str, say: Wording) -> DesignView:
    sites = [names.get(id_, id_) for id_ in design.site_ids]
    times, notes = len(sites), _notes(design, say)
    rows = [_row(line, names, notes, say) for line in design.lines]
    opening = len(rows) if len(rows) <= WHOLE else OPENING
    closing = max(opening, len(rows) - CLOSING)
    left_out = any(line.individual_case for line in design.lines)
    sum_title = say.phrase("schedule.each_site" if times > 1 else "schedule.total")
    return DesignView(
        title=_title(design, sites, len(names), say),
        sites=say.listed(sites, 5) if times > 1 else place,
        opening=tuple(rows[:opening]),
        middle=tuple(rows[opening:closing]),
        closing=tuple(rows[closing:]),
        is_wide=any_long(
            say.money(design.monthly * max(1, times)),
            *(text for row in rows for text in (row.listed, row.each, row.monthly, row.once)),
        ),
        rows=tuple(rows),
        notes=tuple((str(number), words) for number, words in enumerate(notes.values(), 1)),
        sum_title=_but_cases(sum_title, left_out, say),
        monthly=say.money(design.monthly),
        once=say.money(design.once),
        contract_value=say.money(design.contract_value),
        all_title=_but_cases(say.counted("schedule.all_sites", times), left_out, say) if times > 1 else "",
        all_monthly=say.money(design.monthly * times),
        all_once=say.money(design.once * times),
        all_contract_value=say.money(design.contract_value * times),
    )


def _but_cases(title: str, left_out: bool, say: Wording) -> str:  # noqa: FBT001  # what is left out of a sum, if anything
    return say.phrase("charges.without_cases", what=title) if left_out else title


def _title(design: QuoteDesign, sites: list[str], all_sites: int, say: Wording) -> str:
    """The design's letter stands with its name: the list of sites refers to it."""
    title = sites[0] if len(sites) == 1 else say.quoted(design.title, "whole_account", "sites_alike")
    lettered = say.phrase("schedule.design", letter=design.id)
    return f"{lettered}: {title}" if sites and all_sites > 1 and not title.startswith(lettered) else title


def _row(line: QuoteLine, names: dict[str, str], notes: dict[str, str], say: Wording) -> LineRow:
    far = say.phrase("schedule.far_end", site=names.get(line.far_end, line.far_end)) if line.far_end else ""
    marks = [str(number) for number, because in enumerate(notes, 1) if because in _reasons(line)]
    priced = line.monthly_unit or line.once_unit
    return LineRow(
        name=say.quoted(line.name, "construction"),
        description=", ".join(part for part in (line.description, far, *remarks(line, say)) if part),
        count=pieces(line, say),
        listed="" if line.times < line.count else _list_price(line.monthly_unit, say),
        each=_each(line, say),
        monthly=amount_of(line.monthly, line.monthly_unit, say) if priced else say.phrase("charges.included"),
        once=amount_of(line.once, line.once_unit, say),
        case=case_words(line.individual_case, say) if line.individual_case else "",
        marks=", ".join(marks),
        access=line.access,
    )


def case_words(reason: str, say: Wording) -> str:
    """That a line has no price yet, and why."""
    reason = say.quoted(reason, *CASES)
    return say.phrase("schedule.case", reason=sentence(reason[:1].upper() + reason[1:]))


def remarks(line: QuoteLine, say: Wording) -> Iterator[str]:
    """When it begins and how it is billed; nothing where it is by the month, from the first."""
    if line.from_month > 1:
        yield say.phrase("schedule.from_month", month=say.number(line.from_month))
    if line.billed:
        yield say.phrase(f"schedule.billed_{line.billed}") if line.billed in BILLED else line.billed


def pieces(line: QuoteLine, say: Wording) -> str:
    """`8 seats`: units are the catalog's words."""
    return f"{say.number(line.count)} {line.unit if line.count == 1 or not line.units else line.units}".rstrip()


def _each(line: QuoteLine, say: Wording) -> str:
    by_piece = line.times == line.count
    return say.money(line.monthly_unit.net) if by_piece and line.monthly_unit and line.monthly_unit.net else ""


def _list_price(unit: UnitPrice | None, say: Wording) -> str:
    first = unit.steps[0].after if unit is not None and unit.steps else 0
    return say.money(first) if unit is not None and first > unit.net else ""


def amount_of(cents: int, unit: UnitPrice | None, say: Wording) -> str:
    """A line's charge: a dash where there is none of the kind, a word where it costs nothing."""
    if unit is None:
        return NONE
    return say.money(cents) if cents else say.phrase("charges.included")


def _reasons(line: QuoteLine) -> set[str]:
    """What lowered a line for some months, or lowered its installation."""
    return {credit.because for credit in line.credits} | {step.because for step in _once_steps(line)}


def _once_steps(line: QuoteLine) -> tuple[PriceStep, ...]:
    steps = line.once_unit.steps if line.once_unit else ()
    return tuple(step for step in steps if step.step == "promotion" and step.change)


def _notes(design: QuoteDesign, say: Wording) -> dict[str, str]:
    """What stands under the table, by its reason: promotions that end, and what they take off installation."""
    lasting: dict[str, dict[str, int]] = {}
    once: dict[str, int] = {}
    for line in design.lines:
        for credit in line.credits:
            sums = lasting.setdefault(credit.because, {})
            months = months_of(credit, say)
            sums[months] = sums.get(months, 0) + credit.monthly
        for step in _once_steps(line):
            once[step.because] = once.get(step.because, 0) + step.change * line.times
    words = {
        why: say.both([_credit(months, cents, say) for months, cents in sums.items()]) for why, sums in lasting.items()
    }
    words |= {why: say.phrase("schedule.taken_off", amount=say.change(cents)) for why, cents in once.items()}
    return {why: joined(say.quoted(why, "paid_off"), told) for why, told in words.items()}


def _credit(months: str, cents: int, say: Wording) -> str:
    return say.phrase("charges.credit", amount=say.change(-cents), months=months)


def place_of_site(site: QuotedSite) -> str:
    """The address as far as it is known; where it takes two lines, the second begins with the city."""
    region = TIE.join(part for part in (site.state, site.zip) if part)
    place = ", ".join(part for part in (site.city, region) if part)
    place = place.replace(" ", TIE) if len(place) <= TOGETHER else place
    return ", ".join(part for part in (site.street, place) if part)
