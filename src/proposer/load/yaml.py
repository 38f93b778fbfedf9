"""YAML text → plain data with positions; the only importer of PyYAML.

YAML 1.2's `true` and `false` only; numbers are exact; dates, times, `yes`, `012` and `1e3` stay text until a shape
decides. Duplicate keys, tags and anything too large, too deep or swollen by aliases are findings.

Why not `CSafeLoader`: it has no positions, makes floats, reads `no` as false, and lets the last duplicate win. The C
composer below costs as much as it does.
"""

from __future__ import annotations

import re
from decimal import Decimal

from yaml._yaml import CParser
from yaml.error import MarkedYAMLError, YAMLError
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from proposer.diagnostics import Diagnostic, Note, Outcome, Span
from proposer.load.document import Data, Document, Path, Place
from proposer.load.slips import explain_slip

DEEPEST = 60
MOST_VALUES = 500_000  # in one file; the composer takes about 1 KB for each
SPARE_VALUES = 100_000  # how many values aliases may add to what the text itself could hold
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,30})(\.[0-9]{1,30})?")
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TEXT_TAG = "tag:yaml.org,2002:str"
_WORDS: dict[str, bool | None] = {
    "": None, "~": None, "null": None, "Null": None, "NULL": None,
    "true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False,
}  # fmt: skip


class _TooMuchError(Exception):
    """Raised inside the composer, which would otherwise go on until the stack or the memory ends: what, and the remedy."""

    def __init__(self, what: str, remedy: str) -> None:
        super().__init__(what)
        self.what, self.remedy = what, remedy


class _Composer(CParser):
    """The C parser, with the least of the resolver's interface that it calls back: no implicit tags, a depth, a count."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.depth = self.count = 0

    def resolve(self, _kind: type[Node], _value: str, _implicit: object) -> str:
        return ""

    def descend_resolver(self, _parent: Node, _index: object) -> None:
        self.depth += 1
        self.count += 1
        if self.depth > DEEPEST:
            raise _TooMuchError(f"nested more than {DEEPEST} levels deep", "flatten it")
        if self.count > MOST_VALUES:
            raise _TooMuchError(f"more than {MOST_VALUES:,} keys and values", "split it")

    def ascend_resolver(self) -> None:
        self.depth -= 1


def parse_yaml(text: str, file: str) -> Outcome[Document]:
    """Parse one file's text; `file` is the label that spans carry."""
    text = text.removeprefix("\ufeff")
    if odd := _UNPRINTABLE.search(text):
        return _refused(
            "YML103", f"character U+{ord(odd[0]):04X} cannot stand in YAML", _span_at(text, odd.start(), file)
        )
    try:
        node = _Composer(text).get_single_node()
    except MarkedYAMLError as error:
        return Outcome(None, (_slip(error, text, file),))
    except _TooMuchError as error:
        return _refused("YML107", error.what, Span(file, 1, 1, 1, 1), error.remedy)
    except YAMLError as error:
        return _refused("YML105", f"not YAML: {error}", Span(file, 1, 1, 1, 1))
    if node is None:
        return _refused(
            "YML104", "the file is empty", Span(file, 1, 1, 1, 1), "an empty file says nothing: fill or delete it"
        )
    return _Builder(text, file).document(node)


def _refused(code: str, message: str, span: Span, remedy: str = "") -> Outcome[Document]:
    return Outcome(None, (Diagnostic(code, message, span, help=remedy),))


def _span_at(text: str, offset: int, file: str) -> Span:
    before = text[:offset].splitlines(keepends=True) or [""]
    line, column = len(before), len(before[-1]) + 1
    if before[-1].endswith(("\n", "\r")):
        line, column = line + 1, 1
    return Span(file, line, column, line, column + 1)


def _slip(error: MarkedYAMLError, text: str, file: str) -> Diagnostic:
    mark, context = error.problem_mark, error.context_mark
    place = (mark.line, mark.column) if mark else (0, 0)
    opened = (context.line, context.column) if context else None
    return explain_slip(error.problem or str(error), place, opened, text.splitlines(), file)


