"""The combinations of values that can be ordered, as the price books name them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from proposer.model.catalog import Catalog, Offering
from proposer.model.prices import ELSEWHERE, STATE, Charge, OfferingPrice

STATUSES = ("on-net", "near-net", "off-net")
_FIXED = {"term", "access", STATE}
Key = tuple[str, ...]


def keys_of(offering: Offering, price: OfferingPrice, charge: Charge) -> tuple[Key, ...]:
    """Every key that the charge's cells should have: orderable values × terms × access statuses, each once."""
    fixed = {"term": tuple(map(str, price.terms)), "access": STATUSES, STATE: _states(offering, charge)}
    keys: dict[Key, None] = {}
    for values in _combinations(offering, charge.by):
        keys.update(dict.fromkeys(_with_fixed(charge.by, values, fixed)))
    return tuple(keys)


def _states(offering: Offering, charge: Charge) -> Key:
    """Those where it is sold; where that is everywhere, those with a price of their own and all others together."""
    if STATE not in charge.by:
        return ()
    at = charge.by.index(STATE)
    return offering.states or (*sorted({key[at] for key in charge.cells} - {ELSEWHERE}), ELSEWHERE)


def elsewhere(charge: Charge, key: Key) -> Key:
    """The key of the price that holds where a state has none of its own."""
    return tuple(ELSEWHERE if axis == STATE else value for axis, value in zip(charge.by, key, strict=True))


def is_ever_sold(catalog: Catalog, offering: Offering) -> bool:
    """Whether some price book is valid while an offering is sold; if not, that is the one thing to say of it."""
    return not catalog.price_books or any(book.valid.overlaps(offering.sold) for book in catalog.price_books)


def in_words(charge: Charge, keys: Iterable[Key]) -> Iterator[str]:
    """`700 Mbps at 12 and 60 months`, `port 1 Gbps, bandwidth 700 Mbps on-net`: keys that differ in the term are one."""
    terms: dict[str, list[str]] = {}
    named = sum(axis not in _FIXED for axis in charge.by) > 1
    for key in keys:
        values = dict(zip(charge.by, key, strict=True))
        said = [f"{axis} {v}" if named else v for axis, v in values.items() if axis not in _FIXED]
        what = " ".join(
            part for part in (", ".join(said), values.get("access", ""), _in_state(values.get(STATE, ""))) if part
        )
        terms.setdefault(what, []).extend([values["term"]] if "term" in values else [])
    for what, months in terms.items():
        at = f"at {' and '.join(filter(None, [', '.join(months[:-1]), months[-1]]))} months" if months else ""
        yield " ".join(part for part in (what, at) if part) or "any order"


def _in_state(state: str) -> str:
    return f"in {state}" if state and state != ELSEWHERE else state


def _with_fixed(axes: Key, values: Mapping[str, str], fixed: Mapping[str, Key], at: int = 0) -> Iterator[Key]:
    if at == len(axes):
        yield ()
        return
    for value in fixed[axes[at]] if axes[at] in fixed else (values[axes[at]],):
        for rest in _with_fixed(axes, values, fixed, at + 1):
            yield (value, *rest)


def _combinations(offering: Offering, axes: Key) -> Iterator[dict[str, str]]:
    """The values of the characteristics among the axes, in every combination that can be ordered."""
    by_name = {part.name: part for part in offering.characteristics}
    wanted = {axis for axis in axes if axis in by_name}
    wanted |= {parent for axis in wanted if (parent := by_name[axis].by) is not None}
    # what depends on another characteristic comes after it
    names = sorted(wanted, key=lambda name: (by_name[name].by is not None, name))
    chosen: list[dict[str, str]] = [{}]
    for name in names:
        part = by_name[name]
        chosen = [
            {**values, name: str(value)}
            for values in chosen
            for value in part.values.get("" if part.by is None else values[part.by], ())
        ]
    yield from chosen
