"""A file's lines as the YAML parser counts them.

Why not `str.splitlines`: it also splits at form feeds and the separators U+001C to U+001E, where the parser does not,
so that every place below would be named one line too far.
"""

from __future__ import annotations

import re

_LINE = re.compile("[^\n\r\x85\u2028\u2029]*(?:\r\n|[\n\r\x85\u2028\u2029])|[^\n\r\x85\u2028\u2029]+")
_ENDS = "\n\r\x85\u2028\u2029"


def lines_with_ends(text: str) -> list[str]:
    """The lines, each with what ends it; joined they are the text."""
    return _LINE.findall(text)


def lines_of(text: str) -> list[str]:
    """The lines without what ends them; a byte order mark at the text's beginning is none of the first line."""
    return [line.rstrip(_ENDS) for line in lines_with_ends(text.removeprefix("\ufeff"))]
