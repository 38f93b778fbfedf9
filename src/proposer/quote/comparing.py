"""What differs between two quotes of the same customer, line by line and site by site, and why."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.model.explanation import Comparison, LineChange, LineState, Totals
from proposer.model.quote import QuotedDemand, QuoteLine, QuoteOption, UnitPrice

Key = tuple[str, str]  # site, line


def compare(before: QuoteOption, after: QuoteOption) -> Comparison:
    """Every line that came, went or changed; sites where the same happened stand together."""
    old, new = dict(_lines(before)), dict(_lines(after))
    grouped: dict[tuple[object, ...], LineChange] = {}
    for key in dict.fromkeys([*old, *new]):
        change = _change(key, old.get(key), new.get(key), before, after)
        if change is not None:
            same = (key[1], change.before, change.after, change.why, key[0] == "")
            known = grouped.get(same)
            grouped[same] = _joined(known, change) if known else change
    return Comparison(after.id, totals_of(before), totals_of(after), tuple(grouped.values()))


def totals_of(option: QuoteOption) -> Totals:
    """An option's totals."""
    return Totals(option.term, option.monthly, option.once, option.contract_value, option.first_year)


def _lines(option: QuoteOption) -> Iterator[tuple[Key, QuoteLine]]:
    for design in option.designs:
        for site in design.site_ids or ("",):
            for line in design.lines:
                yield (site, line.id), line


def _joined(known: LineChange, other: LineChange) -> LineChange:
    sites = (*known.sites, *other.sites)
    return LineChange(sites, known.offering, known.name, known.before, known.after, known.why)


def _change(
    key: Key, old: QuoteLine | None, new: QuoteLine | None, before: QuoteOption, after: QuoteOption
) -> LineChange | None:
    was, now = _state(old), _state(new)
    line = new or old
    if was == now or line is None:
        return None
    why = tuple(dict.fromkeys(_why(key[0], old, new, before, after)))
    return LineChange((key[0],) if key[0] else (), line.offering, line.name, was, now, why)


def _state(line: QuoteLine | None) -> LineState | None:
    if line is None:
        return None
    pieces = line.pieces if line.unit else ""
    case = line.individual_case is not None
    return LineState(line.description, pieces, line.monthly, line.once, line.contract_value, case)


def _why(
    site: str, old: QuoteLine | None, new: QuoteLine | None, before: QuoteOption, after: QuoteOption
) -> Iterator[str]:
    """New demands behind a line that is there, dropped ones behind one that went; else the steps of its price."""
    asked_then, asked_now = _asked(site, old, before), _asked(site, new, after)
    if new is not None:
        for label, demand in asked_now.items():
            if label not in asked_then:
                yield demand.because
        if old is not None:
            yield from _price_reasons(old, new, before.term, after.term)
        return
    still = _labels(site, after)
    gone = [label for label in asked_then if label not in still]
    if gone:
        yield f"No longer asked for: {', '.join(gone)}."
    elif old is not None:
        yield _replaced(site, old, before, after)


def _replaced(site: str, old: QuoteLine, before: QuoteOption, after: QuoteOption) -> str:
    """What stands in a line's place: new or changed lines at the site that meet what it met."""
    known = {line.id: _state(line) for (at, _), line in _lines(before) if at == site}
    takers = [
        line
        for (at, _), line in _lines(after)
        if at == site and set(line.meets) & set(old.meets) and known.get(line.id) != _state(line)
    ]
    charged = [line for line in takers if line.monthly] or takers  # an entrance only comes along
    names = dict.fromkeys(line.name for line in charged)
    return f"In its place: {', '.join(names)}." if names else "Nothing needs it any more."


def _asked(site: str, line: QuoteLine | None, option: QuoteOption) -> dict[str, QuotedDemand]:
    """The demands that a line meets, by label."""
    if line is None:
        return {}
    return {d.label: d for d in option.demands if d.capability in line.meets and d.site in (site, "")}


def _labels(site: str, option: QuoteOption) -> set[str]:
    return {demand.label for demand in option.demands if demand.site in (site, "")}


def _price_reasons(old: QuoteLine, new: QuoteLine, then: int, now: int) -> Iterator[str]:
    if then != now:
        yield f"The contract runs {now} months instead of {then}."
    for was, becomes in ((old.monthly_unit, new.monthly_unit), (old.once_unit, new.once_unit)):
        known, present = _steps(was), _steps(becomes)
        yield from (text for text in present if text not in known)
        yield from (f"No longer: {text}" for text in known if text not in present and not present)
    gone = {credit.because for credit in old.credits} - {credit.because for credit in new.credits}
    come = {credit.because for credit in new.credits} - {credit.because for credit in old.credits}
    yield from (f"{text.rstrip('.')} no longer applies." for text in sorted(gone))
    yield from sorted(come)


def _steps(price: UnitPrice | None) -> list[str]:
    """What each step but the list price did, in words."""
    if price is None:
        return []
    words = [(step.step, ": ".join(part for part in (step.rate, step.because) if part)) for step in price.steps]
    return [f"{name.capitalize()}: {text}." for name, text in words if name not in ("list", "term") and text]
