"""One value of a file set anew: its own characters are replaced, and not one other."""

from __future__ import annotations

import json
from collections.abc import Iterator

from proposer.diagnostics import Diagnostic, Outcome
from proposer.load.document import Data, Document, Path, data_at
from proposer.load.yaml import parse_yaml


def set_scalar(document: Document, path: Path, value: str) -> Outcome[str]:
    """The file's text with `value` at `path`, in the quotes that stood there or those that YAML needs."""
    span = document.value_span(path)
    name = ".".join(map(str, path))
    old = document.lines[span.line - 1][span.column - 1 : span.end_column - 1] if path in document.places else ""
    if isinstance(data_at(document.data, path), list | dict) or _is_long(document, path):
        remedy = "name one value in it, or edit the file by hand"
        return Outcome(None, (Diagnostic("EDT102", f"`{name}` is not one value on one line", span, help=remedy),))
    for written in _ways(old, value):
        text = _replaced(document, path, written)
        if _says(text, document, path, value):
            return Outcome(text)
    remedy = "use one line without control signs"
    return Outcome(None, (Diagnostic("EDT103", f"`{value}` cannot stand at `{name}`", span, help=remedy),))


def _is_long(document: Document, path: Path) -> bool:
    """Whether a value goes over several lines, or has no characters of its own."""
    if path not in document.places:
        return True
    _, node = document.places[path]
    empty = node.start_mark.line == node.end_mark.line and node.start_mark.column == node.end_mark.column
    return empty or node.start_mark.line != node.end_mark.line


def _ways(old: str, value: str) -> Iterator[str]:
    """How the value could be written, best first."""
    if old.startswith('"'):
        yield json.dumps(value, ensure_ascii=False)
    elif old.startswith("'"):
        yield "'" + value.replace("'", "''") + "'"
    else:
        yield value
        yield json.dumps(value, ensure_ascii=False)


def _replaced(document: Document, path: Path, written: str) -> str:
    """The text with other characters at a place."""
    span = document.value_span(path)
    lines = document.text.splitlines(keepends=True)
    line = lines[span.line - 1]
    lines[span.line - 1] = line[: span.column - 1] + written + line[span.end_column - 1 :]
    return "".join(lines)


def _says(text: str, document: Document, path: Path, value: str) -> bool:
    """Whether the new text holds the value there, and all else as before."""
    new = parse_yaml(text, document.file).value
    if new is None or path not in new.places:
        return False
    found = data_at(new.data, path)
    if value not in (found, new.written(path)):
        return False
    return _with(document.data, path, None) == _with(new.data, path, None)


def _with(data: Data, path: Path, value: Data) -> Data:
    """The data with another value at a path."""
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(data, dict):
        return {key: _with(part, rest, value) if key == step else part for key, part in data.items()}
    if isinstance(data, list):
        return [_with(part, rest, value) if index == step else part for index, part in enumerate(data)]
    return data
