"""The texts behind findings: every file that was checked, by the label that spans carry."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from proposer.cli.findings import from_here
from proposer.files import LARGEST, read_bounded


@dataclass
class Sources:
    """Files of one catalog's folder and of needs beside it; each is read once, ends of lines as they are."""

    folder: Path
    needs: tuple[Path, ...] = ()
    texts: dict[str, str | None] = field(default_factory=dict)

    def text(self, label: str) -> str | None:
        """A file's text; None when it cannot be read as UTF-8."""
        if label not in self.texts:
            self.texts[label] = _text(self.path(label))
        return self.texts[label]

    def path(self, label: str) -> Path:
        """Needs are named as they were typed, files of the catalog from its folder."""
        return Path(label) if label in self._needs() else self.folder / label

    def name(self, label: str) -> str:
        """What a file is called whoever checks it: needs by the way to them from here, the catalog's by their label."""
        return Path(from_here(self.path(label))).as_posix() if label in self._needs() else label

    def labels(self) -> tuple[str, ...]:
        """Every file that was checked."""
        from proposer.load.folder import yaml_files

        inside = yaml_files(self.folder) if self.folder.is_dir() else []
        return (*inside, *sorted(self._needs()))

    def checked(self) -> Mapping[str, str]:
        """Their texts."""
        return {label: text for label in self.labels() if (text := self.text(label)) is not None}

    def _needs(self) -> set[str]:
        return {str(path) for path in self.needs}


def _text(path: Path) -> str | None:
    try:
        content = read_bounded(path)
        return None if len(content) > LARGEST else content.decode("utf-8")
    except (OSError, UnicodeDecodeError, ValueError):
        return None
