"""Prices: what the codes PRC stand for."""

from __future__ import annotations

from proposer.codes.code import Code

CODES: dict[str, Code] = {
    "PRC101": Code(
        "A price that cannot be read", "Money has at most two decimals; a price may also be `individual case`."
    ),
    "PRC102": Code("Volume tiers out of order", "Tiers rise, and only the last has no upper end."),
    "PRC103": Code("A factor that cannot be read", "Factors by term are numbers above 0."),
    "PRC104": Code("Two prices for one order", "Which one would hold?"),
    "PRC105": Code("A price table's axes do not fit", "They are characteristics of the offering, `term` or `access`."),
    "PRC106": Code("A row of the wrong length", "There is one price for each column."),
    "PRC107": Code(
        "A price for what cannot be ordered", "The value is none of the offering's, or the term none of the catalog's."
    ),
    "PRC108": Code("An individual case with prices", "It is one or the other."),
    "PRC109": Code("No term of sale", "Nobody could order it."),
    "PRC201": Code("A day without a price book", "No quote could be made on that day."),
    "PRC202": Code("Price books overlap", "On some days two prices would hold."),
    "PRC203": Code("An offering and its prices are not there together", "It could not be quoted while it is sold."),
    "PRC204": Code("A hole in a price table", "What can be ordered there has no price."),
    "PRC205": Code("A dead row in a price table", "What it prices cannot be ordered."),
    "PRC206": Code("A volume price that rises", "More pieces would cost more each."),
    "PRC207": Code("More for less", "A larger amount costs less than a smaller one: mostly a slip."),
    "PRC208": Code("A longer term that costs more", "Mostly a slip."),
}
