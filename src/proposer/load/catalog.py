"""A catalog's folder → a `Catalog`: every file decoded, every name resolved, all findings of all files at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TypeVar

from proposer.diagnostics import Diagnostic, Note, Outcome, Severity, Span
from proposer.load.benefits import read_bundle, read_promotion
from proposer.load.capabilities import read_capabilities, read_tables
from proposer.load.declared import Declared, declared_in
from proposer.load.decode import Reader
from proposer.load.document import Document
from proposer.load.folder import REQUIRED, CatalogFolder, read_folder
from proposer.load.gathered import gathered
from proposer.load.graduated import apart_from_the_account
from proposer.load.ids import check_id, keyed
from proposer.load.limits import limits_that_count
from proposer.load.memory import Memory
from proposer.load.offerings import OfferingFile, read_offering
from proposer.load.policy import read_contract, read_options, read_policy
from proposer.load.price_books import read_price_book
from proposer.load.provider import read_frame
from proposer.load.questions import SCOPES, read_questions
from proposer.load.rules import RuleReader
from proposer.load.soundness import NO_CONTRACT, NO_POLICY, Loaded
from proposer.model.catalog import At, Capability, Catalog, Offering, Option, Question, Rule, Table
from proposer.model.prices import PriceBook
from proposer.model.vocabulary import Vocabulary, vocabulary

T = TypeVar("T")
Questions = Mapping[tuple[At, str], Question]
TYPED_BY = ("catalog.yaml", "questions.yaml", "tables.yaml")  # whose names the expressions of rules read


def load_catalog(folder: Path) -> Outcome[Catalog]:
    """Load the catalog of a folder. Spans name files relative to it."""
    loaded = load_what_stands(folder)
    return Outcome(None if loaded.errors else loaded.catalog, gathered(loaded.found))


def load_what_stands(folder: Path, memory: Memory | None = None) -> Loaded:
    """The catalog of a folder as far as it can be read, errors or not, with all findings; with a memory only what changed."""
    if not folder.is_dir():
        what = "is a file" if folder.exists() else "does not exist"
        remedy = "name the folder that holds `catalog.yaml`"
        return Loaded(None, (Diagnostic("CAT113", f"the catalog's folder `{folder}` {what}", help=remedy),))
    kept = memory or Memory()
    loader = _Loader(read_folder(folder, memory), kept)
    catalog = loader.catalog()
    found = tuple(sorted(loader.found, key=lambda each: (each.span.file, each.span.line, each.span.column)))
    return Loaded(catalog, found, loader.folder.documents)


class _Loader:
    """Decodes the files of one catalog in the order in which they depend on each other, gathering findings."""

    def __init__(self, folder: CatalogFolder, memory: Memory) -> None:
        self.folder = folder
        self.memory = memory
        self.found: list[Diagnostic] = list(folder.diagnostics)
        self.declared: Declared = memory.same("declared", declared_in(folder.documents, folder.files))

    def catalog(self) -> Catalog | None:
        """The whole catalog, or None when a file without which there is none could not be decoded."""
        frame = self._single("catalog.yaml", lambda reader: read_frame(reader, self.declared))
        capabilities = self.memory.same("capabilities", self._single("capabilities.yaml", read_capabilities) or {})
        questions = self._single("questions.yaml", read_questions) or {}
        tables = self._single("tables.yaml", read_tables) or {}
        terms = frame.terms if frame else ()
        accesses = self.declared.names.get("access", {})

        @cache
        def vocabulary_at(at: At) -> Vocabulary:
            return vocabulary(questions, tables, accesses, at)

        offerings = self._offerings(capabilities)
        sound = {id_: each for id_, each in offerings.items() if each.span.file not in self._faulty_files()}
        untyped = self._untyped(questions, tables)
        rules, options = self._rules(
            lambda reader: RuleReader(reader, self.declared, capabilities, vocabulary_at, untyped)
        )
        bundles = self._each("bundles", lambda reader, id_: read_bundle(reader, id_, self.declared))
        promotions = self._each("promotions", lambda reader, id_: read_promotion(reader, id_, self.declared, terms))
        books = self._each(
            "price-books", lambda r, id_: read_price_book(r, id_, self.declared, sound, terms, self.memory)
        )
        policy = self._single("pricing.yaml", lambda reader: read_policy(reader, self.declared, terms))
        contract = self._single("contract.yaml", read_contract)
        if frame is None:
            return None
        self.found.extend(apart_from_the_account(books.values(), bundles.values(), promotions.values()))
        self.found.extend(limits_that_count(books.values(), promotions.values()))
        return Catalog(
            provider=frame.provider, currency=frame.currency, locale=frame.locale, terms=frame.terms,
            families=_sorted(frame.families), accesses=_sorted(frame.accesses),
            service_levels=_sorted(frame.service_levels), capabilities=_sorted(capabilities),
            questions=questions, tables=_sorted(tables), offerings=_sorted(offerings), rules=_sorted(rules),
            bundles=_sorted(bundles), promotions=_sorted(promotions), options=options,
            price_books=_by_date(books), policy=policy or NO_POLICY, contract=contract or NO_CONTRACT,
            digest=self.folder.digest,
        )  # fmt: skip

    def _single(self, file: str, read: Callable[[Reader], T]) -> T | None:
        if file not in self.folder.documents:
            return None
        reader = Reader(self.folder.documents[file])
        value = read(reader)
        self.found.extend(reader.found)
        return value

    def _each(self, folder: str, read: Callable[[Reader, str], T | None]) -> dict[str, T]:
        """One thing a file, by the file's name."""
        values: dict[str, T] = {}
        for file, document in self.folder.under(folder):
            reader, id_ = Reader(document), file.rsplit("/", 1)[-1].removesuffix(".yaml")
            check_id(reader, id_, ())
            value = read(reader, id_)
            self.found.extend(reader.found)
            if value is not None:
                values[id_] = value
        return values

    def _offerings(self, capabilities: Mapping[str, Capability]) -> dict[str, Offering]:
        seen: dict[str, str] = {}
        families: set[str] = set()  # an unknown one is named once, not for each of its offerings

        def decoded(document: Document, family: str, id_: str) -> tuple[Offering | None, list[Diagnostic]]:
            own = Reader(document)
            offering = read_offering(own, OfferingFile(family, id_), self.declared, capabilities)
            return self.memory.same(("decoded", document.file), offering), own.found

        def read(reader: Reader, id_: str) -> Offering | None:
            file = reader.document.file
            family = file.split("/")[1]
            if id_ in seen:
                reader.report(
                    "106", f"a second offering `{id_}`", (), f"the first is `{seen[id_]}`: file names are ids"
                )
            seen[id_] = file
            if family not in families:
                self.declared.refers(reader, "family", family, ())
            families.add(family)
            made_of = (reader.document, self.declared, capabilities)
            offering, found = self.memory.recall(
                ("offering", file), made_of, lambda: decoded(reader.document, family, id_)
            )
            reader.found.extend(found)
            return offering

        return self._each("offerings", read)

    def _faulty_files(self) -> set[str]:
        """Files with errors: what other files say of their values is not to be judged by what is left of them."""
        return {each.span.file for each in self.found if each.severity is Severity.ERROR}

    def _untyped(self, questions: Questions, tables: Mapping[str, Table]) -> frozenset[str] | None:
        """Names that are declared and did not load, so that rules reading them cannot be typed; None: any may be."""
        present = {*self.folder.files, *REQUIRED}
        if any(file in present and file not in self.folder.documents for file in TYPED_BY):
            return None
        lost = set(self.declared.names.get("table", {})) - set(tables)
        data = self.folder.documents["questions.yaml"].data
        if isinstance(data, dict) and not set(data) <= set(SCOPES):
            return None
        for scope, asked in data.items() if isinstance(data, dict) else ():
            paths = (
                {path for path in asked if (SCOPES.get(scope), path) not in questions}
                if isinstance(asked, dict)
                else ()
            )
            lost |= {prefix + path for path in paths for prefix in ("", f"{scope}.", "sites.")}
        return frozenset(lost)

    def _rules(self, reads: Callable[[Reader], RuleReader]) -> tuple[dict[str, Rule], tuple[Option, ...]]:
        """All rules, each id once over all files, and the options with theirs."""
        rules: dict[str, Rule] = {}
        firsts: dict[str, Span] = {}
        for _, document in self.folder.under("rules"):
            reader = Reader(document)
            rule_reader = reads(reader)
            for id_, path in keyed(reader):
                self._check_once(reader, id_, firsts)
                rule = rule_reader.rule(id_, path)
                if rule is not None:
                    rules[id_] = rule
            self.found.extend(reader.found)

        def read(reader: Reader) -> tuple[Option, ...]:
            return read_options(reader, reads(reader))

        return rules, self._single("options.yaml", read) or ()

    def _check_once(self, reader: Reader, id_: str, firsts: dict[str, Span]) -> None:
        if id_ in firsts:
            note = Note(firsts[id_], "first declared here")
            reader.report(
                "106", f"a second rule `{id_}`", (id_,), "rule ids are unique over all files", key=True, notes=(note,)
            )
        firsts.setdefault(id_, reader.document.key_span((id_,)))


def _sorted(parts: Mapping[str, T]) -> dict[str, T]:
    return {name: parts[name] for name in sorted(parts)}


def _by_date(books: Mapping[str, PriceBook]) -> tuple[PriceBook, ...]:
    return tuple(sorted(books.values(), key=lambda book: (str(book.valid.start or ""), book.id)))
