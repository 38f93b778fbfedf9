"""`scenarios/**/*.yaml` → the catalog's own tests, with every name in them resolved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from proposer.diagnostics import Diagnostic, Outcome, Severity, did_you_mean
from proposer.load.characteristics import all_values
from proposer.load.decode import Reader
from proposer.load.document import Document, kind_of
from proposer.load.document import Path as Place
from proposer.load.files import read_text, read_yaml
from proposer.load.folder import SCENARIOS, yaml_files
from proposer.load.memory import Memory
from proposer.load.needs import needs_from_data
from proposer.load.rows import rows_of
from proposer.load.shapes.scenarios import ExpectShape, ScenarioShape
from proposer.load.values import value_of
from proposer.model.catalog import Catalog, Offering
from proposer.model.needs import Needs
from proposer.model.scenario import (
    ACCOUNT_WORD,
    Expectation,
    ExpectedAt,
    ExpectedCause,
    ExpectedItem,
    ExpectedTotal,
    Named,
    Scenario,
)

EXPECT: Place = ("expect",)
_NAMES_FILES = re.compile(r"sites_from|needs:\s*[^\s{#].*\.ya?ml")


def load_scenarios(folder: Path, catalog: Catalog, memory: Memory | None = None) -> Outcome[tuple[Scenario, ...]]:
    """Load the scenarios of a catalog's folder, in the order of their names; spans name files relative to the folder.

    With a memory, a scenario is decoded again only when it changed, or what scenarios name in the catalog.
    """
    kept = memory or Memory()
    names = kept.same("scenarios' names", _named_in(catalog))
    found: list[Diagnostic] = []
    scenarios: list[Scenario] = []
    for file in yaml_files(folder / SCENARIOS) if (folder / SCENARIOS).is_dir() else ():
        outcome = _remembered(folder, f"{SCENARIOS}/{file}", catalog, kept, names)
        found += outcome.diagnostics
        if outcome.value is not None:
            scenarios += outcome.value
    failed = any(each.severity is Severity.ERROR for each in found)
    return Outcome(None if failed else tuple(scenarios), tuple(found))


def _named_in(catalog: Catalog) -> list[object]:
    """All of a catalog that reading a scenario depends on."""
    added = [rule.id for option in catalog.options for rule in option.adds]
    return [
        catalog.questions, catalog.accesses, catalog.terms, [option.id for option in catalog.options],
        {id_: offering.characteristics for id_, offering in catalog.offerings.items()},
        [*catalog.rules, *added], [*catalog.capabilities], catalog.policy.most_negotiated,
    ]  # fmt: skip


def _remembered(
    folder: Path, file: str, catalog: Catalog, memory: Memory, names: list[object]
) -> Outcome[tuple[Scenario, ...]]:
    """One file's scenarios; those that read other files are read each time."""
    text = read_text(folder / file, file).value
    if text is None or _NAMES_FILES.search(text):
        return load_scenario(folder, file, catalog)
    return memory.recall(("scenario", file), (text, names), lambda: load_scenario(folder, file, catalog))


def load_scenario(folder: Path, file: str, catalog: Catalog) -> Outcome[tuple[Scenario, ...]]:
    """Load one file: a scenario, or one for each row of its table. `file` is relative to the catalog's folder."""
    document = read_yaml(folder / file, file)
    if document.value is None:
        return Outcome(None, document.diagnostics)
    table = Reader(document.value)
    scenarios: list[Scenario] = []
    found = list(document.diagnostics)
    for row, filled in rows_of(table):
        outcome = _one_scenario(folder, filled, row, catalog)
        found += outcome.diagnostics
        scenarios += [outcome.value] if outcome.value is not None else []
    found = list(dict.fromkeys([*found, *table.found]))
    return Outcome(None if any(d.severity is Severity.ERROR for d in found) else tuple(scenarios), tuple(found))


