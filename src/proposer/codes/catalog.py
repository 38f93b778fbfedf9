"""The catalog: offerings, capabilities, bundles, promotions: what the codes CAT stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "CAT101": Code(
        "An unknown field", "A misspelt field would be ignored, and the offering would not be what was meant."
    ),
    "CAT102": Code("A field is missing", "Without it the thing cannot be sold, priced or explained."),
    "CAT103": Code("A value of the wrong kind", "A text, number, date or list stands where another is due."),
    "CAT104": Code("An unknown name", "It refers to something that no file declares."),
    "CAT105": Code(
        "An ill-formed id", "Ids are lower-case words joined by `-`, so that every place can spell them alike."
    ),
    "CAT106": Code("Something is declared twice", "Two things of one name cannot be told apart."),
    "CAT107": Code("A unit does not fit", "Mbps are not per cent; amounts are compared in one unit."),
    "CAT108": Code(
        "A range that cannot be read", "A range is `10..100 Mbps by 10`, and its last step reaches its end."
    ),
    "CAT110": Code(
        "Characteristics that do not fit together", "Each value of the one named by `by` needs its list, and no other."
    ),
    "CAT111": Code("A file that is none of a catalog's", "It would not be read at all."),
    "CAT112": Code("A file of the catalog is missing", "Every catalog has it."),
    "CAT113": Code("There is no catalog", "The folder does not exist."),
    "CAT201": Code("Nobody provides what is wanted", "Whoever needs it gets a conflict instead of a quote."),
    "CAT202": Code("An offering is never sold", "It meets no demand and nothing requires it."),
    "CAT203": Code("A capability is named nowhere", "It is a left-over."),
    "CAT204": Code("An entrance does not ride on its access", "What brings an access into a building must use it."),
    "CAT205": Code("A bundle's members exclude each other", "The bundle never holds."),
    "CAT206": Code("A bundle asks for more than is sold", "The bundle never holds."),
    "CAT207": Code("A promotion never holds, or not for its length", "No price book or no term is valid while it is."),
    "CAT208": Code("An offering without words", "The proposal would not say what it is."),
    "CAT209": Code("A question that no rule reads", "Whatever is answered, the quote is the same."),
    "CAT210": Code("Options out of order", "The first option is what was asked for; the others add to it."),
}
