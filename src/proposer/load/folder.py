"""A catalog's folder: which files it has, what they say, and the digest over all of them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean
from proposer.load.document import Document
from proposer.load.files import read_text
from proposer.load.memory import Memory
from proposer.load.patching import patched
from proposer.load.yaml import parse_yaml

REQUIRED = ("catalog.yaml", "capabilities.yaml", "questions.yaml", "pricing.yaml", "options.yaml", "contract.yaml")
SINGLE = (*REQUIRED, "tables.yaml")
SCENARIOS = "scenarios"
# folder → how many names deep its files stand below it
FOLDERS = {"rules": None, "offerings": 2, "bundles": 1, "promotions": 1, "price-books": 1}


@dataclass(frozen=True, slots=True)
class CatalogFolder:
    """The files of a catalog by relative path, in sorted order; a file that could not be parsed has no document."""

    files: tuple[str, ...]
    documents: Mapping[str, Document]
    digest: str
    diagnostics: tuple[Diagnostic, ...]

    def under(self, folder: str) -> list[tuple[str, Document]]:
        """The documents of one folder: (relative path, document)."""
        return [
            (file, self.documents[file])
            for file in self.files
            if file.startswith(folder + "/") and file in self.documents and not _why_stray(file)
        ]


def read_folder(folder: Path, memory: Memory | None = None) -> CatalogFolder:
    """Read and parse every file of a catalog but its scenarios; with a memory only those that changed."""
    found: list[Diagnostic] = []
    documents: dict[str, Document] = {}
    texts: dict[str, str] = {}
    files = [file for file in yaml_files(folder) if not file.startswith(SCENARIOS + "/")]
    for file in files:
        text = read_text(folder / file, file)
        found.extend(text.diagnostics)
        if text.value is None:
            continue
        texts[file] = text.value
        outcome = _parsed(text.value, file, memory)
        found.extend(outcome.diagnostics)
        if outcome.value is not None:
            documents[file] = outcome.value
    found.extend(_misplaced(files))
    return CatalogFolder(tuple(files), documents, digest_of(texts), tuple(found))


def _parsed(text: str, file: str, memory: Memory | None) -> Outcome[Document]:
    if memory is None:
        return parse_yaml(text, file)
    return memory.recall(("file", file), (text,), lambda: _parsed_anew(text, file, memory))


def _parsed_anew(text: str, file: str, memory: Memory) -> Outcome[Document]:
    """From what is kept of the file, where little has changed."""
    kept = memory.last(("file", file))
    before = kept[1] if kept else None
    if isinstance(before, Outcome) and isinstance(before.value, Document) and not before.diagnostics:
        document = patched(before.value, text)
        if document is not None:
            return Outcome(document)
    return parse_yaml(text, file)


def yaml_files(folder: Path) -> list[str]:
    """Relative posix paths of the YAML files below a folder, sorted; hidden ones are not looked at."""
    paths = (path.relative_to(folder) for path in folder.rglob("*") if path.suffix in (".yaml", ".yml"))
    return sorted(path.as_posix() for path in paths if not any(part.startswith(".") for part in path.parts))


def digest_of(texts: Mapping[str, str]) -> str:
    """sha256 over names and contents in sorted order, line ends normalised."""
    total = hashlib.sha256()
    for name in sorted(texts):
        total.update(f"{name}\0{_normalised(texts[name])}\0".encode())
    return total.hexdigest()


def _normalised(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _misplaced(files: Iterable[str]) -> list[Diagnostic]:
    present = list(files)
    found = [_stray(file, remedy) for file in present if (remedy := _why_stray(file))]
    missing = (name for name in REQUIRED if name not in present)
    return found + [
        Diagnostic("CAT112", f"the catalog has no `{name}`", Span(name), help="every catalog needs this file")
        for name in missing
    ]


def _stray(file: str, remedy: str) -> Diagnostic:
    return Diagnostic("CAT111", f"`{file}` is no file of a catalog", Span(file, 1, 1, 1, 1), help=remedy)


def _why_stray(file: str) -> str:
    """Why a file is not one that a catalog has; empty when it is."""
    if file.endswith(".yml"):
        return "rename it to `.yaml`"
    top, *rest = file.split("/")
    if not rest:
        return "" if top in SINGLE else did_you_mean(top, SINGLE)
    if top not in FOLDERS:
        return did_you_mean(top, [*FOLDERS, SCENARIOS])
    deep = FOLDERS[top]
    return "" if deep in (None, len(rest)) else f"files stand at `{top}/{'<family>/' * (deep == 2)}<id>.yaml`"
