"""The page for sales engineers is run as it stands: its files are written, its commands typed, its outputs compared."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "for-sales-engineers.md"
BLOCK = re.compile(r"```(yaml|console)\n(.*?)```", re.DOTALL)
FILE = re.compile(r"# (new|at the end of): (\S+)\n")


class Reader:
    """Somebody who does what a page says, in one folder after another."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commands = 0

    def do(self, page: str) -> None:
        for kind, text in BLOCK.findall(page):
            if kind == "yaml":
                self.write(text)
            else:
                for command, expected in spoken(text):
                    self.type(command, expected)

    def write(self, text: str) -> None:
        head = FILE.match(text)
        assert head is not None, f"a block of YAML says which file it is: {text[:60]}"
        path = self.folder / head[2]
        path.parent.mkdir(parents=True, exist_ok=True)
        body = text[head.end() :]
        assert path.exists() is (head[1] != "new"), path
        path.write_text(body if head[1] == "new" else path.read_text("utf-8") + "\n" + body, "utf-8")

    def type(self, command: str, expected: str) -> None:
        self.commands += 1
        if command.startswith("cd "):
            self.folder /= command.removeprefix("cd ")
            return
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("GITHUB_", "FORCE_COLOR"))}
        done = subprocess.run(
            ["bash", "-c", command], cwd=self.folder, env={**kept, "PATH": path}, encoding="utf-8", check=False,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        )  # fmt: skip
        if expected:
            assert done.stdout.strip() == expected.strip(), f"$ {command}\n{done.stdout}"
        else:
            assert done.returncode == 0, f"$ {command}\n{done.stdout}"


def spoken(text: str) -> Iterator[tuple[str, str]]:
    """(command, output) of a console block; an output that the page does not show is empty."""
    for part in re.split(r"^\$ ", text, flags=re.MULTILINE)[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def test_the_page_does_what_it_says(tmp_path: Path) -> None:
    reader = Reader(tmp_path)
    reader.do(PAGE.read_text("utf-8"))
    assert reader.commands >= 10


def test_a_wrong_output_is_noticed(tmp_path: Path) -> None:
    with pytest.raises(AssertionError, match="echo yes"):
        Reader(tmp_path).do("```console\n$ echo yes\nno\n```")
