"""Phrases that templates ask for, held against those that there are, with what each fills in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from proposer.diagnostics import Diagnostic, did_you_mean
from proposer.propose.edition.words import Words, load_words
from proposer.propose.template.names import NO_NAME
from proposer.propose.template.trees import Source, trees

if TYPE_CHECKING:
    from jinja2 import nodes


def phrase_faults(templates: Path) -> Iterator[Diagnostic]:
    """`words.section.key` and `phrase("section.key", …)` in all templates. What is put together while it runs is not known."""
    from jinja2 import nodes as kinds

    words = load_words(templates, "en").value
    if words is None:
        return  # told by the words' own finding
    for source, tree in trees(templates / "proposal"):
        reader = _Reader(source, words)
        for call in tree.find_all(kinds.Call):
            yield from reader.called(call)
        for name in tree.find_all(kinds.Getattr):
            yield from reader.named(name)


class _Reader:
    """Reads one template."""

    def __init__(self, source: Source, words: Words) -> None:
        self.source, self.words = source, words

    def called(self, call: nodes.Call) -> Iterator[Diagnostic]:
        """`phrase("section.key", name=…)`: the phrase is there, and all that it fills in is given."""
        from jinja2 import nodes as kinds

        first = call.args[0] if call.args else None
        if not (_is(call.node, "phrase") and isinstance(first, kinds.Const) and isinstance(first.value, str)):
            return
        if first.value not in self.words.phrases:
            yield self._missing(first.value, first.lineno, first.value)
        elif call.dyn_kwargs is None:
            given = {argument.key for argument in call.kwargs}
            yield from self._unfilled(first.value, first.lineno, first.value, given)

    def named(self, name: nodes.Getattr) -> Iterator[Diagnostic]:
        """`words.section.key`: the phrase is there, and fills in nothing."""
        from jinja2 import nodes as kinds

        section = name.node
        if not (isinstance(section, kinds.Getattr) and _is(section.node, "words")):
            return
        key = f"{section.attr}.{name.attr}"
        if key not in self.words.phrases:
            yield self._missing(key, name.lineno, f"words.{key}")
        else:
            yield from self._unfilled(key, name.lineno, f"words.{key}", set())

    def _missing(self, key: str, line: int, said: str) -> Diagnostic:
        place = self.source.place(line, said)
        return Diagnostic(
            NO_NAME, f"there is no phrase `{key}`", place, help=did_you_mean(key, list(self.words.phrases))
        )

    def _unfilled(self, key: str, line: int, said: str, given: set[str]) -> Iterator[Diagnostic]:
        if missing := sorted(self.words.filled(key) - given):
            values = ", ".join(f"{name}=…" for name in sorted(self.words.filled(key)))
            names = " and ".join(f"`{{{name}}}`" for name in missing)
            message, remedy = f"the phrase `{key}` fills in {names}", f'write `phrase("{key}", {values})`'
            yield Diagnostic(NO_NAME, message, self.source.place(line, said), help=remedy)


def _is(node: nodes.Node, name: str) -> bool:
    from jinja2 import nodes as kinds

    return isinstance(node, kinds.Name) and node.name == name
