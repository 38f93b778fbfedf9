"""Sites: what is said of each, over what is said of all of them, over the questions' defaults."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from pydantic_core import PydanticCustomError

from proposer.diagnostics import Diagnostic, Severity, Span
from proposer.load.answers import Said, default_facts, fact_of, misfit, nothing, questions_at
from proposer.load.growth import Stage, grown
from proposer.load.shapes.fields import as_money, as_pieces, as_text, one_of
from proposer.load.shapes.needs import ADDRESS
from proposer.load.shapes.provider import STATUSES
from proposer.model.catalog import At, Catalog, Question, QuestionType
from proposer.model.needs import Address, BuildCost, Fact, SiteNeeds

_SITE_ID = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9_-]{0,62}[A-Za-z0-9])?")
_status = one_of(*STATUSES)


@dataclass(frozen=True, slots=True)
class Stated:
    """What one mapping or row says of a site."""

    id: Said | None = None
    name: str = ""
    address: Mapping[str, str] = field(default_factory=dict)
    access: Mapping[str, Fact] = field(default_factory=dict)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    from_month: int | None = None
    construction: Mapping[str, BuildCost] = field(default_factory=dict)
    growth: tuple[Stage, ...] = ()


class SiteBook:
    """What can be said of a site in one catalog, and what holds where nothing is said."""

    def __init__(self, catalog: Catalog) -> None:
        self.questions: dict[str, Question] = questions_at(catalog.questions, At.SITE)
        self.known = frozenset({
            "id", "name", "from_month", *(f"construction.{id_}" for id_ in catalog.accesses), *(f"address.{part}" for part in ADDRESS),
            *(f"access.{id_}" for id_ in catalog.accesses), *self.questions,
        })  # fmt: skip
        self._built = {id_ for id_, access in catalog.accesses.items() if access.entrance}
        self.defaults = default_facts(self.questions)
        self.assumed = {
            id_: Fact(f"access.{id_}", access.assumed, access.assumed, access.span, is_default=True)
            for id_, access in catalog.accesses.items()
        }

    def is_flag(self, name: str) -> bool:
        """Whether a name is a question that is answered by `true` or `false`."""
        return name in self.questions and self.questions[name].type is QuestionType.FLAG

    def stated(self, said: Iterable[Said], found: list[Diagnostic]) -> Stated:
        """Sort what was said into its fields; whatever does not fit is a finding."""
        texts: dict[str, str] = {}
        access: dict[str, Fact] = {}
        facts: dict[str, Fact] = {}
        construction: dict[str, BuildCost] = {}
        id_: Said | None = None
        start: int | None = None
        for each in said:
            if each.data is None:
                found.append(nothing(each))
            elif each.name == "id":
                id_ = each
            elif each.name in self.questions:
                fact = fact_of(each, self.questions[each.name], found)
                facts.update({} if fact is None else {each.name: fact})
            elif each.name == "from_month":
                start = _valid(each, _as_month, found)
            elif each.name.startswith("construction."):
                cents = _valid(each, as_money, found)
                construction.update({} if cents is None else {each.name.partition(".")[2]: BuildCost(cents, each.span)})
            elif each.name.startswith("access."):
                access.update(_access(each, found))
            else:
                texts.update(_text(each, found))
        address = {name.removeprefix("address."): text for name, text in texts.items() if name != "name"}
        return Stated(id_, texts.get("name", ""), address, access, facts, start, construction)

    def site(self, own: Stated, shared: Stated, span: Span, found: list[Diagnostic]) -> SiteNeeds | None:
        """One site, or None when it has no usable id."""
        id_ = _id(own.id, span, found)
        if id_ is None:
            return None
        access = {**self.assumed, **shared.access, **own.access}
        found.extend(self._not_built(own, access))
        construction = {**shared.construction, **own.construction}
        start = own.from_month or shared.from_month or 1
        facts, growth = grown({**self.defaults, **shared.facts, **own.facts}, own.growth, start, found)
        return SiteNeeds(
            id=id_,
            name=own.name or re.sub(r"[-_]+", " ", id_).strip().capitalize(),
            address=Address(**{**shared.address, **own.address}),
            access=access,
            facts=facts,
            span=span,
            from_month=start,
            construction=construction,
            growth=growth,
        )

    def _not_built(self, own: Stated, access: Mapping[str, Fact]) -> Iterator[Diagnostic]:
        """Construction that a site states for what is not to be built there."""
        for name, cost in own.construction.items():
            if name not in self._built:
                yield Diagnostic(
                    "NED114", f"nothing is built for `{name}`", cost.span, help="it has no entrance; remove this"
                )
            elif access[name].value != "near-net":
                message = f"construction of `{name}`, which is {access[name].value} here"
                yield Diagnostic(
                    "NED114", message, cost.span, help="what is to be built is `near-net`; mend one of the two"
                )


def _valid(said: Said, reads: Callable[[object], int], found: list[Diagnostic]) -> int | None:
    try:
        return reads(said.data)
    except PydanticCustomError as error:
        found.append(misfit(error, said.span))
        return None


def _as_month(value: object) -> int:
    """A whole number of at least 1; a cell of a CSV is a text."""
    return as_pieces(int(value) if isinstance(value, str) and value.isdecimal() else value)


def _id(said: Said | None, span: Span, found: list[Diagnostic]) -> str | None:
    if said is None:
        found.append(Diagnostic("NED102", "the site has no `id`", span, help="add a short one: `id: main`"))
        return None
    text = str(said.data).strip()
    if isinstance(said.data, bool | list | dict) or not _SITE_ID.fullmatch(text):
        remedy = "letters, digits, `-` and `_`, at most 64 of them"
        found.append(Diagnostic("NED105", f"`{said.text or said.data}` cannot be a site's id", said.span, help=remedy))
        return None
    return text


def _access(said: Said, found: list[Diagnostic]) -> dict[str, Fact]:
    try:
        status = _status(said.data)
    except PydanticCustomError as error:
        found.append(misfit(error, said.span))
        return {}
    return {said.name.removeprefix("access."): Fact(said.name, status, said.text, said.span)}


def _text(said: Said, found: list[Diagnostic]) -> dict[str, str]:
    try:
        text = as_text(said.data)
    except PydanticCustomError as error:
        found.append(misfit(error, said.span))
        return {}
    if said.name == "address.state":
        text = text.upper()
        if not re.fullmatch("[A-Z]{2}", text):
            remedy = "two letters, such as `PA`"
            found.append(Diagnostic("NED113", f"`{said.text}` is not a state's postal code", said.span, help=remedy))
    if said.name == "address.zip" and re.fullmatch(r"\d{1,4}", text):
        remedy = f'spreadsheets and YAML numbers drop a leading zero: `"{text.zfill(5)}"`'
        found.append(Diagnostic("NED113", f"the ZIP code `{text}` is too short", said.span, Severity.WARNING, remedy))
    return {said.name: text}
