"""Seeded damage to the files of a catalog, as editors, merges and broken disks do it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

JUNK = (
    "null", "[]", "{}", "-1", "1e9", "9" * 60, "yes", "10..5 Mbps by 0", "*a", "&a x", "a: b: c", "{", "'", "\t", "x",
    "2026-13-45", "12 parsecs", "1..", "²", "[[[]]]", "'{'", "term", "by", "\u202e", "\ud7ff", "", "-", "#", ",", ";",
    '"', "\x00", "\u2028", "\ufeff", "<<: *x", "!!python/object:os.system x", "%YAML 1.1", "---", "...", "?", ": ", "|", ">-",
)  # fmt: skip
TYPED = re.compile(
    r"^( *)(per|sold|valid|percent|free_months|price|to|by|terms|rides_on|type|list_term): (\S.*)$", re.MULTILINE
)
NONSENSE = ("[[[]]]", "{a: {b: c}}", "'@@ ## !!'")


@dataclass(frozen=True, slots=True)
class Mutant:
    """A file's text after one kind of damage; `nonsense` says that it cannot mean anything any more."""

    kind: str
    text: str
    nonsense: bool = False


Mutation = Callable[[random.Random, str], tuple[str, bool]]


def mutant(chance: random.Random, text: str) -> Mutant:
    """The text with one to three pieces of damage of one kind."""
    kind, change = chance.choice(sorted(MUTATIONS.items()))
    nonsense = False
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text, broken = change(chance, text)
        nonsense = broken  # later damage may undo what came before it, so only the last one counts
    return Mutant(kind, text, nonsense or not parses(text))


def parses(text: str) -> bool:
    """Whether an independent reader finds YAML in the text, with something in it."""
    try:
        return yaml.compose(text, Loader=yaml.CSafeLoader) is not None
    except (yaml.YAMLError, ValueError):
        return False


def _lines(text: str) -> list[str]:
    return text.splitlines(keepends=True) or [""]


def _delete_line(chance: random.Random, text: str) -> tuple[str, bool]:
    lines = _lines(text)
    del lines[chance.randrange(len(lines))]
    return "".join(lines), False


def _double_line(chance: random.Random, text: str) -> tuple[str, bool]:
    lines = _lines(text)
    at = chance.randrange(len(lines))
    lines.insert(at, lines[at])
    return "".join(lines), False


def _swap_lines(chance: random.Random, text: str) -> tuple[str, bool]:
    lines = _lines(text)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]
    return "".join(lines), False


def _shift_line(chance: random.Random, text: str) -> tuple[str, bool]:
    lines = _lines(text)
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "   ", "\t")) + lines[at] if chance.random() < 0.7 else lines[at].lstrip(" ")
    return "".join(lines), False


def _truncate(chance: random.Random, text: str) -> tuple[str, bool]:
    return text[: chance.randrange(len(text) + 1)], False


def _junk(chance: random.Random, text: str) -> tuple[str, bool]:
    start = chance.randrange(len(text) + 1)
    end = start + chance.choice((0, 0, 1, 3, 12))
    return text[:start] + chance.choice(JUNK) + text[end:], False


def _words(chance: random.Random, text: str) -> list[re.Match[str]]:
    return list(re.finditer(r"[A-Za-z0-9_.-]+", text))


def _swap_words(chance: random.Random, text: str) -> tuple[str, bool]:
    words = _words(chance, text)
    if len(words) < 2:
        return text, False
    one, other = sorted(chance.sample(range(len(words)), 2))
    a, b = words[one], words[other]
    return text[: a.start()] + b[0] + text[a.end() : b.start()] + a[0] + text[b.end() :], False


def _retype_word(chance: random.Random, text: str) -> tuple[str, bool]:
    words = _words(chance, text)
    if not words:
        return text, False
    word = chance.choice(words)
    return text[: word.start()] + chance.choice(JUNK) + text[word.end() :], False


def _misspell(chance: random.Random, text: str) -> tuple[str, bool]:
    keys = list(re.finditer(r"([A-Za-z_-]{4,})(?=:)", text))
    if not keys:
        return text, False
    key = chance.choice(keys)
    at = chance.randrange(key.start(), key.end())
    return text[:at] + text[at + 1 :], False


def _retype_field(chance: random.Random, text: str) -> tuple[str, bool]:
    fields = list(TYPED.finditer(text))
    if not fields:
        return text, False
    field = chance.choice(fields)
    return text[: field.start(3)] + chance.choice(NONSENSE) + text[field.end(3) :], True


def _no_name(chance: random.Random, text: str) -> tuple[str, bool]:
    """Without the line of a required field at the top."""
    found = re.search(r"^(name|per|words|valid|benefit): .*\n(?![ -])", text, re.MULTILINE)
    return (text[: found.start()] + text[found.end() :], True) if found else (text, False)


MUTATIONS: dict[str, Mutation] = {
    "a line deleted": _delete_line, "a line twice": _double_line, "two lines swapped": _swap_lines,
    "a line shifted": _shift_line, "cut off": _truncate, "junk": _junk, "two words swapped": _swap_words,
    "a word retyped": _retype_word, "a key misspelt": _misspell, "a typed field retyped": _retype_field,
    "a required field deleted": _no_name,
}  # fmt: skip
