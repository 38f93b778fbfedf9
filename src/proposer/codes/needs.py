"""Needs files and sites: what the codes NED stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "NED101": Code("An unknown field or question", "What was said would be lost."),
    "NED102": Code("Something is missing", "A quote needs a customer's name, a term and a site with an id."),
    "NED103": Code("A value that does not fit", "A number out of bounds, an unknown choice, a date that is none."),
    "NED104": Code("An unknown site or offering", "It is named, and is not there."),
    "NED105": Code("An ill-formed site id", "Letters, digits, `-` and `_`."),
    "NED106": Code("Two sites of one id", "They could not be told apart."),
    "NED108": Code("A term that is not sold", "The catalog's terms are the only ones with prices."),
    "NED109": Code("A hub that does not fit its network", "Hub-and-spoke needs one, any-to-any has none."),
    "NED110": Code("A field without a value", "It counts as not stated."),
    "NED111": Code("A discount above the policy's most", "A rep may not give it."),
    "NED112": Code("A budget of nothing", "Nothing could be sold."),
    "NED113": Code("An address that looks wrong", "Prices, fees and 911 depend on it."),
    "NED120": Code(
        "A header that cannot be read", "A CSV's first line names its columns as the needs file names its fields."
    ),
    "NED121": Code(
        "A ragged row", "It has more or fewer cells than the header; values would slip into the wrong columns."
    ),
    "NED122": Code("A file that is not CSV", "Mostly a double quote that is never closed."),
}
