"""A small catalog and small needs, made by hand; rules are written as a catalog writes them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from proposer.diagnostics import Span
from proposer.expressions import Expression, Template, Value, parse, parse_template
from proposer.model.catalog import (
    Access,
    At,
    Capability,
    Catalog,
    Option,
    Quality,
    Question,
    QuestionType,
    Rule,
    Table,
    Wanted,
)
from proposer.model.demands import Demand, NeedsFact
from proposer.model.needs import Address, Contact, Fact, Needs, SiteNeeds, Today
from proposer.model.prices import PricingPolicy
from proposer.model.provider import Contract, Provider

TRAFFIC = (("light", ""), ("moderate", ""), ("heavy", ""))
CAPABILITIES = (
    Capability("call-paths", "Calls at the same time", At.SITE, unit="calls"),
    Capability("upstream", "Upstream", At.SITE, unit="Mbps"),
    Capability("internet", "Internet", At.SITE, (Quality("down", "Mbps"), Quality("up", "Mbps"))),
    Capability(
        "wan", "Connection", At.SITE, (Quality("cir", "Mbps"), Quality("service_class", grades=("basic", "premium")))
    ),
    Capability("backup", "Backup", At.SITE),
    Capability("service-manager", "Service manager", At.ACCOUNT),
    Capability("lan-unis", "Connections", At.NETWORK, unit="UNIs"),
)
QUESTIONS = (
    Question("users", At.SITE, QuestionType.COUNT, "?"),
    Question("rooms", At.SITE, QuestionType.COUNT, "?"),
    Question("internet.down", At.SITE, QuestionType.NUMBER, "?", unit="Mbps"),
    Question("internet.backup", At.SITE, QuestionType.FLAG, "?"),
    Question("voice.calls", At.SITE, QuestionType.COUNT, "?"),
    Question("voice.traffic", At.SITE, QuestionType.CHOICE, "?", choices=TRAFFIC, default="moderate"),
    Question("lines", At.SITE, QuestionType.COUNT, "?", default=Decimal(0)),
    Question("cir", At.NETWORK, QuestionType.NUMBER, "?", unit="Mbps"),
    Question("new", At.ACCOUNT, QuestionType.FLAG, "?"),
)
TABLES = (
    Table(
        "busy_hour_erlangs",
        {"light": Decimal("0.028"), "moderate": Decimal("0.056"), "heavy": Decimal("0.083")},
        "erlangs",
        "?",
    ),
    Table("call_bandwidth", {"light": Decimal("31.2"), "moderate": Decimal("87.2")}, "kbps", "?"),
)


def expression(text: str, span: Span) -> Expression:
    found = parse(text, span)
    assert found.value is not None, found.diagnostics
    return found.value


def template(text: str, span: Span) -> Template:
    found = parse_template(text, span)
    assert found.value is not None, found.diagnostics
    return found.value


def rule(
    id_: str,
    demand: Mapping[str, str | Mapping[str, str]] | None = None,
    because: str = "So it is.",
    *,
    at: At = At.SITE,
    when: str | None = None,
    let: Mapping[str, str] | None = None,
    forbid: Sequence[str] = (),
    recommend: str | None = None,
    line: int = 1,
) -> Rule:
    span = Span("rules/sample.yaml", line, 1)
    wanted = [
        Wanted(name, expression(said, span), span=span)
        if isinstance(said, str)
        else Wanted(name, None, tuple((quality, expression(text, span)) for quality, text in said.items()), span)
        for name, said in (demand or {}).items()
    ]
    return Rule(
        id_,
        at,
        template(because, span),
        None if when is None else expression(when, span),
        tuple((name, expression(text, span)) for name, text in (let or {}).items()),
        tuple(wanted),
        forbids_accesses=tuple(name for name in forbid if name in {"fibre", "coax"}),
        forbids_offerings=tuple(name for name in forbid if name not in {"fibre", "coax"}),
        recommends=None if recommend is None else template(recommend, span),
        span=span,
    )


def catalog(*rules: Rule, options: Sequence[Option] = ()) -> Catalog:
    return Catalog(
        Provider("", "", "", "", "", "", ""),
        "USD",
        "en_US",
        (36,),
        families={},
        accesses={name: Access(name, name) for name in ("coax", "fibre")}
        | {"wireless": Access("wireless", "LTE", assumed="on-net")},
        service_levels={},
        capabilities={capability.id: capability for capability in CAPABILITIES},
        questions={(question.at, question.path): question for question in QUESTIONS},
        tables={table.id: table for table in TABLES},
        offerings={},
        rules={rule.id: rule for rule in rules},
        bundles={},
        promotions={},
        options=tuple(options),
        price_books=(),
        policy=PricingPolicy("", (), 12, Decimal(0), (), 30, (), ""),
        contract=Contract((), (), (), (), ()),
        digest="",
    )


def fact(path: str, value: Value, line: int) -> Fact:
    return Fact(path, value, str(value), Span("needs.yaml", line, 1))


def site(id_: str, line: int = 10, access: Mapping[str, str] | None = None, **answers: Value) -> SiteNeeds:
    """A site whose answers are its keywords, `__` for a dot; all of it stands on one line of the file."""
    facts = {name.replace("__", "."): value for name, value in answers.items()}
    return SiteNeeds(
        id_,
        id_,
        Address(state="OH" if id_ == "ohio" else ""),
        {name: fact(name, status, line) for name, status in (access or {}).items()},
        {path: fact(path, value, line) for path, value in facts.items()},
        Span("needs.yaml", line, 1),
    )


def needs(
    *sites: SiteNeeds, network: Mapping[str, Value] | None = None, customer: Mapping[str, Value] | None = None
) -> Needs:
    return Needs(
        "needs.yaml",
        "Test",
        "",
        Contact(),
        (),
        Today(),
        (36,),
        Span("needs.yaml", 2, 1),
        None,
        Span(),
        None,
        Contact(),
        str(network["hub"]) if network and "hub" in network else None,
        {
            At.NETWORK: {path: fact(path, value, 3) for path, value in (network or {}).items()},
            At.ACCOUNT: {path: fact(path, value, 4) for path, value in (customer or {}).items()},
        },
        sites,
        (),
        "",
    )


def told(demand: Demand) -> str:
    """A demand on one line: site, capability, amount or qualities."""
    said = demand.amount if demand.amount is not None else dict(demand.qualities)
    return f"{demand.site or '-'}: {demand.capability} {said if said else ''}".replace("Decimal", "").rstrip()


def read(facts: Sequence[NeedsFact]) -> list[str]:
    return [f"{fact.path} = {fact.text}" + (f" @ {fact.place}" if fact.place else "") for fact in facts]
