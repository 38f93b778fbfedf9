"""Needs with something changed: `sites.west.users=40`, `term=60`, `budget.monthly=8140.00`, as `--set` and relaxations say it.

A change is made to needs that are loaded already, so it reaches sites of a CSV as well, and costs no second reading.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pydantic_core import PydanticCustomError

from proposer.diagnostics import Diagnostic, Outcome, did_you_mean, nearest
from proposer.load.answers import misfit, questions_at
from proposer.load.document import Data
from proposer.load.questions import read_answer
from proposer.load.shapes.fields import as_money, as_months, as_percent, fault, one_of
from proposer.load.shapes.provider import STATUSES
from proposer.load.yaml import parse_yaml
from proposer.model.catalog import At, Catalog, Question
from proposer.model.explanation import Change
from proposer.model.needs import Discount, Fact, Needs, SiteNeeds

_status = one_of(*STATUSES)
_SCOPES = {"customer": At.ACCOUNT, "network": At.NETWORK}


def changed(needs: Needs, catalog: Catalog, changes: Sequence[Change]) -> Outcome[Needs]:
    """The needs with all changes made, in their order; what does not fit is a finding."""
    for change in changes:
        try:
            needs = _changed(needs, catalog, change)
        except _Unknown as error:
            return Outcome(None, (error.finding,))
        except PydanticCustomError as error:
            return Outcome(None, (misfit(error, change.span),))
    texts = "\0".join([needs.digest, *map(str, changes)])
    digest = hashlib.sha256(texts.encode()).hexdigest() if changes else needs.digest
    return Outcome(replace(needs, digest=digest))


class _Unknown(Exception):  # noqa: N818 - it never leaves this module
    def __init__(self, change: Change, name: str, known: Sequence[str], what: str) -> None:
        self.finding = Diagnostic(
            "NED101",
            f"unknown {what} `{name}`",
            change.span,
            help=did_you_mean(name, known),
            nearest=nearest(name, known),
        )


def _changed(needs: Needs, catalog: Catalog, change: Change) -> Needs:
    top, _, rest = change.path.partition(".")
    data = _data(change)
    match top:
        case "sites":
            return _at_site(needs, catalog, change, rest)
        case "term":
            listed = data if isinstance(data, list) else [data]
            months = tuple(sorted({as_months(each) for each in listed}))
            unsold = next((term for term in months if term not in catalog.terms), None)
            if unsold is not None:
                raise _Unknown(change, str(unsold), [str(term) for term in catalog.terms], "term")
            return replace(needs, terms=months, terms_span=change.span)
        case "budget" if rest == "monthly":
            budget = None if data is None else as_money(data)
            return replace(needs, budget_monthly=budget, budget_span=change.span)
        case "discounts" if rest:
            if rest not in catalog.offerings:
                raise _Unknown(change, rest, list(catalog.offerings), "offering")
            others = tuple(each for each in needs.discounts if each.offering != rest)
            return replace(needs, discounts=(*others, *_discounts(catalog, change, rest, data)))
        case "customer" | "network":
            facts = dict(needs.facts.get(_SCOPES[top], {}))
            _answer(facts, questions_at(catalog.questions, _SCOPES[top]), change, rest)
            return replace(needs, facts={**needs.facts, _SCOPES[top]: facts})
    known = (
        "sites.SITE.QUESTION",
        "term",
        "budget.monthly",
        "discounts.OFFERING",
        "customer.QUESTION",
        "network.QUESTION",
    )
    raise _Unknown(change, change.path, known, "field")


def _discounts(catalog: Catalog, change: Change, offering: str, data: Data) -> tuple[Discount, ...]:
    if data is None:
        return ()
    percent, most = as_percent(data), catalog.policy.most_negotiated
    if percent > most:
        raise fault(f"{percent.normalize():f} % is more than a rep may give", f"at most {most:f} %")
    return (Discount(offering, percent, change.span),)


def _at_site(needs: Needs, catalog: Catalog, change: Change, path: str) -> Needs:
    name, _, rest = path.partition(".")
    number = next((i for i, site in enumerate(needs.sites) if site.id == name), None)
    if number is None:
        raise _Unknown(change, name, [site.id for site in needs.sites], "site")
    site = _site(needs.sites[number], catalog, change, rest)
    return replace(needs, sites=(*needs.sites[:number], site, *needs.sites[number + 1 :]))


def _site(site: SiteNeeds, catalog: Catalog, change: Change, path: str) -> SiteNeeds:
    if path.startswith("access."):
        access = path.removeprefix("access.")
        if access not in catalog.accesses:
            raise _Unknown(change, access, list(catalog.accesses), "access")
        status = _status(_data(change)) if change.value else catalog.accesses[access].assumed
        return replace(site, access={**site.access, access: Fact(path, status, status, change.span)})
    facts = dict(site.facts)
    _answer(facts, questions_at(catalog.questions, At.SITE), change, path)
    return replace(site, facts=facts)


def _answer(facts: dict[str, Fact], questions: Mapping[str, Question], change: Change, path: str) -> None:
    """Put one answer among the facts, or take it out: then the question's default holds."""
    question = questions.get(path)
    if question is None:
        raise _Unknown(change, path, list(questions), "question")
    data = _data(change)
    if data is not None:
        facts[path] = Fact(path, read_answer(question, data), change.value, change.span)
    elif question.default is None:
        facts.pop(path, None)
    else:
        text = str(question.default)
        facts[path] = Fact(path, question.default, text.lower(), question.span, is_default=True)


def _data(change: Change) -> Data:
    """The value as YAML would read it."""
    if not change.value.strip():
        return None
    document = parse_yaml(change.value, change.span.file).value
    if document is None:
        raise fault(f"`{change.value}` cannot be read", "write it as it would stand in the needs file")
    return document.data
