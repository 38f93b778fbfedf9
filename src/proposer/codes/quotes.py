"""Quotes and quote files: what the codes QUO stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "QUO101": Code("No price book on that day", "A quote needs prices that are valid."),
    "QUO102": Code("An unknown option", "The catalog's options are the only ones."),
    "QUO103": Code("A term that is not sold", "The catalog's terms are the only ones with prices."),
    "QUO801": Code("A quote file is not JSON", "It was cut short, or is another file."),
    "QUO802": Code("A quote file of another kind", "It was made by another version, or is no quote."),
    "QUO803": Code("A field of a quote file is wrong", "It was edited by hand, or damaged."),
    "QUO804": Code("A quote file refers to what it does not hold", "It was edited by hand, or damaged."),
    "QUO901": Code("A line that is not named precisely", "Several lines of the quote fit."),
    "QUO902": Code("An unknown line", "No line of the quote has that name."),
    "QUO903": Code("A quote file cannot be read", "It is not there, or no text."),
}
