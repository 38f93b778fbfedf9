"""`template check` on stylesheets: a rule that sets a text's colour and its ground is measured, by each brand's palette."""

from __future__ import annotations

import shutil
from pathlib import Path

import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again

from proposer.propose.template.check import check_templates

TEMPLATES = Path(__file__).parents[2] / "templates"
OWN = """\
.a { color: #777; background: #fff }
.b { color: var(--paper); background-color: var(--tint) }
.c { color: #777; background: url("logo.svg") white }
.d { color: #767676; background: none #fff no-repeat }
@media print { .e { background: black; color: #333 } }
@page { @top-left { color: rgb(200, 200, 200); background: white } }
.f { color: #777 }
.g { color: #eee; background: white; color: #222 }
.h { color: #777; background: linear-gradient(white, white) }
.i { color: rgba(0, 0, 0, 0.1); background: white }
.j { color: #777; background: var(--unknown) }
"""


def found(templates: Path) -> list[tuple[str, int, int, str]]:
    return [
        (Path(each.span.file).relative_to(templates).as_posix(), each.span.line, each.span.column, each.message)
        for each in check_templates(templates)
        if each.code == "TPL704"
    ]


def test_what_ships_can_be_read() -> None:
    assert found(TEMPLATES) == []


def test_rules_of_a_brand(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    (templates / "brands/meridian/brand.css").write_text(OWN, "utf-8")
    needs = ", and text needs 4.5"
    assert found(templates) == [
        ("brands/meridian/brand.css", 1, 6, f"`#777` on `#fff` has a contrast of 4.4{needs}"),
        ("brands/meridian/brand.css", 2, 6, f"`var(--paper)` on `var(--tint)` has a contrast of 1.1{needs}"),
        ("brands/meridian/brand.css", 5, 40, f"`#333` on `black` has a contrast of 1.6{needs}"),
        ("brands/meridian/brand.css", 6, 21, f"`rgb(200, 200, 200)` on `white` has a contrast of 1.6{needs}"),
    ]


def test_rules_of_the_proposal_are_judged_in_each_brand(tmp_path: Path) -> None:
    templates = Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))
    style = templates / "proposal/proposal.css"
    style.write_text(".x { color: var(--ink); background: #333 }\n" + style.read_text("utf-8"), "utf-8")
    words = "`var(--ink)` on `#333` has a contrast of {} in the brand `{}`, and text needs 4.5"
    assert found(templates) == [
        ("proposal/proposal.css", 1, 6, words.format("1.2", "meridian")),
        ("proposal/proposal.css", 1, 6, words.format("1.4", "northline")),
    ]