class _Builder:
    """Walks composed nodes once: data, places and findings. Lives for one document."""

    def __init__(self, text: str, file: str) -> None:
        self.text, self.file = text, file
        self.places: dict[Path, Place] = {}
        self.found: list[Diagnostic] = []
        self.open: list[Node] = []
        self.left = len(text) + SPARE_VALUES
        self.placing = Document(file, text, None, {})  # splits the text into lines once

    def document(self, node: Node) -> Outcome[Document]:
        data = self.value(node, (), None)
        document = Document(self.file, self.text, data, self.places)
        return Outcome(None if self.left < 0 else document, tuple(self.found))

    def value(self, node: Node, path: Path, key: Node | None) -> Data:
        self.places[path] = (key, node)
        self.left -= 1
        if isinstance(node, ScalarNode):
            return self.scalar(node)
        if node in self.open or self.left < 0:
            self.swollen(node)
            return None
        self.open.append(node)
        data = self.mapping(node, path) if isinstance(node, MappingNode) else self.sequence(node, path)
        self.open.pop()
        if self.left < 0:
            self.swollen(node)
        return data

    def scalar(self, node: ScalarNode) -> Data:
        text: str = node.value
        if node.tag:
            self.check_tag(node)
            return text
        if node.style:
            return text
        if text in _WORDS:
            return _WORDS[text]
        if (number := _NUMBER.fullmatch(text)) is None:
            return text
        return Decimal(text) if number[1] else int(text)

    def sequence(self, node: Node, path: Path) -> list[Data]:
        self.check_tag(node)
        return [self.value(item, (*path, index), None) for index, item in enumerate(node.value)]

    def mapping(self, node: MappingNode, path: Path) -> dict[str, Data]:
        self.check_tag(node)
        data: dict[str, Data] = {}
        firsts: dict[str, Node] = {}
        for key, item in self.pairs(node):
            if not isinstance(key, ScalarNode):
                self.report("YML105", "a key must be a single word, not a list or mapping", key, "put it in quotes")
                continue
            name: str = key.value
            if name in firsts:
                self.duplicate(key, firsts[name])
                continue
            firsts[name] = key
            data[name] = self.value(item, (*path, name), key)
        return data

    def pairs(self, node: MappingNode) -> list[tuple[Node, Node]]:
        """A mapping's own pairs, then those of `<<` that it does not have itself."""
        own = [pair for pair in node.value if not _is_merge(pair[0])]
        if len(own) == len(node.value):
            return own
        names = {key.value for key, _ in own if isinstance(key, ScalarNode)}
        for _, source in (pair for pair in node.value if _is_merge(pair[0])):
            for part in source.value if isinstance(source, SequenceNode) else [source]:
                own += self.merged(part, names)
        return own

    def merged(self, part: Node, names: set[str]) -> list[tuple[Node, Node]]:
        if not isinstance(part, MappingNode) or part in self.open or len(self.open) > DEEPEST:
            self.report(
                "YML105", "`<<` merges a mapping, and this is none", part, "name an anchored mapping: `<<: *name`"
            )
            return []
        self.left -= len(part.value)
        if self.left < 0:
            return []
        self.open.append(part)
        new: list[tuple[Node, Node]] = [
            (k, item) for k, item in self.pairs(part) if isinstance(k, ScalarNode) and k.value not in names
        ]
        self.open.pop()
        names.update(key.value for key, _ in new if isinstance(key, ScalarNode))
        return new

    def check_tag(self, node: Node) -> None:
        if node.tag and node.tag != _TEXT_TAG:
            self.report(
                "YML109",
                f"tags such as `{node.tag}` are not read",
                node,
                "remove it; text that starts with `!` goes in quotes",
            )

    def duplicate(self, key: ScalarNode, first: Node) -> None:
        note = Note(self.span(first), "first declared here")
        message = f"`{key.value}` stands twice in one mapping"
        self.found.append(Diagnostic("YML106", message, self.span(key), help="keep one of them", notes=(note,)))

    def swollen(self, node: Node) -> None:
        if not any(d.code == "YML107" for d in self.found):
            self.report("YML107", "aliases (`*name`) blow this file up without end", node, "write the values out")
        self.left = -1

    def report(self, code: str, message: str, node: Node, remedy: str) -> None:
        self.found.append(Diagnostic(code, message, self.span(node), help=remedy))

    def span(self, node: Node) -> Span:
        return self.placing.span_of(node)


def _is_merge(key: Node) -> bool:
    return isinstance(key, ScalarNode) and key.value == "<<" and not key.style
