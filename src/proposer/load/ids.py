"""Ids: lower-case words joined by `-`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from proposer.load.decode import Reader
from proposer.load.document import Path

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def keyed(reader: Reader, path: Path = ()) -> Iterator[tuple[str, Path]]:
    """Each id of a mapping with its path; an ill-formed id is a finding, and still given."""
    for name in reader.mapping(path):
        check_id(reader, name, (*path, name))
        yield name, (*path, name)


def check_id(reader: Reader, name: str, path: Path) -> None:
    """An id that is not lower-case words joined by `-` is a finding."""
    if not _ID.fullmatch(name):
        better = "-".join(re.findall(r"[a-z0-9]+", name.lower())) or "some-name"
        reader.report(
            "105", f"`{name}` is not an id", path, f"ids are lower-case words joined by `-`: `{better}`", key=True
        )
