"""Writing a file whole or not at all: aside in the same folder, to the disk, then renamed into its place.

Why: a proposal cut in half by a full disk or an interrupt looks like a proposal. Nothing here decides what to write.
Reading is bounded: a file may be a device without an end, or a pipe into which nobody writes.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from pathlib import Path

from proposer.diagnostics import Diagnostic, Span

UNWRITABLE = "OUT101"
LARGEST = 20_000_000  # bytes that are read of one file
_STREAMS = ("/dev/stdin", "/dev/fd/", "/proc/self/fd/")  # what a shell hands over, to be read until it ends


class NoFileError(OSError):
    """What stands there is a pipe or a device, which might never end."""


def read_bounded(path: Path, largest: int = LARGEST) -> bytes:
    """A file's content, of a larger one at most one byte more than `largest`; OSError for what cannot be read."""
    if _is_endless(path):
        raise NoFileError(f"`{path}` is no file")
    with path.open("rb") as file:
        return file.read(largest + 1)


def _is_endless(path: Path) -> bool:
    mode = path.stat().st_mode
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode) or path.as_posix().startswith(_STREAMS))


def output_fault(path: Path) -> Diagnostic | None:
    """Why `path` could not be written, found before the work is done; None when nothing speaks against it."""
    folder = path.parent
    if path.is_dir():
        return _fault(path, "this is a folder, not a file", f"name a file in it, such as `{path / 'proposal.pdf'}`")
    if not folder.is_dir():
        what = "is not a folder" if folder.exists() else "does not exist"
        return _fault(path, f"the folder `{folder}` {what}", f"make it first: `mkdir -p {folder}`")
    if not os.access(folder, os.W_OK | os.X_OK):
        return _fault(path, f"the folder `{folder}` may not be written to", "choose another place with `-o FILE`")
    return None


def write_whole(path: Path, content: bytes) -> Diagnostic | None:
    """Write `content` to `path`, replacing what is there only when all of it is on the disk."""
    if fault := output_fault(path):
        return fault
    try:
        _replace(path, content)
    except OSError as error:
        why = (error.strerror or str(error)).lower()
        return _fault(path, why, "free some space or choose another place with `-o FILE`; nothing was written")
    return None


def _replace(path: Path, content: bytes) -> None:
    handle, aside = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(aside).chmod(_mode(path))
        Path(aside).replace(path)
    except BaseException:  # an interrupt, too, must leave nothing behind
        with suppress(OSError):
            Path(aside).unlink()
        raise


def _mode(path: Path) -> int:
    """The permissions of the file that is replaced, or those that a new one gets."""
    try:
        return path.stat().st_mode & 0o777
    except FileNotFoundError:
        return 0o666 & ~_umask()


def _umask() -> int:
    """The permissions that this process withholds; there is no way to read them but to set them."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _fault(path: Path, why: str, remedy: str) -> Diagnostic:
    return Diagnostic(UNWRITABLE, f"`{path}` cannot be written: {why}", Span(str(path)), help=remedy)
