"""Files laid out: order, grids, blanks; and nothing said otherwise."""

from __future__ import annotations

from pathlib import Path

import pytest

from proposer.edit.formatting import formatted, same_data
from proposer.edit.layout import layout_of, place_in_catalog
from proposer.edit.layout_lines import lines_of
from proposer.load.document import Data
from proposer.load.files import read_text
from proposer.load.folder import yaml_files
from proposer.load.yaml import parse_yaml

ROOT = Path(__file__).parents[2]
CLEAN = [
    ROOT / folder / name
    for folder in ("catalog", "examples", "tests/fixtures/tiny")
    for name in yaml_files(ROOT / folder)
]


def laid_out(text: str, place: str = "") -> str:
    outcome = formatted(text, "file.yaml", place)
    assert outcome.value is not None, outcome.diagnostics
    again = formatted(outcome.value, "file.yaml", place)
    assert again.value == outcome.value
    return outcome.value


def data_of(text: str) -> Data:
    document = parse_yaml(text, "file.yaml").value
    assert document is not None
    return document.data


def test_what_is_shipped_is_laid_out() -> None:
    assert len(CLEAN) > 200
    for path in CLEAN:
        text = read_text(path, path.name).value
        assert text is not None
        assert formatted(text, path.name, place_in_catalog(path)).value == text, path


def test_keys_go_where_the_shape_has_them_with_what_stands_above_them() -> None:
    before = """\
# yaml-language-server: $schema=catalog.schema.json
# A seat.

words:
  you_get: [a]  # as ever
  # What it is
  in_short: A phone.

# Per site,
# not per person
per: site
name: Seat
"""
    after = """\
# yaml-language-server: $schema=catalog.schema.json
# A seat.

name: Seat

# Per site,
# not per person
per: site
words:
  # What it is
  in_short: A phone.
  you_get: [a]  # as ever
"""
    assert laid_out(before, "offerings/voice/seat.yaml") == after


def test_a_comment_set_apart_below_a_key_goes_with_it() -> None:
    before = "per: site\n# of a street address\n\nname: Seat\n"
    assert laid_out(before, "offerings/a/b.yaml") == "\nname: Seat\nper: site\n# of a street address\n".lstrip()


def test_a_comment_further_in_belongs_to_what_stands_above_it() -> None:
    before = "words:\n  in_short: A.\n  # or shorter\nname: Seat\n# the end\n"
    after = "name: Seat\nwords:\n  in_short: A.\n  # or shorter\n# the end\n"
    assert laid_out(before, "offerings/a/b.yaml") == after


def test_what_excuses_a_finding_stays_above_its_line() -> None:
    before = "# A seat.\n# proposer: ignore[CAT104] soon\nper: site\nname: Seat\n"
    after = "# A seat.\nname: Seat\n# proposer: ignore[CAT104] soon\nper: site\n"
    assert laid_out(before, "offerings/a/b.yaml") == after


def test_unknown_keys_are_last_and_in_their_order() -> None:
    assert laid_out("zzz: 1\nper: site\naaa: 2\nname: A\n", "bundles/b.yaml") == "name: A\nper: site\nzzz: 1\naaa: 2\n"


@pytest.mark.parametrize(
    "text",
    [
        "words: &said {in_short: A.}\nname: Seat\nother: *said\n",
        "words: &said {in_short: A.}\nname: Seat\n",
        "per: &x a\nname: *x\n",
        "zzz: &x a\nname: *x\nper: *x\n",
        "zzz: &x {per: site}\n<<: *x\nname: Seat\n",
        "? per\n: site\n? name\n: Seat\n",
        "per: site\nname: |\n  Seat",
        "{per: site, name: Seat}\n",
        "--- {per: site,\n  name: Seat}\n",
    ],
)
def test_what_is_not_plainly_safe_stays(text: str) -> None:
    after = laid_out(text, "offerings/a/b.yaml")
    assert same_data(data_of(text), data_of(after), layout_of("offerings/a/b.yaml", None))
    if "&" in text and "*" in text:
        assert after.index("&") < after.index("*")


def test_an_alias_never_comes_before_its_anchor() -> None:
    text = "per: &x site\nname: *x\n"
    assert laid_out(text, "offerings/a/b.yaml") == text


def test_an_anchor_that_stays_before_its_alias_may_move() -> None:
    before = "words: {in_short: *x}\nname: a\n".replace("*x", "b") + "per: &x site\nzzz: *x\n"
    after = "name: a\nper: &x site\nwords: {in_short: b}\nzzz: *x\n"
    assert laid_out(before, "offerings/a/b.yaml") == after


def test_a_misaligned_grid() -> None:
    before = """\
prices:
  net:
    monthly:
      by: [port, cir, term]
      term: [12, 24]
      1 Gbps:
        10 Mbps: [ 99.00,100.50 ]  # dear
        100 Mbps:   [1000.00,  individual case]
    once: 3
"""
    after = """\
prices:
  net:
    monthly:
      by: [port, cir, term]
      term:       [             12,              24]
      1 Gbps:
        10 Mbps:  [          99.00,          100.50]  # dear
        100 Mbps: [        1000.00, individual case]
    once: 3
"""
    assert laid_out(before, "price-books/a.yaml") == after


