"""Conflicts: minimal sets of needs, facts and rules that cannot hold together.

Divide and conquer over an exact test of feasibility (QuickXplain: Junker, AAAI 2004): with k members among n suspects it
takes about 2 k log2(n / k) + 2 k tests, where dropping one suspect after the other takes n. What comes out is minimal:
without any one of its members there is a solution. All minimal conflicts come from a tree (Reiter, Artificial
Intelligence 32, 1987): below a conflict each of its members is spared in turn, and what is still impossible has another.
For each member it is then tried how little it would have to change.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from proposer.configure.packages import Servable
from proposer.configure.requirements import Requirements, merge
from proposer.model.candidates import Variant
from proposer.model.catalog import Capability
from proposer.model.configuration import Blame
from proposer.model.demands import Demand, Prohibition
from proposer.model.quantities import Quantity, plain
from proposer.pricing import PriceList

Stand = tuple[tuple[Variant, ...], PriceList]  # what can be sold, and at which prices


@dataclass(frozen=True, slots=True)
class Closed:
    """An access that is not to be had at the place: `status` none or refused."""

    access: str
    label: str
    status: str
    name: str
    place: str


@dataclass(frozen=True, slots=True)
class Term:
    """The contract's term as a suspect."""

    months: int
    place: str


Suspect = Demand | Prohibition | Closed | Term


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A place without a solution. `sell` gives what could be sold if accesses were open and prohibitions lifted, at the
    term or (any_term) at each term that is sold; `drawn` is what other sites need here, in thousandths by capability.
    """

    site: str
    site_words: str
    suspects: Sequence[Suspect]
    drawn: Mapping[str, int]
    network: str | None
    capabilities: Mapping[str, Capability]
    sell: Callable[[frozenset[str], frozenset[Prohibition], bool], Iterable[Stand]]
    is_servable: Servable


def minimal(at: Circumstances) -> list[Suspect]:
    """A set of suspects that cannot hold together, of which none can be spared; later suspects are preferred."""
    return _minimal_of(at, list(at.suspects))


def _minimal_of(at: Circumstances, suspects: list[Suspect]) -> list[Suspect]:
    """Of suspects that cannot hold together; empty when the place is impossible even without any."""
    if not suspects or not holds_together(at, []):
        return []
    needed = {id(each) for each in _needed(at, [], suspects[::-1], grown=False)}
    return [each for each in suspects if id(each) in needed]


def _needed(at: Circumstances, base: list[Suspect], rest: list[Suspect], *, grown: bool) -> list[Suspect]:
    """The members of a minimal conflict among `rest`, given that `base` counts as well."""
    if grown and not holds_together(at, base):
        return []
    if len(rest) == 1:
        return rest
    half = len(rest) // 2
    first, second = rest[:half], rest[half:]
    later = _needed(at, [*base, *first], second, grown=True)
    return [*_needed(at, [*base, *later], first, grown=bool(later)), *later]


def every_minimal(at: Circumstances, most: int) -> tuple[list[list[Suspect]], bool]:
    """Minimal conflicts, each once, at most so many; and whether these are all."""
    found: list[list[Suspect]] = []
    spared: list[frozenset[int]] = [frozenset()]
    seen = set(spared)
    while spared:
        gone = spared.pop(0)
        left = [each for each in at.suspects if id(each) not in gone]
        if holds_together(at, left):
            continue
        members = next((c for c in found if gone.isdisjoint(map(id, c))), None)
        if members is None:
            if len(found) == most:
                return found, False
            members = _minimal_of(at, left)
            found.append(members)
        more = [each for member in members if (each := gone | {id(member)}) not in seen]
        seen.update(more)
        spared += more
    return found, True


def holds_together(at: Circumstances, kept: Sequence[Suspect]) -> bool:
    """Whether the place can be served if only these suspects count."""
    return next(_stands_that_serve(at, kept), None) is not None


def _stands_that_serve(at: Circumstances, kept: Sequence[Suspect]) -> Iterator[Stand]:
    demands = [s for s in kept if isinstance(s, Demand)]
    closed = {s.access for s in kept if isinstance(s, Closed)}
    opened = frozenset(s.access for s in at.suspects if isinstance(s, Closed)) - closed
    lifted = frozenset(s for s in at.suspects if isinstance(s, Prohibition) and s not in kept)
    any_term = not any(isinstance(s, Term) for s in kept)
    wanted = merge(demands, at.capabilities)
    for name, amount in at.drawn.items():
        wanted = wanted.with_amount(name, wanted.amounts.get(name, 0) + amount)
    return (stand for stand in at.sell(opened, lifted, any_term) if _serves(at, stand, wanted))


def _serves(at: Circumstances, stand: Stand, wanted: Requirements) -> bool:
    variants, _ = stand
    usable = tuple(v for v in variants if v.offering.network in (None, at.network))
    return at.is_servable(usable, wanted)


def blames_of(at: Circumstances, members: Sequence[Suspect]) -> tuple[Blame, ...]:
    """A minimal conflict in words, each member with what would have to change."""
    return tuple(_blame(at, members, member) for member in members)


def _blame(at: Circumstances, members: Sequence[Suspect], member: Suspect) -> Blame:
    if isinstance(member, Closed):
        verb, to = ("accept", "at") if member.status == "refused" else ("bring", "to")
        change = f"{verb} {member.label} {to} {at.site_words}"
        return Blame(member.name, _closed_words(at, member), member.place, change, (member.name,))
    if isinstance(member, Term):
        words = f"The contract runs {member.months} months."
        return Blame("term", words, member.place, _other_terms(at, members), ("term",))
    change = "drop this wish" if isinstance(member, Prohibition) else _smaller(at, members, member)
    paths = tuple(fact.path for fact in member.cause.facts if fact.place)
    return Blame(_name(member), member.cause.because, _place(member), change, paths)


def _other_terms(at: Circumstances, members: Sequence[Suspect]) -> str:
    """The terms at which all else holds."""
    rest = [member for member in members if not isinstance(member, Term)]
    months = sorted(prices.deal.term for _, prices in _stands_that_serve(at, rest))
    listed = " or ".join(filter(None, [", ".join(str(term) for term in months[:-1]), str(months[-1])]))
    return f"a term of {listed} months"


def _closed_words(at: Circumstances, member: Closed) -> str:
    how = "is refused" if member.status == "refused" else "is not there"
    return f"{member.label} {how} at {at.site_words}."


def _name(member: Demand | Prohibition) -> str:
    """The customer's own words first: the fact that was stated, else the rule."""
    stated = [fact.path for fact in member.cause.facts if fact.place]
    return stated[0] if stated else f"rules.{member.cause.rule}" if member.cause.rule else ""


