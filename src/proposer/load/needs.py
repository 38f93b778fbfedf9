"""A needs file → `Needs`: the fixed frame, and the answers to the catalog's questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path

from pydantic_core import PydanticCustomError

from proposer.diagnostics import Diagnostic, Note, Outcome, Severity, Span, nearest
from proposer.load import growth
from proposer.load.answers import leaves, questions_at, scope_facts
from proposer.load.decode import Reader
from proposer.load.document import Document, kind_of
from proposer.load.document import Path as Place
from proposer.load.files import read_text, read_yaml
from proposer.load.folder import digest_of
from proposer.load.icb import read_cases
from proposer.load.network import check_hub, read_network
from proposer.load.remedies import meant
from proposer.load.shapes.fields import as_percent
from proposer.load.shapes.needs import ContactShape, CustomerShape, NeedsShape
from proposer.load.sites import SiteBook, Stated
from proposer.load.sites_csv import read_sites_csv
from proposer.load.touches import read_goals, read_touches
from proposer.model.catalog import At, Catalog
from proposer.model.needs import Contact, Discount, Needs, SiteNeeds, Today


def load_needs(path: Path, catalog: Catalog) -> Outcome[Needs]:
    """Load a needs file, and the CSV that it names, against a catalog. Spans name the files as `path` does."""
    document = read_yaml(path, str(path))
    if document.value is None:
        return Outcome(None, document.diagnostics)
    needs = needs_from_data(document.value, (), catalog, path.parent)
    found = (*document.diagnostics, *needs.diagnostics)
    return Outcome(None if any(d.severity is Severity.ERROR for d in found) else needs.value, found)


def needs_from_data(document: Document, path: Place, catalog: Catalog, folder: Path) -> Outcome[Needs]:
    """The needs that stand at a path of a document; `folder` is where `sites_from` is looked for."""
    reading = _Reading(Reader(document, "NED"), path, catalog, folder)
    needs = reading.needs()
    found = tuple(reading.reader.found)
    return Outcome(None if any(d.severity is Severity.ERROR for d in found) else needs, found)


@dataclass
class _Reading:
    """One needs file while it is read. `texts` are the files that its digest covers."""

    reader: Reader
    path: Place
    catalog: Catalog
    folder: Path
    texts: dict[str, str] = field(default_factory=dict)

    def needs(self) -> Needs | None:
        """The needs, or None where the frame itself could not be read; everything is looked at in any case."""
        reader, catalog = self.reader, self.catalog
        self.texts["needs"] = reader.document.text
        if not isinstance(reader.at(self.path), dict):
            remedy = "a needs file begins with `customer:` and `sites:`"
            reader.report("103", f"expected a mapping, got {kind_of(reader.at(self.path))}", self.path, remedy)
            return None
        shape = reader.shape(NeedsShape, self.path)
        customer = self._customer()
        account = scope_facts(reader, self._at("customer"), At.ACCOUNT, questions_at(catalog.questions, At.ACCOUNT))
        network = read_network(reader, self._at("network"), catalog)
        sites = tuple(self._sites())
        hub = network.get("hub")
        check_hub(reader, self._at("network"), hub, (site.id for site in sites))
        discounts = tuple(self._discounts())
        cases = tuple(read_cases(reader, self._at("icb"), catalog, (site.id for site in sites)))
        goals = read_goals(reader, self._at("goals"))
        if shape is None or customer is None:
            return None
        touches = read_touches(reader, self.path, shape, self.folder, self.texts)
        self._check_terms(shape)
        self._check_budget(shape)
        self._check_starts(shape, sites)
        if shape.expedite and shape.install_by is None:
            remedy = "add `install_by: 2027-03-01`, or remove this"
            self.reader.report("118", "`expedite` without a day to be ready by", self._at("expedite"), remedy)
        return Needs(
            file=reader.document.file, customer=customer.name, industry=customer.industry,
            contact=_contact(customer.contact), goals=tuple(goals),
            today=Today(shape.today.provider, shape.today.monthly, shape.today.contract_ends),
            terms=tuple(sorted(set(shape.term))), terms_span=reader.document.span(self._at("term")),
            budget_monthly=shape.budget.monthly if shape.budget else None,
            budget_span=reader.document.span(self._at("budget", "monthly")),
            install_by=shape.install_by, expedite=shape.expedite, prepared_by=_contact(shape.prepared_by),
            hub=str(hub.value) if hub else None, facts={At.NETWORK: network, At.ACCOUNT: account},
            sites=sites, discounts=discounts, digest=digest_of(self.texts), cases=cases, comments=shape.comments,
            answers={goal: answer for goal, answer in goals.items() if answer}, touches=touches,
        )  # fmt: skip

    def _at(self, *steps: str | int) -> Place:
        return (*self.path, *steps)

    def _customer(self) -> CustomerShape | None:
        path = self._at("customer")
        if not isinstance(self.reader.at(path), dict):
            if path in self.reader.document.places:
                got = kind_of(self.reader.at(path))
                self.reader.report("103", f"expected a mapping, got {got}", path, "write `customer: {name: …}`")
            return None
        shape = self.reader.shape(CustomerShape, path)
        misspelt = any(nearest(key, ("name",)) for key in self.reader.mapping(path))
        if shape is not None and not shape.name and not misspelt:
            self.reader.report("102", "the customer has no `name`", path, "add `name: …`", key=True)
        return shape

    def _check_terms(self, shape: NeedsShape) -> None:
        listed = ", ".join(str(term) for term in self.catalog.terms)
        if not shape.term:
            self.reader.report(
                "102", "no term is named", self._at("term"), f"the catalog's terms are {listed}", key=True
            )
        for index, term in enumerate(shape.term):
            place = self._at("term", index)
            if term not in self.catalog.terms:
                where = place if place in self.reader.document.places else self._at("term")
                self.reader.report(
                    "108", f"a term of {term} months is not sold", where, f"the catalog's terms are {listed}"
                )

    def _check_budget(self, shape: NeedsShape) -> None:
        if shape.budget is not None and shape.budget.monthly == 0:
            remedy = "write what they can spend a month, or remove the line"
            self.reader.report("112", "a budget of nothing", self._at("budget", "monthly"), remedy)

    def _check_starts(self, shape: NeedsShape, sites: tuple[SiteNeeds, ...]) -> None:
        shortest = min(shape.term, default=0)
        for site in (site for site in sites if shortest and site.growth and site.growth[-1].month > shortest):
            message = (
                f"`{site.id}` grows in month {site.growth[-1].month}, and a term of {shortest} months has ended by then"
            )
            self.reader.found.append(
                Diagnostic(growth.NO_GROWTH, message, site.span, help="grow earlier, or take a longer term")
            )
        for site in (site for site in sites if shortest and site.from_month > shortest):
            message = (
                f"`{site.id}` begins in month {site.from_month}, and a term of {shortest} months has ended by then"
            )
            self.reader.found.append(
                Diagnostic("NED116", message, site.span, help="begin earlier, or take a longer term")
            )

    def _discounts(self) -> Iterator[Discount]:
        path = self._at("discounts")
        most = self.catalog.policy.most_negotiated
        for name, data in self.reader.mapping(path).items():
            where = (*path, name)
            if name not in self.catalog.offerings:
                self.reader.report(
                    "104", f"unknown offering `{name}`", where, meant(name, self.catalog.offerings), key=True
                )
                continue
            try:
                percent = as_percent(data)
            except PydanticCustomError as error:
                self.reader.refuse(error, where)
                continue
            if percent > most:
                self.reader.report(
                    "111", f"{percent.normalize():f} % is more than a rep may give", where, f"at most {most:f} %"
                )
            yield Discount(name, percent, self.reader.document.span(where))

    def _sites(self) -> Iterator[SiteNeeds]:
        """All sites, those of the CSV last; a second site of the same id is a finding."""
        book, found = SiteBook(self.catalog), self.reader.found
        shared = book.stated(leaves(self.reader, self._at("defaults"), book.known - {"id", "name"}), found)
        seen: dict[str, Span] = {}
        count = 0
        for own, span in (*self._listed(book), *self._from_csv(book)):
            count += 1
            site = book.site(own, shared, span, found)
            if site is None:
                continue
            place = own.id.span if own.id else span
            if site.id in seen:
                note = Note(seen[site.id], "the first one")
                found.append(
                    Diagnostic("NED106", f"a second site `{site.id}`", place, help="ids are unique", notes=(note,))
                )
                continue
            seen[site.id] = place
            yield site
        if not count and not self.reader.at(self._at("sites")) and not any(d.code in _SITES_FAULTY for d in found):
            self.reader.report(
                "102", "there is no site", self._at("sites"), "add `sites:` with at least `- id: main`", key=True
            )

    def _listed(self, book: SiteBook) -> Iterator[tuple[Stated, Span]]:
        path = self._at("sites")
        data = self.reader.at(path)
        if data is not None and not isinstance(data, list):
            self.reader.report(
                "103", f"expected a list of sites, got {kind_of(data)}", path, "begin each with `- id: …`"
            )
        for index, part in enumerate(data if isinstance(data, list) else ()):
            where = (*path, index)
            if isinstance(part, dict) and "id" not in part and any(nearest(key.lower(), ("id",)) for key in part):
                tuple(leaves(self.reader, where, book.known))  # the misspelt `id` is the finding
            elif isinstance(part, dict):
                said = leaves(self.reader, where, book.known, (growth.NAME,))
                stated = book.stated(said, self.reader.found)
                stages = growth.read_growth(self.reader, (*where, growth.NAME), book.questions)
                yield replace(stated, growth=stages), self.reader.document.span(where)
            else:
                self.reader.report(
                    "103", f"expected a site, got {kind_of(part)}", where, "write `id: …` and what is known of it"
                )

    def _from_csv(self, book: SiteBook) -> Iterator[tuple[Stated, Span]]:
        name = self.reader.at(self._at("sites_from"))
        if not isinstance(name, str) or not name.strip():
            return
        text = read_text(self.folder / name, str(self.folder / name))
        if text.value is None:
            span = self.reader.document.span(self._at("sites_from"))
            self.reader.found.extend(Diagnostic(d.code, d.message, span, help=d.help) for d in text.diagnostics)
            return
        self.texts["sites"] = text.value
        for span, said in read_sites_csv(text.value, str(self.folder / name), book, self.reader.found):
            yield book.stated(said, self.reader.found), span


_SITES_FAULTY = {"NED103", "NED120", "NED121", "NED122", "YML101", "YML102", "YML103", "YML107"}


def _contact(shape: ContactShape) -> Contact:
    return Contact(shape.name, shape.title, shape.email, shape.phone)
