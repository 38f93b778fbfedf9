"""What of the catalog has some words in it, the nearest first: ids, then names, then all other words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from proposer.model.catalog import Catalog, Words
from proposer.report.sheet import Column, Grid, Sheet


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing that was found."""

    kind: str
    id: str
    name: str
    place: str


def search(catalog: Catalog, words: Sequence[str]) -> tuple[Hit, ...]:
    """All that holds every word somewhere; ids that hold them all come first, then names, then texts."""
    wanted = [word.casefold() for word in " ".join(words).split()]
    ranked = ((_rank(hit, text, wanted), hit) for hit, text in _all(catalog))
    found = [(rank, hit) for rank, hit in ranked if rank is not None]
    return tuple(hit for _, hit in sorted(found, key=lambda pair: pair[0]))


def hits_sheet(hits: Sequence[Hit]) -> Sheet:
    """The hits as a table."""
    columns = (Column("Kind"), Column("Id"), Column("Name", flexible=True), Column("Place"))
    return (Grid(columns, tuple((hit.kind, hit.id, hit.name, hit.place) for hit in hits)),)


def _rank(hit: Hit, text: str, wanted: Sequence[str]) -> int | None:
    parts = (hit.id, f"{hit.id} {hit.name}", f"{hit.id} {hit.name} {text}")
    return next((rank for rank, part in enumerate(parts) if all(word in part.casefold() for word in wanted)), None)


def _all(catalog: Catalog) -> Iterator[tuple[Hit, str]]:
    for one in catalog.offerings.values():
        yield Hit("offering", one.id, one.name, one.span.place), _words(one.words)
    for bundle in catalog.bundles.values():
        yield Hit("bundle", bundle.id, bundle.name, bundle.span.place), bundle.words
    for promotion in catalog.promotions.values():
        yield Hit("promotion", promotion.id, promotion.name, promotion.span.place), promotion.words
    for capability in catalog.capabilities.values():
        qualities = " ".join(quality.name for quality in capability.qualities)
        yield Hit("capability", capability.id, capability.label, capability.span.place), qualities
    for rule in (*catalog.rules.values(), *(rule for option in catalog.options for rule in option.adds)):
        demands = ", ".join(wanted.capability for wanted in rule.demands)
        because = " ".join(part for part in rule.because.parts if isinstance(part, str))
        yield Hit("rule", rule.id, f"demands {demands}" if demands else "", rule.span.place), because
    for (at, path), question in catalog.questions.items():
        choices = " ".join(" ".join(choice) for choice in question.choices)
        yield Hit("question", f"{at.value}.{path}", question.ask, question.span.place), f"{question.why} {choices}"


def _words(words: Words) -> str:
    facts = (f"{name} {value}" for name, value in words.facts)
    return " ".join([words.in_short, *words.you_get, *facts, *words.assumes, *words.excludes])
