"""`pricing.yaml`, `options.yaml` and `contract.yaml`."""

from __future__ import annotations

from collections.abc import Iterator

from proposer.diagnostics import Span
from proposer.load.charges import term_of
from proposer.load.declared import Declared
from proposer.load.decode import Reader
from proposer.load.document import Path
from proposer.load.fees import read_fees
from proposer.load.ids import keyed
from proposer.load.offerings import duration_at
from proposer.load.remedies import meant
from proposer.load.rules import RuleReader
from proposer.load.shapes.policy import (
    STEPS,
    ApprovalShape,
    ConstructionShape,
    ContractShape,
    FloorShape,
    PricingShape,
    StackingShape,
)
from proposer.load.shapes.rules import OptionShape
from proposer.load.words import check_words, phrases
from proposer.model.catalog import Option, Rule
from proposer.model.objective import Objective
from proposer.model.prices import Approval, Construction, Floor, PricingPolicy, Proration, Stacking
from proposer.model.provider import Clause, Contract

OPTIONS = ("essential", "recommended", "premier")


def read_policy(reader: Reader, declared: Declared, terms: tuple[int, ...]) -> PricingPolicy | None:
    """Decode `pricing.yaml`."""
    shape = reader.shape(PricingShape)
    if shape is None:
        return None
    list_term = term_of(reader, reader.at(("list_term",)), terms, ("list_term",))
    validity = duration_at(reader, ("validity",))
    if sorted(shape.waterfall) != sorted(STEPS) or shape.waterfall[0] != "list":
        reader.report(
            "103", "the waterfall has each step once, `list` first", ("waterfall",), f"`[{', '.join(STEPS)}]`"
        )
    if validity is not None and validity.unit != "days":
        reader.report("107", "a quote's validity is a number of days", ("validity",), "such as `30 days`")
    if list_term is None or validity is None:
        return None
    given = shape.negotiated
    return PricingPolicy(
        version=shape.version, waterfall=shape.waterfall, list_term=list_term, most_negotiated=given.most,
        approvals=tuple(_approvals(reader, given.approvals)), validity_days=int(validity.amount),
        fees=read_fees(reader, shape.fees, declared), fees_note=shape.fees.note, fees_exclude=shape.fees.not_included,
        proration=Proration(shape.proration),
        objective=Objective(shape.choice.least), ties=tuple(Objective(name) for name in shape.choice.ties),
        stacking=_stacking(reader, shape.stacking), construction=_construction(reader, shape.construction),
        floor=_floor(reader, given.floor),
    )  # fmt: skip


def _approvals(reader: Reader, shapes: tuple[ApprovalShape, ...]) -> Iterator[Approval]:
    for index, shape in enumerate(shapes):
        if (shape.over is None) == (shape.margin_below is None):
            remedy = "`{over: 5 %, by: …}` or `{margin_below: 40 %, by: …}`"
            where = ("negotiated", "approvals", index)
            reader.report("103", "an approval goes by the discount or by the deal's margin", where, remedy)
        yield Approval(shape.over, shape.by, shape.margin_below)


def _floor(reader: Reader, shape: FloorShape | None) -> Floor | None:
    if shape is None:
        return None
    where = ("negotiated", "floor")
    if shape.over_cost is None and shape.of_price is None:
        remedy = "`{over_cost: 10 %}`, `{of_price: 80 %}`, or both"
        reader.report("103", "a floor goes by the cost or by the price", where, remedy)
    return Floor(shape.over_cost, shape.of_price, reader.document.span(where))


def _stacking(reader: Reader, shape: StackingShape) -> Stacking:
    most = {"monthly": shape.most.monthly, "once": shape.most.once}
    capped = {charge: percent for charge, percent in most.items() if percent is not None}
    return Stacking(shape.groups, capped, reader.document.key_span(("stacking",)))


def _construction(reader: Reader, shape: ConstructionShape) -> Construction:
    if shape.charge == "once" and (shape.months is not None or shape.rounding > 1):
        remedy = "write `charge: amortised`, or remove `months` and `rounding`"
        reader.report("103", "construction at once has no months", ("construction",), remedy, key=True)
    amortised, rounding = shape.charge == "amortised", max(1, shape.rounding)
    declared = ("construction",) in reader.document.places
    span = reader.document.key_span(("construction",)) if declared else Span()
    return Construction(amortised, shape.markup, shape.months, rounding, span)


def read_options(reader: Reader, rules: RuleReader) -> tuple[Option, ...]:
    """Decode `options.yaml`, in its order."""
    return tuple(option for id_, path in keyed(reader) if (option := _option(reader, rules, id_, path)) is not None)


def _option(reader: Reader, rules: RuleReader, id_: str, path: Path) -> Option | None:
    if id_ not in OPTIONS:
        reader.report("104", f"unknown option `{id_}`", path, meant(id_, OPTIONS), key=True)
    shape = reader.shape(OptionShape, path)
    if shape is None:
        return None
    adds: tuple[Rule | None, ...] = tuple(rules.rule(name, place) for name, place in keyed(reader, (*path, "adds")))
    added = tuple(rule for rule in adds if rule is not None)
    return Option(id_, shape.title, shape.in_short, added, reader.document.key_span(path))


def read_contract(reader: Reader) -> Contract | None:
    """Decode `contract.yaml`; shares come out as fractions."""
    shape = reader.shape(ContractShape)
    if shape is None:
        return None
    for name in ("assumptions", "exclusions", "next_steps"):
        check_words(reader, (name,))
    for index in range(len(shape.terms)):
        check_words(reader, ("terms", index, "text"), block=True)
    return Contract(
        shape.assumptions, shape.exclusions, tuple(Clause(clause.title, clause.text) for clause in shape.terms),
        shape.next_steps, tuple((step.to_month, step.share / 100) for step in shape.early_termination),
        phrases(reader, shape.answers, ("answers",)),
    )  # fmt: skip
