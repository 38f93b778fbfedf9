"""What the proposal says beside the numbers, taken from the catalog for what is really quoted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposer.markdown import literal
from proposer.model.catalog import At, Catalog, Words
from proposer.model.needs import Needs, SiteNeeds
from proposer.model.provider import Contract
from proposer.model.quantities import plain
from proposer.model.quote import ContractWords, LevelWords, OfferingWords, ProviderWords, QuoteDesign, QuoteOption
from proposer.money import grouped

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


def levels_used(catalog: Catalog, options: Sequence[QuoteOption]) -> tuple[LevelWords, ...]:
    """The service levels behind the offerings that some option quotes."""
    named = {offering.service_level for offering in offerings_used(catalog, options)}
    levels = (level for name, level in catalog.service_levels.items() if name in named)
    return tuple(LevelWords(x.id, x.title, x.availability, x.repair, x.objectives, x.credits, x.words) for x in levels)


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
        beyond = (
            f"an estimated {grouped(each.monthly)} a month beyond the prices above"
            if each.monthly
            else "nothing beyond"
        )
        yield f"Usage at {literal(names[each.site])}: {each.basis}; {beyond}."


def _words_quoted(catalog: Catalog, chosen: QuoteOption) -> list[Words]:
    used = {line.offering for design in chosen.designs for line in design.lines}
    return [catalog.offerings[name].words for name in sorted(used)]


def _once(texts: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _early_termination(contract: Contract) -> Iterator[str]:
    first = 1
    for last, share in contract.early_termination:
        months = f"In months {first} to {last}" if last is not None else f"From month {first}"
        yield f"{months}: {plain(share * 100)} % of the monthly charges that remain in that period"
        first = (last or 0) + 1


def _open_points(catalog: Catalog, needs: Needs, chosen: QuoteOption) -> Iterator[str]:
    """What the customer still has to say, each with the sites for which it is missing."""
    missing: dict[str, list[str]] = {}
    sites = {site.id: site for site in needs.sites}
    for design in chosen.designs:
        for asked, text in _asked(catalog, design):
            lacking = [sites[s].name for s in design.site_ids if not _is_known(sites[s], asked)]
            if not design.site_ids and not _is_known_of_account(needs, asked):
                lacking = ["the account"]
            if lacking:
                missing.setdefault(text, []).extend(lacking)
    for text, names in missing.items():
        unique = list(dict.fromkeys(names))
        listed = ", ".join(unique[:MOST_NAMED]) + (f" and {len(unique) - MOST_NAMED} more" * (len(unique) > MOST_NAMED))
        yield f"{text}: {listed}"


def _asked(catalog: Catalog, design: QuoteDesign) -> list[tuple[str, str]]:
    """Each (path, what is missing without it) once; two offerings may ask for the same for reasons of their own."""
    asked = (catalog.offerings[line.offering].words.asks_for.items() for line in design.lines)
    return list(dict.fromkeys(pair for pairs in asked for pair in pairs))


def _is_known(site: SiteNeeds, path: str) -> bool:
    address = site.address
    parts = {"street": address.street, "city": address.city, "state": address.state, "zip": address.zip}
    if path.startswith("address."):
        return bool(parts.get(path.removeprefix("address."), ""))
    return path in site.facts and not site.facts[path].is_default


def _is_known_of_account(needs: Needs, path: str) -> bool:
    return any(path in needs.facts.get(at, {}) for at in (At.ACCOUNT, At.NETWORK))