def _place(member: Demand | Prohibition) -> str:
    stated = [fact.place for fact in member.cause.facts if fact.place]
    return stated[0] if stated else member.cause.place


def _smaller(at: Circumstances, members: Sequence[Suspect], demand: Demand) -> str:
    """The most of a demand that would be possible, all else as it is."""
    others = [member for member in members if member is not demand]
    if demand.amount is not None:
        most = _most_amount(at, others, demand)
        unit = at.capabilities[demand.capability].unit or ""
        return f"at most {plain(Decimal(most))} {unit}".rstrip() if most else "do without it"
    for name, value in demand.qualities.items():
        lower = _best_quality(at, others, demand, name)
        if lower is not None:
            words = lower if isinstance(lower, str) else str(Quantity(lower, _unit(at, demand, name)))
            return f"{name.replace('_', ' ')} of at most {words} instead of {_text(at, demand, name, value)}"
    return "do without it"


def _unit(at: Circumstances, demand: Demand, quality: str) -> str:
    return next(q.unit for q in at.capabilities[demand.capability].qualities if q.name == quality)


def _text(at: Circumstances, demand: Demand, quality: str, value: Decimal | str) -> str:
    return value if isinstance(value, str) else str(Quantity(value, _unit(at, demand, quality)))


def _most_amount(at: Circumstances, others: Sequence[Suspect], demand: Demand) -> int:
    """Bisection over whole units: less is never harder."""
    low, high = 0, int(demand.amount or 0)
    while low < high:
        middle = (low + high + 1) // 2
        if middle < (demand.amount or 0) and holds_together(at, [*others, replace(demand, amount=Decimal(middle))]):
            low = middle
        else:
            high = middle - 1
    return low


def _best_quality(at: Circumstances, others: Sequence[Suspect], demand: Demand, quality: str) -> Decimal | str | None:
    """The highest value on sale below the demanded one with which all else holds."""
    offered = {
        given[quality]
        for variants, _ in at.sell(frozenset(), frozenset(), False)
        for variant in variants
        for name, given in variant.services
        if name == demand.capability and quality in given
    }
    definition = next(q for q in at.capabilities[demand.capability].qualities if q.name == quality)
    ordered = sorted(offered, key=lambda v: v if isinstance(v, Decimal) else Decimal(definition.grades.index(v)))
    for value in reversed(ordered):
        lowered = replace(demand, qualities={**demand.qualities, quality: value})
        if holds_together(at, [*others, lowered]):
            return value
    return None
