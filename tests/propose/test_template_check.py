"""`proposer template check`: each kind of finding in a spoilt copy of what ships, at its file, line and column."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import weasyprint  # noqa: F401  # a worker is a copy of this process, and need not load it again
from click.testing import CliRunner

from proposer.cli.group import proposer
from proposer.diagnostics import Severity
from proposer.propose.template.check import check_templates
from proposer.propose.template.contrast import contrast
from proposer.propose.template.costly import cost_faults

TEMPLATES = Path(__file__).parents[2] / "templates"
COSTS = (
    (".a { display: flex }", "`display: flex`: flex boxes in each other take 3, 8, 24 times as long, and break badly over pages"),
    ("table.a { display: grid }", "`display: grid`: a table as a grid takes 14 times as long"),
    ("a::after { content: leader('.') }", "`content: leader(\".\")`: each leader takes as long as a paragraph"),
    ("td { border-bottom: 1px dotted red }", "`border-bottom: 1px dotted red`: dotted borders make files of many megabytes"),
    ("p { box-shadow: 0 1px 4px red }", "`box-shadow: 0 1px 4px red`: a blurred shadow takes twice as long and leaves seams"),
    ("p { opacity: .5 }", "`opacity: .5`: opacity breaks the tags for those who listen"),
    ("p { float: footnote }", "`float: footnote`: a footnote for each block takes 4 times as long"),
    ("td, table th { background: red }", "`background: red`: a ground on `th` leaves hairlines"),
    ("p { clip-path: circle() }", "`clip-path: circle()`: the engine ignores it"),
    ("p { filter: blur(1px) }", "`filter: blur(1px)`: the engine ignores it"),
    ("p { text-shadow: none }", "`text-shadow: none`: the engine ignores it"),
    ("p { aspect-ratio: 1 }", "`aspect-ratio: 1`: the engine ignores it"),
    ("p { color: color-mix(in srgb, red, blue) }", "`color: color-mix(in srgb, red, blue)`: the engine ignores `color-mix()`"),
    ("p { background: conic-gradient(red, blue) }", "`background: conic-gradient(red, blue)`: the engine ignores conic gradients"),
    ("p { grid-template-columns: repeat(auto-fill, 1fr) }", "`grid-template-columns: repeat(auto-fill, 1fr)`: the engine ignores `auto-fill`"),
    ("@container (width > 1px) { p { color: red } }", "`@container`: the engine ignores it"),
    ("@media print { p { opacity: 0 } }", "`opacity: 0`: opacity breaks the tags for those who listen"),
)  # fmt: skip
FREE = "p { display: grid; border: 1px solid; box-shadow: 1px 1px red; opacity: 1; float: left; background: red } tr { background: red }"
SPOILT = {
    "proposal/sections/terms.html.j2": (
        "{{ view.totals.montly }}\n{% for annex in view.annexes %}{{ annex.titel }}{% endfor %}\n{{ quote.id }}\n"
        "{% for title, words in view.contract.terms %}{{ title }}{% endfor %}{{ (view.front.options | first).monthy }}\n"
        '<p style="width: {{ view.totals.monthly }}"></p>\n'
    ),
    "proposal/proposal.css": "p { colour: red; opacity: 0.5 }\n",
}


@pytest.fixture
def templates(tmp_path: Path) -> Path:
    return Path(shutil.copytree(TEMPLATES, tmp_path / "templates"))


def found(templates: Path) -> list[str]:
    said = (each for each in check_templates(templates) if each.severity >= Severity.WARNING)
    return [
        f"{d.code} {Path(d.span.file).relative_to(templates)}:{d.span.line}:{d.span.column} {d.message}" for d in said
    ]


def spoil(templates: Path, name: str, text: str) -> int:
    """Add to a file; the number of the first line that is added."""
    file = templates / name
    before = file.read_text("utf-8")
    file.write_text(before + text, "utf-8")
    return before.count("\n") + 1


def test_what_ships_is_clean() -> None:
    assert found(TEMPLATES) == []


def test_names_places_and_styles(templates: Path) -> None:
    lines = {name: spoil(templates, name, text) for name, text in SPOILT.items()}
    terms, style = "proposal/sections/terms.html.j2", "proposal/proposal.css"
    line = lines[terms]
    assert found(templates) == [
        f"TPL111 {terms}:{line + 4}:18 a value is printed into a style without `| css`",
        f"TPL701 {terms}:{line}:16 `TotalsView` has no `montly`",
        f"TPL701 {terms}:{line + 1}:41 `Annex` has no `titel`",
        f"TPL701 {terms}:{line + 3}:101 `OptionView` has no `monthy`",
        f"TPL701 {terms}:{line + 2}:4 there is no `quote`",
        f"TPL303 {style}:{lines[style]}:5 the PDF engine reports: Ignored `colour: red`, unknown property.",
        f"TPL703 {style}:{lines[style]}:18 `opacity: 0.5`: opacity breaks the tags for those who listen",
    ]


def test_phrases(templates: Path) -> None:
    terms = "proposal/sections/terms.html.j2"
    asked = (
        '{{ words.document.draft }}{{ phrase("document.quote", quote="1", revision="2") }}{% if brand == "none" %}\n'
        '{{ words.options.the_choise }}{{ words.document.about }}\n{{ phrase("today.holds_unti", date="x") }}\n'
        '{{ phrase("document.quote", quote="1") }}{% endif %}\n'
    )
    line = spoil(templates, terms, asked)
    assert found(templates) == [
        f"TPL701 {terms}:{line + 2}:12 there is no phrase `today.holds_unti`",
        f"TPL701 {terms}:{line + 3}:12 the phrase `document.quote` fills in `{{revision}}`",
        f"TPL701 {terms}:{line + 1}:4 there is no phrase `options.the_choise`",
        f"TPL701 {terms}:{line + 1}:34 the phrase `document.about` fills in `{{quote}}` and `{{revision}}`",
    ]


def test_a_template_that_cannot_be_read_says_so_and_hides_nothing(templates: Path) -> None:
    terms, plan = "proposal/sections/terms.html.j2", "proposal/sections/plan.html.j2"
    broken, wrong = spoil(templates, terms, "  {% if %}\n"), spoil(templates, plan, "{{ view.nothing }}\n")
    assert found(templates) == [
        f"TPL102 {terms}:{broken}:3 the template cannot be read: Expected an expression, got 'end of statement block'",
        f"TPL701 {plan}:{wrong}:9 `ProposalView` has no `nothing`",
    ]
    assert "TPL702" not in {each.code for each in check_templates(templates)}  # the broken one may print it


def test_words_brands_and_pictures(templates: Path) -> None:
    spanish, brand = templates / "words/es.toml", templates / "brands/meridian/brand.toml"
    text = spanish.read_text("utf-8")
    gone = next(line for line in text.splitlines() if line.startswith("date = "))
    spanish.write_text(text.replace(gone, "", 1), "utf-8")
    look = brand.read_text("utf-8")
    number = next(n for n, line in enumerate(look.splitlines(), 1) if line.startswith("muted"))
    brand.write_text(look.replace("#5b6970", "#b0b0b0"), "utf-8")
    (templates / "brands/meridian/office.png").write_bytes(b"x" * 300_000)
    said = found(templates)
    assert said[0].startswith("TPL403 words/es.toml:")
    assert said[0].endswith(":1 the phrase `cover.date` is missing")
    assert said[1:] == [
        f"TPL704 brands/meridian/brand.toml:{number}:1 `muted` on `paper` has a contrast of 2.1, and text needs 4.5",
        f"TPL704 brands/meridian/brand.toml:{number}:1 `muted` on `tint` has a contrast of 1.9, and text needs 4.5",
        "TPL705 brands/meridian/office.png:0:0 a PNG of 300 kB takes the engine most of a second",
    ]


@pytest.mark.parametrize(("style", "message"), COSTS)
def test_what_is_dear(style: str, message: str, tmp_path: Path) -> None:
    file = tmp_path / "x.css"
    file.write_text(f"\n{style}\n", "utf-8")
    (told,) = cost_faults(file)
    assert (told.code, told.span.line, told.message) == ("TPL703", 2, message)
    assert told.help


def test_what_is_free(tmp_path: Path) -> None:
    (tmp_path / "x.css").write_text(FREE, "utf-8")
    assert list(cost_faults(tmp_path / "x.css")) == []


def test_contrast_is_that_of_wcag() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert round(contrast("#777777", "#ffffff"), 2) == 4.48
    assert contrast("#123456", "#123456") == 1


def test_the_command(templates: Path) -> None:
    spoil(templates, "proposal/sections/terms.html.j2", "{{ view.totals.montly }}\n")
    run = CliRunner().invoke(proposer, ["template", "check", str(templates), "--format", "json"])
    assert run.exit_code == 1
    said = json.loads(run.stdout)
    assert "TPL701" in json.dumps(said)
    text = CliRunner().invoke(proposer, ["template", "check", str(templates)])
    assert "error[TPL701]: `TotalsView` has no `montly`\n" in text.stdout
    assert "  = help: did you mean `monthly`?\n" in text.stdout
    assert CliRunner().invoke(proposer, ["template", "check", str(TEMPLATES), "--quiet"]).exit_code == 0
    assert CliRunner().invoke(proposer, ["template", "check", str(templates / "words")]).exit_code == 2
