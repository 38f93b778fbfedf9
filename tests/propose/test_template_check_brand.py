"""`template check` on what a new brand or reader is easily made without: a logo, a section that there is."""

from __future__ import annotations

import shutil
from pathlib import Path

import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again

from proposer.diagnostics import Severity
from proposer.propose.template.check import check_templates

TEMPLATES = Path(__file__).parents[2] / "templates"


def test_a_logo_and_a_section_that_are_not_there(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (templates / "brands/northline/logo-cover.svg").unlink()
    readers = templates / "audiences.toml"
    readers.write_text(readers.read_text("utf-8") + '\n[board]\nfront = ["cover", "opptions"]\nannexes = []\n', "utf-8")
    line = readers.read_text("utf-8").splitlines().index('front = ["cover", "opptions"]') + 1
    said = [each for each in check_templates(templates) if each.severity >= Severity.WARNING]
    assert [(d.code, Path(d.span.file).relative_to(templates).as_posix(), d.span.line, d.message, d.help) for d in said] == [
        (
            "TPL202", "brands/northline/brand.toml", 0,
            "the brand has no `logo-cover.svg`, which cover.html.j2 shows", "put the file beside brand.toml",
        ),
        ("TPL206", "audiences.toml", line, "`board.front`: there is no section `opptions`", "did you mean `options`?"),
    ]  # fmt: skip
