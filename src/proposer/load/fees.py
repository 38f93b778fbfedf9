"""The fees of `pricing.yaml`: what each comes to, from which day to which, and between which bounds."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from proposer.dates import Interval
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.offerings import interval, states_at
from proposer.load.shapes.fields import Valid
from proposer.load.shapes.policy import FeeRateShape, FeeShape, FeesShape
from proposer.model.prices import Fee, FeeKind, FeeRate


def read_fees(reader: Reader, shape: FeesShape, declared: Declared) -> tuple[Fee, ...]:
    """All fees in their order."""
    return tuple(_fee(reader, fee, ("fees", "list", index), declared) for index, fee in enumerate(shape.list))


def _fee(reader: Reader, shape: FeeShape, path: Path, declared: Declared) -> Fee:
    return Fee(
        id=shape.id, name=shape.name, kind=FeeKind(shape.kind),
        on=declared.all_refer(reader, "offering", shape.on, (*path, "on")),
        of_which=Decimal(1) if shape.of_which is None else shape.of_which / 100,
        states=states_at(reader, shape.states, (*path, "states")),
        rates=_rates(reader, shape, path), span=reader.document.span(path),
    )  # fmt: skip


def _rates(reader: Reader, shape: FeeShape, path: Path) -> tuple[FeeRate, ...]:
    if not shape.rates:
        found = _rate(reader, shape, shape.valid, path, shape.id)
        return (found,) if found else ()
    if shape.rate is not None or shape.each is not None or shape.valid != Valid():
        remedy = "move `rate`, `each` and `valid` into `rates`"
        reader.report(
            "103", f"the fee `{shape.id}` has `rates` and figures beside them", (*path, "rates"), remedy, key=True
        )
    dated = [
        _rate(
            reader, rate, Valid.model_construct(from_=rate.from_, until=rate.until), (*path, "rates", index), shape.id
        )
        for index, rate in enumerate(shape.rates)
    ]
    rates = sorted((rate for rate in dated if rate), key=lambda rate: (rate.valid.start is not None, rate.valid.start))
    _follow(reader, shape.id, rates, path)
    return tuple(rates)


def _follow(reader: Reader, fee: str, rates: Sequence[FeeRate], path: Path) -> None:
    """Dated values have no hole and no overlap."""
    for before, after in pairwise(rates):
        if before.valid.end != after.valid.start:
            ends, starts = before.valid.end or "never", after.valid.start or "the beginning"
            message = (
                f"the rates of the fee `{fee}` do not follow each other: one ends {ends}, the next starts {starts}"
            )
            remedy = "`until` of one rate is `from` of the next"
            reader.report("103", message, (*path, "rates"), remedy, key=True)


def _rate(reader: Reader, shape: FeeShape | FeeRateShape, valid: Valid, path: Path, fee: str) -> FeeRate | None:
    if (shape.rate is None) == (shape.each is None):
        remedy = "`rate: 2.5 %` of the monthly charges, or `each: 0.75` for each unit"
        reader.report("103", f"the fee `{fee}` has either a rate or an amount", path, remedy)
        return None
    of_charges = shape.rate is not None
    amount = shape.rate / 100 if shape.rate is not None else Decimal(shape.each or 0)
    bounds = (shape.rate_from, shape.rate_to) if of_charges else (shape.each_from, shape.each_to)
    least, most = (amount if each is None else Decimal(each) / (100 if of_charges else 1) for each in bounds)
    if not least <= amount <= most:
        word = "rate" if of_charges else "each"
        remedy = f"`{word}_from` is at most `{word}`, `{word}_to` at least"
        reader.report("103", f"the bounds of the fee `{fee}` do not hold what it is expected to be", path, remedy)
    days: Interval = interval(reader, valid, path)
    return FeeRate(days, of_charges, amount, least, most, shape.source, reader.document.span(path))