def test_one_changed_cell_leaves_the_other_rows_as_wide_as_they_were() -> None:
    wide = "      term: [     12,      24]\n      50:   [ 110.00,   99.00]\n      60:   [ 120.00,  100.00]\n"
    head = "prices:\n  net:\n    monthly:\n      by: [sessions, term]\n"
    assert laid_out(head + wide, "price-books/a.yaml") == head + wide
    assert laid_out(head + wide.replace(" 110.00", "95.00"), "price-books/a.yaml") == head + wide.replace(
        " 110.00", "  95.00"
    )


@pytest.mark.parametrize(
    "rows",
    [
        "      12: [1,\n           2]\n      24: [100, 200]\n",
        "      12: [&a 1, *a]\n      24: [100, 200]\n",
        "      12: [1, 2,]\n      24: [100, 200]\n",
        "      12: &row [1, 2]\n      24: [100, 200]\n",
        "      12: []\n      24: [100, 200]\n",
    ],
)
def test_a_grid_with_an_odd_row_stays(rows: str) -> None:
    text = "prices:\n  net:\n    monthly:\n      by: [term, x]\n" + rows
    assert laid_out(text, "price-books/a.yaml") == text


def test_lists_that_are_no_grid_stay() -> None:
    text = "prices:\n  net:\n    monthly:\n      volume: [{to: 9, price: 20.00}, {price: 1}]\n"
    assert laid_out(text, "price-books/a.yaml") == text


def test_blanks_lines_and_ends() -> None:
    before = "\n\nname: Seat  \n\n\n  # set in \t\n \nper: site   # why \n\n\n"
    assert laid_out(before, "offerings/a/b.yaml") == "name: Seat\n\n  # set in\n\nper: site   # why\n"
    assert laid_out("name: Seat", "offerings/a/b.yaml") == "name: Seat\n"
    assert laid_out("states: [\n\tOH,\n \tNY\n]\n") == "states: [\n  OH,\n   NY\n]\n"


@pytest.mark.parametrize(
    "text",
    [
        "name: |+\n  # no comment  \n\n\n  a\t\n\n\n",
        "name: |\n  a  \n\n\n  b\n",
        'name: "a  \n\n\n  b # no comment"\n',
        "name: a\n\n\n  b\n",
        "name: >-\n  a\n     \n     \n  b\n",
        "name: |\n  a\n      \n",
    ],
)
def test_long_texts_are_not_touched(text: str) -> None:
    assert laid_out(text, "offerings/a/b.yaml") == text


def test_blank_lines_below_a_long_text_are_no_part_of_it() -> None:
    before = "words: >-\n  a\n\n\n# c\nname: Seat\n"
    assert laid_out(before, "bundles/b.yaml") == "\n# c\nname: Seat\nwords: >-\n  a\n".lstrip()


def test_windows_line_ends_stay() -> None:
    before = "per: site \r\n# c\r\nname: Seat"
    assert laid_out(before, "bundles/b.yaml") == "# c\r\nname: Seat\r\nper: site\r\n"


def test_the_markers_of_a_document_stay() -> None:
    before = "%YAML 1.2\n---\nper: site\nname: Seat\n...\n"
    assert laid_out(before, "bundles/b.yaml") == "%YAML 1.2\n---\nname: Seat\nper: site\n...\n"


def test_a_rule_a_question_and_needs() -> None:
    assert laid_out("r:\n  because: x\n  for: site\n", "rules/a.yaml") == "r:\n  for: site\n  because: x\n"
    assert laid_out("site:\n  a:\n    ask: x\n    type: flag\n", "questions.yaml").index("type") < 20
    assert laid_out("term: 12\ncustomer: {name: A}\n") == "customer: {name: A}\nterm: 12\n"
    assert laid_out("needs:\n  term: 12\n  customer: {}\nexpect: {}\nas_of: 1\n").startswith(
        "as_of: 1\nneeds:\n  customer"
    )


def test_comments_are_told_from_texts() -> None:
    document = parse_yaml("a: 'x # no' # yes\nb: x#no\nc: |  # head\n  # no\n# yes\nd: &q 'x # no'\n", "f").value
    assert document is not None
    assert lines_of(document).comments() == {"# yes": 2, "# head": 1}


@pytest.mark.parametrize(
    ("text", "code"),
    [("a: 1\na: 2\n", "YML106"), ("a: [1\n", "YML105"), ("# only\n", "YML104"), ("a: !x 1\n", "YML109")],
)
def test_what_cannot_be_read_is_a_finding(text: str, code: str) -> None:
    outcome = formatted(text, "f.yaml")
    assert outcome.value is None
    assert [each.code for each in outcome.diagnostics] == [code]


def test_a_step_that_goes_wrong_leaves_the_file(monkeypatch: pytest.MonkeyPatch) -> None:
    from proposer.edit import formatting

    for wrong in ("a: 2\n", "a: 1 # lost\n".replace("# lost", ""), "a: [\n", "b: 1\n", "a: '1'\n"):
        monkeypatch.setattr(formatting, "tidied", lambda _document, wrong=wrong: wrong)
        outcome = formatted("a: 1 # kept\n", "f.yaml")
        assert [each.code for each in outcome.diagnostics] == ["EDT201"], wrong


def test_types_and_order_count() -> None:
    assert not same_data(1, True)
    assert not same_data({"a": 1, "b": 2}, {"b": 2, "a": 1})
    assert not same_data([1], [1, 2])
    assert same_data({"a": [1, None, "x"]}, {"a": [1, None, "x"]})
