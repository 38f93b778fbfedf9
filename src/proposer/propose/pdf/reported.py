"""What the PDF engine reports while it works, and the diagnostics of it: what it passes over, a customer does not see."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager

from proposer.diagnostics import Diagnostic

REFUSED, IGNORED, NO_LETTER, FOREIGN = "TPL302", "TPL303", "TPL304", "TPL311"


class Listener(logging.Handler):
    """Keeps what the engine logs, in order and once."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: dict[str, None] = {}

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a message."""
        self.heard[record.getMessage().rstrip(": ")] = None


@contextmanager
def listening() -> Iterator[Listener]:
    """Listen to the engine while this lasts."""
    logger, listener = logging.getLogger("weasyprint"), Listener()
    logger.addHandler(listener)
    try:
        yield listener
    finally:
        logger.removeHandler(listener)


def faults_of(refused: Sequence[str], heard: Iterable[str]) -> Iterator[Diagnostic]:
    """What was refused, and what the engine passed over without failing."""
    for url in dict.fromkeys(refused):
        yield Diagnostic(REFUSED, f"the document asks for `{url}`, which it may not read", help=INSIDE)
    for message in heard:
        if message.startswith(".notdef"):
            letter = message.rpartition(": ")[2]
            yield Diagnostic(NO_LETTER, f"the brand's fonts have no letter for {letter}", help=OTHER_FONT)
        elif not any(url in message for url in refused):
            yield Diagnostic(IGNORED, f"the PDF engine reports: {message}", help=PLAIN_CSS)


def foreign_link(address: str) -> Diagnostic:
    """The document links to what it must not."""
    return Diagnostic(FOREIGN, f"the document links to `{address[:200]}`", help=PLACES)


PLACES = "link to the web (`https://`), to mail (`mailto:`), to a telephone (`tel:`), or within the document (`#`)"
INSIDE = "put the file into the brand's folder and name it without a path"
OTHER_FONT = "choose a font in brand.toml that covers the customer's script, or write the word in letters that it has"
PLAIN_CSS = "mend the stylesheet or the template; what the engine ignores, the customer does not see"