def _one_scenario(folder: Path, document: Document, row: str, catalog: Catalog) -> Outcome[Scenario]:
    reader = Reader(document)
    file = document.file
    shape = reader.shape(ScenarioShape)
    if reader.at(("needs",)) is None:
        return Outcome(None, tuple(reader.found))
    needs = _needs(folder, document, catalog)
    found = [*reader.found, *needs.diagnostics]
    if shape is None or needs.value is None:
        return Outcome(None, tuple(found))
    names = Reader(document)
    options = [option.id for option in catalog.options]
    if shape.option not in options:
        names.report("104", f"unknown option `{shape.option}`", ("option",), did_you_mean(shape.option, options))
    expected = _Expected(names, catalog, frozenset(site.id for site in needs.value.sites))
    expect = expected.read(shape.expect)
    name = file.removeprefix(SCENARIOS + "/").removesuffix(".yaml") + (f"[{row}]" if row else "")
    scenario = Scenario(name, file, shape.as_of, needs.value, shape.option, expect, document.span())
    found += names.found
    return Outcome(None if any(d.severity is Severity.ERROR for d in found) else scenario, tuple(found))


def _needs(folder: Path, document: Document, catalog: Catalog) -> Outcome[Needs]:
    """The needs inside the scenario, or those of the file that it names beside it."""
    beside = (folder / document.file).parent
    named = document.data.get("needs") if isinstance(document.data, dict) else None
    if not isinstance(named, str) or not named.endswith((".yaml", ".yml")):
        return needs_from_data(document, ("needs",), catalog, beside)
    other = read_yaml(beside / named, (PurePosixPath(document.file).parent / named).as_posix())
    if other.value is None:
        span = document.span(("needs",))
        return Outcome(None, tuple(replace(each, span=span) for each in other.diagnostics))
    return needs_from_data(other.value, (), catalog, (beside / named).parent)


