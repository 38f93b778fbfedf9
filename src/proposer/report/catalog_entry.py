"""One thing of the catalog on one screen: what it is, where it can be sold, its prices, and what else names it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from proposer.dates import Interval
from proposer.diagnostics import did_you_mean
from proposer.model.catalog import Balance, Bundle, Capability, Catalog, Characteristic, Offering, Promotion, Rule
from proposer.model.scenario import Scenario
from proposer.report.amounts import day, some
from proposer.report.catalog_prices import price_blocks
from proposer.report.sheet import Block, Heading, Sheet, Text

Entry = Offering | Bundle | Promotion | Rule | Capability


def find_entry(catalog: Catalog, name: str) -> Entry | None:
    """What has an id; offerings come before all else of the same name."""
    rules = {**catalog.rules, **{rule.id: rule for option in catalog.options for rule in option.adds}}
    shelves = (catalog.offerings, catalog.bundles, catalog.promotions, rules, catalog.capabilities)
    return next((shelf[name] for shelf in shelves if name in shelf), None)


def meant(catalog: Catalog, name: str) -> str:
    """What to type in place of an id that is not there."""
    shelves = (catalog.offerings, catalog.bundles, catalog.promotions, catalog.rules, catalog.capabilities)
    return did_you_mean(name, [known for shelf in shelves for known in shelf])


def entry_sheet(catalog: Catalog, entry: Entry, scenarios: Sequence[Scenario], on: date) -> Sheet:
    """All about one entry, as of a day."""
    if isinstance(entry, Offering):
        return tuple(_offering(catalog, entry, scenarios, on))
    title = entry.label if isinstance(entry, Capability) else getattr(entry, "name", entry.id)
    head = (Heading(f"{entry.id}: {title}" if title != entry.id else entry.id, 1), _line("declared", entry.span.place))
    if isinstance(entry, Capability):
        return (*head, *_facts(_of_capability(catalog, entry)))
    if isinstance(entry, Rule):
        return (*head, *_facts(_of_rule(catalog, entry)))
    return (*head, *_facts(_of_benefit(entry)))


def _offering(catalog: Catalog, offering: Offering, scenarios: Sequence[Scenario], on: date) -> Iterator[Block]:
    yield Heading(f"{offering.id}: {offering.name}", 1)
    yield Text(offering.words.in_short or "No words.")
    yield from _facts(_sold(catalog, offering))
    yield Heading("What it does")
    yield from _facts(_does(offering))
    yield Heading("Who asks for it")
    yield from _facts(_asked(catalog, offering, scenarios))
    yield from price_blocks(catalog, offering, on)


def _sold(catalog: Catalog, offering: Offering) -> Iterator[tuple[str, str]]:
    family = catalog.families.get(offering.family)
    yield "declared", offering.span.place
    yield "family", family.name if family else offering.family
    yield "per", offering.per.value
    for access, limits in offering.rides_on.items():
        only = "; ".join(f"{name} {_values(values)}" for name, values in limits.items())
        label = catalog.accesses[access].label if access in catalog.accesses else access
        yield "rides on", f"{label}, only {only}" if only else label
    yield "sold", _days(offering.sold)
    yield "states", ", ".join(offering.states)
    if offering.count:
        most = f" to {offering.count.most:,}" if offering.count.most else " and more"
        yield "by the piece", f"{offering.count.least:,}{most} {offering.count.units}"
    for part in offering.characteristics:
        yield part.name, _orderable(part)
    yield "installed in", "; ".join(f"{status} {days}" for status, days in offering.interval.items())
    yield "service level", offering.service_level or ""


def _does(offering: Offering) -> Iterator[tuple[str, str]]:
    yield "provides", _balances(offering.provides)
    yield "consumes", _balances(offering.consumes)
    yield "requires", _balances(offering.requires)
    yield "excludes", ", ".join(offering.excludes)
    yield "network", offering.network or ""


def _asked(catalog: Catalog, offering: Offering, scenarios: Sequence[Scenario]) -> Iterator[tuple[str, str]]:
    given = {balance.capability for balance in offering.provides}
    rules = [*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds)]
    for rule in rules:
        if wanted := sorted({part.capability for part in rule.demands} & given):
            yield "rule", f"{rule.id} demands {', '.join(wanted)}  [{rule.span.place}]"
    for other in catalog.offerings.values():
        if wanted := sorted({part.capability for part in (*other.consumes, *other.requires)} & given):
            yield "offering", f"{other.id} needs {', '.join(wanted)}"
    for access in catalog.accesses.values():
        if access.entrance == offering.id:
            yield "access", f"it brings {access.label} into the building"
    for bundle in catalog.bundles.values():
        if offering.id in bundle.members:
            gain = f": {bundle.percent} % off" if offering.id in bundle.on else ""
            yield "bundle", f"{bundle.id}{gain}  [{bundle.span.place}]"
    for promotion in catalog.promotions.values():
        if offering.id in promotion.on:
            yield "promotion", f"{promotion.id}, {_days(promotion.valid)}  [{promotion.span.place}]"
    names = dict.fromkeys(one.name.split("[")[0] for one in scenarios if _expects(one, offering.id))
    yield "scenarios", some(tuple(names))


def _expects(scenario: Scenario, offering: str) -> bool:
    expect = scenario.expect
    named = [item.offering for item in expect.items]
    return offering in [*named, *(each.offering for each in (*expect.absent, *expect.individual_case))]


def _of_capability(catalog: Catalog, capability: Capability) -> Iterator[tuple[str, str]]:
    yield "balances at", capability.at.value
    yield "amount in", capability.unit or ""
    yield "qualities", ", ".join(f"{q.name} ({q.unit or ' < '.join(q.grades)})" for q in capability.qualities)
    for word in ("provides", "consumes", "requires"):
        users = [one.id for one in catalog.offerings.values() if _names(getattr(one, word), capability.id)]
        yield f"{word[:-1]}d by", ", ".join(users)
    rules = [rule for rule in catalog.rules.values() if any(w.capability == capability.id for w in rule.demands)]
    yield "demanded by", ", ".join(rule.id for rule in rules)


def _names(balances: Sequence[Balance], capability: str) -> bool:
    return any(balance.capability == capability for balance in balances)


def _of_rule(catalog: Catalog, rule: Rule) -> Iterator[tuple[str, str]]:
    yield "for", rule.at.value
    yield "when", rule.when.text.strip() if rule.when else ""
    for name, expression in rule.let:
        yield f"let {name}", expression.text.strip()
    for wanted in rule.demands:
        parts = [f"{quality} {expression.text.strip()}" for quality, expression in wanted.qualities]
        text = wanted.amount.text.strip() if wanted.amount else ", ".join(parts)
        label = catalog.capabilities[wanted.capability].label if wanted.capability in catalog.capabilities else ""
        yield "demands", f"{wanted.capability} ({label}): {text}" if text else f"{wanted.capability} ({label})"
    yield "forbids", ", ".join((*rule.forbids_accesses, *rule.forbids_offerings))
    yield "because", _template(rule.because.parts)


def _template(parts: Sequence[object]) -> str:
    return "".join(
        part if isinstance(part, str) else "{" + str(getattr(part, "text", "")).strip() + "}" for part in parts
    )


def _of_benefit(entry: Bundle | Promotion) -> Iterator[tuple[str, str]]:
    if isinstance(entry, Bundle):
        yield "per", entry.per.value
        members = (
            f"{name} {low}{'..' if high is None else '' if high == low else f'..{high}'}"
            for name, (low, high) in entry.members.items()
        )
        yield "members", ", ".join(members)
        yield "benefit", f"{entry.percent} % off {', '.join(entry.on)}"
    else:
        length = f" for {entry.months} months" if entry.months else ""
        yield "benefit", f"{entry.percent} % off the {entry.charge} charge of {', '.join(entry.on)}{length}"
        yield "limit", f"the first {entry.limit:,} pieces of the account" if entry.limit is not None else ""
        yield "terms", ", ".join(map(str, entry.terms))
        yield "for", "new customers" if entry.new_customers_only else ""
    yield "valid", _days(entry.valid)
    yield "words", entry.words


def _orderable(part: Characteristic) -> str:
    if part.by is None:
        return _values(part.values.get("", ()))
    return "; ".join(f"{parent}: {_values(values)}" for parent, values in part.values.items())


def _values(values: Sequence[object]) -> str:
    texts = [str(value) for value in values]
    return ", ".join(texts) if len(texts) <= 8 else f"{texts[0]}, {texts[1]} … {texts[-1]} ({len(texts)} values)"


def _balances(balances: Sequence[Balance]) -> str:
    return "; ".join(_balance(balance) for balance in balances)


def _balance(balance: Balance) -> str:
    parts = [str(balance.amount)] if balance.amount is not None else []
    parts += [f"{name} {value}" for name, value in balance.qualities.items()]
    where = " at the hub" if balance.at_hub else ""
    return f"{balance.capability} ({', '.join(parts)}){where}" if parts else f"{balance.capability}{where}"


def _days(interval: Interval) -> str:
    start = f"from {day(interval.start)}" if interval.start else ""
    end = f"until {day(interval.end)}" if interval.end else ""
    return f"{start} {end}".strip()


def _facts(pairs: Iterator[tuple[str, str]]) -> tuple[Text, ...]:
    """The facts that there are, a line each."""
    return tuple(_line(word, text) for word, text in pairs if text)


def _line(word: str, text: str) -> Text:
    return Text(text, f"{word:<14}" if len(word) < 14 else f"{word} ")
