"""The page for authors of templates: its brand is made as it stands, its options and tokens are those that there are."""

from __future__ import annotations

import re
from pathlib import Path

from click.testing import CliRunner
from pypdf import PdfReader
from test_for_sales_engineers import Reader, spoken

from proposer.cli.group import proposer
from proposer.propose.edition.audience import ANNEXES, FRONT
from proposer.propose.edition.brand import COLOURS, load_brand

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "templates.md").read_text("utf-8")
IMAGES = ROOT / "docs" / "images"
FILE = re.compile(r"(?:#|/\*|<!--) new: (\S+?)(?: \*/| -->)?\n")


def section(title: str) -> str:
    """What stands below a heading, up to the next one as high."""
    return PAGE.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


class Author(Reader):
    """Somebody who makes a brand as the page says: every block that names a new file is one."""

    def do(self, page: str) -> None:
        for kind, text in re.findall(r"```(\w+)\n(.*?)```", page, re.DOTALL):
            if kind == "console":
                for command, expected in spoken(text):
                    self.type(command, expected)
            else:
                self.write(text)

    def write(self, text: str) -> None:
        head = FILE.match(text)
        assert head is not None, f"a block says which file it is: {text[:60]}"
        path = self.folder / head[1]
        assert not path.exists(), path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text[head.end() :], "utf-8")


def test_the_brand_is_made_as_the_page_says(tmp_path: Path) -> None:
    author = Author(tmp_path)
    author.do(section("Make a brand in ten minutes"))
    assert author.commands == 5
    brand = load_brand(author.folder / "templates", "harbor")
    assert (brand.value and brand.value.name, brand.diagnostics) == ("Harbor Telecom", ())
    assert (
        "Harbor Telecom · Proposal for Brightwater" in PdfReader(author.folder / "harbor.pdf").pages[1].extract_text()
    )
    made = sorted(path.name for path in (author.folder / "gallery").iterdir())
    readers = ("executive", "full", "procurement", "technical")
    assert made == [*(f"dentist-harbor-{reader}.pdf" for reader in readers), "index.html"]


def test_every_colour_and_every_section_is_named() -> None:
    assert [name for name in COLOURS if f"\n{name} = " not in PAGE] == []
    assert [name for name in (*FRONT, *ANNEXES) if f"`{name}`" not in section("Readers")] == []


def test_every_option_of_an_edition_is_one_of_both_commands() -> None:
    told = set(re.findall(r"^\| `(--\w+)", section("Editions"), re.MULTILINE))
    assert told == {"--brand", "--paper", "--audience", "--language", "--esign"}
    for command in ("propose", "render"):
        assert all(option in CliRunner().invoke(proposer, [command, "--help"]).output for option in told)


def test_pictures_are_small_and_all_are_shown() -> None:
    pages = PAGE + (ROOT / "README.md").read_text("utf-8")
    assert [file.name for file in IMAGES.iterdir() if f"images/{file.name})" not in pages] == []
    sizes = {file.name: file.stat().st_size for file in IMAGES.iterdir()}
    assert {name: size for name, size in sizes.items() if size > (120_000 if name == "brands.png" else 60_000)} == {}
