"""Styles that cost much, break the tags, or print otherwise than they read, at file, line and column.

Each was measured on the PDF engine; it knows no budget, so what is dear on one page is unbearable on a thousand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import tinycss2
from tinycss2 import ast

from proposer.diagnostics import Diagnostic, Severity, Span

COSTLY = "TPL703"


@dataclass(frozen=True, slots=True)
class Price:
    """A property, what of its values is meant, what is wrong with it, and what to write instead."""

    property: str  # a name, or the beginning of several: `border*`
    meant: Callable[[str, str], bool]  # by the selector and the value
    message: str
    remedy: str


def _has(*words: str) -> Callable[[str, str], bool]:
    return lambda _selector, value: any(word in value for word in words)


def _any(_selector: str, _value: str) -> bool:
    return True


def _below_one(_selector: str, value: str) -> bool:
    return value.strip() not in ("1", "100%", "inherit", "initial")


def _blurred(_selector: str, value: str) -> bool:
    lengths = [part for part in value.replace(",", " ").split() if part[:1].isdigit() or part[:1] in "-."]
    return len(lengths) > 2 and lengths[2].strip("0pxm.") != ""


def _table(selector: str, value: str) -> bool:
    return (
        "grid" in value
        and selector.split()[-1:] != []
        and selector.split()[-1].split(".")[0] in ("table", "tbody", "tr")
    )


PRICES = (
    Price("display", _has("flex"), "flex boxes in each other take 3, 8, 24 times as long, and break badly over pages", "use blocks, a table, or a grid"),
    Price("display", _table, "a table as a grid takes 14 times as long", "leave it a table, with `table-layout: fixed`"),
    Price("content", _has("leader("), "each leader takes as long as a paragraph", "use a table with a hairline"),
    Price("border*", _has("dotted"), "dotted borders make files of many megabytes", "use a solid hairline"),
    Price("box-shadow", _blurred, "a blurred shadow takes twice as long and leaves seams", "use a border or a tint"),
    Price("opacity", _below_one, "opacity breaks the tags for those who listen", "use a colour with `rgba(…)`"),
    Price("float", _has("footnote"), "a footnote for each block takes 4 times as long", "number notes below the table"),
    Price("background*", lambda selector, _: selector.split()[-1:] == ["th"], "a ground on `th` leaves hairlines", "set it on the `tr`"),
    Price("clip-path", _any, "the engine ignores it", "cut the picture"),
    Price("filter", _any, "the engine ignores it", "change the picture"),
    Price("text-shadow", _any, "the engine ignores it", "leave it out"),
    Price("aspect-ratio", _any, "the engine ignores it", "set width and height"),
    Price("*", _has("color-mix("), "the engine ignores `color-mix()`", "write the colour out"),
    Price("*", _has("conic-gradient("), "the engine ignores conic gradients", "use a linear one"),
    Price("grid-template*", _has("auto-fill", "auto-fit"), "the engine ignores `auto-fill`", "say how many columns"),
)  # fmt: skip


def cost_faults(file: Path) -> Iterator[Diagnostic]:
    """What is dear in a stylesheet."""
    rules = tinycss2.parse_stylesheet(file.read_text("utf-8"), skip_comments=True, skip_whitespace=True)
    yield from _rules(file, rules)


def _rules(file: Path, rules: Sequence[ast.Node]) -> Iterator[Diagnostic]:
    for rule in rules:
        if isinstance(rule, ast.AtRule) and rule.lower_at_keyword == "container":
            yield _fault(file, rule, "@container", "the engine ignores it", "write the styles without it")
        elif isinstance(rule, ast.AtRule) and rule.lower_at_keyword == "media" and rule.content is not None:
            yield from _rules(file, tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
        elif isinstance(rule, ast.QualifiedRule):
            yield from _declarations(file, rule)


def _declarations(file: Path, rule: ast.QualifiedRule) -> Iterator[Diagnostic]:
    selectors = tinycss2.serialize(rule.prelude).split(",")
    for said in tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True):
        if isinstance(said, ast.Declaration):
            value = tinycss2.serialize(said.value).strip().lower()
            for price in PRICES:
                if _named(price.property, said.lower_name) and any(price.meant(s.strip(), value) for s in selectors):
                    yield _fault(file, said, f"{said.lower_name}: {value}"[:60], price.message, price.remedy)


def _named(pattern: str, name: str) -> bool:
    return name.startswith(pattern[:-1]) if pattern.endswith("*") else name == pattern


def _fault(file: Path, node: ast.Node, what: str, message: str, remedy: str) -> Diagnostic:
    place = Span(str(file), node.source_line, node.source_column)
    return Diagnostic(COSTLY, f"`{what}`: {message}", place, Severity.WARNING, help=remedy)
