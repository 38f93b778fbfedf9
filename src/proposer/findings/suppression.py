"""`# proposer: ignore[CAT104] reason`: findings that somebody has looked at and accepts, said where they stand.

At the end of a line it speaks of the findings that begin on that line; on a line of its own, of those on the next line.
One that suppresses nothing is itself a finding, so that they do not outlive what they excuse.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from proposer.codes import CODES
from proposer.diagnostics import Diagnostic, Fix, Severity, Span, nearest
from proposer.findings.comments import Comment, comments
from proposer.findings.selection import Selection, codes_in

_UNUSED = "CAT120"
_UNREADABLE = "CAT121"
_FORM = "write `# proposer: ignore[CAT104] the reason`"
_COMMENT = re.compile(r"#+[ \t]*proposer[ \t]*:[ \t]*(?P<rest>.*)", re.IGNORECASE)
_IGNORE = re.compile(r"ignore[ \t]*\[(?P<codes>[^\]]*)\][ \t:]*(?P<reason>.*)", re.IGNORECASE)


@dataclass
class _Suppression:
    """One comment: the codes it names, the line it speaks of, what is wrong with it, and what it has suppressed."""

    span: Span
    line: int
    codes: tuple[str, ...]
    removal: Fix
    used: set[str] = field(default_factory=set)


def suppress(
    found: Iterable[Diagnostic], texts: Mapping[str, str], selection: Selection, *, complete: bool
) -> tuple[Diagnostic, ...]:
    """The findings that no comment suppresses, and those about the comments themselves.

    `texts` are the files by label. Unless the check was `complete`, nothing can be said of comments without a use.
    """
    kept: list[Diagnostic] = []
    by_line: dict[tuple[str, int], list[_Suppression]] = {}
    for file, text in texts.items():
        for suppression, faults in _suppressions(file, text):
            kept += faults
            if suppression:
                by_line.setdefault((file, suppression.line), []).append(suppression)
    for diagnostic in found:
        matching = [
            s for s in by_line.get((diagnostic.span.file, diagnostic.span.line), ()) if diagnostic.code in s.codes
        ]
        for suppression in matching:
            suppression.used.add(diagnostic.code)
        if not matching:
            kept.append(diagnostic)
    if complete:
        kept += [each for those in by_line.values() for one in those for each in _unused(one, selection)]
    return tuple(kept)


def _suppressions(file: str, text: str) -> Iterator[tuple[_Suppression | None, list[Diagnostic]]]:
    if "proposer" not in text.lower():
        return
    every = list(comments(text))
    alone = {comment.line for comment in every if comment.alone}
    for comment in every:
        if match := _COMMENT.match(comment.text):
            yield _read(file, comment, match["rest"], alone)


def _read(file: str, comment: Comment, rest: str, alone: set[int]) -> tuple[_Suppression | None, list[Diagnostic]]:
    end = comment.column + len(comment.text)
    span = Span(file, comment.line, comment.column, comment.line, end)
    form = _IGNORE.match(rest)
    if form is None:
        return None, [_fault(span, "this comment to proposer cannot be read", _FORM)]
    codes = codes_in(form["codes"])
    faults = [] if form["reason"].strip() else [_fault(span, "a suppression without a reason", _FORM)]
    if not codes:
        faults.append(_fault(span, "a suppression without a code", _FORM))
    faults += [_unknown(span, code) for code in codes if code not in CODES]
    known = tuple(code for code in codes if code in CODES)
    return _Suppression(span, _target(comment, alone), known, _removal(file, comment, end)), faults


def _target(comment: Comment, alone: set[int]) -> int:
    """The comment's own line; of one that stands alone, the next line that is not a comment, too."""
    if not comment.alone:
        return comment.line
    line = comment.line + 1
    while line in alone:
        line += 1
    return line


def _removal(file: str, comment: Comment, end: int) -> Fix:
    if comment.alone:
        return Fix(Span(file, comment.line, 1, comment.line + 1, 1), "")
    return Fix(Span(file, comment.line, comment.blanks, comment.line, end), "")


def _unused(one: _Suppression, selection: Selection) -> Iterator[Diagnostic]:
    """Codes that were looked for, and that this comment had nothing to suppress of."""
    idle = [code for code in one.codes if code not in one.used and selection.has(code)]
    fix = one.removal if len(idle) == len(one.codes) else None
    for code in idle:
        yield Diagnostic(
            _UNUSED,
            f"no finding {code} is suppressed here",
            one.span,
            Severity.WARNING,
            help="remove the comment" if fix else f"remove {code} from the brackets",
            fix=fix,
        )


def _unknown(span: Span, code: str) -> Diagnostic:
    guess = nearest(code, CODES)
    remedy = f"did you mean `{guess}`?" if guess else "`proposer explain` lists them"
    return Diagnostic(_UNREADABLE, f"there is no code `{code}`", span, Severity.WARNING, help=remedy, nearest=guess)


def _fault(span: Span, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(_UNREADABLE, message, span, Severity.WARNING, help=remedy)
