"""What of a catalog the scenarios use: rules that fire, offerings, price rows, promotions and bundles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, fields

from proposer.derive import derive
from proposer.diagnostics import Span
from proposer.model.catalog import Catalog
from proposer.model.configuration import Conflict
from proposer.model.demands import Cause
from proposer.model.prices import STATE, Charge, PriceBook
from proposer.model.quote import Quote, QuoteLine, UnitPrice
from proposer.model.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Used:
    """Ids of what was used; a price row is a line of a price book, as `file:line`."""

    rules: frozenset[str] = frozenset()
    offerings: frozenset[str] = frozenset()
    price_rows: frozenset[str] = frozenset()
    promotions: frozenset[str] = frozenset()
    bundles: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Covered:
    """How much of one kind of thing is used; `uncovered` is what is not, each with the place where it stands."""

    kind: str
    total: int
    uncovered: tuple[tuple[str, str], ...]  # (name, file:line)

    @property
    def count(self) -> int:
        """How many are used."""
        return self.total - len(self.uncovered)

    @property
    def percent(self) -> int:
        """Rounded down; of nothing, everything is used."""
        return 100 * self.count // self.total if self.total else 100


def coverage(catalog: Catalog, used: Iterable[Used]) -> tuple[Covered, ...]:
    """What of a catalog some answers use together, for each kind."""
    uses = tuple(used)
    return tuple(
        _covered(kind, parts, frozenset[str]().union(*(getattr(each, kind) for each in uses)))
        for kind, parts in parts_of(catalog).items()
    )


def parts_of(catalog: Catalog) -> Mapping[str, Mapping[str, tuple[str, Span]]]:
    """All that could be used, by kind and id: its name in words and its place."""
    rules = [*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds)]
    found = {
        "rules": {rule.id: (rule.id, rule.span) for rule in rules},
        "offerings": {name: (name, offering.span) for name, offering in catalog.offerings.items()},
        "price_rows": {place: part for book in catalog.price_books for place, part in _rows(book)},
        "promotions": {name: (name, promotion.span) for name, promotion in catalog.promotions.items()},
        "bundles": {name: (name, bundle.span) for name, bundle in catalog.bundles.items()},
    }
    assert list(found) == [field.name for field in fields(Used)]  # noqa: S101 - one kind for each field
    return found


def used_by(catalog: Catalog, answer: Quote | Conflict, scenario: Scenario) -> Used:
    """What the answer to a scenario used of the catalog; a conflict uses the rules whose facts or places it names."""
    if isinstance(answer, Conflict):
        return Used(rules=_rules_in_conflict(catalog, answer, scenario))
    option = answer.chosen
    lines = [line for design in option.designs for line in design.lines]
    book = catalog.price_book(answer.as_of)
    return Used(
        rules=frozenset(cause.rule for cause in _causes(catalog, scenario, option.term)),
        offerings=frozenset(line.offering for line in lines),
        price_rows=frozenset(row for line in lines for row in _rows_of(book, line, option.term))
        if book
        else frozenset(),
        promotions=_promotions(catalog, lines),
        bundles=frozenset(bundle.id for bundle in option.bundles),
    )


def _covered(kind: str, parts: Mapping[str, tuple[str, Span]], used: frozenset[str]) -> Covered:
    missing = tuple((name, span.place) for key, (name, span) in parts.items() if key not in used)
    return Covered(kind, len(parts), missing)


def _causes(catalog: Catalog, scenario: Scenario, term: int) -> Iterator[Cause]:
    """Why the rules fire for a scenario, with those of the options up to its own."""
    names = [option.id for option in catalog.options]
    options = catalog.options[: names.index(scenario.option) + 1]
    derived = derive(catalog, scenario.needs, options, term).value
    if derived is not None:
        yield from (demand.cause for demand in derived.demands)
        yield from (prohibition.cause for prohibition in derived.prohibitions)
        yield from (recommendation.cause for recommendation in derived.recommendations)


def _rules_in_conflict(catalog: Catalog, conflict: Conflict, scenario: Scenario) -> frozenset[str]:
    blamed = {blame.name for blame in conflict.blames}
    places = {blame.place for blame in conflict.blames}
    causes = _causes(catalog, scenario, scenario.needs.terms[0])
    return frozenset(
        cause.rule
        for cause in causes
        if cause.rule in blamed or cause.place in places or any(fact.path in blamed for fact in cause.facts)
    )


def _rows(book: PriceBook) -> Iterator[tuple[str, tuple[str, Span]]]:
    """All lines of a book that hold a price: (file:line, (words, place)); lines of several prices come once each."""
    for price in book.prices.values():
        for name, charge in (("monthly", price.monthly), ("once", price.once)):
            if charge is not None:
                for words, span in _places(charge):
                    yield span.place, (f"{price.offering} {name} {words}".rstrip(), span)


def _places(charge: Charge) -> Iterator[tuple[str, Span]]:
    for key, cell in charge.cells.items():
        yield " ".join(part for part, axis in zip(key, charge.by, strict=True) if axis != "term"), cell.span
    if charge.steps:
        yield "for a line", charge.span
    for tier in charge.tiers:
        yield "more" if tier.most is None else f"to {tier.most}", tier.span


def _rows_of(book: PriceBook, line: QuoteLine, term: int) -> Iterator[str]:
    """The lines of the book that priced a line of the quote, or said that its case is individual."""
    price = book.prices.get(line.offering)
    if price is not None and price.monthly is not None:
        yield from _row(price.monthly, line, line.monthly_unit, term)
    if price is not None and price.once is not None:
        yield from _row(price.once, line, line.once_unit, term)


def _row(charge: Charge, line: QuoteLine, price: UnitPrice | None, term: int) -> Iterator[str]:
    if charge.steps:
        yield charge.span.place
        return
    if charge.tiers:
        sources = [step.source for step in price.steps if step.step == "volume"] if price else []
        yield from sources or [charge.tiers[0].span.place]
        return
    if STATE in charge.by and price:
        yield from (step.source for step in price.steps if step.step in ("list", "term"))
        return
    values = {**line.characteristics, "term": str(term), "access": line.access_status}
    cell = charge.cells.get(tuple(values.get(axis, "") for axis in charge.by))
    if cell is not None:
        yield cell.span.place


def _promotions(catalog: Catalog, lines: Iterable[QuoteLine]) -> frozenset[str]:
    """By the places that steps and credits name; a benefit that stands there is the promotion's."""
    sources = {source for line in lines for source in _sources(line)}
    return frozenset(name for name, promotion in catalog.promotions.items() if promotion.span.place in sources)


def _sources(line: QuoteLine) -> Iterator[str]:
    yield from (credit.source for credit in line.credits)
    for price in (line.monthly_unit, line.once_unit):
        yield from (step.source for step in (price.steps if price else ()) if step.step == "promotion")
