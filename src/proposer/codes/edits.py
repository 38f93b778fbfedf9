"""Changing catalog files: what the codes EDT stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "EDT101": Code(
        "A path that leads nowhere",
        "Nothing was changed: the file or a key of the path is not there.",
        bad="proposer catalog set business-intrenet:words.in_short 'Internet by cable.'",
        good="proposer catalog set business-internet:words.in_short 'Internet by cable.'",
    ),
    "EDT102": Code(
        "A path to more than one value",
        "One value on one line can be set; lists, mappings and texts of several lines are edited by hand.",
        bad="proposer catalog set business-internet:words 'Internet by cable.'",
        good="proposer catalog set business-internet:words.in_short 'Internet by cable.'",
    ),
    "EDT103": Code(
        "A value that cannot stand there",
        "Written into the file, it would change something else as well.",
        bad="proposer catalog set business-internet:name $'two\\nlines'",
        good="proposer catalog set business-internet:name 'Business Internet'",
    ),
    "EDT104": Code(
        "An offering that is there already",
        "Nothing is overwritten; ids are unique over all families.",
        bad="proposer new offering business-internet --family business-class",
        good="proposer new offering alarm-gateway --family business-class",
    ),
    "EDT201": Code(
        "A file that cannot be laid out safely",
        "What `fmt` would make of it was read again and did not say the same, so it was left as it is.",
        bad="a: &shared {b: 1}   # an unusual way to write, that a step of `fmt` does not foresee",
        good="a: {b: 1}",
    ),
}
