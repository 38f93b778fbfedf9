"""What templates name, held against what there is: the fields of the view, and the names that templates bind themselves.

A template is parsed and never run, so that a name in a branch that no quote takes is found as well. What a macro is given
is not known; its parts are taken to be right.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from dataclasses import fields as fields_of
from pathlib import Path
from types import UnionType
from typing import TYPE_CHECKING, Union, get_args, get_origin, get_type_hints

from proposer.diagnostics import Diagnostic, Severity, Span, did_you_mean
from proposer.propose.content.view import ProposalView
from proposer.propose.template.trees import Source, parsed, sources

if TYPE_CHECKING:
    from jinja2 import nodes

NO_NAME, NOT_PRINTED = "TPL701", "TPL702"
GIVEN: Mapping[str, object] = {"view": ProposalView, "brand": str, "colours": None, "words": None, "phrase": None}
ALWAYS = ("loop", "caller", "varargs", "kwargs", "self")


@dataclass(slots=True)
class Names:
    """What all templates bind and print, and what they name wrongly."""

    bound: set[str] = field(default_factory=lambda: {*GIVEN, *ALWAYS})
    printed: set[str] = field(default_factory=set)
    unknown: list[tuple[str, Span]] = field(default_factory=list)
    faults: list[Diagnostic] = field(default_factory=list)


def name_faults(folder: Path) -> Iterator[Diagnostic]:
    """All names that are not there, and then what the view holds and nothing prints."""
    names, is_whole = Names(), True
    for source in sources(folder):
        tree = parsed(source)
        if isinstance(tree, Exception):
            is_whole = False
        else:
            _Reader(source, names).read(tree, dict(GIVEN))
    yield from names.faults
    for name, place in names.unknown:
        if name not in names.bound:
            yield Diagnostic(NO_NAME, f"there is no `{name}`", place, help=did_you_mean(name, names.bound))
    for owner, name in _fields(ProposalView, set()) if is_whole else ():
        if name not in names.printed:
            message = f"`{name}` of `{owner}` is printed nowhere"
            yield Diagnostic(NOT_PRINTED, message, Span(str(folder)), Severity.NOTE, help="print it, or leave it so")


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads one template."""

    source: Source
    names: Names

    def read(self, node: nodes.Node, scope: dict[str, object]) -> None:
        """Go through a part of the template with the types of the names that stand for something in it."""
        from jinja2 import nodes as kinds

        if isinstance(node, kinds.For):
            self.read(node.iter, scope)
            scope = scope | dict(self._bound(node.target, _element(self._type(node.iter, scope))))
        elif isinstance(node, kinds.Macro):
            self.names.bound |= {node.name, *(argument.name for argument in node.args)}
            scope = {**scope, **dict.fromkeys(argument.name for argument in node.args)}
        elif isinstance(node, kinds.Import):
            self.names.bound.add(node.target)
        elif isinstance(node, kinds.Assign):
            scope.update(self._bound(node.target, self._type(node.node, scope)))
        self._note(node, scope)
        for child in node.iter_child_nodes():
            self.read(child, scope)

    def _note(self, node: nodes.Node, scope: Mapping[str, object]) -> None:
        from jinja2 import nodes as kinds

        if isinstance(node, kinds.Const) and isinstance(node.value, str):
            self.names.printed.add(node.value)  # `option[field]` is asked for by its name
        elif isinstance(node, kinds.Name) and node.ctx == "load" and node.name not in scope:
            self.names.unknown.append((node.name, self.source.place(node.lineno, node.name)))
        elif isinstance(node, kinds.Getattr):
            self.names.printed.add(node.attr)
            owner = self._type(node.node, scope)
            if is_dataclass(owner) and not hasattr(owner, node.attr):
                known = [each.name for each in fields_of(owner)]
                message = f"`{getattr(owner, '__name__', '')}` has no `{node.attr}`"
                place = self.source.place(node.lineno, f".{node.attr}")
                self.names.faults.append(Diagnostic(NO_NAME, message, place, help=did_you_mean(node.attr, known)))

    def _bound(self, target: nodes.Node, type_: object) -> Iterator[tuple[str, object]]:
        from jinja2 import nodes as kinds

        if isinstance(target, kinds.Name):
            self.names.bound.add(target.name)
            yield target.name, type_
        elif isinstance(target, kinds.Tuple):
            parts = get_args(type_) if get_origin(type_) is tuple else ()
            for number, item in enumerate(target.items):
                yield from self._bound(item, parts[number] if number < len(parts) else None)

    def _type(self, node: nodes.Node, scope: Mapping[str, object]) -> object:
        """The type of an expression where it is known."""
        from jinja2 import nodes as kinds

        if isinstance(node, kinds.Name):
            return scope.get(node.name)
        if isinstance(node, kinds.Getattr):
            owner = self._type(node.node, scope)
            return _plain(get_type_hints(owner).get(node.attr)) if isinstance(owner, type) else None
        if isinstance(node, kinds.Filter) and node.node is not None and node.name in ("first", "last"):
            return _element(self._type(node.node, scope))
        return None


def _plain(type_: object) -> object:
    """Without the None of what may be missing."""
    if isinstance(type_, UnionType) or get_origin(type_) is Union:
        parts = [part for part in get_args(type_) if part is not type(None)]
        return parts[0] if len(parts) == 1 else None
    return type_


def _element(type_: object) -> object:
    parts = get_args(type_)
    return _plain(parts[0]) if get_origin(type_) is tuple and len(parts) == 2 and parts[1] is Ellipsis else None


def _fields(owner: type, seen: set[type]) -> Iterator[tuple[str, str]]:
    """Every field of a record and of those that it holds."""
    if owner in seen:
        return
    seen.add(owner)
    for name, hint in get_type_hints(owner).items():
        yield owner.__name__, name
        inner = _element(_plain(hint)) or _plain(hint)
        if isinstance(inner, type) and is_dataclass(inner):
            yield from _fields(inner, seen)
