"""The schedule of credits for outages, as declared: its steps, and the words that a customer reads of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.shapes.provider import OutageShape
from proposer.model.provider import OutageCredit
from proposer.units import plain

HOUR = 60


def read_outages(reader: Reader, path: Path, shapes: Sequence[OutageShape]) -> tuple[OutageCredit, ...]:
    """The steps of one level of service, by rising length; the last is for all that is longer."""
    bounds = [shape.under for shape in shapes]
    if any(bound is None for bound in bounds[:-1]) or (bounds and bounds[-1] is not None):
        remedy = "such as `[{under: 5 minutes, share: 0 %}, {share: 50 %}]`"
        reader.report("103", "the last step alone is without `under`", path, remedy, key=True)
    for index, (low, high) in enumerate(pairwise(bounds), 1):
        if low is not None and high is not None and high <= low:
            message = f"the step under {_length(high)} follows the one under {_length(low)}"
            reader.report("103", message, (*path, index), "`under` rises from step to step")
    return tuple(OutageCredit(shape.under, shape.share / 100) for shape in shapes)


def outages_in_words(steps: Sequence[OutageCredit]) -> Iterator[tuple[str, str]]:
    """`4 to 8 hours`, `10 %`."""
    low = 0
    for step in steps:
        yield _between(low, step.under), f"{plain(step.share * 100)} %" if step.share else "none"
        low = step.under or low


def _between(low: int, high: int | None) -> str:
    if high is None:
        return f"{_length(low)} or more" if low else "of any length"
    if not low:
        return f"less than {_length(high)}"
    same = low % HOUR == high % HOUR == 0
    return f"{low // HOUR} to {_length(high)}" if same else f"{_length(low)} to {_length(high)}"


def _length(minutes: int) -> str:
    amount, unit = (minutes // HOUR, "hour") if minutes and minutes % HOUR == 0 else (minutes, "minute")
    return f"{amount:,} {unit}{'' if amount == 1 else 's'}"
