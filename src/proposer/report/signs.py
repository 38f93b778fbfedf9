"""Text for streams that cannot print every sign: typographic signs become plain ones, the rest `?`."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

_PLAIN = str.maketrans(
    {
        "…": "...", "—": "-", "–": "-", "−": "-", "→": "->", "←": "<-", "×": "x", "·": "-", "•": "*", "≥": ">=", "≤": "<=",
        "≠": "!=", "“": '"', "”": '"', "„": '"', "‘": "'", "’": "'", "«": '"', "»": '"', "€": "EUR", "\xa0": " ", "\u202f": " ",
        "─": "-", "│": "|", "✓": "+", "✗": "x",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Signs:
    """What a stream of this encoding can print."""

    encoding: str = "utf-8"

    def printable(self, text: str) -> str:
        """The text, with nothing in it that the encoding has not."""
        if text.isascii() or self._unicode():
            return text
        if self._has(text):
            return text
        plain = text.translate(_PLAIN)
        return plain if self._has(plain) else "".join(sign if self._has(sign) else "?" for sign in plain)

    def _unicode(self) -> bool:
        return self.encoding.lower().replace("_", "-") in ("utf-8", "utf8", "utf-16", "utf-32", "utf-8-sig", "cp65001")

    def _has(self, text: str) -> bool:
        try:
            codecs.encode(text, self.encoding, "strict")
        except UnicodeEncodeError:
            return False
        return True
