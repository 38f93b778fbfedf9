"""Reading files: bytes to text, and every way in which that fails as a finding."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from proposer.diagnostics import Diagnostic, Outcome, Span
from proposer.files import LARGEST, NoFileError, read_bounded
from proposer.load.document import Document
from proposer.load.yaml import parse_yaml

_UTF16 = (b"\xff\xfe", b"\xfe\xff")


def read_text(path: Path, label: str) -> Outcome[str]:
    """A file's text without its byte order mark; what cannot be read is a finding that names `label`."""
    try:
        content = read_bounded(path)
    except OSError as error:
        return _unreadable(path, label, error)
    if len(content) > LARGEST:
        return _refused("YML107", f"larger than {LARGEST // 1_000_000} MB", label, "split it")
    try:
        return Outcome(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _not_utf8(content, error, label)


def read_yaml(path: Path, label: str) -> Outcome[Document]:
    """A YAML file's document."""
    text = read_text(path, label)
    return Outcome(None, text.diagnostics) if text.value is None else parse_yaml(text.value, label)


def source_reader(folders: Sequence[Path]) -> Callable[[str], str | None]:
    """A look-up from a span's file label to its text, for excerpts; the first folder that has the file counts."""

    def read(label: str) -> str | None:
        outcomes = (read_text(folder / label, label) for folder in folders if (folder / label).is_file())
        return next((outcome.value for outcome in outcomes if outcome.value is not None), None)

    return read


def _unreadable(path: Path, label: str, error: OSError) -> Outcome[str]:
    if path.is_dir():
        return _refused("YML102", f"`{label}` is a folder, and a file was expected", label, "name the file inside it")
    if isinstance(error, NoFileError):
        return _refused(
            "YML102", f"`{label}` is a pipe or a device, and a file was expected", label, "copy it to a file"
        )
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _refused("YML101", f"there is no file `{label}`", label, _neighbours(path))
    return _refused("YML101", f"cannot read `{label}`: {error.strerror or error}", label, "check its permissions")


def _neighbours(path: Path) -> str:
    from proposer.diagnostics import nearest

    if not path.parent.is_dir():
        return f"there is no folder `{path.parent.name}` either; check the path"
    guess = nearest(path.name, (other.name for other in path.parent.iterdir()))
    return f"did you mean `{guess}`?" if guess else "check the path"


def _not_utf8(content: bytes, error: UnicodeDecodeError, label: str) -> Outcome[str]:
    if content.startswith(_UTF16):
        return _refused("YML103", "the file is UTF-16, not UTF-8", label, "save it as UTF-8 (in Excel: “CSV UTF-8”)")
    line = content[: error.start].count(b"\n") + 1
    column = error.start - (content.rfind(b"\n", 0, error.start) + 1) + 1
    span = Span(label, line, column, line, column + 1)
    message = f"byte 0x{content[error.start]:02X} is not UTF-8"
    return Outcome(None, (Diagnostic("YML103", message, span, help="save the file as UTF-8"),))


def _refused(code: str, message: str, label: str, remedy: str) -> Outcome[str]:
    return Outcome(None, (Diagnostic(code, message, Span(label), help=remedy),))
