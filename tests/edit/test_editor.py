"""Which schema a workspace's file has, and the line that names it."""

from __future__ import annotations

import pytest

from proposer.edit.editor import kind_of, with_modeline


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("examples/dentist.yaml", "needs"), ("needs/a.yaml", "needs"), ("catalog/scenarios/a.yaml", "scenario"),
        ("catalog/scenarios/voice/b/a.yaml", "scenario"), ("catalog/offerings/voice/pri.yaml", "offering"),
        ("catalog/bundles/a.yaml", "bundle"), ("catalog/rules/a.yaml", "rules"), ("catalog/pricing.yaml", "pricing"),
        ("catalog/offerings/pri.yaml", ""), ("catalog/other.yaml", ""), ("templates/brands/a.yaml", ""),
    ],
)  # fmt: skip
def test_the_path_says_what_kind_a_file_is(path: str, kind: str) -> None:
    assert kind_of(path) == kind


def test_the_first_line_names_the_schema_from_where_the_file_stands() -> None:
    text = with_modeline("name: A\n", "catalog/offerings/voice/pri.yaml")
    assert text == "# yaml-language-server: $schema=../../../schemas/offering.json\nname: A\n"
    assert with_modeline(text, "catalog/offerings/voice/pri.yaml") == text
    assert with_modeline("x: 1\n", "elsewhere.yaml") == "x: 1\n"
