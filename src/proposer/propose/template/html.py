"""The view through the templates: the only place where they run.

Templates are written by sales engineers and print what customers said, so both are kept in bounds: the sandbox lets
no attribute through that could act, everything printed is escaped and fit for its place, an unknown name is an error, and
arithmetic and most filters are refused; a template prints, it does not compute.
"""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.files import read_bounded
from proposer.propose.bounded.breaches import failed
from proposer.propose.content.view import ProposalView
from proposer.propose.edition.brand import Brand
from proposer.propose.edition.words import Words
from proposer.propose.template.checked import UnfitError, css, printable, url
from proposer.propose.template.contexts import Misplaced, Token, misplaced
from proposer.propose.template.trees import Source, parsed, read_source, sources

if TYPE_CHECKING:
    from jinja2.sandbox import ImmutableSandboxedEnvironment

UNDEFINED, BROKEN, REFUSED, MISPLACED = "TPL101", "TPL102", "TPL103", "TPL111"
MAIN = "proposal.html.j2"
FILTERS = ("e", "escape", "first", "join", "last", "length")
OPERATORS = ("+", "-", "*", "/", "//", "%", "**")


class Printer:
    """The templates of a folder with the words of a language, read once however often they are printed from.

    In another process it begins afresh: what was read stays where it was.
    """

    def __init__(self, templates: Path, words: Words) -> None:
        self.folder, self.words = templates / "proposal", words
        self._environment: ImmutableSandboxedEnvironment | None = None

    def __reduce__(self) -> tuple[type[Printer], tuple[Path, Words]]:
        return Printer, (self.folder.parent, self.words)

    def html(self, view: ProposalView, brand: Brand) -> Outcome[str]:
        """The document as HTML. A fault in a template is a diagnostic at its file and line."""
        import jinja2

        folder = self.folder
        try:
            self._environment = self._environment or _environment(folder, self.words)
            template = self._environment.get_template(MAIN)
            text = template.render(view=view, brand=brand.name, colours=brand.colours)
        except jinja2.TemplateNotFound as error:
            fault = Diagnostic(BROKEN, f"there is no template `{error.name}`", Span(str(folder)), help=COPY)
        except jinja2.TemplateSyntaxError as error:
            place = Source(Path(error.filename or error.name or folder), error.source or "").place(error.lineno)
            fault = Diagnostic(BROKEN, f"the template cannot be read: {error.message}", place)
        except jinja2.UndefinedError as error:
            fault = Diagnostic(
                UNDEFINED, f"the template asks for what is not there: {error}", _place(error, folder), help=KNOWN
            )
        except MisplacedError as error:
            wrong = error.found
            place = Span(error.file, wrong.line, wrong.column)
            fault = Diagnostic(MISPLACED, wrong.message, place, help=wrong.remedy)
        except UnfitError as error:
            fault = Diagnostic(error.code, str(error), _place(error, folder), help=error.remedy)
        except RecursionError as error:
            fault = replace(failed(error), span=_place(error, folder))
        except (jinja2.TemplateError, TypeError, ValueError, OverflowError, UnicodeError, OSError) as error:
            fault = Diagnostic(REFUSED, f"the template failed: {error}", _place(error, folder), help=PRINTS)
        else:
            return Outcome(_said_once(text, f' lang="{view.document.language}"'))
        return Outcome(None, (fault,))


def _said_once(text: str, language: str) -> str:
    """A document in one language names it once: each element that names it again would cost the engine styles of its own."""
    before, named, after = text.partition(language)
    return before + named + after.replace(language, "") if after.count(' lang="') == after.count(language) else text


COPY = "copy the shipped templates with `proposer init`"
KNOWN = "the names that a template may use are the fields of ProposalView in src/proposer/propose/content/view.py, and the phrases in words/en.toml"
PRINTS = "a template prints what the view holds; it neither computes nor acts"


def _environment(folder: Path, words: Words) -> ImmutableSandboxedEnvironment:
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.exceptions import SecurityError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Environment(ImmutableSandboxedEnvironment):
        """Refuses arithmetic."""

        intercepted_binops = frozenset(OPERATORS)

        def call_binop(self, _context: object, operator: str, _left: object, _right: object) -> NoReturn:
            raise SecurityError(f"`{operator}` computes")

    environment = Environment(
        loader=FunctionLoader(partial(_source, folder)),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=printable,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.filters = {name: environment.filters[name] for name in FILTERS} | {"url": url, "css": css}
    environment.globals.clear()
    environment.globals.update(words=words.plain, phrase=_phrase(words))
    return environment


class Phrase(Protocol):
    """What templates call for words that need something filled in: `phrase("document.quote", quote=…, revision=…)`."""

    def __call__(self, key: str, **values: str) -> str:
        """The phrase, filled in."""


def _phrase(words: Words) -> Phrase:
    from jinja2 import UndefinedError

    def phrase(key: str, **values: str) -> str:
        try:
            return words.phrase(key, **values)
        except KeyError as error:
            missing = (
                f"the phrase `{key}` fills in `{{{error.args[0]}}}`"
                if key in words.phrases
                else f"there is no phrase `{key}`"
            )
            raise UndefinedError(missing) from None

    return phrase


class MisplacedError(Exception):
    """A template that prints where it may not."""

    def __init__(self, file: str, found: Misplaced) -> None:
        super().__init__(found.message)
        self.file, self.found = file, found


def _source(folder: Path, name: str) -> tuple[str, str, None] | None:
    """A template's text and file; none for what lies outside the folder when every link is followed, or is no file."""
    file = folder / name
    if not file.resolve().is_relative_to(folder.resolve()) or not file.is_file():
        return None
    text = read_bounded(file).decode("utf-8-sig")
    for found in misplaced(_lexed(text)):
        raise MisplacedError(str(file), found)
    return text, str(file), None


def place_faults(folder: Path) -> Iterable[Diagnostic]:
    """What templates print where they may not, and templates that cannot be read."""
    from jinja2 import TemplateSyntaxError

    for source in sources(folder):
        tree = parsed(source)
        if isinstance(tree, TemplateSyntaxError):
            message = f"the template cannot be read: {tree.message}"
            yield Diagnostic(BROKEN, message, source.place(tree.lineno))
            continue
        for found in misplaced(_lexed(source.text)):
            place = Span(str(source.file), found.line, found.column)
            yield Diagnostic(MISPLACED, found.message, place, help=found.remedy)


def _lexed(text: str) -> Iterable[Token]:
    """The tokens of a template that can be read; what cannot is told where it is compiled."""
    import jinja2

    with suppress(jinja2.TemplateSyntaxError):
        yield from jinja2.Environment(autoescape=True).lex(text)


def _place(error: BaseException, folder: Path) -> Span:
    """The innermost template line of a fault, and the name on it that the fault tells of.

    Jinja2 puts templates into the traceback like sources.
    """
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".j2")]
    if not frames:
        return Span(str(folder))
    told = re.findall(r"['`]([\w.]+)['`]", str(error))
    return read_source(Path(frames[-1].filename)).place(frames[-1].lineno or 0, told[-1] if told else "")
