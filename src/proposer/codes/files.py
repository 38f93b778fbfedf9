"""Reading and writing files: what the codes YML and OUT stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "YML101": Code(
        "A file cannot be read",
        "It is not there, or its permissions forbid it.",
        bad="sites_from: stores.csv      # the file is called store.csv",
        good="sites_from: store.csv",
    ),
    "YML102": Code(
        "A folder, a pipe or a device stands where a file is due",
        "Only files can be read here: a folder holds no text, and a device may never end.",
        bad="sites_from: stores          # a folder",
        good="sites_from: stores/north.csv",
    ),
    "YML103": Code(
        "A file is not UTF-8 text",
        "Any other encoding would turn names and prices into something else.",
        bad="name: Caf\\xe9               # saved as Latin-1",
        good="name: Café                  # saved as UTF-8",
    ),
    "YML104": Code(
        "A file is empty",
        "Nothing would be read, and nobody would know.",
        bad=("# tables.yaml\n# nothing yet"),
        good=(
            "# delete the file, or declare a table\n"
            "busy_hour_erlangs: {unit: erlangs, source: Trade figures, values: {light: 0.028}}"
        ),
    ),
    "YML105": Code(
        "A file is not YAML",
        "Mostly a sentence with `: ` or a brace that needs quotes, a tab, or a slipped indentation.",
        bad="because: {seats} people need a seat.",
        good='because: "{seats} people need a seat."',
    ),
    "YML106": Code(
        "A key stands twice",
        "YAML would silently take the last one; here one of the two must go.",
        bad=("name: Standard seat\nname: Seat"),
        good="name: Standard seat",
    ),
    "YML107": Code(
        "A file is too large, too deep or swollen by aliases",
        "It would take memory and time without end.",
        bad=("a0: &a0 [x, x]\na1: &a1 [*a0, *a0]\na2: [*a1, *a1]       # and so on, doubling"),
        good="values: [10 Mbps, 20 Mbps]",
    ),
    "YML109": Code(
        "A tag is used",
        "Tags such as `!!python/object` have no meaning here.",
        bad="name: !secret Port",
        good='name: "!secret Port"',
    ),
    "OUT101": Code(
        "A file cannot be written",
        "Nothing was written; an existing file is untouched.",
        bad="proposer propose needs.yaml -o /no/such/folder/proposal.pdf",
        good="proposer propose needs.yaml -o proposal.pdf",
    ),
    "OUT201": Code(
        "A file stands where a folder is due",
        "A workspace is a folder.",
        bad="proposer init notes.txt           # a file",
        good="proposer init my-workspace",
    ),
    "OUT202": Code(
        "A workspace is there already",
        "Nothing is overwritten.",
        bad="proposer init my-workspace        # twice",
        good="proposer init another-workspace",
    ),
    "OUT203": Code(
        "A workspace cannot be written",
        "Permissions or space are lacking.",
        bad="proposer init /usr/my-workspace",
        good="proposer init ~/my-workspace",
    ),
}
