"""Why something was found in place of what a scenario expects: the rule's sentence, and the steps of the price."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proposer.model.quote import QuoteLine, QuoteOption, UnitPrice
from proposer.money import grouped

MOST_LINES = 6


def reason_of_lines(lines: Sequence[QuoteLine], option: QuoteOption, site: str) -> str:
    """The sentences of the rules that asked for some lines, and how their prices came about."""
    wanted = {capability for line in lines for capability in line.meets}
    sentences = [f"{d.because} [{d.rule_place}]" for d in option.demands if d.site == site and d.capability in wanted]
    prices = [price for line in lines for price in _prices(line)]
    return " ".join([*dict.fromkeys(sentences), *([f"{'; '.join(prices)}."] if prices else [])])


def reason_of_total(name: str, option: QuoteOption) -> str:
    """What a total is the sum of."""
    if name.startswith("usage at "):
        return "; ".join(each.basis for each in option.usage if name == f"usage at {each.site}")
    if name not in ("monthly", "once", "contract_value"):
        return ""
    if name == "contract_value":
        credit = f" − {grouped(option.credit_total)}" if option.credit_total else ""
        months = option.contract_value - option.once + option.credit_total
        even = months == option.term * option.monthly
        all_months = f"{option.term} × {grouped(option.monthly)}" if even else f"{grouped(months)} month by month"
        return f"{all_months} + {grouped(option.once)}{credit}"
    return " + ".join(_summed(_parts(name, option)))


def _parts(name: str, option: QuoteOption) -> Iterator[tuple[str, int]]:
    for design in option.designs:
        sites = max(1, len(design.site_ids))
        for line in design.lines:
            cents = line.monthly if name == "monthly" else line.once
            if cents:
                yield f"{line.offering} {f'{sites} × ' if sites > 1 else ''}{grouped(cents)}", cents


def _summed(parts: Iterable[tuple[str, int]]) -> list[str]:
    """The largest parts first; the rest is counted."""
    ordered = sorted(parts, key=lambda part: -part[1])
    more = [f"{len(ordered) - MOST_LINES} more"] if len(ordered) > MOST_LINES else []
    return [text for text, _ in ordered[:MOST_LINES]] + more


def _prices(line: QuoteLine) -> Iterator[str]:
    for word, price in (("a month", line.monthly_unit), ("once", line.once_unit)):
        if price is not None and price.steps:
            yield f"{_steps(price)} {word}"


def _steps(price: UnitPrice) -> str:
    """`180.00 list, −36.00 term = 144.00`."""
    parts = [f"{grouped(step.after if step.step == 'list' else step.change)} {step.step}" for step in price.steps]
    return ", ".join(parts) + (f" = {grouped(price.net)}" if len(parts) > 1 else "")
