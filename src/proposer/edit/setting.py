"""From a path as typed and a value to the changed text of one file."""

from __future__ import annotations

from codecs import BOM_UTF8
from pathlib import Path

from proposer.diagnostics import Outcome
from proposer.edit.formatting import formatted
from proposer.edit.paths import file_of, place_of, read_target
from proposer.edit.scalars import set_scalar
from proposer.load.files import read_yaml
from proposer.load.folder import yaml_files

Change = tuple[str, str, str]  # file, its text before and after


def change(folder: Path, path: str, value: str) -> Outcome[Change]:
    """What setting a value would do to its file; nothing is written."""
    target = read_target(path)
    if target.value is None:
        return Outcome(None, target.diagnostics)
    file = file_of(target.value, yaml_files(folder))
    if file.value is None:
        return Outcome(None, file.diagnostics)
    document = read_yaml(folder / file.value, file.value)
    if document.value is None:
        return Outcome(None, document.diagnostics)
    place = place_of(document.value, target.value)
    if place.value is None:
        return Outcome(None, place.diagnostics)
    text = set_scalar(document.value, place.value, value)
    if text.value is None:
        return Outcome(None, text.diagnostics)
    before = document.value.text
    return Outcome((file.value, before, kept_laid_out(before, text.value, file.value)))


def kept_laid_out(before: str, after: str, file: str) -> str:
    """A changed text, laid out anew if it was before: a longer price moves the columns of its grid."""
    was = formatted(before, file, file).value == before
    return (formatted(after, file, file).value or after) if was else after


def as_stored(folder: Path, file: str, text: str) -> bytes:
    """A changed text as its file keeps it: with its byte order mark, if it had one."""
    path = folder / file
    mark = BOM_UTF8 if path.is_file() and path.read_bytes().startswith(BOM_UTF8) else b""
    return mark + text.encode()
