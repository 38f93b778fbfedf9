"""What a new offering changes: its own file, and the end of every price book."""

from __future__ import annotations

from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Severity, Span
from proposer.edit.offering import Draft, offering_text
from proposer.edit.offering_prices import BLANK, price_entry, with_entry
from proposer.edit.setting import as_stored
from proposer.files import write_whole
from proposer.load.files import read_yaml
from proposer.model.catalog import Catalog

Texts = dict[str, str]  # file in the catalog's folder → its new text


def new_texts(folder: Path, catalog: Catalog, draft: Draft) -> Outcome[Texts]:
    """The texts of all files that the offering changes; nothing is written."""
    if fault := _taken(folder, catalog, draft):
        return Outcome(None, (fault,))
    texts = {draft.file: offering_text(draft)}
    for file in dict.fromkeys(book.span.file for book in catalog.price_books):
        document = read_yaml(folder / file, file)
        if document.value is None:
            return Outcome(None, document.diagnostics)
        text = with_entry(document.value.text, price_entry(draft))
        if text is None:
            return Outcome(None, (_not_below(file),))
        texts[file] = text
    return Outcome(texts)


def refusals(found: tuple[Diagnostic, ...], texts: Texts) -> tuple[Diagnostic, ...]:
    """The errors among the findings that do not merely point at a blank to be filled in."""
    return tuple(each for each in found if each.severity is Severity.ERROR and not _at_blank(each.span, texts))


def write_all(folder: Path, texts: Texts) -> Diagnostic | None:
    """Write every file, or leave all as they were."""
    before = {file: (folder / file).read_bytes() if (folder / file).exists() else None for file in texts}
    for done, (file, text) in enumerate(texts.items()):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        if fault := write_whole(folder / file, as_stored(folder, file, text)):
            _restore(folder, {name: before[name] for name in list(texts)[:done]})
            return fault
    return None


def _restore(folder: Path, before: dict[str, bytes | None]) -> None:
    for file, content in before.items():
        if content is None:
            (folder / file).unlink(missing_ok=True)
        else:
            write_whole(folder / file, content)


def _taken(folder: Path, catalog: Catalog, draft: Draft) -> Diagnostic | None:
    known = catalog.offerings.get(draft.id)
    if known is None and not (folder / draft.file).exists():
        return None
    span = known.span if known else Span(draft.file)
    remedy = "choose another id, or change the file that is there"
    return Diagnostic("EDT104", f"there is an offering `{draft.id}` already", span, help=remedy)


def _at_blank(span: Span, texts: Texts) -> bool:
    lines = texts.get(span.file, "").splitlines()
    return 0 < span.line <= len(lines) and BLANK in lines[span.line - 1]


def _not_below(file: str) -> Diagnostic:
    remedy = "write `prices:` on a line of its own and each offering's prices below it"
    return Diagnostic("EDT103", f"no prices can be added to `{file}`", Span(file), help=remedy)
