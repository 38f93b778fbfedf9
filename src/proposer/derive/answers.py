"""What is known at a place: each name that a rule may read, with its value and the fact behind it.

An answer that nobody gave falls back to its question's default, which says so in its words and has no place.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from proposer.expressions import Value
from proposer.expressions.printing import printed
from proposer.model.catalog import Access, At, Catalog, Question, QuestionType
from proposer.model.demands import NeedsFact
from proposer.model.needs import Fact, Needs, SiteNeeds
from proposer.model.vocabulary import NO_TOPOLOGY, PREFIXES, base_unit


@dataclass(frozen=True, slots=True)
class Answer:
    """A value, and the fact that says so; None for what only counts or compares (how many sites there are)."""

    value: Value
    fact: NeedsFact | None


@dataclass(slots=True)
class Place:
    """A site, or the account ("") with its network; `answers` fills as names are looked up."""

    site: str
    find: Callable[[str], Answer | None]
    answers: dict[str, Answer | None]

    def answer(self, name: str) -> Answer | None:
        """What is known under a name."""
        if name not in self.answers:
            self.answers[name] = self.find(name)
        return self.answers[name]


def site_place(catalog: Catalog, needs: Needs, site: SiteNeeds, shared: Mapping[str, Answer]) -> Place:
    """What a rule for a site sees there."""
    own = {"site.is_hub": _is_hub(needs, site), **_state(site)}
    topology = shared["network.topology"]
    own["site.in_network"] = Answer(topology.value != NO_TOPOLOGY, topology.fact)

    def find(name: str) -> Answer | None:
        path = f"sites.{site.id}.{name}"
        if name.startswith("access.") and (access := catalog.accesses.get(name.removeprefix("access."))):
            return _status(site.access.get(access.id), access, path)
        found = _answer(site.facts.get(name), catalog.questions.get((At.SITE, name)), path)
        return found or own.get(name) or shared.get(name)

    return Place(site.id, find, {})


def account_place(at: At, shared: Mapping[str, Answer]) -> Place:
    """What a rule for the network or the account sees; its own questions also without prefix."""
    return Place("", lambda name: shared.get(name) or shared.get(PREFIXES[at] + name), {})


def shared_answers(catalog: Catalog, needs: Needs, term: int) -> dict[str, Answer]:
    """What is the same at every place: the answers of network and customer, the topology, the term."""
    found: dict[str, Answer] = {}
    for (at, path), question in catalog.questions.items():
        if at in PREFIXES:
            name = PREFIXES[at] + path
            answer = _answer(needs.facts.get(at, {}).get(path), question, name)
            found |= {name: answer} if answer else {}
    months = NeedsFact("term", f"{term} months", needs.terms_span.place)
    return found | {
        "network.topology": _topology(needs),
        "network.sites": Answer(Decimal(len(needs.sites)), None),
        "term": Answer(Decimal(term), months),
    }


def _answer(fact: Fact | None, question: Question | None, path: str) -> Answer | None:
    if fact is not None:
        return _stated(fact, path)
    if question is None:
        return None
    value = question.default
    if value is None and question.type is QuestionType.FLAG:
        value = False
    return None if value is None else _assumed(value, path, base_unit(question.unit))


def _stated(fact: Fact, path: str) -> Answer:
    if fact.is_default:
        return Answer(fact.value, NeedsFact(path, f"{fact.text} (assumed)", ""))
    return Answer(fact.value, NeedsFact(path, fact.text, fact.span.place))


def _assumed(value: Value, path: str, unit: str = "") -> Answer:
    return Answer(value, NeedsFact(path, f"{printed(value, unit)} (assumed)", ""))


def _status(fact: Fact | None, access: Access, path: str) -> Answer:
    return _assumed(access.assumed, path) if fact is None else _stated(fact, path)


def _topology(needs: Needs) -> Answer:
    fact = needs.facts.get(At.NETWORK, {}).get("topology")
    path = "network.topology"
    return _assumed(NO_TOPOLOGY, path) if fact is None else _stated(fact, path)


def _is_hub(needs: Needs, site: SiteNeeds) -> Answer:
    stated = needs.facts.get(At.NETWORK, {}).get("hub")
    fact = None if needs.hub is None else NeedsFact("network.hub", needs.hub, stated.span.place if stated else "")
    return Answer(site.id == needs.hub, fact)


def _state(site: SiteNeeds) -> dict[str, Answer]:
    if not site.address.state:
        return {}
    fact = NeedsFact(f"sites.{site.id}.address.state", site.address.state, site.span.place)
    return {"site.state": Answer(site.address.state, fact)}
