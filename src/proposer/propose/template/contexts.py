"""Where in the HTML a template prints: in text, in an attribute, in a style, and what that place asks of it.

Why: escaping keeps a text from becoming markup, in text and between quotes. It does not keep an address from being
`javascript:`, nor a value from ending its declaration in a style, nor a word from becoming an attribute where there are
no quotes. So a template is read once, and what it prints in such a place must go through the filter for it.

Each file is taken to begin in text. What this does not see is what a macro prints where it is called; its result goes
through the caller's filter as any value does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

LINKS = ("href", "xlink:href", "action", "formaction", "cite", "ping")
FIXED = ("#", "mailto:", "tel:", "http://", "https://")  # after these a text can only go on
OPENS = re.compile(r"<(/?)([A-Za-z][\w:-]*)?")
NAME = re.compile(r"[^\s=>/\"']+")


@dataclass(frozen=True, slots=True)
class Misplaced:
    """Something printed where it may not be, or not so."""

    line: int
    column: int
    message: str
    remedy: str


@dataclass(slots=True)
class Place:
    """Where a reader of HTML stands."""

    tag: str = ""  # of the open tag, or of the element `style` or `script` whose content this is
    inside: bool = False  # between `<` and `>`
    attribute: str = ""  # whose value begins or goes on
    quote: str = ""  # that closes the value
    value: str = ""  # what stood in it before
    comment: bool = False
    closing: bool = False

    def read(self, text: str) -> None:
        """Go on over plain text of the template."""
        at = 0
        while at < len(text):
            at = self._within(text, at) if self.inside else self._text(text, at)

    def _text(self, text: str, at: int) -> int:
        if self.comment:
            end = text.find("-->", at)
            self.comment = end < 0
            return len(text) if end < 0 else end + 3
        start = text.find("<", at)
        if start < 0:
            return len(text)
        if text.startswith("<!--", start):
            self.comment = True
            return start + 4
        return self._open(text, start)

    def _open(self, text: str, start: int) -> int:
        """A tag begins, unless this is the content of a style or script, which only its own end leaves."""
        match = OPENS.match(text, start)
        slash, name = (match[1], (match[2] or "").lower()) if match else ("", "")
        if self.tag in ("style", "script") and not (slash and name == self.tag):
            return start + 1
        if not name and text[start + 1 : start + 2] not in ("", "/", "!", "?"):
            return start + 1  # a sign of comparison
        self.tag, self.inside, self.closing = name, True, bool(slash)
        self.attribute = self.quote = self.value = ""
        return start + 1 + len(slash) + len(name)

    def _within(self, text: str, at: int) -> int:
        if self.quote:
            end = text.find(self.quote, at)
            self.value += text[at : end if end >= 0 else len(text)]
            if end < 0:
                return len(text)
            self.attribute = self.quote = self.value = ""
            return end + 1
        sign = text[at]
        if sign == ">":
            self._close()
        elif sign in "\"'" and self.value == "=":
            self.quote, self.value = sign, ""
        elif sign == "=":
            self.value = "="
        elif match := NAME.match(text, at):
            self._word(match[0])
            return match.end()
        elif self.value != "=":
            self.value = ""
        return at + 1

    def _word(self, word: str) -> None:
        """An attribute's name, or a value without quotes."""
        if self.value != "=":
            self.attribute, self.value = word.lower(), ""

    def _close(self) -> None:
        self.inside = False
        self.attribute = self.quote = self.value = ""
        if self.closing or self.tag not in ("style", "script"):
            self.tag = ""

    def fault(self, last_filter: str) -> tuple[str, str] | None:
        """What is wrong with printing here what went last through this filter."""
        if not self.inside:
            return self._fault_in_text(last_filter)
        if not self.quote:
            return "a value is printed into a tag without quotes", 'write quotes around it: `class="{{ … }}"`'
        if self.attribute.startswith("on") or self.attribute == "srcdoc":
            return f"a value is printed into `{self.attribute}`, which acts", "a proposal has no scripts: leave it out"
        if self.attribute == "style" and last_filter != "css":
            return "a value is printed into a style without `| css`", "write `{{ … | css }}`"
        if self.attribute in LINKS and last_filter != "url" and not self.value.strip().lower().startswith(FIXED):
            return f"an address is printed into `{self.attribute}` without `| url`", "write `{{ … | url }}`"
        return None

    def _fault_in_text(self, last_filter: str) -> tuple[str, str] | None:
        if self.tag == "script":
            return "a value is printed into a script", "a proposal has no scripts: leave it out"
        if self.tag == "style" and last_filter != "css":
            return "a value is printed into a style without `| css`", "write `{{ … | css }}`"
        return None


Token = tuple[int, str, str]  # line, kind and text, as the template engine's lexer gives them


def misplaced(tokens: Iterable[Token]) -> Iterator[Misplaced]:
    """All that a template prints where it may not, or not so."""
    place, expression, column = Place(), list[Token](), 1
    printing = False
    for line, kind, text in tokens:
        if kind == "data":
            place.read(text)
        elif kind == "variable_begin":
            printing, expression, begun = True, [], (line, column)
        elif kind == "variable_end":
            printing = False
            if fault := place.fault(last_filter(expression)):
                yield Misplaced(*begun, *fault)
            place.value += "…" if place.quote else ""
        elif printing and kind not in ("whitespace", "comment"):
            expression.append((line, kind, text))
        column = len(text) - text.rfind("\n") if "\n" in text else column + len(text)


def last_filter(expression: list[Token]) -> str:
    """The filter that the whole of an expression goes through at last, or nothing.

    `a ~ b | url` filters only `b`, and `a | url if c else b` only `a`: neither counts.
    """
    depth, found = 0, ""
    for index, (_, kind, text) in enumerate(expression):
        depth += (text in "([{") - (text in ")]}") if kind == "operator" else 0
        if depth or text in ")]}":
            continue
        if kind == "operator" and text == "|":
            found = expression[index + 1][2] if index + 1 < len(expression) else ""
        elif (kind == "operator" and text != ".") or text in ("if", "else", "and", "or", "not", "in", "is"):
            return ""
    return found
