"""Reading and writing files: what the codes YML and OUT stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "YML101": Code("A file cannot be read", "It is not there, or its permissions forbid it."),
    "YML102": Code("A folder stands where a file is due", "Only files can be read here."),
    "YML103": Code("A file is not UTF-8 text", "Any other encoding would turn names and prices into something else."),
    "YML104": Code("A file is empty", "Nothing would be read, and nobody would know."),
    "YML105": Code(
        "A file is not YAML",
        "Mostly a sentence with `: ` or a brace that needs quotes, a tab, or a slipped indentation.",
    ),
    "YML106": Code("A key stands twice", "YAML would silently take the last one; here one of the two must go."),
    "YML107": Code("A file is too large, too deep or swollen by aliases", "It would take memory and time without end."),
    "YML109": Code("A tag is used", "Tags such as `!!python/object` have no meaning here."),
    "OUT101": Code("A file cannot be written", "Nothing was written; an existing file is untouched."),
    "OUT201": Code("A file stands where a folder is due", "A workspace is a folder."),
    "OUT202": Code("A workspace is there already", "Nothing is overwritten."),
    "OUT203": Code("A workspace cannot be written", "Permissions or space are lacking."),
}