@dataclass(frozen=True, slots=True)
class _Expected:
    """Reads what one scenario expects."""

    reader: Reader
    catalog: Catalog
    sites: frozenset[str]

    def read(self, shape: ExpectShape) -> Expectation:
        answers = {name for name in self.reader.mapping(EXPECT) if name != "conflict"}
        if not self.reader.mapping(EXPECT):
            self.reader.report("102", "nothing is expected", EXPECT, "add `items:`, `totals:` or `conflict:`", key=True)
        if shape.conflict and answers:
            other = min(answers)
            self.reader.report(
                "103", f"a conflict has no `{other}`", (*EXPECT, other), "expect one or the other", key=True
            )
        if shape.term is not None and shape.term not in self.catalog.terms:
            self.reader.report("104", f"the catalog has no term of {shape.term} months", (*EXPECT, "term"))
        return Expectation(
            conflict=self._named("conflict", shape.conflict),
            term=shape.term,
            items=tuple(self._items((*EXPECT, "items"))),
            absent=tuple(self._at_sites((*EXPECT, "absent"))),
            individual_case=tuple(self._at_sites((*EXPECT, "individual_case"))),
            totals=tuple(self._totals(shape)),
            causes=tuple(self._causes((*EXPECT, "causes"))),
            open_points=self._named("open_points", shape.open_points),
            span=self.reader.document.key_span(EXPECT),
        )

    def _totals(self, shape: ExpectShape) -> Iterator[ExpectedTotal]:
        """Amounts, each by the name that a mismatch gives it."""
        span = self.reader.document.span
        for name, cents in shape.totals.model_dump(exclude_none=True).items():
            yield ExpectedTotal(name, cents, span((*EXPECT, "totals", name)))
        for site, where in self._places((*EXPECT, "usage")):
            yield ExpectedTotal(f"usage at {site or ACCOUNT_WORD}", shape.usage[site or ACCOUNT_WORD], span(where))
        for month, cents in shape.invoices.items():
            where = (*EXPECT, "invoices", month)
            if not month.isdecimal() or int(month) < 1:
                self.reader.report("103", f"`{month}` is no month of a contract", where, "such as `13`", key=True)
            yield ExpectedTotal(f"invoice of month {month}", cents, span(where))

    def _named(self, field: str, texts: tuple[str, ...]) -> tuple[Named, ...]:
        span = self.reader.document.span
        return tuple(Named(text, span((*EXPECT, field, index))) for index, text in enumerate(texts))

    def _places(self, path: Place) -> Iterator[tuple[str, Place]]:
        """The sites of a mapping: (site's id, path)."""
        for name in self.reader.mapping(path):
            if name in self.sites:
                yield name, (*path, name)
            elif name == ACCOUNT_WORD:
                yield "", (*path, name)
            else:
                remedy = did_you_mean(name, [*self.sites, ACCOUNT_WORD])
                self.reader.report("104", f"there is no site `{name}` in these needs", (*path, name), remedy, key=True)

    def _at_sites(self, path: Place) -> Iterator[ExpectedAt]:
        for site, where in self._places(path):
            data = self.reader.at(where)
            for index, name in enumerate(data if isinstance(data, list) else [data]):
                place = (*where, index) if isinstance(data, list) else where
                if self._offering(str(name), place) is not None:
                    yield ExpectedAt(site, str(name), self.reader.document.span(place))

    def _causes(self, path: Place) -> Iterator[ExpectedCause]:
        """Site → capability → the rule that demands it."""
        rules = {*self.catalog.rules, *(rule.id for option in self.catalog.options for rule in option.adds)}
        for site, where in self._places(path):
            for capability, rule in self.reader.mapping(where).items():
                place = (*where, capability)
                if capability not in self.catalog.capabilities:
                    remedy = did_you_mean(capability, self.catalog.capabilities)
                    self.reader.report("104", f"unknown capability `{capability}`", place, remedy, key=True)
                elif rule not in rules:
                    self.reader.report("104", f"unknown rule `{rule}`", place, did_you_mean(str(rule), rules))
                else:
                    yield ExpectedCause(site, capability, str(rule), self.reader.document.span(place))

    def _offering(self, name: str, path: Place, *, key: bool = False) -> Offering | None:
        offering = self.catalog.offerings.get(name)
        if offering is None:
            remedy = did_you_mean(name, self.catalog.offerings)
            self.reader.report("104", f"unknown offering `{name}`", path, remedy, key=key)
        return offering

    def _items(self, path: Place) -> Iterator[ExpectedItem]:
        for site, where in self._places(path):
            data = self.reader.at(where)
            if isinstance(data, list):
                named = [(str(name), (*where, index)) for index, name in enumerate(data)]
                pairs = [(self._offering(name, place), place) for name, place in named]
            else:
                pairs = [(self._offering(n, (*where, n), key=True), (*where, n)) for n in self.reader.mapping(where)]
            yield from (self._item(site, offering, place) for offering, place in pairs if offering is not None)

    def _item(self, site: str, offering: Offering, path: Place) -> ExpectedItem:
        data = self.reader.at(path)
        span = self.reader.document.key_span(path)
        if not isinstance(data, dict):
            if isinstance(data, int) and data > 0 and not isinstance(data, bool):
                return ExpectedItem(site, offering.id, {}, data, span)
            if data not in (None, offering.id):
                self.reader.report(
                    "103", f"expected characteristics, got {kind_of(data)}", path, "such as `{port: 1 Gbps}`"
                )
            return ExpectedItem(site, offering.id, {}, None, span)
        values = {name: self._value(offering, name, (*path, name)) for name in data if name != "count"}
        count = data.get("count")
        if count is not None and (isinstance(count, bool) or not isinstance(count, int) or count < 1):
            self.reader.report("103", f"expected a count, got {kind_of(count)}", (*path, "count"))
            count = None
        return ExpectedItem(site, offering.id, values, count, span)

    def _value(self, offering: Offering, name: str, path: Place) -> str:
        """The text of a characteristic's value, checked against what can be ordered."""
        text = str(value_of(str(self.reader.at(path))))
        characteristic = next((part for part in offering.characteristics if part.name == name), None)
        if characteristic is None:
            known = [*(part.name for part in offering.characteristics), "count"]
            self.reader.report(
                "104", f"`{offering.id}` has no characteristic `{name}`", path, did_you_mean(name, known), key=True
            )
        elif text not in (known := [str(value) for value in all_values(characteristic)]):
            self.reader.report("104", f"`{text}` is no value of `{name}`", path, did_you_mean(text, known))
        return text
