"""Texts that others wrote, made fit for the places of a document where escaping is not enough: addresses, styles, print.

What does not fit is refused and told, for a link that silently leads nowhere is found by the customer. Signs that cannot
be printed are left out: nobody could see why the proposal fails.
"""

from __future__ import annotations

import re

SCHEMES = ("http:", "https:", "mailto:", "tel:")
UNSAFE_ADDRESS, UNSAFE_STYLE = "TPL112", "TPL113"
UNPRINTABLE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u2028-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff\U000e0000-\U000e007f]"
)
HEAP = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)
UNIT = re.compile(r"(?<=\d) (?=(?:[kMGT]bps|ms|%)(?!\w))")  # the space before it
VALUE = r"(#[0-9a-fA-F]{3,8}|-?\d{1,7}(\.\d{1,7})?(%|[a-z]{1,4})?|[A-Za-z][A-Za-z-]{0,40})"
STYLE = re.compile(rf"{VALUE}( {VALUE}){{0,7}}")


class UnfitError(Exception):
    """A text that a place of the document does not take."""

    def __init__(self, code: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.code, self.remedy = code, remedy


def is_safe_address(address: str) -> bool:
    """Whether a document may link there: the web, mail, telephone, or a place within; no spaces, no signs of control."""
    if any(sign.isspace() or not sign.isprintable() for sign in address):
        return False
    return address.lower().startswith(SCHEMES) or (address.startswith("#") and len(address) > 1)


def url(address: object) -> str:
    """The address, for `href`."""
    text = str(address)
    if not is_safe_address(text):
        remedy = "an address begins with `https://`, `mailto:`, `tel:`, or `#` for a place in the document"
        raise UnfitError(UNSAFE_ADDRESS, f"a proposal does not link to `{text[:100]}`", remedy)
    return text


def css(value: object) -> str:
    """The value, for a style: up to eight numbers with units, colours and words."""
    text = str(value)
    if not STYLE.fullmatch(text):
        remedy = "print numbers with a unit, colours such as `#0b4f5c`, and single words into a style"
        raise UnfitError(UNSAFE_STYLE, f"`{text[:100]}` is no value of a style", remedy)
    return text


def printable(value: object) -> object:
    """A text without signs of control and of direction, and with no more than four marks above one letter.

    A number stays on a line with its unit.
    """
    if not isinstance(value, str) or hasattr(value, "__html__"):
        return value
    return UNIT.sub("\u00a0", HEAP.sub(r"\1", UNPRINTABLE.sub("", value)))
