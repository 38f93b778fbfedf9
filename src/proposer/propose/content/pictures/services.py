"""Bandwidth by site, and what a promised availability means in minutes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

from proposer.model.quote import Quote, QuoteDesign
from proposer.propose.content.figures import Figure, Group, Stretch, bars, grouped_bars
from proposer.propose.content.figures.bars import NOTE
from proposer.propose.content.figures.shapes import SMALL, broken, round_steps
from proposer.propose.content.pictures.lines import INTERNET, NETWORK, Rate, homes, meeting, rate_of
from proposer.propose.content.wording import TIE, Wording

MOST_ROWS = 15
MOST_NAMES = 8  # below a row of like sites
MOST_ALONE = 8  # of more sites, those with the same rates share a row
YEAR = 365 * 24 * 60  # minutes
TENTHS = 10
HOUR = 60 * TENTHS

Rates = tuple[Rate | None, ...]  # internet, private network


def bandwidth(quote: Quote, say: Wording) -> Figure | None:
    """The bandwidth of each site; None where all are alike or nothing is known. Many sites stand together if they are alike."""
    rows = _rows(quote, say)
    if len({rates for _, _, rates, _ in rows}) < 2:
        return None
    rows = sorted(rows, key=lambda row: [-(rate.kbps if rate else 0) for rate in (_most(row[2]), *row[2])])
    shown = rows if len(rows) <= MOST_ROWS + 1 else rows[:MOST_ROWS]
    groups = [Group(name, note, _bars(rates)) for name, note, rates, _ in shown]
    if rest := rows[len(shown) :]:
        groups.append(_others([row[2] for row in rest], sum(row[3] for row in rest), say))
    kinds = (
        ("primary", say.phrase("pictures.bandwidth_internet")),
        ("accent", say.phrase("pictures.bandwidth_network")),
    )
    return grouped_bars(say.phrase("pictures.bandwidth_title"), groups, kinds)


def _rows(quote: Quote, say: Wording) -> list[tuple[str, str, Rates, int]]:
    """Name, note, rates and count of each site, or of all sites with the same rates where there are many."""
    designs = homes(quote)
    sites = [(site.name, _rates(designs.get(site.id, []))) for site in quote.sites]
    alike: dict[object, list[tuple[str, Rates]]] = {}
    for number, (name, rates) in enumerate(sites):
        if any(rates):
            alike.setdefault(rates if len(sites) > MOST_ALONE else number, []).append((name, rates))
    return [_row([name for name, _ in found], found[0][1], say) for found in alike.values()]


def _row(names: list[str], rates: Rates, say: Wording) -> tuple[str, str, Rates, int]:
    if len(names) == 1:
        return names[0], "", rates, 1
    return say.counted("numbers.sites", len(names)), _names(names, say), rates, len(names)


def _names(names: Sequence[str], say: Wording) -> str:
    """As many of the names as have room, and how many more there are."""
    names = [name.replace(" ", TIE) for name in names]
    told = (say.listed(names, most) for most in range(min(len(names), MOST_NAMES), 1, -1))
    return next((text for text in told if " ".join(broken(text, SMALL, NOTE)) == text), say.listed(names, 2))


def _rates(designs: Sequence[QuoteDesign]) -> Rates:
    return tuple(_largest(designs, capability) for capability in (INTERNET, NETWORK))


def _largest(designs: Sequence[QuoteDesign], capability: str) -> Rate | None:
    rates = [rate_of(line) for design in designs for line in meeting(design, capability)]
    return max((rate for rate in rates if rate), key=lambda rate: rate.kbps, default=None)


def _most(rates: Rates) -> Rate | None:
    return max((rate for rate in rates if rate), key=lambda rate: rate.kbps, default=None)


def _bars(rates: Rates) -> tuple[tuple[str, int, int], ...]:
    return tuple((str(rate), rate.kbps, kind) for kind, rate in enumerate(rates) if rate)


def _others(rest: Sequence[Rates], count: int, say: Wording) -> Group:
    """The sites without a row of their own: the largest rate of each kind, and its range in words."""
    found = []
    for kind in range(2):
        rates = sorted({rate.kbps for rates in rest if (rate := rates[kind])})
        if rates:
            least, most = str(Rate(rates[0])), str(Rate(rates[-1]))
            text = most if least == most else say.phrase("numbers.range", least=least, most=most)
            found.append((text, rates[-1], kind))
    return Group(say.counted("pictures.bandwidth_others", count), "", tuple(found))


def availability(quote: Quote, say: Wording) -> Figure | None:
    """How many minutes a year each service level leaves; None where none promises a share of time."""
    quoted = {line.offering for design in quote.chosen.designs for line in design.lines}
    held = {words.service_level for words in quote.offerings if words.id in quoted}
    levels = [level for level in quote.service_levels if level.id in held]
    down = [(level, minutes) for level in levels if (minutes := _tenths(level.availability)) is not None]
    if not down:
        return None
    stretches = [
        Stretch(f"{level.title}, {level.availability}", _spent(minutes, say), 0, minutes)
        for level, minutes in sorted(down, key=lambda pair: pair[1])
    ]
    return bars(
        say.phrase("pictures.availability_title"), stretches, say, _scale(max(minutes for _, minutes in down), say)
    )


def _tenths(share: str) -> int | None:
    """Tenths of a minute in a year that are not in a share of the time: `99.99 %` → 526."""
    try:
        percent = Decimal(share.rstrip(" %"))
    except InvalidOperation:
        return None
    if not share.endswith("%") or not 0 <= percent <= 100:
        return None
    return int(((100 - percent) * YEAR * TENTHS / 100).to_integral_value("ROUND_HALF_UP"))


def _spent(tenths: int, say: Wording) -> str:
    """In hours from one hour on, as the scale has it."""
    minutes = Decimal(tenths) / TENTHS
    if tenths < HOUR:
        return say.phrase("pictures.minutes", minutes=say.decimal(minutes))
    return say.phrase("pictures.hours", hours=say.decimal((minutes / 60).quantize(Decimal("0.1"), ROUND_HALF_UP)))


def _scale(most: int, say: Wording) -> list[tuple[int, str]]:
    """Ticks in hours, or in minutes where that would be less than an hour."""
    if most <= HOUR:
        return [
            (minutes * TENTHS, say.phrase("pictures.minutes_tick", minutes=str(minutes)))
            for minutes in round_steps(most // TENTHS)
        ]
    return [
        (hours * HOUR, say.phrase("pictures.hours_tick", hours=str(hours))) for hours in round_steps(-(-most // HOUR))
    ]
