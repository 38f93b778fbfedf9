"""What the proposal says beside the numbers, taken from the catalog for what is really quoted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from proposer.model.catalog import At, Catalog, Words
from proposer.model.needs import Needs, SiteNeeds
from proposer.model.phrases import said
from proposer.model.provider import Contract, ServiceLevel
from proposer.model.quantities import plain
from proposer.model.quote import (
    ContractWords,
    LevelWords,
    OfferingWords,
    ProviderWords,
    QuoteDesign,
    QuoteLine,
    QuoteOption,
)
from proposer.money import grouped
from proposer.quote.outages import example_of

MOST_NAMED = 4  # sites named one by one before they are only counted


def provider_words(catalog: Catalog) -> ProviderWords:
    """Who offers, with the names that families and capabilities go by."""
    who = catalog.provider
    return ProviderWords(
        name=who.name,
        legal_name=who.legal_name,
        notice=who.notice,
        phone=who.phone,
        email=who.email,
        web=who.web,
        address=who.address,
        families={name: family.name for name, family in catalog.families.items()},
        capabilities={name: capability.label for name, capability in catalog.capabilities.items()},
    )


def offerings_used(catalog: Catalog, options: Sequence[QuoteOption]) -> tuple[OfferingWords, ...]:
    """The words of every offering that some option quotes, by family and name."""
    families = list(catalog.families)
    used = {line.offering for option in options for design in option.designs for line in design.lines}
    offerings = sorted((catalog.offerings[name] for name in used), key=lambda o: (families.index(o.family), o.name))
    return tuple(
        OfferingWords(o.id, o.name, o.family, o.words.in_short, o.words.you_get, o.words.facts, o.service_level or "")
        for o in offerings
    )


def levels_used(catalog: Catalog, options: Sequence[QuoteOption], chosen: QuoteOption) -> tuple[LevelWords, ...]:
    """The service levels behind the offerings that some option quotes, with an example of the credits of the chosen one."""
    named = {offering.service_level for offering in offerings_used(catalog, options)}
    levels = (level for name, level in catalog.service_levels.items() if name in named)
    lines = {
        id(line): line for design in chosen.designs for line in design.lines if not line.construction
    }  # alike: one
    return tuple(
        LevelWords(
            x.id, x.title, x.availability, x.repair, x.objectives, x.credits, x.words,
            _credit_example(catalog, x, lines.values()),
        )
        for x in levels
    )  # fmt: skip


def _credit_example(catalog: Catalog, level: ServiceLevel, lines: Iterable[QuoteLine]) -> str:
    return example_of(level, [line for line in lines if catalog.offerings[line.offering].service_level == level.id])


def contract_words(
    catalog: Catalog, needs: Needs, chosen: QuoteOption, recommendations: tuple[str, ...]
) -> ContractWords:
    """Standing words, and those that follow from what was quoted."""
    words = _words_quoted(catalog, chosen)
    standing = catalog.contract
    return ContractWords(
        assumptions=_once(
            [*standing.assumptions, *(text for w in words for text in w.assumes), *_usage(needs, chosen)]
        ),
        exclusions=_once([*standing.exclusions, *(text for w in words for text in w.excludes)]),
        open_points=tuple(_open_points(catalog, needs, chosen)),
        recommendations=recommendations,
        terms=tuple((clause.title, clause.text) for clause in standing.terms),
        next_steps=standing.next_steps,
        early_termination=tuple(_early_termination(standing)),
        fees_note=catalog.policy.fees_note,
        fees_exclude=catalog.policy.fees_exclude,
    )


def _usage(needs: Needs, chosen: QuoteOption) -> Iterator[str]:
    """What usage is included at each site that states its own, and what goes beyond: an estimate, in no total."""
    names = {site.id: site.name for site in needs.sites}
    for each in chosen.usage:
        if each.monthly:
            yield said("usage", site=names[each.site], basis=each.basis, sum=grouped(each.monthly))
        else:
            yield said("usage_within", site=names[each.site], basis=each.basis)


def _words_quoted(catalog: Catalog, chosen: QuoteOption) -> list[Words]:
    used = {line.offering for design in chosen.designs for line in design.lines}
    return [catalog.offerings[name].words for name in sorted(used)]


def _once(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _early_termination(contract: Contract) -> Iterator[str]:
    first = 1
    for last, share in contract.early_termination:
        key = "ends_from" if last is None else "ends_within"
        yield said(key, first=first, last=last, percent=plain(share * 100))
        first = (last or 0) + 1


def _open_points(catalog: Catalog, needs: Needs, chosen: QuoteOption) -> Iterator[str]:
    """What the customer still has to say, each with the sites for which it is missing."""
    missing: dict[str, list[str]] = {}
    sites = {site.id: site for site in needs.sites}
    for design, asked in _asked(catalog, chosen.designs):
        there = [(site, _address(site)) for site in [sites[name] for name in design.site_ids]]
        for path, text in asked:
            for site, address in there:
                if not (address[path] if path in address else _is_stated(site, path)):
                    missing.setdefault(text, []).append(site.name)
            if not there and not _is_known_of_account(needs, path):
                missing.setdefault(text, []).append(said("the_account"))
    for text, names in missing.items():
        unique = list(dict.fromkeys(names))
        key = "missing_and_more" if len(unique) > MOST_NAMED else "missing"
        yield said(key, what=text, names=", ".join(unique[:MOST_NAMED]), n=len(unique) - MOST_NAMED)


Asked = Sequence[tuple[str, str]]


def _asked(catalog: Catalog, designs: Sequence[QuoteDesign]) -> Iterator[tuple[QuoteDesign, Asked]]:
    """Each design with each (path, what is missing without it) once; two offerings may ask for the same for reasons of their own."""
    asks = {name: offering.words.asks_for.items() for name, offering in catalog.offerings.items()}
    known: dict[tuple[str, ...], Asked] = {}
    for design in designs:
        asking = tuple([line.offering for line in design.lines if asks[line.offering]])
        if asking not in known:
            known[asking] = list(dict.fromkeys(pair for name in asking for pair in asks[name]))
        yield design, known[asking]


def _address(site: SiteNeeds) -> dict[str, str]:
    """The parts of an address by their paths."""
    of = site.address
    return {"address.street": of.street, "address.city": of.city, "address.state": of.state, "address.zip": of.zip}


def _is_stated(site: SiteNeeds, path: str) -> bool:
    return path in site.facts and not site.facts[path].is_default


def _is_known_of_account(needs: Needs, path: str) -> bool:
    return any(path in needs.facts.get(at, {}) for at in (At.ACCOUNT, At.NETWORK))
