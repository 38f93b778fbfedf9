"""The fixed words of the proposal, one file a language: `templates/words/en.toml` and those beside it.

Why files: a provider changes a word, or adds a language, without Python. Each file is held against the English one, so that
no sentence is missing, and none loses what is to be filled in. Without a folder `words` the shipped ones count.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace

from proposer.content import default_templates
from proposer.diagnostics import Diagnostic, Outcome, Span, did_you_mean

NO_WORDS, BAD_WORDS, WRONG_KEY, WRONG_FILLING = "TPL401", "TPL402", "TPL403", "TPL404"
FORMS = ("zero", "one", "two", "few", "many", "other")  # the plural forms that languages know
FILLED = re.compile(r"\{([a-z_]+)\}")
PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
SECTION, KEY = re.compile(r"\[([\w-]+)\]"), re.compile(r"([\w-]+)\s*=")

Forms = Mapping[str, str]  # by plural form; what depends on no number has only `other`


@dataclass(frozen=True, slots=True)
class Words:
    """All phrases of a language, by `section.key`."""

    language: str
    phrases: Mapping[str, Forms]

    def phrase(self, key: str, form: str = "other", **values: str) -> str:
        """A phrase with its values filled in; a KeyError where there is no such phrase or value."""
        forms = self.phrases[key]
        return FILLED.sub(lambda found: values[found[1]], forms.get(form, forms["other"]))

    def filled(self, key: str) -> set[str]:
        """What a phrase has filled in."""
        return _filled(self.phrases[key])

    @property
    def plain(self) -> SimpleNamespace:
        """What needs nothing filled in, by section and key, as templates name it: `words.cover.date`."""
        sections: dict[str, dict[str, str]] = {}
        for key, forms in self.phrases.items():
            section, _, name = key.partition(".")
            sections.setdefault(section, {}).update({} if _filled(forms) else {name: forms["other"]})
        return SimpleNamespace(**{section: SimpleNamespace(**texts) for section, texts in sections.items()})


@dataclass(frozen=True, slots=True)
class WordsFile:
    """A file of words as it was read, with the line of each key."""

    path: Path
    phrases: Mapping[str, Forms]
    lines: Mapping[str, int]

    def span(self, key: str) -> Span:
        """Where a phrase stands, else its section, else the file."""
        return _place(self.path, self.lines.get(key, self.lines.get(key.partition(".")[0], 0)))


def load_words(templates: Path, language: str) -> Outcome[Words]:
    """The words of a language, or every fault of its file at once."""
    shipped = default_templates() / "words"
    folder = templates / "words" if (templates / "words").is_dir() else shipped
    path = folder / f"{language}.toml"
    if not path.is_file():
        return Outcome(None, (_no_words(language, path),))
    said = _read(path)
    references = (file for file in dict.fromkeys((folder / "en.toml", shipped / "en.toml")) if file.is_file())
    known = [said if file == path else _read(file) for file in references]
    if said.value is None or any(each.value is None for each in known):
        return Outcome(None, tuple(dict.fromkeys(d for each in (said, *known) for d in each.diagnostics)))
    expected = {key: forms for each in known if each.value for key, forms in each.value.phrases.items()}
    faults = tuple(_faults(said.value, expected))
    return Outcome(None if faults else Words(language, said.value.phrases), faults)


def _no_words(language: str, path: Path) -> Diagnostic:
    there = ", ".join(f"`{file.stem}`" for file in sorted(path.parent.glob("*.toml")))
    remedy = f"copy `en.toml` to `{path.name}` and translate it; there is {there}"
    return Diagnostic(NO_WORDS, f"there are no words for the language `{language}`", Span(str(path)), help=remedy)


def _read(path: Path) -> Outcome[WordsFile]:
    try:
        text = path.read_text("utf-8")
        sections = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        at = PLACE.search(str(error))
        place = Span(str(path), *map(int, at.groups())) if at else Span(str(path))
        return Outcome(None, (Diagnostic(BAD_WORDS, f"the words cannot be read: {error}", place),))
    lines, phrases, faults = _lines(text), {}, []
    for section, texts in sections.items():
        for name, said in texts.items() if isinstance(texts, dict) else [("", None)]:
            key = f"{section}.{name}".rstrip(".")
            forms = {"other": said} if isinstance(said, str) else _forms(said)
            if forms:
                phrases[key] = forms
            else:
                faults.append(Diagnostic(BAD_WORDS, f"`{key}` {NO_TEXT}", _place(path, lines.get(key, 0)), help=FORM))
    return Outcome(None if faults else WordsFile(path, phrases, lines), tuple(faults))


def _place(path: Path, line: int) -> Span:
    """A key or a section begins its line; 0 is the file."""
    return Span(str(path), line, min(line, 1))


NO_TEXT = "is neither a text nor plural forms"
FORM = 'write `name = "…"`, or `name = { one = "{n} …", other = "{n} …" }`, below a `[section]`'


def _forms(said: object) -> dict[str, str]:
    """Plural forms, or nothing when it is something else."""
    forms = {form: text for form, text in said.items() if isinstance(text, str)} if isinstance(said, dict) else {}
    good = "other" in forms and set(forms) <= set(FORMS) and isinstance(said, dict) and len(forms) == len(said)
    return forms if good else {}


def _lines(text: str) -> dict[str, int]:
    """The line of each section and key: the standard library's reader keeps none."""
    found: dict[str, int] = {}
    section = ""
    for number, line in enumerate(text.splitlines(), 1):
        if head := SECTION.match(line):
            section = head[1]
            found.setdefault(section, number)
        elif key := KEY.match(line):
            found.setdefault(f"{section}.{key[1]}".lstrip("."), number)
    return found


