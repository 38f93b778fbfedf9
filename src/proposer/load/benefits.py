"""`bundles/<id>.yaml` and `promotions/<id>.yaml`."""

from __future__ import annotations

import re
from decimal import Decimal

from proposer.load.charges import term_of
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Data, Path, kind_of
from proposer.load.limits import check_limit
from proposer.load.offerings import interval, states_at
from proposer.load.shapes.offerings import BundleShape, PromotionShape
from proposer.model.catalog import At, Bundle, Promotion

_MEMBERS = re.compile(r"(\d{1,6})(?:(\.\.)(\d{1,6})?)?")


def read_bundle(reader: Reader, id_: str, declared: Declared) -> Bundle | None:
    """Decode one bundle."""
    shape = reader.shape(BundleShape)
    if shape is None:
        return None
    members: dict[str, tuple[int, int | None]] = {}
    for name, data in reader.mapping(("members",)).items():
        known = declared.refers(reader, "offering", name, ("members", name), key=True)
        count = _member_count(reader, data, ("members", name))
        if known and count is not None:
            members[name] = count
    if not reader.mapping(("members",)):
        reader.report("102", "the bundle has no members", ("members",), "such as `{internet: 1, seat: 5..}`", key=True)
    on = declared.all_refer(reader, "offering", shape.benefit.on, ("benefit", "on"))
    return Bundle(
        id_, shape.name, At(shape.per), members, shape.benefit.percent, on,
        interval(reader, shape.valid, ("valid",)), shape.words, reader.document.span(),
        members_span=reader.document.key_span(("members",)), benefit_span=reader.document.key_span(("benefit",)),
    )  # fmt: skip


def read_promotion(reader: Reader, id_: str, declared: Declared, terms: tuple[int, ...]) -> Promotion | None:
    """Decode one promotion; free months are 100 % off for that long."""
    shape = reader.shape(PromotionShape)
    if shape is None:
        return None
    benefit, path = shape.benefit, ("benefit",)
    given = (benefit.percent, benefit.amount, benefit.price, benefit.free_months)
    if sum(each is not None for each in given) != 1:
        remedy = "`{percent: 10, of: monthly, on: […]}`, `amount: 5.00`, `price: 19.00` or `free_months: 2`"
        reader.report(
            "103", "a benefit is one of a percentage, an amount, a price and free months", path, remedy, key=True
        )
        return None
    if benefit.months is not None and (benefit.of == "once" or benefit.free_months is not None):
        reader.report("103", "`months` goes with a benefit on the monthly charge", (*path, "months"), key=True)
    if benefit.limit is not None:
        check_limit(reader, shape, (*path, "limit"))
    if shape.when.bundle is not None:
        declared.refers(reader, "bundle", shape.when.bundle, ("when", "bundle"))
    for index, term in enumerate(shape.when.terms):
        place: Path = ("when", "terms", index)
        term_of(reader, term, terms, place if place in reader.document.places else place[:-1])
    states = states_at(reader, shape.when.states, ("when", "states"))
    free = benefit.free_months
    return Promotion(
        id=id_, name=shape.name, on=declared.all_refer(reader, "offering", benefit.on, (*path, "on")),
        valid=interval(reader, shape.valid, ("valid",)), charge="monthly" if free is not None else benefit.of,
        percent=Decimal(100) if free is not None else benefit.percent or Decimal(0), months=free or benefit.months,
        amount=benefit.amount, price=benefit.price, states=states, bundle=shape.when.bundle or "", group=shape.group,
        limit=benefit.limit,
        group_span=reader.document.span(("group",)),
        new_customers_only=shape.when.new_customers, terms=shape.when.terms, words=shape.words,
        span=reader.document.span(),
        valid_span=reader.document.span(("valid",)), benefit_span=reader.document.key_span(path),
    )  # fmt: skip


def _member_count(reader: Reader, data: Data, path: Path) -> tuple[int, int | None] | None:
    match = _MEMBERS.fullmatch(str(data).replace(" ", "")) if isinstance(data, int | str) else None
    if match is None or isinstance(data, bool):
        reader.report("103", f"expected a count, got {kind_of(data)}", path, "such as `1`, `5..` or `0..1`")
        return None
    least = int(match[1])
    most = least if match[2] is None else None if match[3] is None else int(match[3])
    if most is not None and most < max(least, 1):
        reader.report("103", f"`{data}` can never hold", path, "the lower count stands first")
    return least, most
