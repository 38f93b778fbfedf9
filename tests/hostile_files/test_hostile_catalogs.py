"""Files of a catalog that would take memory or time without end, or that are none: a finding, in bounds, and no traceback."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from limited import NO_LIMITS, checked, workspace

pytest.importorskip("resource", reason=NO_LIMITS)

LAUGHS = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
MERGES = f"a: &a {{{', '.join(f'k{n}: 1' for n in range(20_000))}}}\n" + "".join(
    f"b{n}: {{<<: *a}}\n" for n in range(20_000)
)
TOO_MANY = "catalog/tables.yaml:1:1: error[YML107] more than 500,000 keys and values (split it)"
TOO_DEEP = "catalog/tables.yaml:1:1: error[YML107] nested more than 60 levels deep (flatten it)"
TOO_LARGE = "catalog/tables.yaml: error[YML107] larger than 20 MB (split it)"
SWOLLEN = "error[YML107] aliases (`*name`) blow this file up without end (write the values out)"
NO_FILE = "error[YML102] `tables.yaml` is a pipe or a device, and a file was expected (copy it to a file)"

TEXTS: dict[str, tuple[Callable[[], str | bytes], str]] = {
    "a billion laughs": (lambda: LAUGHS, f"catalog/tables.yaml:1:5: {SWOLLEN}"),
    "one long list named often": (
        lambda: f"a: &a [{'x, ' * 100_000}]\nb: [{'*a, ' * 100_000}]\n",
        f"catalog/tables.yaml:1:4: {SWOLLEN}",
    ),
    "one long mapping merged often": (lambda: MERGES, f"catalog/tables.yaml:17:6: {SWOLLEN}"),
    "100 MB of comments": (lambda: b"# " + b"x" * 97 + b"\n" + b"# comment\n" * 10_000_000, TOO_LARGE),
    "a text of 100 MB": (lambda: b"a: " + b"x" * 100_000_000, TOO_LARGE),
    "a list of 100 MB": (lambda: b"- a\n" * 25_000_000, TOO_LARGE),
    "19 MB of comments": (
        lambda: b"# comment\n" * 1_900_000,
        "catalog/tables.yaml:1:1: error[YML104] the file is empty (an empty file says nothing: fill or delete it)",
    ),
    "a list of 19 MB": (lambda: b"- a\n" * 4_700_000, TOO_MANY),
    "a list of 19 MB between brackets": (lambda: b"a: [" + b"[]," * 6_000_000 + b"]", TOO_MANY),
    "a key many times": (lambda: b"a: b\n" * 400_000, TOO_MANY),
    "100,000 brackets": (lambda: "[" * 100_000, TOO_DEEP),
    "100,000 brackets that close": (lambda: f"a: {'[' * 100_000}{']' * 100_000}", TOO_DEEP),
    "100,000 braces": (lambda: "{a: " * 100_000, TOO_DEEP),
    "100,000 lists on one line": (lambda: "- " * 100_000 + "x", TOO_DEEP),
    "100,000 questions": (lambda: "? " * 100_000 + "x", TOO_DEEP),
    "5,000 mappings below each other": (lambda: "".join(f"{' ' * n}a:\n" for n in range(5_000)), TOO_DEEP),
    "a quote that never closes": (
        lambda: b'a: "x' + b"y \n" * 5_000_000,
        "catalog/tables.yaml:1:4: error[YML105] this is never closed (add the closing quote or bracket)",
    ),
    "a line of 10 MB": (
        lambda: b"a: b: " + b"x" * 10_000_000,
        (
            "catalog/tables.yaml:1:5: error[YML105] a second `: ` on this line"
            ' (put the text in quotes: `key: "like: this"`)'
        ),
    ),
    "10 MB of nothing": (
        lambda: b"\0" * 10_000_000,
        "catalog/tables.yaml:1:1: error[YML103] character U+0000 cannot stand in YAML",
    ),
    "a zero byte": (lambda: "a: \0\n", "catalog/tables.yaml:1:4: error[YML103] character U+0000 cannot stand in YAML"),
    "Latin-1": (
        lambda: b"name: Caf\xe9\n",
        "catalog/tables.yaml:1:10: error[YML103] byte 0xE9 is not UTF-8 (save the file as UTF-8)",
    ),
}
NO_TEXTS: dict[str, tuple[Callable[[Path], object], str]] = {
    "a pipe into which nobody writes": (os.mkfifo, f"tables.yaml: {NO_FILE}"),
    "a device without an end": (lambda path: path.symlink_to("/dev/zero"), f"tables.yaml: {NO_FILE}"),
    "a link to itself": (
        lambda path: path.symlink_to(path),
        (
            "tables.yaml: error[YML101] cannot read `tables.yaml`: Too many levels of symbolic links"
            " (check its permissions)"
        ),
    ),
    "a folder": (
        lambda path: path.mkdir(),
        "tables.yaml: error[YML102] `tables.yaml` is a folder, and a file was expected (name the file inside it)",
    ),
}


@pytest.mark.parametrize("name", TEXTS)
def test_text_without_end_is_a_finding(name: str, tmp_path: Path) -> None:
    make, expected = TEXTS[name]
    content = make()
    tables = workspace(tmp_path) / "catalog/tables.yaml"
    tables.write_bytes(content if isinstance(content, bytes) else content.encode())
    ended = checked(tmp_path)
    assert (ended.code, ended.out, ended.err) == (1, f"{expected}\n", "")


@pytest.mark.parametrize("name", NO_TEXTS)
def test_what_is_no_file_is_a_finding(name: str, tmp_path: Path) -> None:
    make, expected = NO_TEXTS[name]
    tables = workspace(tmp_path) / "catalog/tables.yaml"
    tables.unlink()
    make(tables)
    ended = checked(tmp_path)
    assert (ended.code, ended.out, ended.err) == (1, f"{expected}\n", "")


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="an administrator may read every file")
def test_a_file_that_may_not_be_read(tmp_path: Path) -> None:
    tables = workspace(tmp_path) / "catalog/tables.yaml"
    tables.chmod(0)
    ended = checked(tmp_path)
    expected = "tables.yaml: error[YML101] cannot read `tables.yaml`: Permission denied (check its permissions)\n"
    assert (ended.code, ended.out, ended.err) == (1, expected, "")


def test_a_folder_that_links_to_itself_is_not_walked(tmp_path: Path) -> None:
    rules = workspace(tmp_path) / "catalog/rules"
    (rules / "again").symlink_to(rules)
    ended = checked(tmp_path)
    assert (ended.code, ended.out, ended.err) == (0, "", "")


def test_a_pipe_among_the_scenarios(tmp_path: Path) -> None:
    os.mkfifo(workspace(tmp_path) / "catalog/scenarios/pipe.yaml")
    ended = checked(tmp_path)
    path = "scenarios/pipe.yaml"
    expected = f"{path}: error[YML102] `{path}` is a pipe or a device, and a file was expected (copy it to a file)\n"
    assert (ended.code, ended.out, ended.err) == (1, expected, "")


@pytest.mark.parametrize(
    ("each", "expected"),
    [
        (f"[{'1, ' * 20_000}1]", "1:1: error[CAT108] a table of 20,001 rows is too long (split the file)"),
        ("1..1000000000", "1:11: error[CAT103] expected a list of values, got `1..1000000000`"),
    ],
)
def test_a_table_of_scenarios_without_end(each: str, expected: str, tmp_path: Path) -> None:
    scenario = workspace(tmp_path) / "catalog/scenarios/one-office.yaml"
    scenario.write_text(f"each: {{n: {each}}}\nneeds: {{customer: {{name: $n}}}}\n", "utf-8")
    ended = checked(tmp_path)
    assert (ended.code, ended.out, ended.err) == (1, f"catalog/scenarios/one-office.yaml:{expected}\n", "")


@pytest.mark.parametrize("start", ["(" * 100_000, "not " * 100_000, "-" * 100_000, "1 + " * 100_000, "9" * 100_000])
def test_an_expression_without_end(start: str, tmp_path: Path) -> None:
    rules = workspace(tmp_path) / "catalog/rules/demands.yaml"
    text = rules.read_text("utf-8")
    assert '"internet.down' in text
    rules.write_text(text.replace('"internet.down', f'"{start}internet.down', 1), "utf-8")
    ended = checked(tmp_path)
    expected = "the expression is longer than 1500 characters (name parts of it under `let`)"
    assert (ended.code, ended.out, ended.err) == (1, f"catalog/rules/demands.yaml:5:23: error[RUL103] {expected}\n", "")


def test_an_expression_whose_result_nobody_could_order(tmp_path: Path) -> None:
    rules = workspace(tmp_path) / "catalog/rules/demands.yaml"
    text = rules.read_text("utf-8")
    rules.write_text(text.replace('"internet.down', f'"{"999999999999999 * " * 3}internet.down', 1), "utf-8")
    ended = checked(tmp_path)
    expected = (
        "catalog/rules/demands.yaml:5:5: error[CAT218] the rule `internet-as-asked` demands `internet` with `down` of"
        f" at least 999999999999997{'0' * 30} Mbps, and no offering has more than 1 Gbps"
        " (whoever needs it gets a conflict instead of a quote: ask for less, or let an offering provide it)\n"
    )
    assert (ended.code, ended.out, ended.err) == (1, expected, "")