def _faults(said: WordsFile, expected: Mapping[str, Forms]) -> Iterator[Diagnostic]:
    """What is missing, what nobody asks for, and what is filled in otherwise than in English."""
    for key in expected:
        if key not in said.phrases:
            remedy = f"in English it is: {expected[key]['other']}"
            yield Diagnostic(WRONG_KEY, f"the phrase `{key}` is missing", said.span(key), help=remedy)
    for key, forms in said.phrases.items():
        if key in expected:
            yield from _filling_faults(key, forms, expected[key], said)
        else:
            message = f"there is no phrase `{key}` in English"
            yield Diagnostic(WRONG_KEY, message, said.span(key), help=did_you_mean(key, expected))


def _filling_faults(key: str, forms: Forms, english: Forms, said: WordsFile) -> Iterator[Diagnostic]:
    known = _filled(english)
    for form, text in forms.items():
        which = key if form == "other" else f"{key}.{form}"
        for name in sorted(set(FILLED.findall(text)) - known):
            remedy = did_you_mean(name, known) or "nothing is filled in here"
            yield Diagnostic(WRONG_FILLING, f"`{which}` fills in `{{{name}}}`", said.span(key), help=remedy)
        if set("{}") & set(FILLED.sub("", text)):
            message = f"`{which}` has a brace that belongs to nothing"
            yield Diagnostic(WRONG_FILLING, message, said.span(key), help="write what is filled in as `{name}`")
    for name in sorted(known - set(FILLED.findall(forms["other"]))):
        remedy = f"in English it is: {english['other']}"
        yield Diagnostic(WRONG_FILLING, f"`{key}` leaves out `{{{name}}}`", said.span(key), help=remedy)
    if len(forms) > 1 and "n" not in known:
        remedy = f"in English it is: {english['other']}"
        yield Diagnostic(WRONG_FILLING, f"`{key}` depends on no number", said.span(key), help=remedy)


def _filled(forms: Forms) -> set[str]:
    """What is filled in, in any form."""
    return {name for text in forms.values() for name in FILLED.findall(text)}
