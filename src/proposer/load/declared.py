"""What the files of a catalog declare, known before any of them is decoded, so that each can name the others' things.

Why from the raw data: an offering that did not load is still declared, and must not cause unknown references to it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from proposer.diagnostics import Note, Span, nearest
from proposer.load.decode import Reader
from proposer.load.document import Data, Document, Path, data_at
from proposer.load.remedies import meant

# kind of name → (file, path to the mapping whose keys are the names)
_KEYS: dict[str, tuple[str, Path]] = {
    "capability": ("capabilities.yaml", ()),
    "table": ("tables.yaml", ()),
    "family": ("catalog.yaml", ("families",)),
    "access": ("catalog.yaml", ("accesses",)),
    "service level": ("catalog.yaml", ("service_levels",)),
}
_PLURALS = {"capability": "capabilities", "family": "families", "access": "accesses"}


@dataclass(frozen=True, slots=True)
class Declared:
    """Names by kind, with the places of their declarations. A kind whose file cannot be read is absent: all its names pass."""

    names: Mapping[str, Mapping[str, Span]]

    def refers(self, reader: Reader, kind: str, name: str, path: Path, *, key: bool = False) -> bool:
        """Whether a name is declared; if not, the reader gets a finding at `path`."""
        known = self.names.get(kind)
        if known is None or name in known:
            return True
        guess = nearest(name, known)
        notes = (Note(known[guess], f"`{guess}` is declared here"),) if guess else ()
        remedy = meant(name, known, f"no {_PLURALS.get(kind, kind + 's')} are declared")
        reader.report("CAT104", f"unknown {kind} `{name}`", path, remedy, key=key, notes=notes)
        return False

    def all_refer(self, reader: Reader, kind: str, names: Iterable[str], path: Path) -> tuple[str, ...]:
        """The declared ones of a list of names that stands at `path`."""
        found = [n for i, n in enumerate(names) if self.refers(reader, kind, n, _item(reader, path, i))]
        return tuple(found)


def declared_in(documents: Mapping[str, Document], files: Iterable[str]) -> Declared:
    """Gather the names of a catalog: keys of documents, and ids that are file names."""
    names: dict[str, Mapping[str, Span]] = {}
    present = set(files)
    for kind, (file, path) in _KEYS.items():
        if file in documents:
            if not _is_misspelt(documents[file], path):
                names[kind] = _keys(documents[file], path)
        elif file not in present:
            names[kind] = {}
    for kind, folder in (("offering", "offerings/"), ("bundle", "bundles/")):
        names[kind] = {_stem(f): _top(documents, f) for f in sorted(present) if f.startswith(folder)}
    return Declared(names)


def _is_misspelt(document: Document, path: Path) -> bool:
    """Whether the field that declares names stands there under a name that only looks like it, or holds no mapping."""
    data = document.data
    if not path or not isinstance(data, dict):
        return not isinstance(data, dict)
    field = str(path[0])
    if field in data:
        return not isinstance(data[field], dict)
    return bool(nearest(field, data))


def _keys(document: Document, path: Path) -> dict[str, Span]:
    data: Data = data_at(document.data, path)
    return {key: document.key_span((*path, key)) for key in data} if isinstance(data, dict) else {}


def _top(documents: Mapping[str, Document], file: str) -> Span:
    return documents[file].span() if file in documents else Span(file, 1, 1, 1, 1)


def _stem(file: str) -> str:
    return file.rsplit("/", 1)[-1].removesuffix(".yaml")


def _item(reader: Reader, path: Path, index: int) -> Path:
    return (*path, index) if (*path, index) in reader.document.places else path
